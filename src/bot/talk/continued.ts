/** Turns a short message behind an answer into the question that it asks there: of the topic of the answer, of its place, or by itself. */
import { answer } from '../../answer/answer.ts'
import { findNamed } from '../../answer/named-report.ts'
import { readMentionQuestion } from '../../counts/mention-question.ts'
import { loadAskedNames } from '../../figures/asked.ts'
import type { Query } from '../../search/query/query.ts'
import { ASKS_WHAT } from '../../search/query/question-words.ts'
import { topicText } from '../../search/query/topic-text.ts'
import { isFrameWord } from '../../search/rank/topic.ts'
import type { Searcher } from '../../search/searcher.ts'
import type { Match } from '../../search/verdict/judge.ts'
import { foldText } from '../../text/normalizer.ts'
import { cutWords } from '../../text/words.ts'
import { changeQuestion, isAttribute, isModifier, yearsIn } from './change-question.ts'
import { askAbout, askWithin } from './follow-question.ts'
import { isHollow } from './hollow.ts'

/** A longer message says by itself what it asks, and words in marks are looked for as they are. */
const MAX_CONTINUED_UTF16 = 28
/** 水泥, behind 钢铁: longer words may be a quotation, and are looked for as such. */
const MAX_BESIDE_UTF16 = 6
const BY_ITSELF = /[“”「」『』"《》:：\n]/u

/** What asks for something, or whether. */
const ASKS = new RegExp(
  `[?？]|${ASKS_WHAT}|多[大长高久]|还是|有没有|[吗么没呢不]$|(?<verb>\\p{sc=Han})[不没]\\k<verb>`,
  'u',
)

/** Who asks of many places asks of no one of them; 占全国多少 is asked of the one that was shown. */
const OF_MANY =
  /各[省市县区州地]|(?:哪(?:一?[些几个])?|几个|所有|五[个份])(?:的)?(?:[省市县区州]|地方|地区|城市|报告)|(?<![占居在])全国(?!排)/u

/** A report by its name is opened; a place alone is where the same is asked. */
const OF_REPORT = /报告|第|目录|提纲/u

/** 引水那个, 这段话, 两个数, 不是说已经通了吗: something of what was shown. */
const POINTS =
  /^不是说|^(?:这|那)?(?:其中|里[面头])|(?<=\p{sc=Han})[那这][个条段句项]|^(?:[那这]?[两三]|[那这])[个条段句项]/u

/** 农村的: a part of what was asked about. */
const POSSESSIVE = /^(?!.*(?:[是有吗嘛]|一?[点些]的$))\p{sc=Han}{2,8}的$/u

/** 占GDP多少, 在全国排第几: nothing that could be asked of a place alone. */
const OF_TOPIC =
  /^(?:那|它|又|能|大概|大约|[在居]?(?:全[国省市区疆州]|省[里内]|国内)?)*(?:占(?!地)|的?(?:占比|比重|份额|排名|名次|位次)|排(?:在|到)?了?(?:第?几|名|多少))/u

/** How much a message says of what it is about: a topic of its own, words that are answered by themselves, something asked of a topic, or nothing. */
export type Weight = 'topic' | 'words' | 'asking' | 'nothing'

/** null for a message that says by itself what it asks. */
export async function weighWords(searcher: Searcher, words: string): Promise<Weight | null> {
  if (words.length > MAX_CONTINUED_UTF16 || BY_ITSELF.test(words)) return null
  const query = await searcher.read(words)
  if (OF_TOPIC.test(words) || isAttribute(words)) return 'asking'
  if (OF_MANY.test(words) || readMentionQuestion(words, query.named) !== null) return null
  if (OF_REPORT.test(words) && (await findNamed(searcher, words)) !== null) return null
  // 失业率, behind an answer on a place: nothing but what may be asked of that place, too.
  const folded = foldText(words).trim()
  if (
    loadAskedNames()
      .find(folded)
      .some(({ start, end }) => start === 0 && end === folded.length)
  )
    return 'topic'
  const content = contentOf(query)
  const topic = content.filter((word) => !isFrameWord(word) && !YEAR.test(word))
  const rest = [...query.named, ...query.foreign].reduce((left, place) => left.replace(place, ''), words)
  const isTopical = !isHollow(rest) && (await isKnown(searcher, topic))
  const isPlaced = query.named.length + query.foreign.length > 0
  if (!isTopical) {
    const asks = isPlaced || ASKS.test(words) || topic.length < content.length
    return asks || isHollow(rest) || POSSESSIVE.test(words) || (await isModifier(searcher, words))
      ? 'asking'
      : 'nothing'
  }
  if (isPlaced) return null
  if (POSSESSIVE.test(words)) return 'asking'
  if (ASKS.test(words) || POINTS.test(words)) return 'topic'
  return (await match(searcher, words)).match === 'strong' ? 'words' : 'topic'
}

/** Whether the reports have one of the words, or what they print for it (GDP); of three characters or more, of which the index has no term, all its pairs. */
async function isKnown(searcher: Searcher, words: readonly string[]): Promise<boolean> {
  const wordings = words.flatMap((word) => [word, ...searcher.wordings(foldText(word))])
  const found = await Promise.all(
    wordings.map(async (word) => {
      const terms = /^\p{sc=Han}{3,}$/u.test(word) ? pairsOf(word) : [word]
      return (await searcher.backend.frequencies(terms)).every((frequency) => frequency > 0)
    }),
  )
  return found.includes(true)
}

function pairsOf(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
}

const YEAR = /^(?:(?:19|20)\d\d|\d\d)年?$/u

/** Words of two characters or more; single ones side by side are two of a word that nobody told the segmenter: 温宿. */
function contentOf(query: Query): string[] {
  const cut = cutWords(topicText(query)).filter(({ segment }) => hasWords(segment))
  return cut.flatMap(({ segment, index }, at) => {
    if (segment.length > 1) return [segment]
    const next = cut[at + 1]
    return next?.segment.length === 1 && next.index === index + 1 ? [segment + next.segment] : []
  })
}

interface Shown {
  /** The question that was answered. */
  readonly asked: string
  /** The same with the place of the answer. */
  readonly question: string
  /** Id of the passage that answered it; null where none did. */
  readonly passage: string | null
}

/**
 * The question that the words ask behind that answer, or null where they ask by themselves. Words with a topic of their own ask of the
 * same place and time where that is answered there; words without one ask on about the topic, even where nothing answers.
 */
export async function readContinued(
  searcher: Searcher,
  { asked: before, question, passage }: Shown,
  { words, weight }: { readonly words: string; readonly weight: Weight },
): Promise<string | null> {
  const [query, asked] = await Promise.all([searcher.read(words), searcher.read(question)])
  if (!hasWords(topicText(asked))) return null
  if (query.named.length + query.foreign.length > 0)
    return await askThere(searcher, { before, question }, query)
  // Words to look for are looked for everywhere, unless they are few, and the passage shown has others than those asked for.
  const mayBeBeside = words.length <= MAX_BESIDE_UTF16 && !before.includes(words)
  if (weight === 'words' && !(mayBeBeside && (await speaksOf(searcher, passage, query)))) return null
  const about = await askAbout(searcher, question, words)
  if (OF_TOPIC.test(words)) return about
  const within = await askWithin(searcher, question, words)
  const change = await changeQuestion(searcher, question, words)
  const others = [change ?? within, within]
  if (POSSESSIVE.test(words)) {
    // 农村的, behind 城镇居民收入, is an indicator of its own.
    const isIndicator = change !== null && loadAskedNames().find(foldText(change)).length > 0
    return isIndicator ? change : about
  }
  if (weight === 'asking') {
    const isOther = isAttribute(words)
    const changed = isOther || (await isModifier(searcher, words)) ? change : null
    // Of another year or kind the answer to both would be that of the old one.
    if (changed !== null && (isOther || words.includes('年'))) return changed
    const { match: found, lacks } = await match(searcher, about)
    if (found === 'strong') return about
    if (changed !== null) return changed
    const other = await firstStrong(searcher, others)
    if (other !== null) return other
    return found === 'none' || (lacks && (await match(searcher, within)).match !== 'none') ? within : about
  }
  // What the answer shown says of both is asked of both: 占全国多少, behind an answer on cotton.
  const asksFigure = loadAskedNames().find(foldText(words)).length > 0
  const told = asksFigure ? null : await match(searcher, about)
  const isOfBoth =
    told?.match === 'strong' &&
    ((passage === told.passage && (await speaksOf(searcher, passage, query))) ||
      (await tellsBoth(searcher, told, { asked, query, others })))
  if (isOfBoth) return about
  const other = await firstStrong(searcher, others)
  // The same once more, without its place, asks of all places.
  if (other === before) return null
  if (other !== null) return other
  // What the place has words for is asked of it, even where another place answers better.
  const isElsewhere = !POINTS.test(words) && (await match(searcher, within)).lacks
  if (isElsewhere && (await match(searcher, words)).match === 'strong') return null
  return (told ?? (await match(searcher, about))).match === 'strong' ? about : within
}

/** Whether that passage has a word of the query. */
async function speaksOf(searcher: Searcher, id: string | null, query: Query): Promise<boolean> {
  const said = foldText((id === null ? null : await searcher.passage(id))?.passage.text ?? '')
  return contentOf(query).some((word) => said.includes(foldText(word)))
}

/** Whether the sentence found has a word of the topic shown, and as many of the new words as any other answer has. */
async function tellsBoth(
  searcher: Searcher,
  { sentence }: Found,
  {
    asked,
    query,
    others,
  }: { readonly asked: Query; readonly query: Query; readonly others: readonly string[] },
): Promise<boolean> {
  const spoken = (words: readonly string[], text: string): number =>
    words.filter((word) =>
      [word, ...searcher.wordings(foldText(word))].some((wording) => text.includes(foldText(wording))),
    ).length
  const topic = contentOf(asked).filter((word) => !isFrameWord(word) && !YEAR.test(word))
  if (spoken(topic, sentence) === 0) return false
  const own = contentOf(query).filter((word) => !isFrameWord(word) && !isHollow(word))
  const elsewhere = await Promise.all(
    [...others, query.text].map(async (question) => {
      const found = await match(searcher, question)
      return found.match === 'strong' ? spoken(own, found.sentence) : 0
    }),
  )
  return spoken(own, sentence) >= Math.max(...elsewhere)
}

/** The first of the questions that is answered strongly. */
async function firstStrong(searcher: Searcher, questions: readonly string[]): Promise<string | null> {
  for (const question of questions) {
    if ((await match(searcher, question)).match === 'strong') return question
  }
  return null
}

/** 兵团的, after a question about the whole: the same of a part; null where the words are no such part. */
export async function askPart(searcher: Searcher, question: string, words: string): Promise<string | null> {
  if (!words.endsWith('的') || (await isModifier(searcher, words))) return null
  const about = await askAbout(searcher, question, words.slice(0, -1))
  return (await match(searcher, about)).match === 'strong' ? about : null
}

interface Found {
  readonly match: Match
  readonly passage: string | null
  /** The sentence that answers, folded; empty where none does. */
  readonly sentence: string
  /** Whether a word is in no report. */
  readonly lacks: boolean
}

async function match(searcher: Searcher, question: string): Promise<Found> {
  const { match, hits, mentions, quote, missing } = await answer(searcher, question)
  return {
    match: mentions === null && quote === null ? match : 'strong',
    passage: hits[0]?.passage.id ?? null,
    sentence: foldText(hits[0]?.sentence.text ?? ''),
    lacks: missing?.some(({ kind }) => kind === 'word') === true,
  }
}

/** 新源报告里也提了没, 伊宁: what was asked, of another place, or of the one that it was answered from. */
async function askThere(
  searcher: Searcher,
  { before, question }: { readonly before: string; readonly question: string },
  { text, named, foreign }: Query,
): Promise<string | null> {
  const parts = [...named, ...foreign, ...yearsIn(text), ...(text.match(/目标/u) ?? [])]
  const there = await changeQuestion(searcher, question, parts.join(' '))
  return there === before ? null : there
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
