/** Tells where a figure is a part's beside that of the whole which a claim speaks of. */
import { isListed, partWordOf } from '../../figures/indicators.ts'
import { PLACE_ZONES } from '../../figures/owner.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { afterMark } from '../../text/sentences.ts'
import type { Claim } from './read-claims.ts'
import { nameStart } from './same-name.ts'

/**
 * 全社会固定资产投资8800亿元，其中城镇固定资产投资7410亿元: of one indicator the report states another figure by the very name of the
 * claim, or one before 其中. Where it states none, but calls the part by a word of its own (限上社会消费品零售总额), that is what it says.
 * Null where the claim calls the part by its name.
 *
 * @param ofReport the figures of the same report that may confirm the claim.
 */
export function wholeBeside(
  { figure: claimed }: Claim,
  stated: StatedFigure,
  ofReport: readonly StatedFigure[],
): StatedFigure | null {
  const { figure, passage } = stated
  const isOfSame = (other: StatedFigure): boolean =>
    other.figure.indicator === figure.indicator &&
    other.figure.year === figure.year &&
    other.figure.kind === figure.kind &&
    isOtherNumber(other, stated)
  if (isOnOtherBase(stated) && !BASE.test(claimed.quote)) {
    const plain = ofReport.find(
      (other) => isOfSame(other) && other.figure.subject === figure.subject && !isOnOtherBase(other),
    )
    if (plain !== undefined) return plain
  }
  const [said, own] = [nameOf(claimed.name), nameOf(figure.name)]
  // 优良天数 leaves out of what 空气质量优良天数 says, and is no part of it.
  if (said.endsWith(own) || !isListed(figure.indicator)) return null
  const isOther = (other: StatedFigure): boolean =>
    isOfSame(other) && other.figure.scope === figure.scope && other.figure.subject === null
  const isBeforePart = ({ figure: { start, end }, passage: { id } }: StatedFigure): boolean =>
    id === passage.id &&
    end <= figure.start + PART.length &&
    start < figure.start &&
    PART_OPENS.test(passage.text.slice(end, nameStart(passage.text, figure)))
  return (
    ofReport.find((other) => isOther(other) && (nameOf(other.figure.name) === said || isBeforePart(other))) ??
    (partWordOf(own) !== null && partWordOf(said) === null ? stated : null)
  )
}

/** 增长10.7%（按可比口径增长15.5%）: who leaves out how it was reckoned says what the first number says. */
function isOnOtherBase({ figure: { numbers, start }, passage: { text } }: StatedFigure): boolean {
  const end = numbers.at(-1)?.[0] ?? start
  const from = afterMark(text, '，,。；;（(', end)
  return BASE.test(text.slice(from, end))
}

const BASE = /扣除|剔除|还原|可比|同口径|不含/u

const PART = '其中'
/** Within its sentence, and right before the part. */
const PART_OPENS = /其中[^。；;]{0,12}$/u

function isOtherNumber({ figure: one }: StatedFigure, { figure: two }: StatedFigure): boolean {
  const isOtherValue = one.value !== null && two.value !== null && one.value !== two.value
  const isOtherChange = one.change !== null && two.change !== null && one.change !== two.change
  return (one.unit === two.unit && isOtherValue) || isOtherChange
}

/** 全市规模以上工业增加值, 全社会固定资产投资: whose it is, and that it is all of it, is no other name. */
function nameOf(name: string): string {
  return foldPhrase(name).replace(/^(?:全[省市县区州国年]|我[省市县区州]|全社会|全部|全口径)+/u, '')
}

const PART_OF_PLACE = new RegExp(`(?:${PLACE_ZONES}|集团|公司)$`, 'u')

/** What follows a place's name in that of a zone or firm of its. */
export function isPartOfPlace(rest: string): boolean {
  return PART_OF_PLACE.test(rest)
}
