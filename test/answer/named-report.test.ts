/** Words that name a report, a section or a paragraph, and ask for nothing in it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { findNamed } from '../../src/answer/named-report.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

const fieldsOf = (place: string, year: number, speaker: string) => ({
  place,
  level: place.at(-1) ?? '',
  year,
  reviews: year - 1,
  plans: year,
  speaker,
  post: `${place.at(-1)}长`,
})
const body = (crop: string) => [
  '各位代表：',
  '## 一、工作回顾',
  `${crop}产量达12万吨。`,
  '### （一）乡村振兴',
  '新建公路三百公里。',
  '## 二、工作安排',
  '建成水库两座。',
  '## 名词解释',
  '“三高”项目：高污染项目。',
]
const REPORTS = [
  report('yunling-2022', fieldsOf('云岭县', 2022, '张三'), body('小麦')),
  report('yunling-2024', fieldsOf('云岭县', 2024, '热合木·艾木拉'), body('玉米')),
  report('haibin-2023', fieldsOf('海滨市', 2023, '李四'), body('水稻')),
]

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus(REPORTS)
})

/** As `id`, `id § heading` or `id ¶ number`. */
async function named(text: string): Promise<readonly string[] | null> {
  const found = await findNamed(searcher, text)
  switch (found?.kind) {
    case 'reports':
      return found.reports.map(({ id }) => id)
    case 'sections':
      return found.sections.map(({ report: one, section }) => `${one.id} § ${one.sections[section]?.heading}`)
    case 'paragraph':
      return [`${found.report.id} ¶ ${found.paragraph}`]
    default:
      return null
  }
}

