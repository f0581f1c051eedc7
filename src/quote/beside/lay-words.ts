/** Lays a text without a number beside the clauses of a sentence: whether these say all that it says, and nothing else of the same. */
import { type Frame, frameSections } from '../../figures/section-frame.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Query } from '../../search/query/query.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { readNumeral } from '../../text/numeral.ts'
import type { Range } from '../../text/runs.ts'
import type { Place } from '../alignment/compare.ts'
import { contentOf, DENIES } from '../claims/account.ts'
import { isComment, isLeadIn } from '../claims/comment.ts'
import { otherStageIn, withoutStages } from '../claims/conflict.ts'
import { deedsIn } from '../claims/deeds.ts'
import { withoutRank } from '../claims/ranks.ts'
import { type Carried, PLANNED, readFrame } from '../claims/read-claims.ts'
import { tellInFigures } from '../numerals.ts'
import { nameless } from './printed.ts'
import { accountFor, inShort, NOTHING_TOLD, type Run, unsaidOf } from './words.ts'

interface WordsToLay {
  /** In plain words. */
  readonly text: string
  readonly query: Query
  /** The places whose reports tell of the country. */
  readonly nation: readonly string[]
  readonly carried: Carried
  readonly holders: readonly Place[]
}

interface LaidWords {
  /** The sentence that says it, as a figure without a name or number. */
  readonly told: StatedFigure
  /** Comments that the report has not. */
  readonly aside: readonly string[]
}

/** null where no report of the places that the text names says it. */
export async function layWords(
  searcher: Searcher,
  { text, query, nation, carried, holders }: WordsToLay,
): Promise<LaidWords | null> {
  const { said, mentions } = readFrame(text, query, nation)
  const known = mentions.filter(({ places }) => places.length > 0)
  const owners = known.length > 0 || carried.place === null ? known : [carried.place]
  const clauses = clausesIn(said).filter((clause) => contentOf(clause).trim() !== '')
  const pairs = pairsOf(foldPhrase(said))
  const wordings = (word: string): readonly string[] => searcher.wordings(word)
  for (const place of holders) {
    if (owners.length > 0 && !owners.some(({ places }) => places.includes(place.report.place))) continue
    const heads = headsOf(place)
    for (const at of sentencesIn(place.passage.text)) {
      const sentence = tellInFigures(place.passage.text.slice(...at))
      if (countShared(sentence, pairs) < MIN_PAIRS) continue
      const same: LaidClause[] = []
      const aside = clauses.filter((clause) => {
        const one = layClause(clause, { text: said, sentence, heads, wordings })
        const isIn = one !== null && isSame(one, said, sentence + heads)
        if (isIn) same.push(one)
        return !isIn
      })
      if (same.length === 0 || !aside.every((clause) => isAside(clause, said, place.report.speaker))) continue
      const isPlan = same.some(({ told }) => PLANNED.test(upTo(sentence, told)))
      const frame = await frameOf(searcher, place)
      if (!isOfTime(said, { sentence, frame, isPlan, year: carried.year })) continue
      const { figure } = nameless(at, place, { stated: [], unit: null })
      return {
        told: { ...place, figure: { ...figure, numbers: [] } },
        aside: aside.map((clause) => clause.trim()),
      }
    }
  }
  return null
}

/** Fewer pairs of characters in common say nothing of a text. */
const MIN_PAIRS = 3

function headsOf({ passage: { section }, report }: Place): string {
  const { place, speaker, title, level } = report
  return foldPhrase([place, speaker, title, ...section, level === '国' ? '全国我国国家中国' : ''].join())
}

async function frameOf(searcher: Searcher, { passage, report }: Place): Promise<Frame | undefined> {
  const whole = await searcher.report(report.id)
  const at = whole?.passages.findIndex(({ id }) => id === passage.id) ?? -1
  return whole === null ? undefined : frameSections(whole)[at]
}

interface Time {
  readonly sentence: string
  readonly frame: Frame | undefined
  readonly isPlan: boolean
  readonly year: Carried['year']
}

