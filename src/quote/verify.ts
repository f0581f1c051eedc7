/** Verifies a text whole: its words by the quote check, its figures with place, year and kind by its claims. */
import { isListed } from '../figures/indicators.ts'
import type { ReportSummary, StatedFigure } from '../search/backend.ts'
import { liesIn } from '../search/query/place-group.ts'
import type { Query } from '../search/query/query.ts'
import type { Hit, Searcher } from '../search/searcher.ts'
import { foldPhrase } from '../text/normalizer.ts'
import { overlap } from '../text/runs.ts'
import { sentenceAround } from '../text/sentences.ts'
import type { Place } from './alignment/compare.ts'
import { doubtOf } from './beside/doubts.ts'
import { isReckoned, type Laid, layBeside } from './beside/lay-beside.ts'
import { layWords } from './beside/lay-words.ts'
import { type CheckOf, checkQuote, checkVerbatim, type QuoteCheck } from './check.ts'
import { type ClaimCheck, checkClaim, isSaidNearly, isUnsure } from './claims/check-claim.ts'
import { type Conflict, timeConflictsOf } from './claims/conflict.ts'
import { findEvidence, findNearby } from './claims/find-evidence.ts'
import {
  type Carried,
  type Claim,
  type ClaimedPlace,
  findPlaces,
  leadingPlace,
  NOTHING_CARRIED,
  readClaims,
  readUnread,
} from './claims/read-claims.ts'
import { isOthersOwn } from './claims/same-name.ts'
import { tellPlainly } from './claims/spoken.ts'
import { clauseAround } from './claims/stretch.ts'
import { startStands } from './claims/told-start.ts'
import { leadingYear, numbersIn } from './claims/unread-numbers.ts'
import {
  anotherInPlace,
  areOwnWords,
  aroundStands,
  cutAttribute,
  differsInSmallWords,
  type Judged,
  judgeFrameYear,
  judgeWords,
  namesOwner,
} from './judge-words.ts'
import { findFigures } from './numbers.ts'

export interface Verdict extends Judged {
  readonly text: string
  /** Of its words. */
  readonly check: QuoteCheck
  /** Of its figures; empty when it states none. */
  readonly claims: readonly ClaimCheck[]
  /** The passage that decides; null when nothing was found. */
  readonly source: Place | null
  /** What a text that follows takes over from this one. */
  readonly carried: Carried
}

export interface VerifyOptions {
  /** What the text before says of place and year. Default: nothing. */
  readonly carried?: Carried
  /** The check of the text's words, where it is done already. */
  readonly check?: QuoteCheck
}

const QUOTE_LIKENESS = 0.9

/** How many hits of the text are looked at for its words and figures. */
const MAX_HITS = 8

