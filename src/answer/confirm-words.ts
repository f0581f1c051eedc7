/** Checks words of a passage as a stranger's quote would be checked. */
import type { Passage } from '../corpus/report.ts'
import { checkVerbatim } from '../quote/check.ts'
import type { Searcher } from '../search/searcher.ts'
import type { Range } from '../text/runs.ts'

/** True when the check finds exactly these words in this passage, and they cut neither a figure nor its qualifier. */
export async function confirmWords(searcher: Searcher, passage: Passage, range: Range): Promise<boolean> {
  const check = await checkVerbatim(searcher, passage.text.slice(...range))
  if (check === null || check.omissions.length > 0 || check.folded.length > 0) return false
  if (check.cutFigure !== null || check.cutQualifier !== null) return false
  return [check.hit, ...check.others].some((hit) => hit.passage.id === passage.id)
}
