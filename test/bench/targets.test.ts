import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { OPERATIONS, type OwnFigures, type Results } from './results.ts'
import { summarize, type Timing, timeEach } from './sampling.ts'
import { checkTargets, findLimits, fitGrowth, fittedSizes } from './targets.ts'

describe('growth', () => {
  it.each([0.5, 1, 1.3])('finds the exponent %d of a power law', (exponent) => {
    const own = [10_000, 50_000, 200_000].map((passages) => figures(passages, { p50: passages ** exponent }))
    expect(fitGrowth(own, 'question p50')?.exponent).toBeCloseTo(exponent, 9)
  })

  it('leaves small corpora, where fixed costs hide it, out of account', () => {
    const own = [1_000, 10_000, 100_000].map((passages) =>
      figures(passages, { p50: Math.max(passages, 50_000) }),
    )
    expect(fittedSizes(own)).toEqual([10_000, 100_000])
    expect(fitGrowth(own, 'question p50')?.exponent).toBeCloseTo(Math.log10(2), 9)
  })

  it('is unknown of one size', () => {
    expect(fitGrowth([figures(10_000, { p50: 1 })], 'question p50')).toBeNull()
  })

  it('tells at what size a question takes too long, and that nobody measured there', () => {
    const own = [10_000, 20_000].map((passages) => figures(passages, { p99: passages / 2_000 }))
    const [first] = findLimits(own)
    expect(first?.passages).toBeCloseTo(100_000, 0)
    expect(first?.isExtrapolated).toBe(true)
  })
})

describe('targets', () => {
  it.each([
    ['p99 of a whole answer on the report files', 319, 1.9, 2.1],
    ['p99 of the answer to a question for a figure on the report files', 319, 2.9, 3.1],
    ['p99 of a whole answer at 50,000 passages', 50_000, 9.9, 10.1],
    ['p99 of a count of a phrase at 50,000 passages', 50_000, 19.9, 20.1],
  ])('judges the %s', (what, passages, good, bad) => {
    const isMet = (p99: number): boolean | undefined => {
      const own = [{ ...figures(passages, { p99 }), isSynthetic: passages > 1_000 }]
      return checkTargets({ ...NOTHING, own }).find((target) => target.what === what)?.isMet
    }
    expect([isMet(good), isMet(bad)]).toEqual([true, false])
  })

  it('judges what one more report takes of a build, by processor time', () => {
    const own = [{ ...figures(10_000, {}), reports: 100, buildCpuMs: 100, oneMore: { ms: 90, cpuMs: 9 } }]
    expect(checkTargets({ ...NOTHING, own })).toContainEqual({
      what: 'one more report among 100 beside building all, processor time',
      is: '0.09 of it',
      should: 'at most 0.1',
      isMet: true,
    })
  })

  it('says nothing of what was not measured', () => {
    expect(checkTargets(NOTHING)).toEqual([])
  })
})

describe('percentiles', () => {
  it('are measured values, whatever their order', () => {
    const hundred = Array.from({ length: 100 }, (_, number) => (number * 37) % 100)
    expect(summarize(hundred)).toEqual({ p50: 50, p99: 99, most: 99, n: 100 })
  })

  it('are of the runs until an engine has taken too long', async () => {
    const timing = await timeEach([1, 2, 3], () => sleep(20), { seconds: 0, mostSeconds: 0.001 })
    expect(timing.n).toBe(1)
  })

  it('are of every input, however little time there is', async () => {
    expect((await timeEach([1, 2, 3], () => {}, { seconds: 0 })).n).toBe(3)
  })

  it('do not exist of nothing', () => {
    expect(() => summarize([])).toThrow(RangeError)
  })
})

const NOTHING: Results = {
  machine: '',
  node: '',
  seconds: 0,
  imports: [],
  onReports: [],
  onSynthetic: [],
  own: [],
  figures: [],
  arrivals: [],
  skipped: [],
}

/** Figures of one size, all times the same. */
function figures(passages: number, given: Partial<Timing>): OwnFigures {
  const timing: Timing = { p50: 1, p99: 1, most: 1, n: 1, ...given }
  return {
    engine: 'yinju',
    corpus: 'synthetic',
    reports: 1,
    passages,
    isSynthetic: true,
    buildMs: 1,
    buildCpuMs: 1,
    oneMore: { ms: 1, cpuMs: 1 },
    buildPeakMb: 1,
    fileMb: 1,
    loadMs: 1,
    servedMb: 1,
    memory: { heapMb: 1, residentMb: 1, hasTexts: true, textsMb: 1 },
    search: { keyword: timing, question: timing, phrase: timing, quote: timing, character: timing },
    quality: { successAt1: 1, mrr: 1, questions: 1 },
    judged: null,
    operations: Object.fromEntries(OPERATIONS.map((name) => [name, timing])) as OwnFigures['operations'],
  }
}