/** Verifies one sentence, or a quote of several. */
export async function verify(
  searcher: Searcher,
  text: string,
  { carried = NOTHING_CARRIED, check: known }: VerifyOptions = {},
): Promise<Verdict> {
  const { query, hits } = await searcher.search(text, { limit: MAX_HITS })
  const { reports } = await searcher.catalog()
  const nation = [...new Set(reports.flatMap(({ place, level }) => (level === '国' ? [place] : [])))]
  const check = known ?? (await checkQuote(searcher, text, hits))
  const plain = tellPlainly(text, query.named)
  const read = readClaims(plain, query, { carried, nation })
  const checked = await checkClaims(searcher, read, hits)
  const words = judgeWords(check, text, (word) => searcher.wordings(word))
  // Words that stand there with a figure cut off tell no more of it.
  const isCut = check.kind === 'verbatim' && words.supported === false
  const laid = await layBeside(searcher, {
    typed: text,
    text: plain,
    query,
    checks: checked,
    unread: isCut ? [] : readUnread(plain, query, { carried, nation, read }),
    hits,
  })
  const claims = laid?.checks ?? checked
  const place = leadingPlace(text, findPlaces(text, query, nation))
  const own = await judge(searcher, text, { check, claims, words, carried, query, place, laid })
  // Of a quote with a slip in it the reader is shown the slip.
  const isQuote = check.kind === 'differs' && check.part === undefined && check.similarity >= QUOTE_LIKENESS
  const isOpen = own.supported === null && laid === null && claims.length === 0 && !isQuote
  const holders = check.kind === 'not-found' ? hits : [check.hit, ...hits]
  const inWords = isOpen ? await layWords(searcher, { text: plain, query, nation, carried, holders }) : null
  const found: Judged = inWords === null ? own : { supported: true, conflicts: [], ...inWords }
  // 失业率 is what people call 城镇登记失业率.
  const isNamed = claims.some((one) => one.supported && isListed(one.stated?.figure.indicator ?? ''))
  const cut =
    found.supported && !isNamed && inWords === null
      ? cutAttribute(check, text, (word) => searcher.wordings(word))
      : null
  const judged = cut === null ? found : { supported: null, conflicts: [cut] }
  const year = claims.at(-1)?.claim.year ?? leadingYear(text)
  return {
    text,
    check,
    claims,
    ...judged,
    source: sourceOf(check, claims, judged),
    carried: {
      place: place ?? carried.place,
      year: year?.is === 'named' ? year : carried.year,
      kind: claims.at(-1)?.claim.kind ?? carried.kind,
    },
  }
}

/** The verdict on a text that stands in one paragraph as it is; null for every other one, or where it takes more to tell. */
export async function verifyVerbatim(
  searcher: Searcher,
  text: string,
  carried: Carried,
): Promise<Verdict | null> {
  const check = await checkVerbatim(searcher, text)
  if (check === null) return null
  const judged = await withCarried(searcher, check, { words: judgeWords(check, text), carried, text })
  return { text, check, claims: [], ...judged, source: check.hit, carried }
}

async function checkClaims(
  searcher: Searcher,
  read: readonly Claim[],
  hits: readonly Hit[],
): Promise<ClaimCheck[]> {
  if (read.length === 0) return []
  const nearby = await findNearby(searcher, hits)
  const claims: ClaimCheck[] = []
  for (const claim of read) claims.push(checkClaim(claim, await findEvidence(searcher, claim, nearby)))
  return claims
}

interface Evidence {
  readonly check: QuoteCheck
  readonly claims: readonly ClaimCheck[]
  readonly words: Judged
  readonly carried: Carried
  readonly query: Query
  /** That the text opens with; null where it opens with none. */
  readonly place: ClaimedPlace | null
  readonly laid: Laid | null
}

const OPEN: Judged = { supported: null, conflicts: [] }

/** Of one number it is plain what is told of it. */
const MIN_NUMBERS = 2

/** Where every number of a text stands in the reports, only another figure, rank or stage of the same contradicts it: how it is told may be misread. */
async function judge(searcher: Searcher, text: string, evidence: Evidence): Promise<Judged> {
  const { check, claims, laid } = evidence
  const judged = await judgeAll(searcher, text, evidence)
  // What another sentence says confirms nothing that is told in the words of this one.
  const other = judged.supported === true ? anotherInPlace(check) : null
  if (other !== null) return { supported: null, conflicts: [other] }
  const doubt = judged.supported === true ? await doubtOf(searcher, text, claims) : null
  if (doubt !== null) return { supported: null, conflicts: [doubt] }
  if (judged.supported !== false || laid === null || laid.missing.length > 0) return judged
  const isOther =
    laid.unsaid?.source ||
    claims.some(
      ({ supported, conflicts, stated }) =>
        supported === false && stated !== null && conflicts.some(({ kind }) => kind === 'figure'),
    )
  return isOther || numbersIn(laid.text).length < MIN_NUMBERS ? judged : { ...judged, supported: null }
}

