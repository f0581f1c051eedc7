import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byDate, countPhrase } from '../../src/counts/count.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { NO_FILTERS } from '../../src/search/filter.ts'
import { foldPhrase } from '../../src/text/normalizer.ts'
import { report } from '../quote/small-searcher.ts'

const reports = [
  report(
    'yunling-2022',
    { year: 2022, place: '云岭县', level: '县' },
    '# 报告\n\n## 一、回顾\n\n修路。修路修路。',
  ),
  report(
    'yunling-2023',
    { year: 2023, place: '云岭县', level: '县' },
    '# 修路报告\n\n## 一、修路成绩\n\n种树。\n\n再修 路。\n\n养 蜂。',
  ),
  report(
    'donghe-2023',
    { year: 2023, place: '东河市', level: '市', date: '2023-01-05' },
    '# 报告\n\n## 一、回顾\n\n修ＲＯＡＤ，種樹。',
  ),
]
const backend = createMiniSearchBackend(reports)

describe('countPhrase', () => {
  it('counts runs that do not overlap, in passages and headings, whatever width, case, script and spaces', async () => {
    const { total, reports: counted, without, first } = await countPhrase(backend, '修路')
    expect(total).toBe(5)
    expect(counted.map((one) => [one.report.id, one.count])).toEqual([
      ['yunling-2022', 3],
      ['yunling-2023', 2],
    ])
    expect(without.map(({ id }) => id)).toEqual(['donghe-2023'])
    expect(first?.report.id).toBe('yunling-2022')
  })

  it('names the first passage below a heading that says it', async () => {
    const { reports: counted } = await countPhrase(backend, '成绩')
    expect(counted[0]?.first.text).toBe('种树。')
  })

  it('takes the title for a name', async () => {
    expect((await countPhrase(backend, '路报告')).total).toBe(0)
  })

  it('finds script, width and case folded, and the earliest by date', async () => {
    const { reports: counted } = await countPhrase(backend, '种树')
    expect(counted.map((one) => one.report.id)).toEqual(['donghe-2023', 'yunling-2023'])
    expect((await countPhrase(backend, 'road')).total).toBe(1)
  })

  it('counts other wordings with it, each run once', async () => {
    const { total, alternatives } = await countPhrase(backend, '修路', { alternatives: ['路', '种树'] })
    expect(total).toBe(5 + 2)
    expect(alternatives).toEqual(['路', '种树'])
  })

  it('looks only at the reports asked about', async () => {
    const { reports: counted, without } = await countPhrase(backend, '种树', {
      filters: { ...NO_FILTERS, levels: ['县'], years: [{ from: 2023, to: 2024 }] },
    })
    expect(counted.map((one) => one.report.id)).toEqual(['yunling-2023'])
    expect(without).toEqual([])
  })

  it('says how often per 10,000 characters', async () => {
    const { reports: counted } = await countPhrase(backend, '修路')
    // 一、回顾 and 修路。修路修路。 are 4 + 8 characters.
    expect(counted[0]?.per10000).toBe(2500)
  })

  it.each(['', '  '])('finds %j nowhere', async (phrase) => {
    const count = await countPhrase(backend, phrase)
    expect([count.total, count.first, count.without.length]).toEqual([0, null, 3])
  })

  it('equals brute force for whatever is cut out of the texts', async () => {
    const unit = fc.constantFrom('农', '業', '业', '旅', '𠮷', '5', 'A', 'ａ', '，', '-', ' ', '⑤')
    const text = fc.string({ unit, minLength: 1, maxLength: 10 }).map((words) => `字${words}`)
    const many = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(many, fc.nat(), fc.nat(), async (texts, from, length) => {
        const given = texts.map((paragraphs, number) =>
          report(`r-${number}`, {}, ['# 题', `## ${paragraphs[0]}`, ...paragraphs].join('\n\n')),
        )
        const all = texts.flat().join('')
        const start = from % all.length
        const phrase = foldPhrase(all.slice(start, start + 1 + (length % 4)))
        fc.pre(phrase !== '')
        const bruteForce = given.map(({ sections, passages }) =>
          [...sections.slice(1).map(({ heading }) => heading), ...passages.map((passage) => passage.text)]
            .map((one) => foldPhrase(one).split(phrase).length - 1)
            .reduce((sum, count) => sum + count, 0),
        )
        const counted = await countPhrase(createMiniSearchBackend(given), phrase)
        const countOf = new Map(counted.reports.map((one) => [one.report.id, one.count]))
        expect(given.map(({ id }) => countOf.get(id) ?? 0)).toEqual(bruteForce)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the order of reports', () => {
  const made = fc.record({
    year: fc.integer({ min: 2022, max: 2024 }),
    date: fc.constantFrom('', '2023-01-09', '2023-01-10', '2023-02-01'),
    id: fc.constantFrom('a-1', 'a-2', 'b-1'),
  }) as fc.Arbitrary<Pick<Parameters<typeof byDate>[0], 'year' | 'date' | 'id'>>
  const order = (a: unknown, b: unknown): number =>
    Math.sign(byDate(a as Parameters<typeof byDate>[0], b as Parameters<typeof byDate>[0]))

  it('is one: the same whichever of two is named first, and even for none but the same', () => {
    fc.assert(
      fc.property(made, made, (a, b) => {
        expect(order(a, b)).toBe(0 - order(b, a))
        const isSame = a.year === b.year && a.date === b.date && a.id === b.id
        expect(order(a, b) === 0).toBe(isSame)
      }),
    )
  })

  it('is by year, then by day, those without a day last', () => {
    const sorted = [
      { year: 2022, date: '2022-01-10', id: 'b' },
      { year: 2022, date: '2022-02-01', id: 'a' },
      { year: 2022, date: '', id: 'a' },
      { year: 2023, date: '', id: 'a' },
      { year: 2023, date: '', id: 'b' },
    ]
    expect([...sorted].reverse().sort(order)).toEqual(sorted)
  })
})
