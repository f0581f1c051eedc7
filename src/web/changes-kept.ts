/** The changes between two reports, kept for a while: to tell them takes a tenth of a second, and their pages are turned. */
import { type ReportChanges, readChanges } from '../counts/report-changes.ts'
import type { Searcher } from '../search/searcher.ts'

const MAX_KEPT = 32
const kept = new Map<string, Promise<ReportChanges | null>>()

/** null when the corpus holds no such report. */
export async function findChanges(searcher: Searcher, a: string, b: string): Promise<ReportChanges | null> {
  const { version } = await searcher.catalog()
  const key = [version, a, b].join('\n')
  const known = kept.get(key)
  if (known !== undefined) {
    // The one that is used stays the longest.
    kept.delete(key)
    kept.set(key, known)
    return await known
  }
  const found = readChanges(searcher.backend, a, b).then((changes) => ('missing' in changes ? null : changes))
  kept.set(key, found)
  found.then(
    (changes) => changes === null && kept.delete(key),
    () => kept.delete(key),
  )
  for (const oldest of kept.keys()) {
    if (kept.size <= MAX_KEPT) break
    kept.delete(oldest)
  }
  return await found
}
