/** Turns the check of a text's words into a verdict on them, whatever its figures say. */

import { readAmount } from '../figures/quantity.ts'
import { frameAlone } from '../figures/section-frame.ts'
import type { StatedFigure } from '../search/backend.ts'
import { foldPhrase, lettersOf } from '../text/normalizer.ts'
import { readNumeral } from '../text/numeral.ts'
import { shortName } from '../text/place-name.ts'
import type { Range } from '../text/runs.ts'
import { afterMark, beforeMark, sentenceStart } from '../text/sentences.ts'
import { findChanges } from './alignment/changes.ts'
import type { Differs } from './alignment/compare.ts'
import { accountFor, NOTHING_TOLD } from './beside/words.ts'
import type { CheckOf, QuoteCheck } from './check.ts'
import { contentWords, missingWords, type Wordings } from './claims/account.ts'
import type { Conflict } from './claims/conflict.ts'
import { isRemoved, removalIn, withoutDeeds } from './claims/deeds.ts'
import { foldWithout } from './claims/named-text.ts'
import { tellPlainly } from './claims/spoken.ts'
import { MARKS } from './claims/stretch.ts'
import { isAskedAbout, longestQuotation } from './frame.ts'
import { findFigures } from './numbers.ts'

export interface Judged {
  /** `true`: words or figures, place, year, kind and qualifiers all agree with a report; `false`: a report says otherwise; null: none says anything of it. */
  readonly supported: boolean | null
  readonly conflicts: readonly Conflict[]
  /** Of a text whose figures agree, the comments that no report has. Default: none. */
  readonly aside?: readonly string[]
  /** The sentence that says in other words what a text without a number does. Default: none. */
  readonly told?: StatedFigure
}

/** Less alike than this, another wording tells nothing of what is said. */
const SURE_SIMILARITY = 0.75

/** Whether the words stand in a report that is one of the place they are said to be of. */
export function judgeWords(check: QuoteCheck, text: string, wordings: Wordings = () => []): Judged {
  switch (check.kind) {
    case 'verbatim': {
      const conflicts = [...placeConflicts(check), ...cutConflicts(check, text)]
      return { supported: conflicts.length === 0, conflicts }
    }
    case 'differs': {
      const conflicts = [...placeConflicts(check), ...changeConflicts(check)]
      if (check.onlyPunctuation || check.sameValues) {
        const places = placeConflicts(check)
        return { supported: places.length === 0, conflicts: places }
      }
      if (isQuoted(check, text)) return { supported: false, conflicts }
      // What differs from another place's words is its own.
      if (
        check.misattributed !== undefined ||
        !areWordsNear(check) ||
        (differsInSmallWords(check) && !denies(check))
      )
        return { supported: null, conflicts: [] }
      if (denies(check)) return { supported: false, conflicts }
      return { supported: saysOtherwise(check, wordings) ? false : null, conflicts }
    }
    default:
      return { supported: null, conflicts: [] }
  }
}

/** Word for word a report's, and its place's, unless in quotation marks. */
export function areOwnWords(check: QuoteCheck, text: string): boolean {
  return check.kind === 'verbatim' && (check.misattributed === undefined || isQuoted(check, text))
}

/** Much like a report's. */
function areWordsNear(check: QuoteCheck): boolean {
  return check.kind === 'differs' && check.similarity >= SURE_SIMILARITY
}

/** Words that say nothing by themselves: 提升到 for 提升至, 下闸蓄水 for 实现下闸蓄水. */
const SMALL_WORDS =
  /^(?:[的了着和与及至到达为有]|[全我本][省市县区州国年]?|年?共|实现|达到|同比|以及|[,，、；;]|\s)*$/u

/** Puts a number or another word in the place of a report's. What is only added or left out, or told in words that the passage has elsewhere, contradicts nothing. */
function saysOtherwise({ diff, hit: { passage, report } }: CheckOf<'differs'>, wordings: Wordings): boolean {
  const all = foldPhrase([passage.text, ...passage.section, report.place, shortName(report.place)].join())
  const typed = foldPhrase(diff.map(({ kind, text }) => (kind === 'missing' ? '' : text)).join(''))
  return findChanges(diff).some(({ kind, printed, typed: said }) => {
    if (kind === 'marks' || printed === '' || said === '') return false
    if (kind === 'figure') return !isCutShort(printed, said) && !areOneNumber(printed, said)
    // 选 for 确定我省: only a word in the place of another as long is surely another one.
    if (sizeOf(said) !== sizeOf(printed)) return false
    return untoldOf(said, all, wordings) > 0 && untoldOf(printed, typed, wordings) >= MIN_OTHER
  })
}

