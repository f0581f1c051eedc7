/** Finds what a report says first: terms that no earlier report has, the ones that a paper would print before the others. */

import type { Passage, Report } from '../corpus/report.ts'
import { makePause } from '../search/turns.ts'
import { getOrMake } from '../text/maps.ts'
import { foldPhrase } from '../text/normalizer.ts'
import { cutWords } from '../text/words.ts'
import { DEEDS } from './doing-words.ts'

/** A term that earlier reports do not have. */
export interface NewTerm {
  /** As printed where it stands first. */
  readonly term: string
  /** How often it stands in the report. */
  readonly count: number
  /** Id of the first passage that has it. */
  readonly passage: string
}

/** How it is marked that a run of words is a term. */
type Sign = 'quoted' | 'titled' | 'headed' | 'named' | 'whole' | 'repeated'

const SIGN_WEIGHT: Readonly<Record<Sign, number>> = {
  quoted: 3,
  headed: 2.5,
  titled: 1.5,
  named: 1.5,
  whole: 0.5,
  repeated: 0.8,
}

interface Candidate {
  readonly term: string
  readonly passage: Passage
  readonly signs: Set<Sign>
  /** How often it was come upon. */
  seen: number
}

/** A run of words that no earlier report has and that may be a term. */
export interface ProposedTerm extends NewTerm {
  /** Folded, as phrases are compared. */
  readonly key: string
  /** By what the report itself shows. */
  readonly score: number
}

/** So many are weighed by what other reports say. */
const MAX_PROPOSED = 150
/** How many are told at the most. */
const MAX_TERMS = 60

/** What may be a new term of `report`, best first: told apart from every report of `earlier` by the folded words alone. */
export async function proposeTerms(report: Report, earlier: readonly Report[]): Promise<ProposedTerm[]> {
  const pause = makePause()
  const texts = textsOf(report)
  const before = earlier.flatMap(textsOf).join('\n')
  const fresh: Scored[] = []
  for (const [key, candidate] of collect(report)) {
    if (before.includes(key)) continue
    const count = texts.reduce((sum, text) => sum + text.split(key).length - 1, 0)
    const score = scoreOf({ key, count, candidate, coinage: coinage(key, before) })
    fresh.push({ key, candidate, count, score })
    await pause()
  }
  return withoutPieces(fresh)
    .sort(byScore)
    .slice(0, MAX_PROPOSED)
    .map(({ candidate, ...rest }) => ({ ...rest, term: candidate.term, passage: candidate.passage.id }))
}

/** In how many reports of other places a key stands. */
export interface Spread {
  /** Reports of the same year and later. */
  readonly since: number
  /** Reports of the years before. */
  readonly before: number
}

/** The new terms, best first: what others began to say at the time is a term, what they said long before is a plain word. */
export function rankTerms(proposed: readonly ProposedTerm[], spreadOf: (key: string) => Spread): NewTerm[] {
  const weighed = proposed.map((one) => {
    const { since, before } = spreadOf(one.key)
    return { ...one, score: (one.score * (1 + Math.log2(1 + since) / 3)) / (1 + Math.log2(1 + before) / 2) }
  })
  return withoutParts(weighed)
    .slice(0, MAX_TERMS)
    .map(({ term, count, passage }) => ({ term, count, passage }))
}

function textsOf({ passages, sections }: Report): string[] {
  return [...passages.map(({ text }) => text), ...sections.slice(1).map(({ heading }) => heading)].map(
    foldPhrase,
  )
}

interface Scored {
  readonly key: string
  readonly candidate: Candidate
  readonly count: number
  readonly score: number
}

function byScore(a: Pick<Scored, 'score' | 'key'>, b: Pick<Scored, 'score' | 'key'>): number {
  return b.score - a.score || b.key.length - a.key.length
}

/** Terms of four to eight characters are what is coined; a longer run is mostly a part of a sentence. */
const USUAL_LENGTH = 8
const MAX_TERM_UTF16 = 14

function scoreOf({
  key,
  count,
  candidate,
  coinage,
}: Omit<Scored, 'score'> & { readonly coinage: number }): number {
  const sign = Math.max(...[...candidate.signs].map((one) => SIGN_WEIGHT[one]))
  const length = key.length > USUAL_LENGTH ? USUAL_LENGTH / key.length : key.length < 4 ? 0.7 : 1
  return (sign + 1.5 * Math.log2(count)) * length * coinage
}

/** 低空 stands in no earlier report: a word was coined. Of 地方债务 only the whole is new: words were put together. */
function coinage(key: string, before: string): number {
  for (const length of [2, 3]) {
    for (let at = 0; at + length <= key.length; at++) {
      const gram = key.slice(at, at + length)
      if (/^\p{L}+$/u.test(gram) && !before.includes(gram)) return length === 2 ? 1 : 0.75
    }
  }
  return 0.5
}

/** A run that stands nowhere but inside a longer run is a piece of it; the longest may be too long for a term. */
function withoutPieces(fresh: readonly Scored[]): Scored[] {
  const repeated = fresh.filter(({ count }) => count > 1)
  return fresh.filter(({ key, count, candidate }) => {
    if (key.length > MAX_TERM_UTF16 && !candidate.signs.has('titled')) return false
    if (candidate.signs.size > 1 || !candidate.signs.has('repeated')) return true
    return !repeated.some(
      (other) => other.count === count && other.key.length > key.length && other.key.includes(key),
    )
  })
}

