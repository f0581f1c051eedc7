/** Holds a text that the reports seem to confirm against what else they say of the same: under its very name, of its stage, of its grade. */
import { isSameQuantity } from '../../figures/quantity.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { ClaimCheck } from '../claims/check-claim.ts'
import { type Conflict, otherToldIn } from '../claims/conflict.ts'
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
  const clauses = clausesOf(text).map((at) => foldPhrase(text.slice(...at)))
  for (const clause of clauses) {
    const other = otherToldIn(clause, told) ?? otherGradeIn(clause, told)
    if (other !== null) return other
  }
  const near = await searcher.backend.figures({
    passages: [...new Set(stated.map(({ passage }) => passage.id))],
  })
  return claims.map((one) => otherOfName(one, near)).find((other) => other !== null) ?? null
}

/** 一等奖, 国家级, 第三批: how high or which one. */
const GRADE = /第?[一二三四五六七八九十特\d]+[等级类星期批届轮档](?!于|以)/gu

function otherGradeIn(clause: string, told: string): Conflict | null {
  const said = clause.match(GRADE)?.find((grade) => !told.includes(grade))
  return said === undefined ? null : { kind: 'words', said, source: '' }
}

/** 财政总收入71.9亿元, of what the report calls 预算收入, where its own 财政总收入 is 113.6亿元. */
function otherOfName({ claim, stated }: ClaimCheck, near: readonly StatedFigure[]): Conflict | null {
  const name = plain(claim.figure.name)
  const own = stated === null ? '' : plain(stated.figure.name)
  // 新增规上企业, of 规上企业: the same name, with more or less of it said.
  if (stated === null || name.includes(own) || own.includes(name)) return null
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
