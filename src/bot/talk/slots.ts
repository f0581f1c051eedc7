/** Reads a question, or a message behind one, into its slots: places, years, kind of figure, and the words that are left. */
import { Rest, readFigureWords } from '../../answer/figures/figure-words.ts'
import { isFiller, topicText } from '../../search/query/filler-words.ts'
import type { Query } from '../../search/query/query.ts'
import { ASKS_WHAT } from '../../search/query/question-words.ts'
import { keptForQuestion } from '../../search/question-time.ts'
import { isFrameWord } from '../../search/rank/topic.ts'
import type { Searcher } from '../../search/searcher.ts'
import { getOrMake } from '../../text/maps.ts'
import { foldText, tidy } from '../../text/normalizer.ts'
import { cutWords } from '../../text/words.ts'
import { type Base, NO_YEARS, readYearsMeant } from './years-meant.ts'

/** What is read without a second look at the words that are left. */
export interface Said {
  /** Whether the place of the answer is meant: 那里的路, 这个县. */
  readonly isThere: boolean
  /** Whether it begins with what points at something before it, as 那 of 那昭苏呢 and not of 那拉提. */
  readonly isPointing: boolean
  /** What was meant, read. */
  readonly query: Query
  /** Folded. */
  readonly places: readonly string[]
  readonly years: readonly string[]
  /** What is left, as typed, without what people say around a question. */
  readonly words: string
}

export interface Slots extends Said {
  readonly kind: 'target' | 'actual' | null
  /** Of the words left those that may tell a topic. */
  readonly content: readonly string[]
}

/** @param base The years that 前一年 is reckoned from. */
export async function readSlots(searcher: Searcher, text: string, base: Base = NO_YEARS): Promise<Slots> {
  const said = await readSaid(searcher, text, base)
  return {
    ...said,
    kind: kindOf(withoutThere(meantClauses(text))),
    content: contentOf(await searcher.read(said.words)),
  }
}

/** As readSlots, for what is asked of every message. */
export function readSaid(searcher: Searcher, text: string, base: Base = NO_YEARS): Promise<Said> {
  const kept = keptForQuestion(readSaid, () => new Map<string, Promise<Said>>())
  return getOrMake(kept, `${base.asked} ${base.told} ${text}`, () => readAnew(searcher, text, base))
}

async function readAnew(searcher: Searcher, text: string, base: Base): Promise<Said> {
  const meant = meantClauses(text)
  const said = withoutThere(meant)
  const query = await searcher.read(said)
  const named = [...query.named, ...query.foreign, ...query.speakers]
  const opensWord = (await searcher.backend.frequencies([said.slice(0, 2)])).some(
    (frequency) => frequency > 0,
  )
  const { years, rest } = readYearsMeant(said, base)
  const words = withoutFrame(named.reduce(withoutPlace, rest), opensWord)
  return {
    isThere: said !== meant,
    isPointing: !opensWord && (said !== meant || OPENING.test(said)),
    query,
    places: named.map((place) => foldText(place)),
    years,
    words,
  }
}

const OPENING = /^(?:那(?![些句段])么?|换(?!届)|改[成为]|what about|how about)/iu

const THERE =
  /^(?:那么?)?(?:[那这](?:里|边|儿|个?(?:地方|[县市区省州]))|当地|该[县市区省州]|[他她](?!们))(?:的|在)?(?=.{2})/u

function withoutThere(text: string): string {
  return text.replace(THERE, '')
}

function withoutPlace(text: string, place: string): string {
  const [before = '', ...behind] = text.split(place)
  return [before, behind.join(place).replace(POINTING, '')].join(' ')
}

const POINTING = /^(?:[那这](?:边|里|儿|个(?!数))|的话|报告里?|也?的(?=也|[\s\p{P}]|$))+/u

function kindOf(text: string): Slots['kind'] {
  if (NOW.test(text)) return 'actual'
  const { kind } = readFigureWords(new Rest(foldText(text)))
  return AIMED.test(text) ? 'target' : kind === 'both' ? null : kind
}

/** 现在多少, behind a target. */
export const NOW = /^(?:那么?)?(?:现在|目前|如今|眼下|当前)(?!.*(?:计划|打算|目标))/u
const AIMED = /定的?(?:了|是|在|到)?(?:多少|几|什么|啥)|奔着|想要?(?:搞|做|达|提|涨|升|降)/u

/** What was meant, without what was not, and without excuses; one clause alone is meant. */
export function meantClauses(text: string): string {
  const clauses = text.split(BETWEEN)
  const meant = clauses.filter((clause) => clause !== '' && !EXCUSES.test(clause))
  return meant.length === 0 || meant.length === clauses.length ? text : meant.join('，')
}

