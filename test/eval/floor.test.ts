/** Holds retrieval quality: what `npm run eval` measures may not fall below floor.json. */
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { openFiveReports } from '../five-reports.ts'
import { type Figures, falseStrong, measure, type Outcome } from './metrics.ts'
import { FIVE_REPORTS_FILES, readQuestions } from './questions.ts'
import { runQuestions } from './run-questions.ts'

/** Least figures by question file and type (`all` for all that can be answered), and the most of a bad thing. */
interface Floor {
  readonly least: Readonly<Record<string, Readonly<Record<string, Partial<Figures>>>>>
  readonly mostFalseStrong: Readonly<Record<string, number>>
}

const floor = JSON.parse(await readFile(new URL('floor.json', import.meta.url), 'utf8')) as Floor
const files = FIVE_REPORTS_FILES
const outcomes = new Map<string, Outcome[]>()

beforeAll(async () => {
  const searcher = await openFiveReports()
  for (const file of files) {
    outcomes.set(file, await runQuestions(searcher, await readQuestions(new URL(file, import.meta.url))))
  }
})

describe.each(files)('%s', (file) => {
  it.each(Object.entries(floor.least[file] ?? {}))('holds its floor for %s', (type, least) => {
    const answerable = (outcomes.get(file) ?? []).filter((outcome) => !outcome.isUnanswerable)
    const figures = measure(answerable.filter((outcome) => type === 'all' || outcome.type === type))
    expect(figures.questions).toBeGreaterThan(0)
    for (const [name, value] of Object.entries(least)) {
      expect(figures[name as keyof Figures], `${name} of ${type}`).toBeGreaterThanOrEqual(value)
    }
  })

  it('calls few questions strong that nothing answers', () => {
    expect(falseStrong(outcomes.get(file) ?? [])).toBeLessThanOrEqual(floor.mostFalseStrong[file] ?? 0)
  })
})
