/** Turns a question and what a follow-up asks of it into the next question: about the same topic, of the same words, with a number. */
import { answerFigures } from '../../answer/figures/answer-figures.ts'
import { readMentionQuestion } from '../../counts/mention-question.ts'
import { topicText } from '../../search/query/filler-words.ts'
import type { Searcher } from '../../search/searcher.ts'
import { cutWords } from '../../text/words.ts'
import { readSlots } from './slots.ts'

/** The words at the place and year of the question. */
export async function askWithin(searcher: Searcher, question: string, words: string): Promise<string> {
  const { places, years } = await readSlots(searcher, question)
  return [...places, ...years, words].join(' ')
}

/** A longer topic is no phrase that reports repeat. */
const MAX_PHRASE_UTF16 = 12

/** Who says the words of the question, since when or how often; null where the question is of no such words. */
export async function askMentions(
  searcher: Searcher,
  question: string,
  words: string,
): Promise<string | null> {
  const query = await searcher.read(question)
  const counted = readMentionQuestion(question, [...query.named, ...query.foreign])?.phrase
  // A term may have everyday words in it: 三难一不畅.
  const terms = query.terms.trim()
  const phrase = counted ?? query.phrases[0] ?? (/\s/u.test(terms) ? topicText(query).trim() : terms)
  if (phrase === '' || phrase.length > MAX_PHRASE_UTF16 || /\s/u.test(phrase)) return null
  const said = query.phrases.length > 0 ? phrase : await saidOf(searcher, phrase)
  const isWhole = readMentionQuestion(`“${said}”${words}`) !== null
  const asked = isWhole ? words : /最/u.test(words) ? '哪份报告提得最多' : `报告提到${words}`
  return [...query.named, `“${said}”${asked}`].join(' ')
}

/** The phrase, or what of it reports say: 深中通道 of 深中通道通车. */
async function saidOf(searcher: Searcher, phrase: string): Promise<string> {
  const ends = cutWords(phrase).map(({ index, segment }) => index + segment.length)
  for (const end of ends.reverse().filter((one) => one > 1)) {
    const part = phrase.slice(0, end)
    if ((await searcher.search(`“${part}”`, { limit: 1 })).total > 0) return part
  }
  return phrase
}

/** What asks for an amount, with the verb before it. */
const AMOUNT =
  /(?:是|有|为|达到?)?(?:多少|几(?=个?\p{sc=Han}{1,3}[?？]?$))(?:个?百分点|[万亿]?\p{sc=Han}{0,3})?(?=[了呢啊的?？\s]*$)/u

/** The question as a statement of that amount, in the unit of the figure that answers; null where none answers. */
export async function stateFigure(
  searcher: Searcher,
  question: string,
  amount: string,
): Promise<string | null> {
  const figures = await answerFigures(searcher, question)
  const [first] = figures?.rows ?? []
  if (first === undefined) return null
  const { value, unit, change } = first.figure
  const stated = value === null ? (/[^\d.+-]+$/u.exec(change ?? '')?.[0] ?? '') : (unit ?? '')
  const isGrowth = value === null || CHANGES.test(amount)
  const asked = question
    .replace(AMOUNT, '')
    .replace(isGrowth ? GROWTH : /(?!)/u, '')
    .replace(/(?:完成|实现|达到?|[做有]到?)?了?[?？\s]*$/u, '')
  const verb = !isGrowth ? '是' : CHANGES.test(amount) ? '' : '增长'
  return `${asked}${verb}${amount}${unitBehind(amount, stated)}`
}

const CHANGES = /^(?:同比|比\p{sc=Han}{2})?(?:增|提高|上升|下降|减少|[涨升降跌掉])/u
const GROWTH = /的?(?:增速|增幅|增长率?|涨幅|同比)+$/u

/** 17 and 860万 are told in the unit of the figure. */
function unitBehind(amount: string, unit: string): string {
  if (/\d$/u.test(amount)) return unit
  return /\d[万亿]+$/u.test(amount) ? unit.replace(/^[十百千万亿]+/u, '') : ''
}

/** The question for the figure: 城镇新增就业 is 城镇新增就业是多少. */
export function askHowMuch(question: string): string {
  return /多少|几|增速|增长率/u.test(question) ? question : `${question}是多少`
}

/** A statement as the topic of its figure: 旅游收入达到40亿元 is 旅游收入. */
export function askFigure(question: string): string {
  const bare = question
    .replace(/[（(][^（）()]*[）)]/gu, '')
    .replace(STATED, '')
    .replace(/[，,。；;、\s?？]+$/u, '')
  return bare === '' ? question : bare
}

/** From the first amount on, with the verb before it; a year is none. */
const STATED =
  /(?:[，,]?(?:同比|比上年|比去年)*(?:增长|增加|下降|减少|达到?|为|是|有|占|完成|实现|突破|超过?|约)*了?)(?<![\d.])(?!(?:19|20)\d\d\s*年)\d[\d.,]*(?!\s*年)\s*(?:[%％]|[十百千万亿])?.*$/u