/** A term that only stands inside a better one, or that only has a better one inside, says the same again. */
function withoutParts(proposed: readonly ProposedTerm[]): ProposedTerm[] {
  const kept: ProposedTerm[] = []
  for (const one of [...proposed].sort(byScore)) {
    const isSaid = kept.some(
      (better) => better.key.includes(one.key) || (one.key.includes(better.key) && one.count <= better.count),
    )
    if (!isSaid) kept.push(one)
  }
  return kept
}

const QUOTED = /“([^“”。；！？\n]{2,16})”/gu
const TITLED = /《([^《》\n]{2,24})》/gu
/** What names of programmes end with. */
const NAMED =
  /(?:行动|工程|计划|战略|模式|机制|经济|产业|示范区|先行区|试验区|集聚区|实验室|走廊|品牌|平台|基地|联盟|指数|清单|服务圈|生活圈|专班|大会)$/u
/** Runs of words end at marks. */
const CLAUSE = /[^，。；：！？、—,;:!?（）()“”《》\s]+/gu
const MAX_WORDS = 12
const MIN_TERM_UTF16 = 3
/** A shorter name of a programme is mostly a plain word: 行动计划. */
const MIN_NAME_UTF16 = 4
/** A list ends with 等; 平等 and 等级 are words. */
const LIST_END = /(?<![平均高中同优初])等(?![级待于候次距效额值比量]).*$/u

interface Run {
  readonly term: string
  /** It is all that its clause names. */
  readonly isWhole: boolean
}

function collect({ passages, sections }: Report): Map<string, Candidate> {
  const found = new Map<string, Candidate>()
  const add = (term: string, passage: Passage, sign: Sign): void => {
    const key = foldPhrase(term)
    if (!/\p{L}/u.test(key)) return
    const known = getOrMake(found, key, () => ({ term, passage, signs: new Set<Sign>(), seen: 0 }))
    known.signs.add(sign)
    known.seen++
  }
  for (const passage of passages) {
    const { text } = passage
    for (const [, term] of text.matchAll(QUOTED))
      if (isCatchword(term ?? '')) add(term as string, passage, 'quoted')
    for (const [, term] of text.matchAll(TITLED)) add(term as string, passage, 'titled')
    for (const { term, isWhole } of runsOfText(text)) {
      if (isWhole && NAMED.test(term) && term.length > MIN_NAME_UTF16) add(term, passage, 'named')
      else if (isWhole && term.length <= USUAL_LENGTH) add(term, passage, 'whole')
      else add(term, passage, 'repeated')
    }
  }
  for (const { heading, first } of sections.slice(1)) {
    const passage = passages[first - 1]
    if (passage === undefined) continue
    for (const { term, isWhole } of runsOfText(heading))
      if (isWhole && term.length <= USUAL_LENGTH) add(term, passage, 'headed')
  }
  for (const [key, { signs, seen }] of found) if (seen < 2 && signs.has('repeated')) found.delete(key)
  return found
}

/** A quoted number, year or plan period is none. */
function isCatchword(term: string): boolean {
  return /\p{Script=Han}|\+/u.test(term) && !/^[一二三四五六七八九十]+五$/u.test(term)
}

/** Words that open a clause and say what is done, and those that join: a term begins behind them and does not end with them. */
const DOING = new RegExp(
  `^(?:${DEEDS}|全市|全省|全区|全县|全国|以及|包括|通过|发行|给予|降至|达到|增长|因素|的|和|与|及|或|等|了|在|对|为|以|从|向|把|将|是|中|上|下|地|得|让|使|由|被|于|着|过|到|至|更|再|也|都|就|并|而|其|该|各|每|本|这|那|不|有|要|可|能|会|年|月|日|个|项|家|元|亿|万|位|均|第|力|好|化|性|级)$`,
  'u',
)
/** Words that join, count or leave open what comes: no term ends with them. */
const JOINING =
  /^(?:以及|包括|通过|进一步|不断|更加|更大|取得|居|给予|降至|达到|的|和|与|及|或|等|了|在|对|为|以|从|向|把|将|是|让|使|由|被|于|着|过|到|至|更|再|也|都|就|并|而|其|该|各|每|本|这|那|不|有|要|可|能|会|第|均|新|高|大)$/u

function* runsOfText(text: string): Generator<Run> {
  for (const [clause] of text.matchAll(CLAUSE)) yield* runsOfWords(clause.replace(LIST_END, ''))
}

/** Every run of words of a clause that neither begins nor ends with a word of doing or joining; figures end a run. */
function* runsOfWords(clause: string): Generator<Run> {
  const words = cutWords(clause)
  const open = words.findIndex(({ segment }) => !DOING.test(segment))
  for (let from = Math.max(0, open); from < words.length; from++) {
    const first = words[from]?.segment ?? ''
    if (DOING.test(first) || /\d|%/u.test(first)) continue
    let term = ''
    for (let to = from; to < Math.min(words.length, from + MAX_WORDS); to++) {
      const word = words[to]?.segment ?? ''
      if (/\d|%/u.test(word)) break
      term += word
      if (term.length < MIN_TERM_UTF16 || JOINING.test(word)) continue
      yield { term, isWhole: from === open && to === words.length - 1 }
    }
  }
}
