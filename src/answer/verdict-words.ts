/** Turns a verdict into what is said of it first: that the reports say so, what they say instead, or that only the words are theirs. */
import type { Figure } from '../figures/figure.ts'
import { loadIndicators } from '../figures/indicators.ts'
import type { CheckOf } from '../quote/check.ts'
import { type ClaimCheck, isSaidNearly, isUnsure } from '../quote/claims/check-claim.ts'
import type { Conflict } from '../quote/claims/conflict.ts'
import { printedParts } from '../quote/claims/figure-parts.ts'
import type { Verdict } from '../quote/verify.ts'
import type { StatedFigure } from '../search/backend.ts'
import { clip, safeCut } from '../text/clip.ts'
import { foldPhrase } from '../text/normalizer.ts'
import type { Range } from '../text/runs.ts'
import type { Translate } from '../text/translate.ts'

export interface ToldClaims {
  /** The first is what a hurried reader takes away. */
  readonly lines: readonly ToldLine[]
  /** What the reports say of it: each sentence once, with all its numbers that are spoken of. */
  readonly figures: readonly StatedFigure[]
}

export interface ToldLine {
  readonly text: string
  /** A verdict, and no remark beside one. */
  readonly isVerdict: boolean
}

/** Whether what a text says decides, and not its words: its figures are wrong, or all is right in other words than the report's. */
export function isOfFigures({ check, claims, supported, conflicts, told }: Verdict): boolean {
  if (told !== undefined) return true
  if (check.kind === 'verbatim' && check.part === undefined) return false
  if (claims.some((claim) => claim.supported === false)) return supported === false
  if (claims.some(isUnsure)) return supported === null
  if (conflicts.length === 0 && claims.some((claim) => claim.isNumberSaid)) return false
  return claims.length > 0 && supported !== false && check.kind !== 'verbatim' && claims.every(isSaidNearly)
}

/** The place and year in the words around a quote are checked by its figures. */
export function isAllChecked({ claims, supported }: Pick<Verdict, 'claims' | 'supported'>): boolean {
  return supported === true && claims.length > 0 && claims.every((claim) => claim.supported === true)
}

/** The places that a text tells figures of, where none of them has a report: it differs from no other's words. Else none. */
export function placesUnknown({ claims, supported }: Pick<Verdict, 'claims' | 'supported'>): string[] {
  const places = supported === null ? claims.map(({ claim }) => claim.place) : []
  return places.every((place) => place?.places.length === 0)
    ? [...new Set(places.map((place) => place?.name ?? ''))]
    : []
}

/** What is told of one sentence of several: of its figures, or what its words have otherwise, point by point. */
export function tellSentence(one: Verdict, t: Translate): string[] {
  if (isOfFigures(one)) return tellClaims(one, t).lines.map(({ text }) => text)
  const words = (text: string): string => (text === '' ? t('conflict-unsaid') : `“${clip(text)}”`)
  return one.conflicts.map(({ kind, said, source }) =>
    t(source === '' ? 'conflict-unknown' : 'conflict-line', {
      what: t(`conflict-${kind}`),
      said: words(said),
      source: words(source),
    }),
  )
}

/** What is told of the figures of a text for which isOfFigures() holds. */
export function tellClaims(one: Verdict, t: Translate): ToldClaims {
  const { claims, supported } = one
  const wrong = claims.filter(supported === false ? (claim) => claim.supported === false : isUnsure)
  const isWrong = supported !== true && wrong.length > 0
  return {
    lines: isWrong ? wrongLines(wrong, one, t) : rightLines(one, t),
    figures: one.told === undefined ? figuresOf(isWrong ? wrong : claims) : [one.told],
  }
}

function rightLines(one: Verdict, t: Translate): ToldLine[] {
  const { claims, conflicts } = one
  if (one.supported === true) {
    const isOtherwise = claims.some((claim) => claim.isWrittenOtherwise)
    return [
      verdict(t('claim-agrees')),
      ...(isOtherwise ? [remark(t('claim-written-otherwise'))] : []),
      ...tellAside(one, t).map(remark),
    ]
  }
  const rounded = claims.filter((claim) => claim.isRoundedOff)
  if (rounded.length > 0) {
    const figures = rounded.map((claim) => saidInstead(claim, t)).join('；')
    return [verdict(`⚠ ${t('claim-rounded', { figures })}`)]
  }
  if (conflicts.length > 0 && claims.some((claim) => claim.isNumberSaid))
    return [verdict(`⚠ ${t('claim-other-words')}`)]
  const words = conflicts.find(({ kind }) => kind === 'words')?.said ?? ''
  return [verdict(`⚠ ${t('claim-more-words', { words })}`)]
}

