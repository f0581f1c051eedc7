import { describe, expect, it } from 'vitest'
import { type Branch, decodeAction } from '../../src/bot/callback-data.ts'
import { reportTreeReply } from '../../src/bot/replies/report-tree.ts'
import { distinctNames } from '../../src/bot/replies/source-line.ts'
import type { Catalog, ReportSummary } from '../../src/search/backend.ts'
import { provinceOf, provinces } from '../../src/text/provinces.ts'
import { makeSummary } from '../made-meta.ts'
import { setting } from './made-setting.ts'
import { checkKeyboard } from './strict-telegram.ts'

const report = (place: string, level: ReportSummary['level'], year: number, more = {}): ReportSummary =>
  makeSummary({
    id: `r-${[...place]
      .map((character) => character.codePointAt(0)?.toString(36))
      .join('')
      .slice(0, 24)}-${year}`,
    place,
    level,
    year,
    characters: 100,
    ...more,
  })

const COUNTIES =
  '正定县 行唐县 灵寿县 高邑县 深泽县 赞皇县 无极县 平山县 元氏县 赵县 涉县 磁县 魏县 阳曲县 娄烦县 平定县 盂县 武乡县 沁县 沁源县 沁水县 阳城县 陵川县 泽州县 山阴县 应县 右玉县 太谷区'.split(
    ' ',
  )
const reports = [
  ...COUNTIES.flatMap((place) => [report(place, '县', 2023), report(place, '县', 2024)]),
  report('河北省', '省', 2024),
  report('巴音郭楞蒙古自治州', '州', 2024),
]
const catalog: Catalog = { reports, passages: 10 * reports.length, version: 'test' }
const ROOT: Branch = { level: '', province: -1, place: '', page: 0 }

describe('a list of hundreds of reports', () => {
  it('is a tree, by which every report is reached', () => {
    const opened = new Set<string>()
    const open = (branch: Branch, depth: number): void => {
      expect(depth).toBeLessThan(6)
      const { keyboard } = reportTreeReply(catalog, branch, setting)
      checkKeyboard({ inline_keyboard: keyboard.map((row) => [...row]) as never })
      for (const button of keyboard.flat()) {
        const action = 'callback_data' in button ? decodeAction(button.callback_data) : null
        if (action?.kind === 'outline') opened.add(action.report)
        if (
          action?.kind === 'tree' &&
          (action.branch.page > branch.page || action.branch.page === 0) &&
          button.text !== '◀'
        )
          open(action.branch, depth + 1)
      }
    }
    open(ROOT, 0)
    expect([...opened].sort()).toEqual(reports.map(({ id }) => id).sort())
  })

  it('begins with the levels and counts what is below', () => {
    const labels = (branch: Branch) =>
      reportTreeReply(catalog, branch, setting)
        .keyboard.flat()
        .map(({ text }) => text)
    expect(labels(ROOT)).toEqual(['省 · 1', '州 · 1', '县 · 56'])
    expect(labels({ ...ROOT, level: '县' })).toEqual(expect.arrayContaining(['河北省 · 26', '山西省 · 30']))
    expect(labels({ ...ROOT, level: '县', province: provinces().indexOf('河北省') })).toContain('正定县 · 2')
  })
})

describe('provinceOf', () => {
  it.each([
    ['正定县', '河北省'],
    ['深圳市', '广东省'],
    ['深圳市罗湖区', '广东省'],
    ['新疆维吾尔自治区', '新疆维吾尔自治区'],
    ['昭苏县', '新疆维吾尔自治区'],
  ])('%s lies in %s', (place, province) => {
    expect(provinces()[provinceOf(place)]).toBe(province)
  })

  it('knows no province of a place that is none', () => {
    expect(provinceOf('火星')).toBe(-1)
  })
})

describe('distinctNames', () => {
  it('tells two reports of one place and year apart', () => {
    const twins = [
      report('宝安区', '区', 2021, { id: 'a', date: '2021-02-01' }),
      report('宝安区', '区', 2021, { id: 'b', date: '2021-11-01' }),
      report('宝安区', '区', 2020, { id: 'c' }),
      report('应县', '县', 2021, { id: 'd' }),
      report('应县', '县', 2021, { id: 'e' }),
    ]
    const names = distinctNames(twins)
    expect(names.get('a')).toBe('宝安区 2021 · 2021-02-01')
    expect(names.get('c')).toBe('宝安区 2020')
    expect(new Set(names.values()).size).toBe(5)
  })
})
