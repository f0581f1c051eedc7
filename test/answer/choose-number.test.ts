/** Which of the numbers that passages print answers a question, and where none does. */
import { expect, it } from 'vitest'
import { answerFigures } from '../../src/answer/figures/answer-figures.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { openFiveReports } from '../five-reports.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

/** The figures that answer, of a county whose report has these paragraphs. */
async function figuresOf(question: string, paragraphs: readonly string[]): Promise<Figure[]> {
  const searcher = await openSmallCorpus([
    report('qing-2025', { place: '青县', level: '县', year: 2025, reviews: 2024, plans: 2025 }, [
      '## 2024年工作回顾',
      ...paragraphs,
    ]),
  ])
  const found = await answerFigures(searcher, question)
  return (found?.rows ?? []).map(({ figure }) => figure)
}

it.each([
  ['昭苏县要引进多少名紧缺人才', '60'],
  ['昭苏县想引进多少人才', '60'],
  ['新源县政府欠民企的钱还了多少', '7911'],
  ['新源县网上卖货卖了多少', '7084'],
  ['乌恰县跟疆外几家三甲医院能远程会诊', '5'],
  ['伊宁市发了多少消费券', '500'],
  ['新源县的图书馆分馆有多少个', '12'],
])('%s: %s, whatever the figure is called', async (question, value) => {
  const found = await answerFigures(await openFiveReports(), question)
  expect(found?.rows.map(({ figure }) => figure.value)).toEqual([value])
})

it.each([
  ['昭苏县计划建多少停车场和厕所', 'half an answer'],
  ['新源县打算引进几个上亿的项目', '超10亿元项目3—5个'],
  ['乌恰县建成投用的是第几幼儿园', 'a number that counts'],
  ['伊犁河伊宁段水质是几类', 'a number that measures'],
  ['新疆2023年给企业减了多少税', 'a growth that stands beside a part of a word'],
])('answers %s with no figure: %s', async (question) => {
  const found = await answerFigures(await openFiveReports(), question)
  expect(found?.rows ?? []).toEqual([])
})

it.each([
  ['青县地铁一共多少公里', ['879']],
  ['青县地铁新增多少公里', ['43']],
  ['青县公交专线一共多少条', []],
  ['青县公交专线里程', []],
])('%s: %j, told apart from what was added', async (question, values) => {
  const text = '新增地铁运营里程43公里、总里程达到879公里；新增公交专线12条，护栏总长247公里。'
  const found = await figuresOf(question, [text])
  expect(found.map((figure) => figure.value)).toEqual(values)
})

it.each([
  ['青县毕业生就业去向落实率多少', ['92.5']],
  ['青县就业人员培训多少', []],
  ['青县少儿医保每人每年补多少', ['75']],
  ['青县有多少人领到育儿补贴', ['181']],
  ['青县保障房分了多少套', ['9680']],
  ['青县地铁通车里程多少公里', ['595']],
  ['青县奶产量多少', ['160']],
  ['白县奶产量多少', []],
  ['青县算力产业多少亿', []],
  ['青县脱贫多少人', []],
  ['青县赤字多少', ['3']],
  ['青县地铁多长', ['595']],
  ['青县有多少人脱贫', []],
  ['青县天驹机场旅客吞吐量多少', []],
  ['青县机场旅客吞吐量多少', ['40']],
  ['青县新修多少条绿道', ['7']],
  ['泉港港区货运量多少', ['9']],
  ['泉州市公园多少座', []],
])('%s: %j, and nothing of another thing', async (question, values) => {
  const text = [
    '城镇新增就业6.9万人，毕业生就业去向落实率92.5%。对每个少儿每年补贴75元建立少儿医保制度。发放育儿补贴181万人。',
    '建设筹集保障性住房5204套。供应分配保障性住房9680套。轨道交通在建里程278公里。地铁运营里程595公里。新开工地铁5条。',
    '城乡居民低保补差标准分别提高到333元和147元。肉奶产量分别达到60亿斤、160亿斤。乳业产值2500亿元。',
    '白酒产业产值1600亿元。自主创业脱贫1万人；产业脱贫6万人。安排赤字3亿元，其中中央赤字1亿元。机场旅客吞吐量40万人次。新修绿道7条。泉港港区货运量9万吨。公园8座。',
  ]
  const found = await figuresOf(question, text)
  expect(found.map((figure) => figure.value)).toEqual(values)
})

it.each([
  ['青县自来水普及率原来是多少', ['91']],
  ['青县农村自来水普及率多少', ['96.5']],
  ['青县每千老人有多少张床位', ['42']],
  ['青县养老床位多少张', ['3800']],
  ['青县五年种了多少树', ['390']],
  ['青县技工学校有多少学生', ['5600']],
  ['青县园区有多少家企业', ['88']],
  ['青县巡诊医生多少人', []],
  ['青县养老机构多少家', []],
  // Each of a list, by its own name; a part of a listed indicator is not the whole.
  ['青县城镇低保标准多少', ['760']],
  ['青县农村低保标准多少', ['580']],
  ['青县规上装备工业增加值多少', ['120']],
  ['青县规上工业增加值多少', []],
])('%s: %j, of all that the passages number', async (question, values) => {
  const text = [
    '高标准农田新增12万亩、累计达到86万亩。农村自来水普及率从91%提高到96.5%。',
    '新增公共停车位3200个。全年发放小额担保贷款2.3亿元。技工学校在校学生5600人，增长11%。',
    '每千名老人拥有养老床位42张。全县养老床位达到3800张。为老年人上门巡诊1.2万人次。',
    '平均每天接待游客2.1万人次。五年累计植树390万株。科技特派员服务145个村。夜间经济街区9条。',
    '工业园区入驻企业88家，其中当年入驻19家。快递业务量达到2400万件，增长23%。',
    '城镇、农村低保标准分别为760元、580元。规上装备工业增加值120亿元。',
  ]
  const found = await figuresOf(question, text)
  expect(found.map((figure) => figure.value)).toEqual(values)
})

it.each([
  ['3.1万余人', '3.1', 'over'],
  ['近3万人', '3', 'about'],
  ['超3万人', '3', 'over'],
  ['突破3万人', '3', 'over'],
  ['3万人以上', '3', 'at-least'],
  ['３万人', '3', 'exact'],
])('states %s as %s, %s', async (printed, value, bound) => {
  const found = await figuresOf('青县转移了多少人', [
    `面对洪水，我们第一时间扩面转移39个傍河村、${printed}，调度保险公司理赔5190万元。`,
  ])
  expect(found.map((figure) => [figure.value, figure.unit, figure.bound])).toEqual([[value, '万人', bound]])
})