/** That the report has not the comments of a text that is right; nothing where it has none. */
export function tellAside({ aside = [] }: Pick<Verdict, 'aside'>, t: Translate): string[] {
  return aside.length === 0 ? [] : [t('claim-aside', { words: aside.join('”“') })]
}

function wrongLines(wrong: readonly ClaimCheck[], { text, supported }: Verdict, t: Translate): ToldLine[] {
  const isAsked = /[?？吗嗎]\s*$/u.test(text)
  const isCutShort = wrong.every(leavesOutBound)
  const differs = isCutShort ? 'claim-bound' : isAsked ? 'claim-no' : 'claim-differs'
  const lead = t(supported === null ? 'claim-unsure' : differs)
  const mark = supported === null || isCutShort ? '⚠' : '✗'
  return wrong.flatMap((claim, index) => {
    const meant = meantLine(claim, t)
    return [
      verdict(`${mark} ${index === 0 ? lead : ''}${saidInstead(claim, t)}`),
      ...(meant === null ? [] : [remark(meant)]),
      ...(claim.also === null || claim.also === claim.meant ? [] : [remark(figureName(claim.also, t))]),
    ]
  })
}

/** 6.8% of 6.8%左右: all that the figure lacks is its qualifier. */
function leavesOutBound({ claim, conflicts, supported }: ClaimCheck): boolean {
  const isCut = supported === false && conflicts.length > 0 && areBounds(conflicts)
  return isCut && claim.parts.every(({ bound }) => bound === 'exact')
}

function areBounds(conflicts: readonly Conflict[]): boolean {
  return conflicts.every(({ kind }) => kind === 'bound')
}

function verdict(text: string): ToldLine {
  return { text, isVerdict: true }
}

function remark(text: string): ToldLine {
  return { text, isVerdict: false }
}

/** 昭苏县2024年一般公共预算收入增长16.68%（实绩）; where the report has no such figure, what was taken for it. */
function saidInstead(claim: ClaimCheck, t: Translate): string {
  const [cut] = leavesOutBound(claim) ? claim.conflicts : []
  const stated = claim.stated ?? (areBounds(claim.conflicts) ? claim.meant : null)
  if (stated !== null) {
    const name = figureName(stated, t)
    // A qualifier before its number is no part of what a figure prints.
    return cut === undefined || name.includes(cut.source)
      ? name
      : t('claim-instead', { said: cut.said, source: cut.source })
  }
  const words = otherWords(claim)
  if (words !== null) return t('claim-instead', { said: words.said, source: words.source })
  const { figure, year } = claim.claim
  const what = [
    claim.claim.place?.name ?? '',
    year?.is === 'named' ? t('claim-year', { year: String(year.year) }) : '',
  ]
  // It is another kind of figure that has this number, and nothing else is wrong.
  const isOtherKind = claim.conflicts.length > 0 && claim.conflicts.every(({ kind }) => kind === 'kind')
  const told = !isOtherKind
    ? 'claim-not-stated'
    : claim.claim.kind === 'target'
      ? 'claim-not-planned'
      : 'claim-not-reached'
  return t(told, { what: `${what.join('')}${figure.name}` })
}

/** 建成 where the report says 开工, and nothing else is wrong; null for all other conflicts. */
function otherWords({ conflicts }: ClaimCheck): Conflict | null {
  const [only, ...others] = conflicts
  return only?.kind === 'words' && only.said !== '' && only.source !== '' && others.length === 0 ? only : null
}

function meantLine(check: ClaimCheck, t: Translate): string | null {
  const { claim, meant, stated, conflicts } = check
  if (
    meant === null ||
    meant === stated ||
    otherWords(check) !== null ||
    (stated === null && areBounds(conflicts))
  )
    return null
  const said = claim.parts.map(({ printed }) => printed).join('，')
  const { place } = meant.report
  const { year, subject } = meant.figure
  return t('claim-meant', { said, place: subject ?? place, year: String(year), kind: kindOf(meant, t) })
}