/** Planned or done in the same year, or years together, as the sentence or its part of the report tells. */
function isOfTime(text: string, { sentence, frame, isPlan, year }: Time): boolean {
  if (PLANNED.test(text) !== (isPlan || frame?.kind === 'target')) return false
  const named: readonly string[] = text.match(/(?<!\d)(?:19|20)\d{2}(?=年)/gu) ?? []
  const years = named.length > 0 || year?.is !== 'named' ? named : [`${year.year}`]
  const printed = foldPhrase(sentence)
  if (!years.every((one) => Number(one) === frame?.year || printed.includes(one))) return false
  if (OF_YEARS.test(text)) return OF_YEARS.test(frame?.period ?? sentence)
  return frame?.period === undefined || (years.length === 0 && !OF_ONE_YEAR.test(text))
}

const OF_YEARS = /五年|十[一二三四]?五/u
const OF_ONE_YEAR = /[去今]年/u

/** A clause of the text beside the clause of the report that says the most of it. */
interface LaidClause {
  readonly said: string
  readonly told: string
  /** In characters: told nowhere, one alone for another, and in what leads to the clause. */
  readonly none: number
  readonly weak: number
  readonly lead: number
  /** What the clause of the report says, and this one does not; nor the whole text. */
  readonly left: string
  readonly unsaid: string
}

/** In characters. */
const MAX_UNSAID = 2

function isSame(clause: LaidClause, text: string, around: string): boolean {
  const { said, told, none, weak, lead, left, unsaid } = clause
  return (
    none === 0 &&
    weak === 0 &&
    (lead === 0 || left === '') &&
    sizeOf(unsaid) <= MAX_UNSAID &&
    withoutStages(unsaid) === unsaid &&
    !DECIDES.test(unsaid) &&
    otherStageIn(said, told) === null &&
    FALLS.test(said) === FALLS.test(told) &&
    DENIES.test(contentOf(said)) === DENIES.test(contentOf(told)) &&
    areInOrder(numeralsOf(said), numeralsOf(told)) &&
    areInOrder(numeralsOf(told), numeralsOf(text)) &&
    holdsAll(said, REACH.test(told) ? told : around, REACHES) &&
    holdsAll(said, around, GIVERS) &&
    (!EACH.test(told) || EACH.test(text))
  )
}

/** 推动…落地 is not 落地. */
const DECIDES =
  /推[动进]|力争|争取|拟|将|计划|筹|谋|支持|鼓励|探索|研究|申[报请]|部分|正在|确保|[不没未无非]/u
const FALLS = /下降|减少|降低|下滑|缩小|负增长|降幅/u
const EACH = /分别|依次/u
/** Among whom, or of which level. */
const REACH = /国家级|省级|市级|[区县]级|世界|全球|亚洲|全国|国际|全[省市区县州]|[西中东]部/u
const REACHES = new RegExp(REACH, 'gu')
/** Not whose report it is. */
const GIVERS = /国务院(?!的?(?:政府)?(?:工作)?报告)|[省市区县]政府(?!的?(?:工作)?报告)/gu

function holdsAll(said: string, told: string, words: RegExp): boolean {
  return (said.match(words) ?? []).every((word) => told.includes(word))
}

function upTo(sentence: string, told: string): string {
  return sentence.slice(0, sentence.indexOf(told.split('、').at(-1) ?? told) + told.length)
}

const YEARS = /(?:19|20)\d{2}年?|[“"]?十[一二三四]?五[”"]?|五年/gu
const NUMERAL =
  /首位|头名|榜首|[首头](?=[个家次例批座届张台条位])|头一|\d+(?:\.\d+)?|第[一二三四五六七八九十]+|[二两三四五六七八九十]+/gu

/** 第1, 首个, 十七. */
function numeralsOf(text: string): string[] {
  const printed = tellInFigures(text).replace(YEARS, '，').match(NUMERAL) ?? []
  return printed.map((one) => {
    const numeral = one.replace('第', '')
    return /^[首头榜]/u.test(one) ? '1' : `${readNumeral(numeral) ?? numeral}`
  })
}

function areInOrder(some: readonly string[], all: readonly string[]): boolean {
  let at = 0
  for (const one of all) if (one === some[at]) at++
  return at === some.length
}