const BETWEEN = /(?:[\s,，。!！;；、]|\.(?!\d))+/u
/** 不是伊宁, 你弄错了, 不好意思. */
const EXCUSES =
  /^(?:我|你|您)?(?:不是(?!说)|不要|不看|没[问说要让]|不[问说]|别)(?!.*\d)|^(?:不+对?|[我你]?[打写说看记搞弄报]?[错岔]了?|抱歉|不好意思|对不起|哎呀?|no|sorry|更正|等等|好的?谢谢)$/u

const ASKS = new RegExp(ASKS_WHAT, 'u')

/** Without clauses of fillers alone (对了), and what people say before and behind what they ask. */
function withoutFrame(text: string, opensWord: boolean): string {
  const clauses = text
    .split(BETWEEN)
    .map((clause) => withoutLead(clause, opensWord).replace(TAIL, ''))
    .filter((clause) => clause !== '')
  const telling = clauses.filter(
    (clause) => ASKS.test(clause) || !cutWords(foldText(clause)).every(({ segment }) => isFiller(segment)),
  )
  return tidy((telling.length > 0 ? telling : clauses).join('，'))
}

/** Word by word: 改 of 改革 changes nothing, nor does a character with which a word of the reports begins (光伏, 那拉提). */
function withoutLead(clause: string, opensWord: boolean): string {
  const length = LEAD.exec(clause)?.[0].length ?? 0
  if (length === 1 && opensWord) return clause
  const starts = cutWords(clause).map(({ index }) => index)
  return clause.slice([...starts, clause.length].filter((start) => start <= length).at(-1) ?? 0)
}

const LOOK = '(?:看一?[看下]|看|查一?[查下]|查|问一?[问下句]|问|说一?[说下]|说|找|指|是|要)?'
const LEAD = new RegExp(
  `^(?:[\\s\\p{P}]|[诶欸哎哦噢喔嗯嚯呃啊哈]|那么?(?!些)|对了|等等|顺[便手]|另外|该?[换改](?:成|为)?|单说|再说说|回到|放大到|更正|如果是|要是|(?:只|仅|单|光)(?:要|看|留|列|显示|给我|说)?|刚才(?:[问说]的?)?|其实|本来|应该|[我俺你您](?:就|还|再|也)?(?:想|要|来|是)?(?:知道|了解)?${LOOK}(?:的是|的|一?下)?(?!们)|再?帮我?${LOOK}|再(?=[看查问说])${LOOK}|麻烦|请问?|是(?:[问说指要]|想看)(?:的是)?|(?:还|再)?有?(?:没有|什么|哪些)?(?:别的|其[他它]的?|另外的)(?=\\p{sc=Han}{2})|what about|how about|and(?= )|[这那该]一?[届次项种件些条批个座家]的?(?!么)|[它他她](?!妈)们?的?)+`,
  'u',
)
const TAIL =
  /(?:[呀啊嘛哦啦呢呗]|来着|也?[报列]一下|也?给我列一?列|说一下|就行|怎么样|怎样|如何|的?情况|那[块个摊份](?:数|儿)?|这[块个](?:数|儿)?|(?<=.)的)+$/u

const YEAR_WORD = /^(?:(?:19|20)\d\d|\d\d)年?$/u

/** Words of two characters or more; single ones side by side are two of a word that nobody told the segmenter: 温宿. */
function contentOf(query: Query): string[] {
  const cut = cutWords(topicText(query)).filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
  const words = cut.flatMap(({ segment, index }, at) => {
    if (segment.length > 1) return [segment]
    const next = cut[at + 1]
    return next?.segment.length === 1 && next.index === index + 1 ? [segment + next.segment] : []
  })
  return words.filter((word) => !isFrameWord(word) && !YEAR_WORD.test(word))
}

/** The words that tell the topic of a question: without those that ask, its kind of figure, and a second question behind it. */
export function topicOf({ query, years }: Slots): string {
  const sentences = query.terms.split(/[?？。；;！!\n]+/u)
  const terms = (sentences.find((one) => /\p{L}/u.test(one)) ?? '').replace(/多少|[吗呢啊呀]/gu, ' ')
  const bare = years.reduce((left, part) => left.replace(part, ' '), terms)
  return tidy(bare.replace(KIND, ' ').replace(/(?<=^|\s)[的了到]|[了得的](?=\s|$)/gu, ''))
}

const KIND =
  /(?:主要)?(?:预期)?目标|计划|任务|力争|打算|准备|争取|预期|(?:实际)?完成情况|实绩|要(?=达到|完成|\s|$)|达到|完成|安排|只?想要?(?=搞|做)/gu