async function judgeAll(searcher: Searcher, text: string, evidence: Evidence): Promise<Judged> {
  const { check, claims, words, carried, query, place, laid } = evidence
  const isWhole = check.kind === 'verbatim' && check.part === undefined
  if (isWhole) return await withCarried(searcher, check, { words, carried, text })
  // No report of the place is there to say anything of it.
  if (claims.length > 0 && claims.every(({ claim }) => claim.place?.places.length === 0)) return OPEN
  const quoted = check.kind === 'verbatim' ? (check.part ?? text) : null
  if (laid?.isSame && isReckoned(laid, claims, quoted) && isToldBy(claims, place))
    return { supported: true, conflicts: [], aside: laid.aside }
  const conflicts = claims.flatMap((one) => one.conflicts)
  if (claims.some(({ supported }) => supported === false)) return { supported: false, conflicts }
  // Neither what the report says nor surely another number: it may be of something else, or 760万 of 760.16万.
  const isRounded = claims.some(({ isRoundedOff }) => isRoundedOff) && claims.every(isSaidNearly)
  if (isRounded || claims.some(isUnsure)) return { supported: null, conflicts }
  if (claims.some(({ isNumberSaid }) => isNumberSaid) && claims.every(isSaidNearly)) {
    const isTold = isToldBy(claims, place) && areNumbersTold(tellPlainly(text, query.named), claims)
    return isTold ? { supported: null, conflicts: inOtherWords(text, { claims, query }) } : OPEN
  }
  if (claims.length > 0 && claims.every(({ supported }) => supported === true))
    return isToldBy(claims, place) ? judgeRest(evidence, text) : OPEN
  if (check.kind === 'verbatim' && words.supported === true)
    return await judgePart(searcher, text, { ...evidence, check })
  // What is told of a place or year of which no report tells is not what another's words contradict.
  const isOfOthers = claims.some(({ claim }) => claim.place !== null || claim.year !== null)
  return isOfOthers && !areOwnWords(check, text) ? OPEN : words
}

/** Of a text whose figures all stand there, but not all that it says of them. */
function judgeRest({ check, words, laid }: Evidence, text: string): Judged {
  const said: Conflict = { kind: 'words', ...(laid?.unsaid ?? { said: text, source: '' }) }
  if (said.source !== '') return { supported: false, conflicts: [said] }
  if (words.supported === true) return words
  if (check.kind !== 'differs') return { supported: null, conflicts: [said] }
  if (check.misattributed === undefined && differsInSmallWords(check))
    return { supported: true, conflicts: [] }
  return { supported: null, conflicts: [said] }
}

/** Of a text a part of which stands there word for word: the rest must not say otherwise of it. */
async function judgePart(
  searcher: Searcher,
  text: string,
  { check, claims, words, query }: Evidence & { readonly check: CheckOf<'verbatim'> },
): Promise<Judged> {
  // Nothing is asked of them where neither a claim nor words around the quote say more.
  const isAsked = claims.length > 0 || check.part !== undefined
  const quoted = isAsked ? await quotedFigures(searcher, check) : []
  // 纳税1.04亿元 stands there of a firm; 总投资14亿元的…项目 says itself what it is told of.
  if (claims.length > 0 && quoted.length > 0 && quoted.every(isOthersOwn) && !namesOwner(check, quoted))
    return OPEN
  const year = judgeFrameYear(check, text, quoted)
  if (year !== null) return year
  const told = sentenceAround(check.hit.passage.text, ...check.range)
  const names = [...query.named, ...query.foreign].map(foldPhrase)
  return aroundStands(text, { names, told, wordings: (word) => searcher.wordings(word) }) ? words : OPEN
}

/** Whether each number of the text is one of the claims', or where one of their figures began. */
function areNumbersTold(plain: string, claims: readonly ClaimCheck[]): boolean {
  return numbersIn(plain).every(({ at }) =>
    claims.some(
      ({ claim, stated }) =>
        claim.figure.numbers.some((number) => overlap(number, at)) ||
        (stated !== null && startStands(plain, at, stated)),
    ),
  )
}