function sizeOf(words: string): number {
  return words.replace(/\s/gu, '').length
}

const SAYING = /(?:说|指出|提到|表示|强调|写道|透露|直言)$/u

/** 省长在报告中表示，… of the report of that very one; or how its writer finds it. */
function isAside(said: string, text: string, speaker: string): boolean {
  const mark = text.charAt(text.indexOf(said) + said.length)
  const isSaying = SAYING.test(said) && (said.includes(speaker) || said.includes('报告'))
  const isLead = /[：:]/u.test(mark) && text.trimStart().startsWith(said) && isLeadIn(foldPhrase(said), mark)
  return isSaying || isLead || isComment(foldPhrase(said))
}

function sentencesIn(text: string): Range[] {
  return Array.from(
    text.matchAll(/[^。；;！？!?\n]+/gu),
    ({ 0: one, index }): Range => [index, index + one.length],
  )
}

function clausesIn(text: string): string[] {
  return text.split(/[，,。；;：:！!？?\n（）()—]/u).filter((clause) => clause.trim() !== '')
}

function pairsOf(folded: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, folded.length - 1) }, (_, at) => folded.slice(at, at + 2)))
}

function countShared(words: string, pairs: ReadonlySet<string>): number {
  return [...pairsOf(foldPhrase(words))].filter((pair) => pairs.has(pair)).length
}

interface Beside {
  readonly text: string
  readonly sentence: string
  readonly heads: string
  readonly wordings: (word: string) => readonly string[]
}

/** The clause of the sentence that tells the most of it; null where none has two characters side by side of it. */
function layClause(said: string, { text, sentence, heads, wordings }: Beside): LaidClause | null {
  const words = inShort(withoutRank(said))
  const pairs = pairsOf(foldPhrase(said))
  const clauses = clausesIn(sentence).flatMap(predicatesIn)
  const laid = clauses.flatMap((clause, index) => {
    if (countShared(clause, pairs) === 0) return []
    const told = withoutOthers(clause, pairs)
    const own = inShort(withoutRank(told))
    // What has a verb of its own tells of something else.
    const leads = clauses.slice(0, index).filter((before) => deedsIn(foldPhrase(before)).length === 0)
    const of = { ...NOTHING_TOLD, own, topic: heads, before: inShort(leads.join('，')) }
    return { told, own, ...countsOf(accountFor(words, of, wordings)) }
  })
  const costOf = ({ told, none, weak, lead }: (typeof laid)[number]): number =>
    (areInOrder(numeralsOf(said), numeralsOf(told)) ? 0 : 1) + none + 0.6 * weak + 0.4 * lead
  const [best] = laid.sort((a, b) => costOf(a) - costOf(b))
  if (best === undefined) return null
  const leftBy = (whole: string): string => unsaidOf(best.own, whole, wordings)
  return { ...best, said, left: leftBy(said), unsaid: leftBy(text) }
}

/** 甲、乙、丙获批 says so of 甲: without the items in the midst of a list that a text does not name. */
function withoutOthers(clause: string, pairs: ReadonlySet<string>): string {
  const items = clause.split('、')
  return items
    .filter((item, at) => at === 0 || at === items.length - 1 || countShared(item, pairs) > 0)
    .join('、')
}

/** 甲建成、乙封顶: the items of a list of which each has its verb. */
function predicatesIn(clause: string): string[] {
  const all: string[] = []
  for (const item of clause.split('、')) {
    const before = all.at(-1)
    if (before === undefined || endsInDeed(before)) all.push(item)
    else all[all.length - 1] = `${before}、${item}`
  }
  return all
}

function endsInDeed(words: string): boolean {
  const folded = foldPhrase(words)
  return deedsIn(folded).some(({ end }) => end === folded.length)
}

function countsOf(runs: readonly Run[]): Pick<LaidClause, 'none' | 'weak' | 'lead'> {
  const counts = { none: 0, weak: 0, lead: 0 }
  for (const { levels } of runs)
    for (const level of levels) {
      if (level === 'none' || level === 'other') counts.none++
      if (level === 'weak') counts.weak++
      if (level === 'before') counts.lead++
    }
  return counts
}
