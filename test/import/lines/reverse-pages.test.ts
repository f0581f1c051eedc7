import { describe, expect, it } from 'vitest'
import { importSource } from '../../../src/import/import-report.ts'
import { HEAD, LONG_BODY, sourceOf, wrap } from '../sample-report.ts'

/** The lines of the invented report, wrapped at this many columns. */
const linesAt = (columns: number): string[] =>
  LONG_BODY.flatMap((text) => wrap(text, columns).map((line, index) => (index === 0 ? `　　${line}` : line)))

/** In pages of 25 lines with their numbers; those that are named stand bottom-up. */
function paged(lines: readonly string[], turned: readonly number[]): string[] {
  const pages = Array.from({ length: Math.ceil(lines.length / 25) }, (_, page) => {
    const own = lines.slice(page * 25, page * 25 + 25)
    return [...(turned.includes(page + 1) ? own.reverse() : own), `— ${page + 1} —`]
  })
  return [...HEAD, ...pages.flat()]
}

const textOf = (lines: readonly string[]): string => {
  const outcome = importSource(sourceOf(lines))
  return outcome.status === 'imported' ? outcome.text.slice(outcome.text.indexOf('\n# ')) : outcome.reason
}

describe('pages that a converter wrote bottom-up', () => {
  it.each([
    [56, [2]],
    [56, [3]],
    [44, [2, 4]],
    [64, [2]],
    [56, [2, 3]],
  ])('reads them in order, at %d columns, pages %j', (columns, turned) => {
    const lines = linesAt(columns)
    expect(textOf(paged(lines, turned))).toBe(textOf(paged(lines, [])))
  })

  it('turns nothing of a text in order', () => {
    const outcome = importSource(sourceOf(paged(linesAt(56), [])))
    expect(outcome.warnings.filter((warning) => warning.includes('reverse'))).toEqual([])
  })
})
