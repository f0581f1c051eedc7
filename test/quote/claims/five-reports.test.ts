/** Claims that are made from the figures of the five reports, true and changed ones. */
import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/corpus/report.ts'
import { readFigures } from '../../../src/figures/read-figures.ts'
import { verify } from '../../../src/quote/verify.ts'
import { makeClaims } from '../../eval/make-claims.ts'
import { runClaims } from '../../eval/run-claims.ts'
import { openFiveReports, readFiveReports } from '../../five-reports.ts'

/** The lists of a report, two unequal values of each in the other's place: 城乡居民人均可支配收入分别增长8.4%、5.6%. */
function swapLists(of: Report): string[] {
  const figures = readFigures(of).filter(({ numbers, subject }) => numbers.length === 1 && subject === null)
  return figures.flatMap((one, index) => {
    const other = figures[index + 1]
    if (other === undefined || other.quote !== one.quote || other.start !== one.start) return []
    const text = of.passages.find(({ id }) => id === one.passage)?.text ?? ''
    const [[from, to] = [0, 0]] = one.numbers
    const [[start, end] = [0, 0]] = other.numbers
    const [first, second] = [text.slice(from, to), text.slice(start, end)]
    const unit = (number: string): string => number.replace(/[\d.,]/gu, '')
    if (to > start || first === second || unit(first) !== unit(second)) return []
    const quote =
      text.slice(one.start, from) + second + text.slice(to, start) + first + text.slice(end, one.end)
    return [`${of.place}${one.year}年${quote}`]
  })
}

describe('claims made from the figures of the five reports', async () => {
  const reports = await readFiveReports()
  const own = await openFiveReports()
  const outcomes = await runClaims(own, makeClaims(reports, 12))

  it('are confirmed, nineteen of twenty, when they are true', () => {
    const confirmed = outcomes.filter(({ claim }) => claim.isCore && claim.changed === null)
    const share = confirmed.filter(({ supported }) => supported === true).length / confirmed.length
    expect(share).toBeGreaterThanOrEqual(0.95)
  })

  it('are never confirmed when two values of a list change places', async () => {
    const swapped = reports.flatMap(swapLists)
    expect(swapped.length).toBeGreaterThan(20)
    const confirmed: string[] = []
    for (const text of swapped) if ((await verify(own, text)).supported === true) confirmed.push(text)
    expect(confirmed).toEqual([])
  })

  it('are never confirmed when something is changed', () => {
    const wrong = outcomes.filter(({ claim, supported }) => claim.changed !== null && supported === true)
    expect(wrong.map(({ claim }) => claim.text)).toEqual([])
  })
})

it('takes no name with 预期 in it for a plan', async () => {
  const verdict = await verify(await openFiveReports(), '新疆2023年人均预期寿命78岁')
  expect(verdict.conflicts.map(({ kind, source }) => `${kind}: ${source}`)).toEqual(['figure: 76岁'])
})
