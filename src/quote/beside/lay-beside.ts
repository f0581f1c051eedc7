/** Lays a text beside the sentences that have its numbers: which of its claims they confirm, and what of it they do not say. */
import type { StatedFigure } from '../../search/backend.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { overlap, type Range } from '../../text/runs.ts'
import { type ClaimCheck, unchecked } from '../claims/check-claim.ts'
import type { Claim } from '../claims/read-claims.ts'
import { tellInFigures } from '../numerals.ts'
import { clausesOf, withoutNames } from './items.ts'
import { digitsOf, type Match, matchAll, sentenceOf, type ToLay } from './match.ts'
import { type Rest, weighRest } from './rest-told.ts'
import { isPlain, isSaid } from './weights.ts'

export interface Laid extends Rest {
  /** In plain words. */
  readonly text: string
  readonly checks: readonly ClaimCheck[]
  /** One report says all that the text does. */
  readonly isSame: boolean
  /** Places of the numbers that none of the passages has: reckoned of others, if they are right. */
  readonly missing: readonly Range[]
}

/** null for a text without a number, or with one that none of the passages has. */
export async function layBeside(searcher: Searcher, toLay: ToLay): Promise<Laid | null> {
  const found = await matchAll(searcher, toLay)
  if (found === null) return null
  const { matches, free, missing } = found
  const { text, checks, unread } = toLay
  const told = [...checks, ...unread.map(unchecked)].flatMap((check): ClaimCheck[] => {
    const own = matches.filter(({ item }) =>
      check.claim.figure.numbers.some((at) => overlap(at, item.number.at)),
    )
    const isMissing = check.claim.figure.numbers.some((at) => missing.some((one) => overlap(at, one)))
    const isOpen = isMissing || own.length === 0 || own.some(({ differences }) => differences.length > 0)
    if (isOpen) return checks.includes(check) ? [contradicted(check, own)] : []
    const [{ printed }] = own as [Match]
    const [stated] = printed.stated
    const isSame = own.every((match) => isSaid(match.weights))
    if (!isSame && check.supported !== null) return [check]
    if (!isSame && !isNear(own, matches)) return checks.includes(check) ? [check] : []
    return [
      {
        ...unchecked(checks.includes(check) ? check.claim : namedAs(check.claim, stated)),
        supported: isSame ? true : null,
        stated,
        isNumberSaid: !isSame,
        isWrittenOtherwise: isSame && own.some((match) => isWrittenOtherwise(text, match)),
      },
    ]
  })
  const isRight = ({ supported, claim }: ClaimCheck): boolean =>
    supported === true ||
    (supported === null && claim.figure.numbers.every((at) => missing.some((one) => overlap(at, one))))
  const { unsaid, aside } = await weighRest(toLay, { matches, free, told, searcher })
  const isSame =
    unsaid === null &&
    matches.every(({ weights, differences }) => differences.length === 0 && isSaid(weights)) &&
    told.every(isRight)
  const kept = told.map((one): ClaimCheck => {
    const other = checks.find(({ claim, supported }) => supported === false && claim === one.claim)
    if (other === undefined || (isSame && standsThere(one, text))) return one
    // Of one name there are two figures: neither is surely the one that the text tells.
    return isSame && matches.every(({ weights }) => isPlain(weights)) ? { ...other, supported: null } : other
  })
  return {
    text,
    checks: kept,
    isSame: isSame && kept.every(isRight),
    missing,
    unsaid: unsaid ?? firstUnsaid(text, matches),
    aside,
  }
}

/** Whether the numbers that no passage has are reckoned of others, or stand in words that do as they are: `quoted`. */
export function isReckoned(
  { text, missing }: Laid,
  claims: readonly ClaimCheck[],
  quoted: string | null,
): boolean {
  const start = quoted === null ? -1 : text.indexOf(quoted)
  return missing.every((at) => {
    const isQuoted = start >= 0 && start <= at[0] && at[1] <= start + (quoted ?? '').length
    return (
      isQuoted ||
      claims.some(
        ({ supported, claim }) =>
          supported === true && claim.figure.numbers.some((number) => overlap(number, at)),
      )
    )
  })
}

/** 23000万元 of 2.3亿元. */
function isWrittenOtherwise(text: string, { item: { number }, printed }: Match): boolean {
  const [{ passage }] = printed.stated
  const letters = (of: string, at: Range): string => foldPhrase(of.slice(...at)).replace(/[\s,]/gu, '')
  return letters(text, number.at) !== letters(passage.text, printed.number.at)
}

/** Its clause stands word for word in the sentence, with the number in figures. */
function standsThere({ claim: { figure, place }, stated }: ClaimCheck, text: string): boolean {
  const at = clausesOf(text).find((one) => figure.numbers.some((number) => overlap(number, one)))
  if (at === undefined || stated === null) return false
  const letters = (words: string): string => foldPhrase(tellInFigures(words)).replace(/[^\p{L}\p{N}.%]/gu, '')
  const said = withoutNames(
    text.slice(...at),
    [place?.name ?? '', ...(place?.places ?? [])].filter((name) => name !== '').map(foldPhrase),
  )
  return letters(stated.passage.text).includes(letters(said.replace(/(?:19|20)\d{2}年/gu, '')))
}

/** Of the same words and number, and told of another time, or done away with. */
function contradicted(check: ClaimCheck, own: readonly Match[]): ClaimCheck {
  const conflicts = own.flatMap(({ differences }) => differences)
  const isSure =
    check.supported === null &&
    check.conflicts.length === 0 &&
    own.length === check.claim.figure.numbers.length &&
    own.every(({ weights, printed, item }) => isSaid(weights) && printed.isRead && digitsOf(item) > 1) &&
    conflicts.length > 0 &&
    conflicts.every(({ kind, said, source }) => kind !== 'place' && source !== '' && said !== '目标')
  return isSure ? { ...check, supported: false, conflicts, stated: own[0]?.printed.stated[0] ?? null } : check
}

/** A number that is read as no figure is told of what the report calls it. */
function namedAs(claim: Claim, { figure: { indicator, name } }: StatedFigure): Claim {
  return { ...claim, figure: { ...claim.figure, indicator, name } }
}

/** So many digits that hardly two things have the same number; or two numbers of one sentence. And some word of it. */
function isNear(own: readonly Match[], all: readonly Match[]): boolean {
  const isTelling = own.some(({ item, printed, weights }) => {
    const company = all.filter(
      (other) => other.item !== item && sentenceOf(other.printed) === sentenceOf(printed),
    )
    return weights.own + weights.topic > 0 && (company.length > 0 || digitsOf(item) >= MIN_DIGITS)
  })
  return isTelling
}
const MIN_DIGITS = 3

function firstUnsaid(text: string, matches: readonly Match[]): Laid['unsaid'] {
  const other = matches.find(({ weights, differences }) => differences.length > 0 || !isSaid(weights))
  if (other === undefined) return null
  const at = clausesOf(text).find((one) => overlap(one, other.item.number.at))
  return { said: at === undefined ? text : text.slice(...at).trim(), source: '' }
}
