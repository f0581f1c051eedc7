/** Merging is held to building: whatever packs reports come from, the whole is what would have been built of them at once. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReport } from '../../../src/corpus/parse-report.ts'
import { buildPack, type NamedReport } from '../../../src/search/embedded/builder.ts'
import { mergePacks } from '../../../src/search/embedded/merge.ts'
import type { Pack } from '../../../src/search/embedded/pack.ts'

const sentence = fc.constantFrom(
  '粮食产量达到12.5万吨，增长3.8%。',
  '2023年新建农村公路300公里。',
  '力争固定资产投资增长10%以上。',
  '发展旅游业，发展农业，发展旅游。',
  '城镇新增就业5600人，登记失业率控制在4%以内。',
  'G577线𠮷林段通车。',
)
const heading = fc.constantFrom('一、2023年工作回顾', '二、2024年工作安排', '三、结语')
const body = fc
  .array(fc.tuple(heading, fc.array(sentence, { minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.map(([title, texts]) => `## ${title}\n\n${texts.join('\n\n')}`).join('\n\n'))
const corpora = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 0, max: 99 }), body, fc.integer({ min: 0, max: 3 })),
  {
    minLength: 1,
    maxLength: 8,
    selector: ([number]) => number,
  },
)

function makeReport(number: number, text: string): NamedReport {
  const id = `r${number}-2024`
  const file = `---\ntitle: 政府工作报告\nplace: 甲县\nyear: 2024\nreviews: 2023\nplans: 2024\n---\n\n# 政府工作报告\n\n${text}\n`
  const { report, faults } = parseReport(id, file)
  if (report === undefined) throw new Error(faults[0]?.message)
  return { report, content: `hash of ${id}` }
}

describe('mergePacks', () => {
  it('gives what is built of the same reports at once, whichever packs they come from and whatever is left out', () => {
    fc.assert(
      fc.property(corpora, fc.func(fc.boolean()), (corpus, leaves) => {
        const all = corpus.map(([number, text, pack]) => ({ ...makeReport(number, text), pack }))
        const parts = [0, 1, 2, 3].map((pack) => buildPack(all.filter((one) => one.pack === pack)))
        const merged = mergePacks(parts.map((pack) => ({ pack, takes: ({ id }) => !leaves(id) })))
        const expected = buildPack(all.filter(({ report }) => !leaves(report.id)))
        expect(merged.entries).toEqual(expected.entries)
        expect(asBytes(merged)).toEqual(asBytes(expected))
      }),
      { numRuns: 150 },
    )
  })

  it('keeps skips and order in lists far longer than a block', () => {
    const texts = (count: number): string =>
      Array.from(
        { length: count },
        (_, at) => `发展农业，第${at}项。${at % 3 === 0 ? '农业农业。' : ''}`,
      ).join('\n\n')
    const [before, between, after] = [
      makeReport(10, `## 一、回顾\n\n${texts(150)}`),
      makeReport(20, `## 一、回顾\n\n${texts(90)}`),
      makeReport(30, `## 一、回顾\n\n${texts(200)}`),
    ]
    const merged = mergePacks([
      { pack: buildPack([after, before]), takes: () => true },
      { pack: buildPack([between]), takes: () => true },
    ])
    expect(asBytes(merged)).toEqual(asBytes(buildPack([before, between, after])))
  })
})

/** Comparing bytes of arrays one by one would take most of the test's time. */
function asBytes({ arrays, lines }: Pack): Record<string, string> {
  return Object.fromEntries(
    [...Object.entries(arrays), ['lines', lines] as const].map(
      ([name, { buffer, byteOffset, byteLength }]) => [
        name,
        Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64'),
      ],
    ),
  )
}