/** A number, or a reach as 省 of 全省, that stands where the report's words, much like these, have another; null where none does. */
export function anotherInPlace(check: QuoteCheck): Conflict | null {
  if (check.kind !== 'differs' || !areWordsNear(check)) return null
  // 增长12%、7%，分别…: one number stands beside the other's noun.
  if (check.diff.some(({ kind, text }) => kind !== 'added' && EACH.test(text))) return null
  const other = findChanges(check.diff).find(({ printed, typed: said }) => {
    if (REACH.test(printed) && REACH.test(said)) return true
    const isNumber = [printed, said].every((number) => bareNumber(number) !== null)
    return isNumber && !areOneNumber(printed, said)
  })
  return other === undefined ? null : { kind: 'figure', said: other.typed, source: other.printed }
}

const EACH = /分别|依次/u
const REACH = /^[省市县区州国]$/u

/** null where more than a number stands there, as 近 or 逾. */
function bareNumber(printed: string): number | null {
  const [, digits, unit = ''] = /^([\d.]+)([万亿]*)$/u.exec(printed) ?? []
  return digits === undefined ? readNumeral(printed) : (readAmount(digits, unit)?.number ?? null)
}

/** 10 of 十. */
function areOneNumber(printed: string, said: string): boolean {
  const number = bareNumber(printed)
  return number !== null && number === bareNumber(said)
}

/** In letters, without years. */
function sizeOf(words: string): number {
  return lettersOf(words.replace(/(?:19|20)\d{2}年?/gu, '')).length
}

/** A word of the report, of so many characters, that the text has not. */
const MIN_OTHER = 2

function untoldOf(words: string, told: string, wordings: Wordings): number {
  const runs = accountFor(words, { ...NOTHING_TOLD, own: told }, wordings)
  return runs.flatMap(({ levels }) => levels.filter((level) => level !== 'own')).length
}

/** 有64万多人 of 64.8万人. */
function isCutShort(printed: string, typed: string): boolean {
  const digits = /\d+/u.exec(typed)?.[0]
  return digits !== undefined && printed.startsWith(`${digits}.`)
}

export function differsInSmallWords({ diff }: Differs): boolean {
  return findChanges(diff).every(
    ({ kind, printed, typed }) => kind === 'marks' || SMALL_WORDS.test(printed + typed),
  )
}

export function denies({ diff, similarity }: Differs): boolean {
  return similarity >= SURE_SIMILARITY && findChanges(diff).some(({ kind }) => kind === 'negation')
}

/** In quotation marks: said to be the report's own words. */
function isQuoted({ part }: Pick<Matched, 'part'>, text: string): boolean {
  return part !== undefined && [...'“「『"'].some((mark) => text.includes(mark + part))
}

type Matched = Exclude<QuoteCheck, { kind: 'not-found' }>

function placeConflicts({ misattributed, hit }: Matched): Conflict[] {
  return misattributed === undefined ? [] : [{ kind: 'place', said: misattributed, source: hit.report.place }]
}

function cutConflicts(
  { cutFigure, cutQualifier, omissions, part }: CheckOf<'verbatim'>,
  text: string,
): Conflict[] {
  const said = (part ?? text).trim()
  const conflicts: Conflict[] = []
  if (cutFigure !== null) conflicts.push({ kind: 'figure', said, source: cutFigure })
  if (cutQualifier !== null) conflicts.push({ kind: 'bound', said, source: cutQualifier })
  for (const { negation, text: left } of omissions) {
    if (negation !== null) conflicts.push({ kind: 'words', said, source: left.trim() })
  }
  return conflicts
}

function changeConflicts({ diff }: CheckOf<'differs'>): Conflict[] {
  return findChanges(diff)
    .filter(({ kind }) => kind !== 'marks')
    .map(({ kind, printed, typed }) => ({
      kind: kind === 'figure' ? 'figure' : 'words',
      said: typed,
      source: printed,
    }))
}