/** The clauses whose numbers the report states in other words. */
function inOtherWords(
  text: string,
  { claims, query }: { readonly claims: readonly ClaimCheck[]; readonly query: Query },
): Conflict[] {
  const plain = tellPlainly(text, query.named)
  return claims.flatMap(({ claim, isNumberSaid }): Conflict[] => {
    const [at] = claim.figure.numbers
    if (!isNumberSaid || at === undefined) return []
    const said = clauseAround(plain, at).trim()
    return [{ kind: 'words', said: text.includes(said) ? said : text, source: '' }]
  })
}

/** 石河县2023年上海会展92场: a figure of another place that the text names is none of the one that it opens with. */
function isToldBy(claims: readonly ClaimCheck[], place: ClaimedPlace | null): boolean {
  return (
    place === null ||
    claims.some(({ claim, stated }) => {
      const of = stated?.report.place ?? ''
      return claim.place === null || place.places.includes(of) || liesIn(of, place.places)
    })
  )
}

/** What tells by itself of when, and whether it is planned. */
const OWN_TIME = /(?:19|20)\d{2}年|[今去明]年|五年|目标|力争|计划|预期|确保/u

/** The figures of a text that names a place and a year before them are of that place and year. */
async function withCarried(
  searcher: Searcher,
  check: CheckOf<'verbatim'>,
  { words, carried, text }: { readonly words: Judged; readonly carried: Carried; readonly text: string },
): Promise<Judged> {
  const { place, year, kind } = carried
  // Words without a figure are not the place's alone.
  if ((place === null && year === null) || findFigures(text).length === 0) return words
  const conflicts: Conflict[] = []
  const holders: readonly ReportSummary[] = [check.hit, ...check.others].map(({ report }) => report)
  const isPlaces = (report: ReportSummary): boolean => place?.places.includes(report.place) ?? true
  if (place !== null && place.places.length > 0 && !holders.some(isPlaces))
    conflicts.push({ kind: 'place', said: place.name, source: check.hit.report.place })
  else if (year !== null && !OWN_TIME.test(text)) {
    const quoted = await quotedFigures(searcher, check)
    const times = quoted.map((one) => timeConflictsOf({ year, kind: kind ?? 'actual' }, one))
    if (times.every((own) => own.length > 0)) conflicts.push(...(times[0] ?? []))
  }
  return conflicts.length === 0 ? words : { supported: false, conflicts: [...words.conflicts, ...conflicts] }
}

async function quotedFigures(
  searcher: Searcher,
  { hit, range }: CheckOf<'verbatim'>,
): Promise<readonly StatedFigure[]> {
  const passages = [hit.passage.id]
  const found = await searcher.backend.figures({ passages })
  return found.filter(({ figure }) => figure.numbers.some((number) => overlap(number, range)))
}

function sourceOf(
  check: QuoteCheck,
  claims: readonly ClaimCheck[],
  { supported, told }: Judged,
): Place | null {
  if (told !== undefined) return told
  const isDecisive = (claim: ClaimCheck): boolean =>
    supported === null
      ? claim.isRoundedOff || claim.isNumberSaid || isUnsure(claim)
      : claim.supported === supported
  const decisive = claims.find(isDecisive)
  const figure = decisive?.stated ?? decisive?.meant
  if (check.kind === 'verbatim' && supported === true) return check.hit
  if (figure !== undefined && figure !== null) return figure
  return check.kind === 'not-found' ? null : check.hit
}

/** How the words of a text, or else its figures, stand in the reports. */
export type VerdictKind = 'verbatim' | 'differs' | 'pieced' | 'not-found'

export function verdictKind({ check, claims, supported, told }: Verdict): VerdictKind {
  // The words around a verbatim quote are a part of the text: those that name another place or year.
  const isUnlike = supported === false || told !== undefined || claims.some(isUnsure)
  if (check.kind === 'verbatim' && check.part !== undefined && isUnlike) return 'differs'
  if (check.kind !== 'not-found') return check.kind
  return isUnlike || claims.some((one) => one.supported !== null) ? 'differs' : 'not-found'
}
