/** Checks a claim against the figures of the reports: what they say of the same otherwise, and which of them it may have meant. */

import { isSameQuantity, type Quantity } from '../../figures/quantity.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { getOrMake, groupBy } from '../../text/maps.ts'
import {
  type Conflict,
  limitConflictsOf,
  placeConflictOf,
  removalConflictsOf,
  scopeConflictsOf,
  timeConflictsOf,
} from './conflict.ts'
import {
  type FigurePart,
  isComparable,
  isRounded,
  isRoundedOff,
  isSamePart,
  partsOf,
} from './figure-parts.ts'
import { wholeBeside } from './part-of-whole.ts'
import type { Claim } from './read-claims.ts'
import { isCommon, isIncrement, isOnlyTotal } from './same-name.ts'
import { isSurelyOther, isSurelySame } from './sure.ts'

export interface ClaimCheck {
  readonly claim: Claim
  /** `true`: one report says all of it, by its sentence. `false`: a report surely says otherwise. null: none says anything of it, or none surely of the same. */
  readonly supported: boolean | null
  readonly conflicts: readonly Conflict[]
  /** What the report says of that place, year and kind; null where it does not. */
  readonly stated: StatedFigure | null
  /** A figure of another place, year or kind that has the claimed number: what was probably meant. */
  readonly meant: StatedFigure | null
  /** What the place's reports say of the same beside it, done or planned, where the claim names no year; null otherwise. */
  readonly also: StatedFigure | null
  /** True where the number is the report's, written otherwise (23000万元 for 2.3亿元), or told of the same in other words. */
  readonly isWrittenOtherwise: boolean
  /** True where nothing conflicts but that a number is the report's rounded: 760万 for 760.16万. Neither confirmed nor contradicted. */
  readonly isRoundedOff: boolean
  /** True where the report states the number, of that place, year and kind, in other words: whether of the same, the reader must judge. Never where confirmed. */
  readonly isNumberSaid: boolean
}

const UNTOLD = {
  meant: null,
  also: null,
  isWrittenOtherwise: false,
  isRoundedOff: false,
  isNumberSaid: false,
} as const

/** Of a claim of which nothing is known yet. */
export function unchecked(claim: Claim): ClaimCheck {
  return { ...UNTOLD, claim, supported: null, conflicts: [], stated: null }
}

/**
 * It contradicts, and does not confirm: that the report says all that is told of a number is seen beside its sentence (beside/).
 *
 * @param found figures of the claim's indicator, of any place, year and kind.
 */
export function checkClaim(claim: Claim, found: readonly StatedFigure[]): ClaimCheck {
  const evidence = gather(claim, found)
  const candidates = evidence.figures.map((stated) => compare(claim, stated, evidence))
  const agreeing = candidates.filter(({ conflicts }) => conflicts.length === 0)
  const own = closest(
    agreeing.filter((one) => wholeBeside(claim, one.stated, evidence.besides(one.stated)) === null),
  )
  if (own !== null) return { ...unchecked(claim), stated: own.stated }
  const [part] = agreeing
  const whole = part === undefined ? null : wholeBeside(claim, part.stated, evidence.besides(part.stated))
  // 增长31% of 城镇固定资产投资, where the whole grew by 18%.
  if (whole !== null) return contradictPart(claim, compare(claim, whole, evidence))
  const isAnyOf = isAnybodys(claim) || isCommon(claim.figure.indicator)
  const stated = isAnyOf ? null : closest(candidates.filter(isOfSameTime))
  // 投资40亿元 of another place is a coincidence.
  const isOwn = ({ conflicts }: Compared): boolean =>
    !isCommon(claim.figure.indicator) || conflicts.every(({ kind }) => kind !== 'place')
  // 超10亿元 of 30亿元 is true, whoever else has 12亿元.
  const isBounded = stated?.isRoundedOff === true && claim.parts.some(({ bound }) => bound !== 'exact')
  const others = isBounded ? [] : candidates.filter(isOwn)
  const meant = closest(others.filter((one) => isMeant(one, { isSaid: stated !== null })))
  const isKnown = claim.place === null || claim.place.places.length > 0
  const conflicts = isKnown ? unique([...(stated?.conflicts ?? []), ...(meant?.conflicts ?? [])]) : []
  const isRoundedOff = isKnown && stated?.isRoundedOff === true && meant === null
  const isSure =
    (stated !== null && isSurelySame(claim, stated.stated)) || (meant !== null && isSurelyOther(claim, meant))
  return {
    claim,
    supported: conflicts.length === 0 || isRoundedOff || !isSure ? null : false,
    conflicts,
    stated: stated?.stated ?? null,
    meant: meant?.stated ?? null,
    also: claim.year === null && claim.place !== null ? findAlso(candidates) : null,
    isWrittenOtherwise: false,
    isRoundedOff,
    isNumberSaid: false,
  }
}

