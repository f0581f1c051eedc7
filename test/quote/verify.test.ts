/** The verdict on a text: by its words, its figures, and what the text before it says of place and year. */
import { describe, expect, it } from 'vitest'
import type { Carried } from '../../src/quote/claims/read-claims.ts'
import { type Verdict, verdictKind, verify, verifyVerbatim } from '../../src/quote/verify.ts'
import { openReports, report } from './small-searcher.ts'

const yunling = report(
  'yunling-2024',
  { level: '县', reviews: 2023, plans: 2024 },
  `# 政府工作报告

## 一、2023年工作回顾

全年旅游收入30.38亿元，增长16.6%。粮食产量达12.6万吨。把群众的事办到心坎上，把好事办好。2019年以来，累计新建学校12所。青禾集团实现纳税1.04亿元。

## 二、2024年工作安排

旅游收入达到36亿元以上。
`,
)
const baihe = report(
  'baihe-2024',
  { place: '白河县', level: '县', reviews: 2023, plans: 2024 },
  '# 政府工作报告\n\n## 一、2023年工作回顾\n\n棉花产量达5.2万吨。\n',
)
const searcher = await openReports(yunling, baihe)
const show = ({ supported, conflicts }: Pick<Verdict, 'supported' | 'conflicts'>): string[] => [
  `${supported}`,
  ...conflicts.map(({ kind, said, source }) => `${kind}: ${said} ≠ ${source}`),
]
const carried = (place: string | null, year: number | null, kind: Carried['kind'] = null): Carried => ({
  place: place === null ? null : { name: place, places: ['云岭县', '白河县'].includes(place) ? [place] : [] },
  year: year === null ? null : { is: 'named', year },
  kind,
})

describe('a text that stands in a report as it is', () => {
  it.each([
    ['粮食产量达12.6万吨', null, null, ['true']],
    ['粮食产量达12.6万吨', '云岭县', null, ['true']],
    ['粮食产量达12.6万吨', '云岭县', 2023, ['true']],
    ['粮食产量达12.6万吨', null, 2023, ['true']],
    ['粮食产量达12.6万吨', '白河县', null, ['false', 'place: 白河县 ≠ 云岭县']],
    ['粮食产量达12.6万吨', '白河县', 2022, ['false', 'place: 白河县 ≠ 云岭县']],
    ['粮食产量达12.6万吨', null, 2022, ['false', 'year: 2022年 ≠ 2023年']],
    ['粮食产量达12.6万吨', '云岭县', 2022, ['false', 'year: 2022年 ≠ 2023年']],
    ['粮食产量达12.6万吨', '北山县', null, ['true']],
    // Words without a figure are not the place's alone.
    ['把群众的事办到心坎上', '白河县', 2022, ['true']],
    // It tells of its time itself.
    ['2019年以来，累计新建学校12所', '云岭县', 2022, ['true']],
  ])('%s, behind %s and %s: %j', async (text, place, year, expected) => {
    const verdict = await verifyVerbatim(searcher, text, carried(place, year))
    expect(verdict === null ? null : show(verdict)).toEqual(expected)
    expect(show(await verify(searcher, text, { carried: carried(place, year) }))).toEqual(expected)
  })

  it('is of the kind that is told of', async () => {
    const of = async (kind: Carried['kind'], year: number) =>
      show(await verify(searcher, '旅游收入达到36亿元以上', { carried: carried('云岭县', year, kind) }))
    expect(await of('target', 2024)).toEqual(['true'])
    expect(await of('actual', 2024)).toEqual(['false', 'kind: 实绩 ≠ 目标'])
  })

  it('is none that does not', async () => {
    expect(await verifyVerbatim(searcher, '粮食产量达12.7万吨', carried(null, null))).toBeNull()
  })
})