describe('findNamed', () => {
  it.each([
    ['云岭县', ['yunling-2024', 'yunling-2022']],
    ['云岭县2022年政府工作报告', ['yunling-2022']],
    ['云岭县2022年的报告全文', ['yunling-2022']],
    ['给我看看海滨市的报告讲了什么', ['haibin-2023']],
    ['二〇二三年海滨市政府工作报告', ['haibin-2023']],
    ['热合木·艾木拉是谁', ['yunling-2024']],
    ['最新的报告是哪一份', ['yunling-2024']],
    ['介绍下云岭县2022年的报告', ['yunling-2022']],
    ['云岭县的报告有没有', ['yunling-2024', 'yunling-2022']],
    ['海滨市2022年的政府工作报告有吗', ['haibin-2023']],
    ['哪份报告最新', ['yunling-2024']],
    ['海滨市那份报告分几大块 标题列一下', ['haibin-2023']],
    ['2023年的报告有哪些', ['haibin-2023']],
    ['云岭县2022年做了哪些事', ['yunling-2022']],
    ['张三', ['yunling-2022']],
    ['张三同志的报告', ['yunling-2022']],
    ['云岭县张三', ['yunling-2022']],
    ['热合木·艾木拉', ['yunling-2024']],
    ['艾木拉', ['yunling-2024']],
  ])('takes %s for reports, the latest first', async (text, ids) => {
    expect(await named(text)).toEqual(ids)
  })

  it.each([
    '你这里都有哪些报告',
    '你这儿都有哪些地方哪年的报告？',
    '库里有哪些报告，列个清单',
    '现在收录了多少份政府工作报告',
    '有几份报告',
  ])('takes %s for the list of all', async (text) => {
    expect((await findNamed(searcher, text))?.kind).toBe('catalog')
  })

  it.each([
    ['云岭县2022年报告第二部分', ['yunling-2022 § 二、工作安排']],
    ['海滨市报告的第一部分', ['haibin-2023 § 一、工作回顾']],
    ['云岭县工作安排', ['yunling-2024 § 二、工作安排']],
    ['海滨市今年要做什么', ['haibin-2023 § 二、工作安排']],
    ['海滨市接下来有哪些打算', ['haibin-2023 § 二、工作安排']],
    ['云岭县2022年主要工作任务', ['yunling-2022 § 二、工作安排']],
    ['云岭县今年重点抓什么', ['yunling-2024 § 二、工作安排']],
    ['云岭县工作回顾', ['yunling-2024 § 一、工作回顾', 'yunling-2024 § （一）乡村振兴']],
    ['云岭县2021年做了哪些事', ['yunling-2022 § 一、工作回顾', 'yunling-2022 § （一）乡村振兴']],
    ['云岭县2023年任务完成情况', ['yunling-2024 § 一、工作回顾', 'yunling-2024 § （一）乡村振兴']],
    ['海滨市去年取得了哪些成绩', ['haibin-2023 § 一、工作回顾', 'haibin-2023 § （一）乡村振兴']],
    ['海滨市报告里振兴那一块讲了什么', ['haibin-2023 § （一）乡村振兴']],
    ['云岭县报告里振兴那一块讲了什么', ['yunling-2024 § （一）乡村振兴']],
    ['海滨市 乡村振兴', ['haibin-2023 § （一）乡村振兴']],
    ['把海滨市报告最后的名词解释给我看看', ['haibin-2023 § 名词解释']],
    ['海滨市报告乡村振兴分哪几个方面', ['haibin-2023 § （一）乡村振兴']],
    ['海滨市报告第一部分有几节', ['haibin-2023 § （一）乡村振兴']],
    ['海滨市报告工作回顾分几个方面', ['haibin-2023 § （一）乡村振兴']],
    ['名词解释', ['yunling-2024 § 名词解释', 'haibin-2023 § 名词解释', 'yunling-2022 § 名词解释']],
  ])('takes %s for sections', async (text, sections) => {
    expect(await named(text)).toEqual(sections)
  })

  it.each([
    ['云岭县报告第2段', ['yunling-2024 ¶ 2']],
    ['云岭县2022年第三段', ['yunling-2022 ¶ 3']],
    ['海滨市报告第5自然段', ['haibin-2023 ¶ 5']],
  ])('takes %s for a paragraph of the latest report', async (text, paragraph) => {
    expect(await named(text)).toEqual(paragraph)
  })

  it.each([
    ['a question', '云岭县小麦产量'],
    ['a deed that is asked for', '云岭县今年做了哪些水利工程'],
    ['a year that no report of the place has', '云岭县1999年报告'],
    ['a paragraph that is not there', '云岭县报告第99段'],
    ['the paragraph behind the last', '海滨市报告第6段'],
    ['a paragraph of no place', '第2段'],
    ['a part of two places', '云岭县和海滨市的工作安排'],
    ['what was done in a year that no report tells of', '云岭县1999年做了哪些事'],
    ['a paragraph, and something asked of it', '云岭县报告第2段的产量'],
    ['a part that is not there', '云岭县报告第九部分'],
    ['a part, and something asked of it', '云岭县报告第二部分的水库'],
    ['a phrase in marks', '“云岭县”'],
    ['an exclusion', '云岭县 -报告'],
    ['a filter', '年份:2024 云岭县'],
    ['a part of a name', '木拉'],
    ['a section of no place that is none of the usual', '工作安排'],
    ['words longer than a name', `云岭县${'的报告'.repeat(20)}`],
    ['another place', '青石县报告'],
    ['words one longer', `云岭县的${'的报告'.repeat(19)}`],
  ])('takes %s for none', async (_, text) => {
    expect(await named(text)).toBeNull()
  })

  it('takes words as long as a name may be for one', async () => {
    expect(await named(`云岭县${'的报告'.repeat(19)}`)).toHaveLength(2)
  })

  it.each([
    [4, 4],
    [5, 0],
  ])('looks a section up in the outlines of %d reports of a place: %d found', async (count, found) => {
    const made = await openSmallCorpus(
      Array.from({ length: count }, (_, index) =>
        report(`yunling-${2020 + index}`, fieldsOf('云岭县', 2020 + index, '张三'), body('小麦')),
      ),
    )
    const sections = await findNamed(made, '云岭县乡村振兴')
    expect(sections?.kind === 'sections' ? sections.sections.length : 0).toBe(found)
  })

  it('takes what a heading holds for its name only where its parts are asked for', async () => {
    const made = await openSmallCorpus([
      report('haibin-2023', fieldsOf('海滨市', 2023, '李四'), [
        '## 一、全面推进乡村振兴',
        '### （一）修路',
        '新建公路三百公里。',
        '### （二）通水',
        '建成水库两座。',
      ]),
    ])
    const headings = async (text: string): Promise<readonly (string | undefined)[] | null> => {
      const found = await findNamed(made, text)
      return found?.kind === 'sections'
        ? found.sections.map(({ report: one, section }) => one.sections[section]?.heading)
        : null
    }
    expect(await headings('海滨市报告乡村振兴分哪几个方面')).toEqual(['（一）修路', '（二）通水'])
    expect(await headings('海滨市报告第一部分有几节')).toEqual(['（一）修路', '（二）通水'])
    expect(await headings('海滨市乡村振兴')).toBeNull()
    expect(await headings('海滨市全面推进乡村振兴')).toEqual(['一、全面推进乡村振兴'])
  })
})
