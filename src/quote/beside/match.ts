/** Finds for each number of a text the number of a passage that it may be, by the words around both. */
import { isListed } from '../../figures/indicators.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Query } from '../../search/query/query.ts'
import type { Hit, Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { shortName } from '../../text/place-name.ts'
import { overlap, type Range } from '../../text/runs.ts'
import { sentenceStart } from '../../text/sentences.ts'
import { contentWords, othersFor, printedFor, type Wordings } from '../claims/account.ts'
import type { ClaimCheck } from '../claims/check-claim.ts'
import type { Conflict } from '../claims/conflict.ts'
import type { Claim } from '../claims/read-claims.ts'
import { differencesOf } from './differences.ts'
import { clausesOf, itemsOf, type SaidItem, withoutNames } from './items.ts'
import { agreementOf, readNumbers } from './numbers.ts'
import { type Printed, printedNear } from './printed.ts'
import { type Weights, weightsOf } from './weights.ts'
import { accountFor, NOTHING_TOLD, type Run, type Told, unsaidOf } from './words.ts'

export interface ToLay {
  /** As typed, and in plain words. */
  readonly typed: string
  readonly text: string
  readonly query: Query
  /** Of the figures that are read of the text. */
  readonly checks: readonly ClaimCheck[]
  /** Of numbers that are read as none. */
  readonly unread: readonly Claim[]
  readonly hits: readonly Hit[]
}

export interface Match {
  readonly item: SaidItem
  readonly printed: Printed
  readonly weights: Weights
  readonly differences: readonly Conflict[]
}

export interface Found {
  readonly matches: readonly Match[]
  /** The clauses without a number, each with what of it the passages tell. */
  readonly free: readonly { readonly at: readonly [number, number]; readonly runs: readonly Run[] }[]
  /** Places of the numbers that are not found. */
  readonly missing: readonly Range[]
}

export async function matchAll(
  searcher: Searcher,
  { text, query, checks, unread, hits }: ToLay,
): Promise<Found | null> {
  const wordings: Wordings = (word) => searcher.wordings(word)
  const claims = [...checks.map(({ claim }) => claim), ...unread]
  const numbers = readNumbers(
    text,
    claims.map(({ figure }) => figure),
  )
  const holders = new Map<string, Pick<Hit, 'passage' | 'report'>>()
  for (const one of [...checks.flatMap(({ stated }) => stated ?? []), ...hits])
    holders.set(one.passage.id, one)
  if (numbers.length === 0 || holders.size === 0) return null
  const stated = await searcher.backend.figures({ passages: [...holders.keys()] })
  const printed = printedNear([...holders.values()], stated)
  const meant = checks.flatMap(({ conflicts, stated: one }) =>
    conflicts.length === 0 ? (one?.figure.indicator ?? []) : [],
  )
  const names = namesOf(claims, query, new Set([...holders.values()].map(({ report }) => report.place)))
  const items = itemsOf(text, { numbers, claims, names })
  const candidates = items.map((item) =>
    candidatesFor(item, { text, claims, printed, near: stated, meant, wordings }),
  )
  const others = contentWords(text).flatMap((word) => othersFor(word, wordings))
  const said = [foldPhrase(text), ...others, ...printedFor(text)].join()
  const best = candidates.map((some) => [...some].sort((a, b) => a.cost - b.cost)[0])
  const matches = best.flatMap((one): Match[] => {
    if (one === undefined) return []
    const { item, printed: own, differences } = one
    const runs = item.words.flatMap((words) => accountFor(words, own.told, wordings))
    const isNamed = own.stated.some(
      ({ figure }) =>
        isListed(figure.indicator) && [item.claim?.figure.indicator, ...meant].includes(figure.indicator),
    )
    const [unsaid, cut] = isNamed
      ? ['', '']
      : [
          unsaidOf(own.told.clause, said, wordings),
          unsaidOf(own.told.name, own.told.isPart ? item.words.join() : said, wordings),
        ]
    return [
      {
        item,
        printed: own,
        differences,
        weights: weightsOf(runs, { unsaid, cut }),
      },
    ]
  })
  const all = together(matches)
  const free = clausesOf(text)
    .filter((at) => !numbers.some((number) => overlap(number.at, at)))
    .map((at) => ({ at, runs: accountFor(withoutNames(text.slice(...at), names), all, wordings) }))
  return {
    matches,
    free,
    missing: items.flatMap(({ number }) =>
      matches.some(({ item }) => item.number === number) ? [] : [number.at],
    ),
  }
}

export const NOTHING_UNSAID = { unsaid: '', cut: '' } as const

const NEIGHBOURS: Conflict = { kind: 'words', said: '', source: '' }
const UNSAID_COST = 0.3

interface Candidate {
  readonly item: SaidItem
  readonly printed: Printed
  readonly differences: readonly Conflict[]
  readonly cost: number
}

function candidatesFor(
  item: SaidItem,
  {
    text,
    claims,
    printed,
    near,
    meant,
    wordings,
  }: {
    readonly text: string
    readonly claims: readonly Claim[]
    readonly printed: readonly Printed[]
    readonly near: readonly StatedFigure[]
    readonly meant: readonly string[]
    readonly wordings: Wordings
  },
): Candidate[] {
  const { number, claim, words } = item
  const costOf = ({ told }: Printed): number => {
    const { none, foreign, weak, shared, before, topic } = weightsOf(
      accountFor(words.join('，'), told, wordings),
      NOTHING_UNSAID,
    )
    return none + 0.8 * foreign + 0.5 * weak + 0.4 * shared + 0.3 * before + 0.2 * topic
  }
  const unsaidIn = ({ told }: Printed): number =>
    unsaidOf(told.clause, text, wordings).replace(/\s/gu, '').length
  /** 筹集住房1.57万套、租赁住房18.11万套: another number of the sentence is told of in fewer other words. */
  const isNeighbours = (own: Printed, cost: number): boolean => {
    const rest = cost + UNSAID_COST * unsaidIn(own)
    return (
      rest > 0 &&
      printed.some(
        (other) =>
          other !== own &&
          other.number.quantity.unit === own.number.quantity.unit &&
          other.number.sign === own.number.sign &&
          sentenceOf(other) === sentenceOf(own) &&
          agreementOf(number, other.number, true) === null &&
          costOf(other) + UNSAID_COST * unsaidIn(other) < rest,
      )
    )
  }
  return printed.flatMap((one): Candidate[] => {
    if (agreementOf(number, one.number, one.stated[0].figure.kind === 'actual') === null) return []
    const differences = differencesOf(claim ?? claims[0], {
      text,
      number,
      words: words.join(),
      printed: one,
      near,
      meant,
      wordings,
    })
    const cost = costOf(one)
    const all = isNeighbours(one, cost) ? [...differences, NEIGHBOURS] : differences
    return [{ item, printed: one, differences: all, cost: cost + 4 * all.length }]
  })
}

export function sentenceOf({ stated: [{ passage }], number }: Printed): string {
  return `${passage.id} ${sentenceStart(passage.text, number.at[0])}`
}

function together(matches: readonly Match[]): Told {
  const tolds = matches.map(({ printed }) => printed.told)
  return {
    ...NOTHING_TOLD,
    own: tolds.map(({ own }) => own).join(),
    topic: tolds.map(({ topic }) => topic).join(),
    shared: tolds.map(({ before, shared, foreign }) => [before, shared, foreign].join()).join(),
  }
}

/** Names of the places whose reports they are, as the text may call them. A place that a report tells of is a word of it as any other. */
function namesOf(claims: readonly Claim[], { named }: Query, places: ReadonlySet<string>): string[] {
  const known = [...places].flatMap((place) => [place, shortName(place)])
  const own = claims.flatMap(({ place }) => (place?.places.some((one) => places.has(one)) ? place.name : []))
  return [...new Set([...known, ...own, ...named.filter((name) => known.some((one) => one.includes(name)))])]
    .map(foldPhrase)
    .filter((one) => one.length > 1)
    .sort((a, b) => b.length - a.length)
}

export function digitsOf({ number: { quantity } }: SaidItem): number {
  return `${quantity.low}`.replace(/\D|0+$/gu, '').length
}
