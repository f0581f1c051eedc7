/** Reads the year of the meeting, and the years looked back on and planned, off title lines, headings and the file's name. */
import { isYear } from '../../corpus/report.ts'
import { HAN_YEAR, readNumeral } from '../../text/numeral.ts'

const ANY_YEAR = new RegExp(`((?:19|20)\\d\\d|${HAN_YEAR})\\s*年?`, 'u')

interface YearSources {
  readonly lines: readonly string[]
  readonly headings: readonly string[]
  readonly named: string
  readonly keyedYear: string
}

/** Without a date: the year of the title, of the plans, of the file's name, or the year after the one looked back on. */
export function readYear(
  { lines, headings, named, keyedYear }: YearSources,
  from: Record<string, string>,
): number | null {
  const inTitle = lines
    .filter((line) => /工作报告/u.test(line))
    .map((line) => ANY_YEAR.exec(line)?.[1])
    .find((text) => text !== undefined)
  const titled = inTitle === undefined ? null : readNumeral(inTitle)
  const { reviewed, planned } = yearsOf(headings)
  if (planned !== null && reviewed !== null && planned === reviewed + 1) {
    if (titled !== planned) from.year = 'headings'
    return planned
  }
  const byName = yearsIn(named)
  const nearest = byName.find((year) => reviewed === null || year === reviewed + 1) ?? byName.at(-1)
  if (titled !== null && isYear(titled) && (reviewed === null || titled > reviewed)) {
    from.year = 'title'
    return titled
  }
  if (planned !== null) {
    from.year = 'headings'
    return planned
  }
  if (nearest !== undefined) {
    from.year = 'file name'
    return nearest
  }
  if (reviewed !== null) {
    from.year = 'headings'
    return reviewed + 1
  }
  const keyed = readNumeral(keyedYear)
  if (keyed === null || !isYear(keyed)) return null
  from.year = 'header'
  return keyed
}

/** The years that the file's name has. */
function yearsIn(named: string): number[] {
  return [...named.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/gu)].map((match) => Number(match[1])).filter(isYear)
}

const REVIEW_WORDS = /回顾|总结|成就|完成情况|发展情况|来工作|取得|基本情况/u
const PLAN_WORDS = /主要工作|重点工作|安排|任务|目标|重点|总体要求|思路|打算|部署|计划|预期|要求/u

function yearsOf(headings: readonly string[]): { reviewed: number | null; planned: number | null } {
  const years = (text: string): number[] =>
    [...text.matchAll(new RegExp(ANY_YEAR.source, 'gu'))]
      .map((match) => readNumeral(match[1] ?? '') ?? Number.NaN)
      .filter(isYear)
  const reviews = headings
    .filter((text) => REVIEW_WORDS.test(text) && (!PLAN_WORDS.test(text) || /回顾|总结|成就/u.test(text)))
    .flatMap(years)
  const plans = headings.filter((text) => PLAN_WORDS.test(text) && !REVIEW_WORDS.test(text)).flatMap(years)
  const any = headings.flatMap(years)
  const reviewed = reviews[0] ?? null
  return {
    reviewed,
    planned:
      plans.find((year) => reviewed === null || year === reviewed + 1) ??
      (reviewed !== null ? (any.find((year) => year === reviewed + 1) ?? null) : null),
  }
}

/** The year looked back on and the year planned. */
export function readPeriods(
  headings: readonly string[],
  year: number | null,
  lines: readonly string[],
): { reviews: number | null; plans: number | null } {
  const { reviewed, planned } = yearsOf(headings)
  if (year === null) return { reviews: reviewed, plans: planned }
  const titled = lines
    .map((line) => /^((?:19|20)\d\d)年.*工作报告$/u.exec(line)?.[1])
    .find((text) => text !== undefined)
  const reviews = reviewed ?? (titled !== undefined && Number(titled) < year ? Number(titled) : year - 1)
  return { reviews, plans: planned ?? (reviewed === year ? year + 1 : year) }
}

/** The text wins over the file's name; the person who imports must know. */
export function warnOfYear(year: number, named: string, warnings: string[]): void {
  const years = yearsIn(named)
  if (years.length > 0 && !years.includes(year))
    warnings.push(`the file name says ${years.join(', ')}, the text ${year}: the text wins`)
}