/** 清洁 of 清洁能源消费比重提高1.7个百分点, of which a text with more around it has but 能源消费比重…: what is counted is another thing. */
export function cutAttribute(check: QuoteCheck, text: string, wordings: Wordings): Conflict | null {
  if (check.kind !== 'verbatim') return null
  const { part, hit, range } = check
  const [start, end] = range
  const told = hit.passage.text
  const [number] = findFigures(told.slice(start, Math.min(end, beforeMark(told, MARKS, start))))
  if (part === undefined || number === undefined || isQuoted({ part }, text)) return null
  const cut = told.slice(afterMark(told, MARKS, start), start)
  const around = foldPhrase(`${text.replace(part, ' ')}，${hit.report.place}`)
  const words = missingWords(contentWords(withoutDeeds(foldPhrase(cut))), around, wordings)
  const isKept = words.length === 0 && (removalIn(`${cut}1`) === null || isRemoved(text))
  return isKept ? null : { kind: 'words', said: part, source: cut.trim() + part }
}

const FRAME_YEAR = /(?<year>(?:19|20)\d{2})年?(?<report>[^，。；\d]{0,8}报告)?/u

/**
 * The year in the words around a quote: that of the report, where it says so, else of its figures; before a statement, of the part of the
 * report that has it. Null where it is; another one that the report looks back on or plans is neither right nor surely wrong.
 */
export function judgeFrameYear(
  check: CheckOf<'verbatim'>,
  text: string,
  quoted: readonly StatedFigure[],
): Judged | null {
  if (check.part === undefined) return null
  const around = text.replace(check.part, '')
  const { year: said, report: named } = FRAME_YEAR.exec(around)?.groups ?? {}
  if (said === undefined) return null
  const conflict = (source: string): Conflict => ({ kind: 'year', said: `${said}年`, source })
  const period =
    quoted.length === 0 && !PERIOD.test(text) ? PERIOD.exec(sentenceBefore(check))?.[0] : undefined
  if (period !== undefined) return { supported: false, conflicts: [conflict(period)] }
  const holders = [check.hit, ...check.others]
  const years = holders.flatMap(({ report: { year, reviews, plans } }) =>
    named === undefined ? [year, reviews, plans] : [year],
  )
  const ofFigures = named === undefined ? quoted.map(({ figure }) => figure.year) : []
  const isStatement = named === undefined && !QUOTES.test(around)
  const ofParts = isStatement
    ? holders.map(({ passage, report }) => frameAlone(passage, report)?.year ?? report.year)
    : years
  const told = ofFigures.length > 0 ? ofFigures : ofParts
  if (told.includes(Number(said))) return null
  const isOpen = ofFigures.length === 0 && years.includes(Number(said))
  return { supported: isOpen ? null : false, conflicts: [conflict(`${told[0] ?? check.hit.report.year}年`)] }
}

/** 总投资14亿元的…项目 says itself whose its figures are. */
export function namesOwner({ range }: { readonly range: Range }, quoted: readonly StatedFigure[]): boolean {
  const told = quoted.reduce((sum, { figure }) => sum + figure.end - figure.start, 0)
  return range[1] - range[0] - told >= MIN_OWNER
}

/** So many letters beside the figures name what they are told of. */
const MIN_OWNER = 6

const QUOTES = /[：:“”"「」『』]/u

/** 2010年以来，累计…: what is told of many years is none of one. */
const PERIOD = /(?:19|20)\d{2}年(?:以来|来|[至到—-])|(?:近|过去|这)?[二两三四五六七八九十几]年来|累计/u

/** What of its sentence stands before the quote. */
function sentenceBefore({ hit, range }: CheckOf<'verbatim'>): string {
  const { text } = hit.passage
  return text.slice(sentenceStart(text, range[0]), range[0])
}

/** Whether what a text tells around words in marks stands in the sentence that has them: of whom an honour is. */
export function aroundStands(
  text: string,
  {
    names,
    told,
    wordings,
  }: { readonly names: readonly string[]; readonly told: string; readonly wordings: Wordings },
): boolean {
  const quotation = longestQuotation(text)
  if (quotation === null || isAskedAbout(quotation)) return true
  const around = foldWithout(tellPlainly(`${quotation.before}，${quotation.after}`), names)
  return missingWords(contentWords(around), foldPhrase(told), wordings).length === 0
}
