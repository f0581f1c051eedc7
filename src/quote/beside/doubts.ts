/** Holds a text that the reports seem to confirm against what else they say of the same: under its very name, of its stage, of its grade. */
import { isSameQuantity } from '../../figures/quantity.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { afterMark, beforeMark } from '../../text/sentences.ts'
import type { ClaimCheck } from '../claims/check-claim.ts'
import { type Conflict, otherStageIn, withoutStages } from '../claims/conflict.ts'
import { isSamePart, partsOf } from '../claims/figure-parts.ts'
import { clausesOf } from './items.ts'

/** null where nothing says otherwise. */
export async function doubtOf(
  searcher: Searcher,
  text: string,
  claims: readonly ClaimCheck[],
): Promise<Conflict | null> {
  const stated = claims.flatMap((one) => one.stated ?? [])
  const told = foldPhrase([...new Set(stated.map(({ passage }) => passage.text))].join('。'))
  if (told === '') return null
  const levels: ReadonlySet<string> = new Set(stated.map(({ report }) => report.level))
  const clauses = clausesOf(text).map((at) => foldPhrase(text.slice(...at)))
  for (const clause of clauses) {
    const other =
      otherToldIn(clause, told) ?? otherGradeIn(clause, told) ?? otherReachIn(clause, told, levels)
    if (other !== null) return other
  }
  const renamed = claims.filter(isRenamed)
  if (renamed.length === 0) return null
  const passages = [...new Set(stated.map(({ passage }) => passage.id))]
  const near = await searcher.backend.figures({ passages })
  return renamed.map((one) => otherOfName(one, near)).find((other) => other !== null) ?? null
}

/** Another stage than is told of a thing, 歌剧院 of 歌剧院建成 and 开工建设歌剧院, that it is denied, or all for a part; null where none is. Both are folded. */
export function otherToldIn(said: string, told: string): Conflict | null {
  for (const thing of withoutStages(said).split(BETWEEN_THINGS)) {
    const at = placeOf(thing, told)
    const clause = at < 0 ? '' : clauseWithNext(told, at)
    const stage = otherStageIn(said, clause)
    if (stage !== null) return stage
    for (const { 0: denied, 1: verb = '' } of clause.matchAll(/[不未没非](\p{sc=Han}{2})/gu))
      if (said.includes(verb) && !said.includes(denied)) return { kind: 'words', said: verb, source: denied }
    const isPart = ALL.test(said) && clause.startsWith('其中')
    const isShare = EVERY.test(said) && SHARE.test(clause) && !SHARE.test(said)
    if (isPart || isShare) return { kind: 'words', said, source: clause }
  }
  return null
}

/** 都投在了中心城区. */
const ALL = /^(?:全部?|都|均)\p{sc=Han}{2}/u
/** 镇全部建成强镇, of 90%的镇建成强镇. */
const EVERY = /全部|全都|所有|悉数|都已/u
const SHARE =
  /\d[\d.]*[余多]?[万亿]?[余多]?[人户家](?!次)\p{sc=Han}|(?<![\d.])(?!100%)\d[\d.]*%|[一二三四五六七八九]成(?=[的以多])|分之|(?:大|绝大)?部分|多数/u
const BETWEEN_THINGS = /[和与及、,，;；\s]/u
const CLAUSES = '，,。；;！!？?'

/** In characters: fewer stand in many names. */
const MIN_THING = 4

/** With the one behind it, where that only goes on: 列入规划，即将动工. */
function clauseWithNext(text: string, at: number): string {
  const end = beforeMark(text, CLAUSES, at)
  const goesOn = /^.(?:即将|将要?|[已正拟并])/u.test(text.slice(end))
  return text.slice(afterMark(text, CLAUSES, at), goesOn ? beforeMark(text, CLAUSES, end + 1) : end)
}

/** Where the longest part of the words stands; -1 where none does. */
function placeOf(words: string, text: string): number {
  let longest = MIN_THING - 1
  let place = -1
  for (let from = 0; from + longest < words.length; ) {
    const at = text.indexOf(words.slice(from, from + longest + 1))
    if (at < 0) from++
    else {
      place = at
      longest++
    }
  }
  return place
}

/** So many characters of both are one thing: words that name it tell of it. */
const MIN_SHARED = 7

export function sharesThing(words: string, text: string): boolean {
  return Array.from({ length: Math.max(0, words.length - MIN_SHARED + 1) }, (_, at) =>
    words.slice(at, at + MIN_SHARED),
  ).some((run) => /^\p{L}+$/u.test(run) && text.includes(run))
}

/** 一等奖, 国家级, 第三批: how high or which one. */
const GRADE = /第?[一二三四五六七八九十特\d]+[等级类星期批届轮档](?!于|以|(?:全国)?人大)/gu

function otherGradeIn(clause: string, told: string): Conflict | null {
  const said = clause.match(GRADE)?.find((grade) => !told.includes(grade))
  return said === undefined ? null : { kind: 'words', said, source: '' }
}

const REACH = /世界|全球|亚洲|(?<![健安完保齐周])全[国省市县州](?![级场])|国家级/gu
/** 在世界率先, where the report says 在全国率先; 全市 of a city's own it need not say. */
function otherReachIn(clause: string, told: string, levels: ReadonlySet<string>): Conflict | null {
  const said = clause.match(REACH)?.find((reach) => !told.includes(reach) && !levels.has(reach.slice(1)))
  return said === undefined ? null : { kind: 'words', said, source: '' }
}

type Renamed = ClaimCheck & { readonly stated: StatedFigure }

/** Told of what the report calls otherwise; 新增规上企业, of 规上企业, has the same name, with more or less of it said. */
function isRenamed(check: ClaimCheck): check is Renamed {
  const { claim, stated } = check
  if (stated === null) return false
  const [name, own] = [plain(claim.figure.name), plain(stated.figure.name)]
  return !name.includes(own) && !own.includes(name)
}

/** 财政总收入71.9亿元, of what the report calls 预算收入, where its own 财政总收入 is 113.6亿元. */
function otherOfName({ claim, stated }: Renamed, near: readonly StatedFigure[]): Conflict | null {
  const name = plain(claim.figure.name)
  const named = near.filter(
    ({ figure }) =>
      plain(figure.name) === name &&
      figure.year === stated.figure.year &&
      figure.kind === stated.figure.kind &&
      figure.subject === stated.figure.subject,
  )
  const parts = named.flatMap((one) => partsOf(one))
  const other = claim.parts.find((part) => {
    if (part.bound !== 'exact') return false
    const alike = parts.filter(({ of, quantity }) => of === part.of && quantity.unit === part.quantity.unit)
    return (
      alike.length > 0 &&
      !alike.some((one) => isSamePart(one, part) || isSameQuantity(one.quantity, part.quantity))
    )
  })
  return other === undefined
    ? null
    : { kind: 'figure', said: other.printed, source: named[0]?.figure.quote ?? '' }
}

function plain(name: string): string {
  return foldPhrase(name).replace(/[的\s]/gu, '')
}
