/** Tells whether a passage reviews or plans, and which years it speaks about. */
import type { Passage, ReportMeta } from '../../corpus/report.ts'

export type Aspect = 'review' | 'plan'

const REVIEW_HEADING = /回顾|过去|总结|成绩|成就|工作情况|完成情况|发展情况|五年来|一年来/u
const PLAN_HEADING =
  /安排|计划|任务|目标|打算|部署|重点工作|建议|展望|今后|未来|下一步|总体要求|思路|举措|新征程|工作重点/u
const YEAR = /(?<!\d)(19[5-9]\d|20\d\d)(?!\d)/g
const SPOKEN_YEAR = /(?<![\d.])(19[5-9]\d|20\d\d)(?:\s*[-—–~至到]+\s*(19[5-9]\d|20\d\d))?\s*(?:年|[-—–~]\d)/g

/** What the passage's headings say, the outermost first; null where they tell nothing. */
export function passageAspect(passage: Passage, report: ReportMeta): Aspect | null {
  for (const heading of passage.section) {
    const years = yearsOf(heading)
    const isReview =
      REVIEW_HEADING.test(heading) || (report.reviews !== null && years.includes(report.reviews))
    const isPlan = PLAN_HEADING.test(heading) || (report.plans !== null && years.includes(report.plans))
    if (isReview !== isPlan) return isReview ? 'review' : 'plan'
    // 过去五年工作回顾 … 2022年重点工作: a heading that says both is decided by its verb, not its year.
    if (isReview && REVIEW_HEADING.test(heading) && !PLAN_HEADING.test(heading)) return 'review'
    if (isPlan && PLAN_HEADING.test(heading) && !REVIEW_HEADING.test(heading)) return 'plan'
  }
  return null
}

/** The years that the passage speaks about: those it names, and the report's reviewed or planned year by its aspect. */
export function passageYears(
  passage: Passage,
  report: ReportMeta,
  aspect: Aspect | null = passageAspect(passage, report),
): number[] {
  const years = new Set<number>()
  for (const text of [...passage.section, passage.text]) {
    if (!mayName(text)) continue
    SPOKEN_YEAR.lastIndex = 0
    for (let match = SPOKEN_YEAR.exec(text); match !== null; match = SPOKEN_YEAR.exec(text)) {
      const from = Number(match[1])
      const to = Number(match[2] ?? match[1])
      for (let year = from; year <= Math.min(to, from + 20); year++) years.add(year)
    }
  }
  if (aspect !== 'plan' && report.reviews !== null) years.add(report.reviews)
  if (aspect !== 'review' && report.plans !== null) years.add(report.plans)
  if (report.reviews === null && report.plans === null) years.add(report.year)
  return [...years].sort((a, b) => a - b)
}

function yearsOf(heading: string): number[] {
  return mayName(heading) ? Array.from(heading.match(YEAR) ?? [], Number) : []
}

/** Most headings and passages name no year, which the patterns take a while to tell. */
function mayName(text: string): boolean {
  return text.includes('20') || text.includes('19')
}