function figureName(stated: StatedFigure, t: Translate): string {
  const { figure, passage, report } = stated
  const name = nameOf(figure)
  // 预算支出的75%用于…: a share may have its number within.
  const numbers = printedParts(figure, passage.text).filter((part) => !name.includes(part))
  return t('claim-figure', {
    place: figure.subject ?? report.place,
    year: String(figure.year),
    name,
    numbers: numbers.join('，'),
    kind: kindOf(stated, t),
  })
}

/** As printed; of a name for two (城乡居民收入, 城镇、农村居民收入) which of them it is. */
function nameOf({ name, indicator }: Figure): string {
  const entry = loadIndicators().lookUp(foldPhrase(name))
  const isOfSeveral = entry === undefined ? /[、和与及]/u.test(name) : entry.pair !== null
  return isOfSeveral ? indicator : name
}

/** 实绩, 目标·年均: what is no figure of one year says of which time it is. */
function kindOf({ figure: { kind, scope } }: StatedFigure, t: Translate): string {
  return scope === null ? t(`kind-${kind}`) : `${t(`kind-${kind}`)}·${scope}`
}

function figuresOf(claims: readonly ClaimCheck[]): StatedFigure[] {
  const shown = new Map<string, StatedFigure>()
  for (const { stated, meant, also } of claims) {
    for (const one of [stated, meant, also]) {
      if (one === null) continue
      const key = `${one.figure.passage} ${sentenceStart(one)}`
      const known = shown.get(key)
      shown.set(key, known === undefined ? one : joined(known, one))
    }
  }
  return [...shown.values()]
}

/** Words of the report shown around a figure, on each side, up to the ends of its sentence. */
const CONTEXT_UTF16 = 80

/** The sentence of a figure as `[start, end)` in its passage; of a long one what stands around the figure. */
export function statedStretch(stated: StatedFigure): Range {
  const { figure, passage } = stated
  const start = Math.max(sentenceStart(stated), figure.start - CONTEXT_UTF16)
  const stop = passage.text.indexOf('。', figure.end - 1)
  const end = Math.min(stop < 0 ? passage.text.length : stop + 1, figure.end + CONTEXT_UTF16)
  return [safeCut(passage.text, start), safeCut(passage.text, end)]
}

function sentenceStart({ figure, passage: { text } }: StatedFigure): number {
  return text.lastIndexOf('。', figure.start - 1) + 1
}

function joined(a: StatedFigure, b: StatedFigure): StatedFigure {
  const numbers = [...a.figure.numbers, ...b.figure.numbers].sort((one, two) => one[0] - two[0])
  const start = Math.min(a.figure.start, b.figure.start)
  const end = Math.max(a.figure.end, b.figure.end)
  return { ...a, figure: { ...a.figure, start, end, numbers } }
}

/** The first line of words that stand in a report: ✓ only where nothing else of the text conflicts. */
export function verbatimHeading(
  { omissions, cutQualifier }: CheckOf<'verbatim'>,
  { supported, conflicts }: Pick<Verdict, 'supported' | 'conflicts'>,
  t: Translate,
): string {
  const count = omissions.reduce((sum, { length }) => sum + length, 0)
  if (cutQualifier !== null) return `⚠ ${t('quote-cut-qualifier', { words: cutQualifier })}`
  if (omissions.length > 0) return t('quote-omits', { count })
  if (supported === true) return t('quote-verbatim')
  const other = conflicts.find(({ kind }) => kind === 'place' || kind === 'year' || kind === 'kind')
  return other === undefined
    ? t('quote-words-only')
    : `⚠ ${t('quote-of-other', { said: other.said, source: other.source })}`
}

/** 2025年 · 目标: whether what is quoted was done or is planned, where it states figures of one kind and year; null otherwise. */
export function tellKind({ claims }: Pick<Verdict, 'claims'>, t: Translate): string | null {
  const kinds = new Set(
    claims.flatMap(({ stated }) => (stated === null ? [] : [`${stated.figure.year} ${stated.figure.kind}`])),
  )
  const stated = claims.find((claim) => claim.stated !== null)?.stated
  if (kinds.size !== 1 || stated === undefined || stated === null) return null
  return t('claim-of', { year: String(stated.figure.year), kind: t(`kind-${stated.figure.kind}`) })
}