/** The figures that have parts for a claim. Of one indicator there are thousands, and each is compared: none may ask for all the others. */
interface Evidence {
  readonly figures: readonly StatedFigure[]
  /** Those of the same report, itself among them. */
  besides(stated: StatedFigure): readonly StatedFigure[]
  /** Those of its place that print a part of the claim as it does. */
  printing(part: FigurePart): readonly StatedFigure[]
}

function gather(claim: Claim, found: readonly StatedFigure[]): Evidence {
  const figures = found.filter((stated) => partsFor(claim, stated).length > 0)
  const ofPlace = figures.filter(({ report }) => claim.place?.places.includes(report.place) !== false)
  const ofReports = groupBy(figures, ({ report }) => report.id)
  const printing = new Map<FigurePart, readonly StatedFigure[]>()
  return {
    figures,
    besides: ({ report }) => ofReports.get(report.id) ?? [],
    printing: (part) => {
      const isSame = (other: FigurePart): boolean => isSamePart(part, other) && other.bound === part.bound
      return getOrMake(printing, part, () => ofPlace.filter((one) => partsFor(claim, one).some(isSame)))
    },
  }
}

/** As the report has it, or rounded, or in other words. */
export function isSaidNearly({ supported, isRoundedOff, isNumberSaid }: ClaimCheck): boolean {
  return supported === true || isRoundedOff || isNumberSaid
}

/** It differs from figures of which none is surely the same. */
export function isUnsure({ supported, conflicts, isRoundedOff }: ClaimCheck): boolean {
  return supported === null && conflicts.length > 0 && !isRoundedOff
}

function contradictPart(claim: Claim, { stated, conflicts }: Compared): ClaimCheck {
  const other: Conflict = {
    kind: 'words',
    said: claim.figure.name,
    source: stated.figure.name,
  }
  return { ...UNTOLD, claim, supported: false, conflicts: conflicts.length > 0 ? conflicts : [other], stated }
}

/** The newest figure of the other kind: the target beside the result. */
function findAlso(candidates: readonly Compared[]): StatedFigure | null {
  const others = candidates.filter(
    ({ conflicts }) =>
      conflicts.some(({ kind }) => kind === 'kind') &&
      conflicts.every(
        ({ kind, source }) => kind === 'kind' || kind === 'bound' || (kind === 'figure' && source !== ''),
      ),
  )
  return closest(others)?.stated ?? null
}

interface Compared {
  readonly stated: StatedFigure
  readonly conflicts: readonly Conflict[]
  readonly isRoundedOff: boolean
}

/** How much each kind of conflict counts when the closest figure is looked for. */
const WEIGHT: Readonly<Record<Conflict['kind'], number>> = {
  place: 8,
  words: 4,
  kind: 2,
  year: 2,
  figure: 1,
  bound: 0.5,
}

function closest(candidates: readonly Compared[]): Compared | null {
  const weight = ({ conflicts }: Compared): number =>
    conflicts.reduce((sum, { kind }) => sum + WEIGHT[kind], 0)
  // Of equals the newest.
  const [best] = [...candidates].sort(
    (a, b) => weight(a) - weight(b) || b.stated.figure.year - a.stated.figure.year,
  )
  return best ?? null
}

/** Said of no place and no year: then no report says otherwise, since each tells of its own. */
function isAnybodys({ place, year }: Claim): boolean {
  return place === null && year === null
}

/** A figure that is not stated at all, as a value where there is only growth, is no other one. */
function isOfSameTime({ conflicts }: Compared): boolean {
  return conflicts.every(({ kind, source }) => (kind === 'figure' && source !== '') || kind === 'bound')
}

/** Where the place's own report has the figure, another place's is meant only if nothing but the place is wrong. */
function isMeant({ conflicts }: Compared, { isSaid }: { readonly isSaid: boolean }): boolean {
  // 比2011年增长84.5%, or a sum of five years, told as of a year.
  const [only] = conflicts
  if (conflicts.length === 1 && only?.kind === 'words' && only.source !== '') return true
  if (conflicts.some(({ kind }) => kind === 'figure' || kind === 'words')) return false
  return !isSaid || conflicts.length === 1 || conflicts.every(({ kind }) => kind !== 'place')
}

function unique(conflicts: readonly Conflict[]): Conflict[] {
  const seen = new Set<string>()
  return conflicts.filter(({ kind, said, source }) => {
    const key = `${kind} ${said} ${source}`
    return !seen.has(key) && seen.add(key) !== undefined
  })
}