describe('the year in the words around a quote', () => {
  it.each([
    ['云岭县2023年“粮食产量达12.6万吨”', ['true']],
    ['云岭县2022年“粮食产量达12.6万吨”', ['false', 'year: 2022年 ≠ 2023年']],
    ['云岭县2024年政府工作报告：“把群众的事办到心坎上，把好事办好”', ['true']],
    ['云岭县2023年政府工作报告：“把群众的事办到心坎上，把好事办好”', ['false', 'year: 2023年 ≠ 2024年']],
    ['云岭县2023年：“把群众的事办到心坎上，把好事办好”', ['true']],
    ['云岭县2024年：“把群众的事办到心坎上，把好事办好”', ['true']],
    ['云岭县2021年：“把群众的事办到心坎上，把好事办好”', ['false', 'year: 2021年 ≠ 2024年']],
    ['白河县：“把群众的事办到心坎上，把好事办好”', ['false', 'place: 白河县 ≠ 云岭县']],
    ['2023年，云岭县把群众的事办到心坎上，把好事办好', ['true']],
    ['2024年云岭县把群众的事办到心坎上，把好事办好', ['null', 'year: 2024年 ≠ 2023年']],
    ['2021年云岭县把群众的事办到心坎上，把好事办好', ['false', 'year: 2021年 ≠ 2023年']],
  ])('%s: %j', async (text, expected) => {
    expect(show(await verify(searcher, text))).toEqual(expected)
  })
})

describe('what decides', () => {
  const source = async (text: string): Promise<string | null> => {
    const verdict = await verify(searcher, text)
    const { source: of } = verdict
    return `${verdict.supported} ${verdictKind(verdict)} ${of === null ? null : `${of.report.place} ${of.passage.paragraph}`}`
  }

  it.each([
    ['粮食产量达12.6万吨', 'true verbatim 云岭县 1'],
    ['云岭县2023年粮食产量12.6万吨', 'true'],
    ['云岭县2023年粮食产量13.6万吨', 'false'],
    ['云岭县2023年旅游收入30.4亿元', 'null'],
    ['云岭县2023年地铁运营里程300公里', 'null'],
    ['甲乙丙丁戊己庚辛壬癸', 'null not-found null'],
    ['白河县：“把群众的事办到心坎上，把好事办好”', 'false differs 云岭县 1'],
  ])('%s is %s', async (text, expected) => {
    expect(await source(text)).toContain(expected)
  })

  it.each([
    ['verbatim', undefined, true, [], 'verbatim'],
    ['verbatim', '甲', true, [], 'verbatim'],
    ['verbatim', '甲', false, [], 'differs'],
    ['verbatim', undefined, false, [], 'verbatim'],
    ['pieced', undefined, null, [], 'pieced'],
    ['not-found', undefined, null, [], 'not-found'],
    ['not-found', undefined, null, [null], 'not-found'],
    ['not-found', undefined, null, [null, true], 'differs'],
    ['not-found', undefined, false, [false], 'differs'],
  ] as const)(
    'words that are %s (%s), supported %s, with claims %j are %s',
    (kind, part, supported, claims, told) => {
      const check = part === undefined ? { kind } : { kind, part }
      const verdict = { check, supported, claims: claims.map((one) => ({ supported: one, conflicts: [] })) }
      expect(verdictKind(verdict as unknown as Verdict)).toBe(told)
    },
  )
})

describe('what a text hands on', () => {
  it.each([
    ['云岭县2022年发展平稳', '云岭县 2022 null'],
    ['云岭县2023年粮食产量12.6万吨', '云岭县 2023 actual'],
    ['粮食产量12.6万吨', '白河县 2021 target'],
    ['云岭县旅游收入目标36亿元', '云岭县 2021 target'],
    ['北山县2020年粮食产量12.6万吨', '白河县 2020 target'],
    ['2023年粮食产量12.6万吨，2022年旅游收入30亿元', '白河县 2022 target'],
  ])('%s: %s', async (text, expected) => {
    const { carried: on } = await verify(searcher, text, {
      carried:
        expected.startsWith('白河县') || expected.endsWith('target')
          ? carried('白河县', 2021, 'target')
          : carried(null, null),
    })
    expect(`${on.place?.name} ${on.year?.is === 'named' ? on.year.year : null} ${on.kind}`).toBe(expected)
  })
})
