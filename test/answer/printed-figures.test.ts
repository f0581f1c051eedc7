/** Whether a noun of a question may be the name of a figure, and which figure it is not. */
import { beforeAll, describe, expect, it } from 'vitest'
import { answerFigures } from '../../src/answer/figures/answer-figures.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

it.each([
  ['昭苏县马匹收入是多少', '300吨'],
  ['伊宁市小游园面积多少', '63个'],
  ['新源县修了多少公里路', '改造10千伏线路30千米'],
  ['伊宁市打算修几条路', '6条道路路沿石'],
])('answers %s with no %s', async (question) => {
  expect(await answerFigures(await openFiveReports(), question)).toBeNull()
})

it('takes 新增了 for what is counted, and not for growth', async () => {
  const found = await answerFigures(await openFiveReports(), '伊宁市2022年新增了7家高新技术企业')
  expect(found?.lacking ?? null).toBeNull()
})

it('tells which reports say it in other words than those of the table', async () => {
  const found = await answerFigures(await openFiveReports(), '各地援疆资金多少')
  expect(found?.otherwise.map(({ report }) => report.place)).toContain('伊宁市')
  expect(found?.absent.map(({ report }) => report.place)).not.toContain('伊宁市')
})

describe('a noun that no list has', () => {
  let made: Searcher
  beforeAll(async () => {
    const [DONE, PLANNED] = ['## 一、2022年工作回顾', '## 二、2023年工作安排']
    made = await openSmallCorpus([
      report('jia-2023', { place: '甲县', level: '县' }, [
        DONE,
        '举办赛马12场，参赛马匹300匹。建成公园5座。棉花总产3.2万吨。',
        '改造老旧小区20个、棚户区600户。',
        '培育专精特新“小巨人”企业7家。研学旅行接待学生8万人次。',
        '服务业占比达到40%。民生支出占财政支出的比重达到80%。',
        '旅游收入3亿元，增长5%。果品产量3万吨，增长5%。茶叶产量增长2%。',
        PLANNED,
        '举办赛马15场。接待游客9万人次。',
      ]),
      report('yi-2023', { place: '乙县', level: '县' }, [
        DONE,
        '举办赛马活动，观众2万人次。服务业比重提高。',
        '棉花总产4万吨。建成口袋公园9座、湿地公园2座。',
        '旅游收入2亿元，增长8%。果品产量4万吨。茶叶产量增长3%。',
        PLANNED,
        '旅游收入达到3亿元。民生支出占比保持80%。接待游客8万人次。',
      ]),
      report('bing-2023', { place: '丙县', level: '县' }, [
        DONE,
        '旅游收入增长9%。',
        PLANNED,
        '旅游收入达到5亿元。果品产量达到7万吨。',
      ]),
    ])
  })

  it.each<[string, string | null]>([
    // As printed, done and planned, unless one is asked for.
    ['甲县赛马多少场', '甲赛马12 甲目标赛马15'],
    ['甲县举办了多少场赛马', '甲赛马12'],
    ['甲县今年举办多少场赛马', '甲目标赛马15'],
    ['乙县举办了多少场赛马', null],
    ['丙县赛马多少场', null],
    // 马匹 of 参赛马匹, but not 马.
    ['甲县参赛马匹多少', '甲参赛马匹300'],
    ['甲县马匹多少匹', '甲参赛马匹300'],
    ['甲县马多少', null],
    // What is counted by 人次 is told where 人 is asked for.
    ['乙县观众多少人', '乙观众2'],
    ['甲县研学旅行学生多少人', '甲研学旅行接待学生8'],
    ['甲县观众多少人次', null],
    // 总产 where 产量 is asked for; a report that says nothing of it is silent.
    ['各县棉花产量', '乙棉花总产4 甲棉花总产3.2 silent 丙'],
    // The name that is asked for alone; of several that have it within none is all of them.
    ['乙县湿地公园多少座', '乙湿地公园2'],
    ['乙县建了多少座公园', null],
    ['甲县公园有多少座', '甲公园5'],
    // Marks within a name are passed over.
    ['甲县有多少小巨人企业', '甲专精特新“小巨人”企业7'],
    ['甲县老旧小区改造多少个', '甲老旧小区20'],
    // Shares, of those that tell one.
    ['甲县服务业占比', '甲服务业占比40'],
    ['各县服务业占比', '甲服务业占比40 silent 丙 乙'],
    ['民生支出占财政支出比重', '甲民生支出占财政支出的比重80 乙目标民生支出占比80 silent 丙'],
    // In order: of results, where there are any; of what states what they are put in order by.
    ['哪个县旅游收入最高', '甲旅游收入3 乙旅游收入2 丙旅游收入+9%'],
    ['哪个县旅游收入总量最高', '甲旅游收入3 乙旅游收入2 silent 丙'],
    ['哪个县旅游收入增速最快', '丙旅游收入+9% 乙旅游收入2 甲旅游收入3'],
    ['旅游收入目标最高的县', '丙目标旅游收入5 乙目标旅游收入3 silent 甲'],
    ['哪个县接待游客最多', '甲目标接待游客9 乙目标接待游客8 silent 丙'],
    ['哪个县果品产量最高', '乙果品产量4 甲果品产量3'],
    ['哪个县果品产量增速最快', '甲果品产量3'],
    ['哪个县茶叶产量总量最高', '甲茶叶产量+2% 乙茶叶产量+3% silent 丙'],
    ['旅游收入目标和实绩最高的县', '甲旅游收入3 乙旅游收入2 丙旅游收入+9% 丙目标旅游收入5 乙目标旅游收入3'],
  ])('is told of by its name: %s, %s', async (question, told) => {
    const found = await answerFigures(made, question)
    const rows = found?.rows.map(({ report: { place }, figure: { kind, name, value, change } }) =>
      [place[0], kind === 'target' ? '目标' : '', name, value ?? change].join(''),
    )
    const silent = found?.absent.map(({ report: { place } }) => place[0]) ?? []
    expect(
      rows === undefined ? null : [...rows, ...(silent.length > 0 ? ['silent', ...silent] : [])].join(' '),
    ).toBe(told)
  })
})
