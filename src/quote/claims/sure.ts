/** Tells whether a figure that says otherwise contradicts a claim: only one that is surely of the very same does. */
import { firstNumber } from '../../figures/figure.ts'
import { isListed } from '../../figures/indicators.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { afterMark, beforeMark, sentenceAround } from '../../text/sentences.ts'
import { type Conflict, isOfYearsTogether } from './conflict.ts'
import type { Claim } from './read-claims.ts'

/** Of a figure of the claim's place, year and kind whose number is another one. */
export function isSurelySame(claim: Claim, stated: StatedFigure): boolean {
  return (isSurelyOfYear(claim, stated) && isSurelyDated(stated)) || isSaidThere(claim, stated)
}

/** Said of no year, a claim is of the newest, but what has no name of its own is told of many things, and what is told of years of any of them. */
function isSurelyOfYear({ year, place, figure }: Claim, { figure: { indicator } }: StatedFigure): boolean {
  if (year !== null) return true
  return place !== null && isListed(indicator) && !/年/u.test(figure.quote)
}

/** What was built or added under a heading of five years may be their sum. */
function isSurelyDated(stated: StatedFigure): boolean {
  const { scope, indicator } = stated.figure
  const isSummed = scope === null && !isListed(indicator)
  return !isSummed || !isOfYearsTogether(stated)
}

/** 起数、死亡人数分别下降9.8%、7.5%: a number of the claim is told of the same or beside it. */
function isSaidThere({ parts }: Claim, { figure: { start, end }, passage: { text } }: StatedFigure): boolean {
  const told: readonly string[] = foldPhrase(sentenceAround(text, start, end)).match(NUMBER) ?? []
  return parts.some(({ printed }) => {
    const [said = ''] = printed.match(NUMBER) ?? []
    return said.length > 1 && told.includes(said)
  })
}

const NUMBER = /\d[\d.]*/gu

/** So many digits, the last ones of round numbers aside, hardly two years of a place share. */
const MIN_DIGITS = 4

/** Of a figure that has the claim's number, and is of another place, year, kind or period. */
export function isSurelyOther(
  claim: Claim,
  { stated, conflicts }: { readonly stated: StatedFigure; readonly conflicts: readonly Conflict[] },
): boolean {
  const isOwn = claim.place?.places.includes(stated.report.place) === true
  if (isScopeBehind(stated)) return false
  if (isOwn && tellsOfSame(claim, stated)) return true
  const isOfKind = conflicts.every(({ kind }) => kind !== 'kind' && kind !== 'bound')
  if (!isOfKind || stated.figure.scope !== null) return false
  if (claim.parts.length > 1) return conflicts.length === 1
  return (
    isOwn &&
    claim.parts.some(({ quantity: { low } }) => `${low}`.replace(/\D|0+$/gu, '').length >= MIN_DIGITS)
  )
}

/** 投资2717亿元，五年累计超过1万亿元: the years are those of the next number. */
export function isScopeBehind({ figure, passage: { text } }: StatedFigure): boolean {
  const { scope } = figure
  const [at] = firstNumber(figure)
  return (
    scope !== null &&
    text.indexOf(scope, at) >= 0 &&
    text.indexOf(scope, at) < beforeMark(text, '。；;', at) &&
    !text.slice(afterMark(text, '。；;', at), at).includes(scope)
  )
}

/** The very report that tells of the claim's year, or plans it, has its number for something else. */
function tellsOfSame({ year, kind }: Claim, { report, figure }: StatedFigure): boolean {
  if (year?.is !== 'named') return year !== null
  return year.year === ((kind ?? figure.kind) === 'actual' ? report.reviews : report.plans)
}