function compare(claim: Claim, stated: StatedFigure, evidence: Evidence): Compared {
  const conflicts: Conflict[] = []
  const place = placeConflictOf(claim, stated)
  if (place !== null) conflicts.push(place)
  conflicts.push(
    ...timeConflictsOf(claim, stated),
    ...scopeConflictsOf(claim, stated),
    ...removalConflictsOf(claim, stated),
  )
  let rounded = 0
  for (const part of claim.parts) {
    const own = findPart(part, claim, stated, evidence)
    if (own === null) {
      const all = partsFor(claim, stated)
      // 增长5亿元, where 5亿元 is what it came to.
      const other =
        all.find((one) => one.of === part.of && isComparable(one, part)) ??
        all.find((one) => isSameQuantity(ofPoints(one), ofPoints(part)))
      conflicts.push({ kind: 'figure', said: part.printed, source: other?.printed ?? '' })
      if (other !== undefined && isRoundedOff(other, part)) rounded++
      continue
    }
    if (!isSamePart(part, own)) continue
    // 超36万亩 is 36万亩以上; what is 以上 may be no more.
    const isBounded = own.bound === part.bound || (own.bound === 'over' && part.bound === 'at-least')
    if (!isBounded) conflicts.push({ kind: 'bound', said: part.bounded, source: own.bounded })
  }
  // Of thousands of figures most have another number.
  if (conflicts.length === 0 || claim.around.limits.length > 0)
    conflicts.push(...limitConflictsOf(claim, stated))
  return { stated, conflicts, isRoundedOff: rounded > 0 && rounded === conflicts.length }
}

/** Of a name that no list has, 新增规模企业6家 is what was added, and 规模企业52家 what there is: one is not the other. */
function partsFor({ figure: claimed }: Claim, stated: StatedFigure): readonly FigurePart[] {
  const all = partsOf(stated)
  const { indicator, unit, change } = stated.figure
  const isAdded = isIncrement(indicator) || EACH_ADDED.test(stated.figure.quote)
  const isClaimedAdded = isIncrement(claimed.indicator)
  const isCounted = change !== null && unit !== null && change.endsWith(unit)
  const added = all
    .filter(({ of }) => isCounted && of === 'change')
    .map((part): FigurePart => ({ ...part, of: 'value', printed: part.printed.replace(/^增长/u, '') }))
  // 新增A25家，总数达225家: both are said.
  const isBoth = claimed.change !== null && claimed.unit !== null && claimed.change.endsWith(claimed.unit)
  if (isClaimedAdded && isBoth) return isAdded && !isCounted ? all.map(asChange) : all
  if (isClaimedAdded) return !isAdded || isCounted ? added : all
  if (isOnlyTotal(stated, claimed)) return []
  return isAdded && !isCounted ? [] : all
}

/** 总部、中心分别新认定60家和30家. */
const EACH_ADDED = /分别(?:新增|净增加?|新认定|新培育|新引进)\d/u

function asChange(part: FigurePart): FigurePart {
  return part.of === 'change' ? part : { ...part, of: 'change', printed: `增长${part.printed}` }
}

/** 提高50.03个百分点, of what came to 50.03%. */
function ofPoints({ quantity }: FigurePart): Quantity {
  return quantity.unit === '个百分点' ? { ...quantity, unit: '%' } : quantity
}

/** In the figure itself, or in another of the same report, year, kind and scope: value and change are often told apart. */
function findPart(
  part: FigurePart,
  claim: Claim,
  stated: StatedFigure,
  evidence: Evidence,
): FigurePart | null {
  const { figure } = stated
  const ofReport = evidence.besides(stated)
  const beside = ofReport.filter(
    (other) =>
      other.figure.year === figure.year &&
      other.figure.kind === figure.kind &&
      other.figure.subject === figure.subject &&
      other.figure.scope === figure.scope &&
      wholeBeside(claim, other, ofReport) === null &&
      (claim.around.limits.length === 0 || limitConflictsOf(claim, other).length === 0),
  )
  const all = [stated, ...beside].flatMap((one) => partsFor(claim, one))
  const same = all.filter((other) => isSamePart(part, other))
  const exact = same.find(({ bound }) => bound === part.bound) ?? same[0]
  if (exact !== undefined) return exact
  // A round number that a report prints itself, of another year or as a target, is that one.
  const isPrinted = evidence
    .printing(part)
    .some((one) => one.figure.year !== figure.year || one.figure.kind !== figure.kind)
  const isDone = figure.kind === 'actual'
  return (isPrinted ? undefined : all.find((other) => isRounded(other, part, isDone))) ?? null
}
