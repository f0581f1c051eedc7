/** Claims in other words than the report's: confirmed where they say the same, and not where they do not. */
import { describe, expect, it } from 'vitest'
import { verify } from '../../src/quote/verify.ts'
import { openReports, report } from './small-searcher.ts'

const shihe = report(
  'shihe-2024',
  { place: '石河县', level: '县', reviews: 2023, plans: 2024 },
  `# 政府工作报告

## 一、过去五年工作回顾

五年来，一般公共预算收入由2.1亿元增长到3.6亿元，累计城镇新增就业2.6万人。地区生产总值年均增长5.4%。造林绿化21万亩。累计办理茶馆建议288件、书院提案314件。

## 二、2023年工作回顾

全年实现地区生产总值88.2亿元、增长9%，创近六年新高，增速居全省第三，进出口总额3.6亿元。城镇新增就业3770人。全社会固定资产投资增长18%，城镇固定资产投资增长31%。农民人均纯收入完成8962元。最低工资标准由1680元/月提高至1900元/月。城乡居民人均可支配收入分别增长4%、6%。汽车销售1.2万辆，增长9%。售电量3.5亿度。

谋划储备入库项目63个、总投资62亿元。完成重大项目固投10亿元。规模以上工业企业新增8家，总数达到71家。改造户厕293座。

服装产业再上新水平。预计完成产值16.5亿元。

规上工业增加值完成24.5亿元，增长9%（年度目标6%以上）。社会消费品零售总额增长10.7%（按可比口径增长15.5%）。税收收入（扣除留抵退税因素）增长7.2%。在上半年价格下滑的情况下，粮食总产量达到29万吨。

新增市场主体2537家，总数达到20179家。央企子公司新增25家、达到225家。绿色食品企业达到24家，年营收37.6亿元。完成4个老旧小区改造。

1-11月，港口货物吞吐量310万吨。上半年，快递业务量21万件。产业研究院等27个项目落户河西。

一般公共预算支出的89%用于民生事业。

推动178个楼栋加装充电桩，高标准改造乡村粮仓326座。新增各类家庭农场614家，其中种菜的38家。累计建成文化广场457个。为578家茶馆办理营业执照。完成总长36.4公里的乡村公路建设，全年共有8万多农民学会电商。“爱护石河”活动栽下46株红柳、种植红柳幼苗6000株。

入园企业达136家，实现产值18.5亿元、利税1.63亿元。东湖新中心展现新面貌，新增注册企业1200家。开发区营业收入增长65.8%，税收总收入增长29%。争取债券资金18.9亿元，连续6年全州第三。空气质量优良天数增长87天，获评先进县。环境更美，优良天数245天，同比增加40天。电价收入达到5.8亿元，增速首次居全州第一。医药产业基地引进骨干企业，实现工业总产值39.4亿元。储备项目19个、总投资40.7亿元，协作项目达到27个、总投资21.4亿元。夜校学员从23人增至102人。寄递业务量9.1亿件，是2010年的3.7倍。财政拨款12345678000元。研学客流46.3万人次，是“十二五”时期的2.6倍。全年农村贫困人口减少7.3万人。淘汰26家落后产能企业。研发投入强度3.6%，书院建设水平居全州第四位。白石新城累计完成投资57亿元，6亿元以上茶叶企业研学车间全覆盖。实施沃土工程，投资2.6亿元，新开垦梯田18万亩。转移安置群众2745人。老楼加装电梯869台。新增病床400张、护理床位100张。启动项目58个，推动全县各乡镇20分钟上高速。创建和谐村落157个。新增36个邻里食堂。五百万元以上在建冷库项目34个。电力总装机突破580万千瓦。一般支出下降12%，“三清”经费连续5年只减不增。东岭镇荣获全国文明村镇样板。前三季度玉米外销量58万吨。

中心城区面貌一新。全年完成城建投资49.6亿元，其中中心城区完成22.3亿元。35件民生实事已完成31件，其余正在推进。纺织园115家企业签约入驻，32家建成投产。引进各类人才42万。PM2.5均值24微克/立方米。茶农签约3.4万户。新建竹园等6个街心花园，总数141个。竹园绿地达到2913亩，比2010年增加1.5倍，为下达任务的132%。竹编专利1877件，总量占全州近三成。合肥竹编集市开市、全年交易竹器8973批。白茶总产达到1486吨。竹林小径占全州60%以上。茶叶质押贷款首次突破百亿元、占比18%左右。新建茶棚4.67万座，累计达17万座。

## 三、2024年工作安排

主要预期目标：城镇登记失业率控制在4.5%以下，城镇新增就业3900人左右。力争接待游客340万人次，实现综合收入36亿元。
`,
)
const searcher = await openReports(shihe)

describe('a claim in other words', () => {
  it.each([
    ['a period by its years and its length', '2019年至2023年五年间，石河县城镇新增就业2.6万人'],
    ['where a figure began', '2023年石河县最低工资标准由每月1680元提高到1900元'],
    ['where it began, with both years', '石河县一般公共预算收入由2018年的2.1亿元增至2023年的3.6亿元'],
    ['a space behind the name', '2023年石河县GDP 88.2亿元'],
    ['sold and sales', '2023年石河县汽车销量为1.2万辆，比上年增长9%'],
    ['another word for the unit', '石河县2023年售电量3.5亿千瓦时'],
    ['a common noun beside its own', '2023年石河县谋划储备入库项目63个，总投资62亿元'],
    ['an indicator at the end of a name', '石河县2023年完成重大项目固定资产投资10亿元'],
    ['the verb behind its noun', '石河县2023年新增规模以上工业企业8家'],
    ['the noun behind its verb', '石河县2023年户厕改造293座'],
    ['what a short sentence before says it is of', '石河县2023年服装产业产值16.5亿元'],
    ['about what, and then exactly', '石河县2023年农民人均纯收入不足9000元，为8962元'],
    ['a rank in other words', '石河县2023年GDP增长9%，增速列全省第三'],
    ['of a year beside a rank among years', '石河县2023年进出口总额3.6亿元'],
    ['the total before what was added', '石河县2023年市场主体总数超过2万家，当年新增2537家'],
    ['added, and the total', '石河县2023年新增央企子公司25家，总数达到225家'],
    ['what a share is spent on', '石河县2023年一般公共预算支出中有89%用在了民生上'],
    ['of whom a clause before tells', '石河县2023年绿色食品企业年营收37.6亿元'],
    ['the verb before the number', '石河县2023年改造了4个老旧小区'],
    ['of the year, though half of it is named', '石河县2023年粮食产量29万吨'],
    ['how it was reckoned', '石河县2023年税收收入扣除留抵退税因素后增长7.2%'],
    ['what was striven for and got', '2023年石河县争取债券资金18.9亿元，已连续6年全州第三'],
    ['with what the report leaves out of the name', '2023年石河县空气质量优良天数245天，同比增加40天'],
    ['a length by name and unit', '2023年石河县乡村公路建设里程为36.4公里'],
    ['beside what happened for the first time', '2023年石河县电价收入5.8亿元，增速首次居全州第一'],
    ['as a target', '2024年石河县把城镇登记失业率控制在4.5%以内作为目标'],
    ['a record', '石河县2023年地区生产总值88.2亿元，创近六年新高'],
    ['faster than another', '石河县2023年农村居民人均可支配收入增长6%，快于城镇居民的4%'],
    ['faster than the growth of another', '石河县2023年农村居民人均可支配收入增长6%，快于城镇居民4%的增速'],
    [
      'how many times as much as in a period',
      '2023年石河县财政拨款12345678000元。研学客流46.3万人次，相当于“十二五”时期的2.6倍',
    ],
    ['what stands so before the figure', '2023年石河县茶叶质押贷款首次突破百亿元，占比在18%左右'],
    ['what there is by now, right behind', '2023年石河县新建茶棚4.67万座，累计17万座'],
    ['nearly a share', '石河县2023年竹编专利1877件，快占到全州三成了'],
    ['which ones are counted', '2023年，石河县五百万元以上在建冷库项目达34个'],
    ['more of them, with nothing compared', '石河县2023年多出36个邻里食堂'],
    ['under what circumstances', '在价格下滑的背景下，石河县2023年粮食产量29万吨'],
    ['a part by its name', '石河县2023年城镇固定资产投资增长31%'],
    ['a name in short', '石河县2023年规上工业企业总数71家'],
    ['people by a number without a unit', '石河县2023年引进人才42万人'],
    ['a unit without what it is of', '石河县2023年PM2.5均值24微克'],
    ['as a task behind a colon', '2024年石河县给自己定的任务：城镇新增就业3900人左右'],
    ['months that are written otherwise', '2023年1—11月，石河县港口货物吞吐量310万吨'],
    ['the same months by their number', '石河县2023年前11个月港口货物吞吐量310万吨'],
    ['half a year by its months', '石河县2023年1至6月快递业务量21万件'],
    ['as what the aim set is', '石河县2024年城镇新增就业的目标定的是3900人左右'],
    ['as what a plan lays down', '按照2024年的计划，石河县城镇新增就业3900人左右'],
    ['another verb of the same deed', '石河县2023年给178个楼栋装上了充电桩'],
    ['the same in one character', '石河县2023年改了326座乡村粮仓'],
    ['whom it was done for', '2023年石河县帮578家茶馆办了执照'],
    ['a deed as people call it', '石河县2023年新冒出来614家家庭农场'],
    ['the noun behind a length', '石河县2023年建成乡村公路36.4公里'],
    ['the noun behind all', '2023年石河县有8万多农民学会电商'],
    ['a name with that of the place', '石河县2023年在“爱护石河”活动中栽下红柳46株、种植红柳幼苗6000株'],
    ['as what is wanted', '石河县2024年想接待340万人次游客，综合收入做到36亿元'],
    [
      'whose it is before the comma',
      '2023年石河县协作项目达到27个、总投资21.4亿元，储备项目19个、总投资40.7亿元',
    ],
    ['what it was before, as people say it', '石河县2023年夜校学员从23人多到102人'],
    ['how many times as much', '2023年石河县寄递业务量9.1亿件，是2010年的3.7倍'],
    ['another word of the name', '石河县2023年农村的穷人少了7.3万'],
    ['a verb that says that it was ended', '石河县2023年清掉了26家落后产能企业'],
    ['a verb that says nothing', '石河县2023年和谐村落搞了157个'],
    ['who learned it where', '记者从石河县政府工作报告中了解到，2023年石河县进出口总额3.6亿元'],
    ['an amount in words, rounded', '石河县2023年转移安置了两千七百多名乡亲'],
    ['another word to count with', '石河县2023年给老楼装了八百六十九部电梯'],
    ['what was added, as an increase', '石河县2023年病床多四百张，护理床位多一百张'],
    ['a number that is no figure', '石河县2023年启动项目58个，推动全县各乡镇20分钟上高速'],
    [
      'a clause that stands whole beside its figure',
      '石河县2023年一般支出下降12%，“三清”经费连续5年只减不增',
    ],
    ['with what the writer thinks of it', '石河县2023年改造户厕293座，力度真不小啊'],
    [
      'years together, told before the first of two',
      '2019至2023年五年间，石河县办理书院提案314件、茶馆建议288件',
    ],
    ['what a sum was spent on, behind it', '投资2.6亿元，石河县2023年新开垦梯田18万亩'],
    ['a number before the place and year', '改造户厕293座，石河县2023年给老楼装了869部电梯'],
    ['what is planned, before the plan', '城镇新增就业3900人左右，石河县2024年拟这样装点县城'],
    ['years that only the heading tells', '石河县五年来累计办理茶馆建议288件'],
    ['with a headline', '县城建设提速：石河县2023年改造户厕293座'],
    ['what was produced, by another verb', '2023年石河县打下1486吨白茶'],
    [
      'of a town without a report, as the report has it',
      '合肥竹编集市2023年交易竹器8973批，石河县新增病床400张',
    ],
    ['a rise called more', '石河县2023年GDP多了9%'],
    ['all of them behind those that were made', '石河县2023年又添了6个街心花园，加起来141个'],
    ['a share of a task', '石河县2023年竹园绿地2913亩，是下达任务的132%'],
    ['how much more, told as how many times', '石河县2023年竹园绿地2913亩，是2010年的2.5倍'],
    ['with how things go', '石河县空气越来越好，2023年优良天数245天，同比增加40天'],
    ['with that there is more of it', '石河县优良天数不断增多，2023年优良天数245天，同比增加40天'],
    ['with another comment', '石河县2023年改造户厕293座，日子越过越顺了'],
    ['times as much, and some more', '2023年石河县寄递业务量9.1亿件，是2010年的三倍多'],
    ['the verb of the number before', '石河县2023年新增病床400张，护理床位100张'],
    ['a verb that stands for any', '石河县2023年搞了157个和谐村落'],
    ['a word that ends as a bound does', '石河县2023年有3.4万户茶农签约'],
    ['the report by its year', '石河县2024年报告：改造户厕293座'],
  ])('is confirmed: %s', async (_what, text) => {
    expect(await verify(searcher, text)).toMatchObject({ supported: true, conflicts: [] })
  })

  it.each([
    [
      'for the first time, of what happened then for the first time beside it',
      '2023年石河县首次实现电价收入5.8亿元',
    ],
    ['another place where it went', '2023年石河县产业研究院等27个项目落户前海'],
    ['a verb of another deed', '石河县2023年给178个楼栋拆了充电桩'],
    ['made anew, of what was renewed', '石河县2023年新建了326座乡村粮仓'],
    ['how many there are, of what was added', '石河县2023年家庭农场614家'],
    ['added, of how many there are', '石河县2023年新添了457个文化广场'],
    ['another part', '石河县2023年新增了614家家庭农场，其中38家是种粮的'],
    ['another noun behind a length', '石河县2023年建成铁路36.4公里'],
    ['what is planned, as done', '石河县2024年想接待340万人次游客，综合收入已达36亿元'],
    ['what a site produces, of the place', '石河县2023年实现工业总产值39.4亿元'],
    ['what opens a sentence about a new centre, of the place', '2023年石河县新增注册企业1200家'],
    ['what a zone goes on to tell of itself, of the place', '2023年石河县税收总收入增长29%'],
    ['what the firms of a park pay, of the place', '石河县2023年实现产值18.5亿元、利税1.63亿元'],
    ['the sum of another', '2023年石河县协作项目27个、总投资40.7亿元'],
    ['another number of times', '2023年石河县寄递业务量9.1亿件，是2010年的2.7倍'],
    ['times as much as in another year', '2023年石河县寄递业务量9.1亿件，是2012年的3.7倍'],
    ['other months', '石河县2023年前10个月港口货物吞吐量310万吨'],
    ['planned, of what a plan that is fulfilled came to', '石河县完成年度计划，2023年城镇新增就业3900人左右'],
    ['another start', '2023年石河县最低工资标准由每月1580元提高到1900元'],
    ['a start of another year', '石河县一般公共预算收入由2020年的2.1亿元增至2023年的3.6亿元'],
    ['the whole told of a part', '石河县2023年中心城区完成城建投资49.6亿元'],
    ['all of them, where some are left', '石河县2023年35件民生实事全部办完'],
    ['what is told of the next number', '石河县纺织园2023年有115家企业投产'],
    ['the growth of a part', '石河县2023年固定资产投资增长31%'],
    ['another sum beside it', '2023年石河县谋划储备入库项目63个，总投资72亿元'],
    ['the total told as added', '石河县2023年新增规模以上工业企业71家'],
    ['what was added told as the total', '石河县2023年规模以上工业企业达到8家'],
    ['found anew told as found', '石河县2023年再就业3770人'],
    ['another basis', '石河县2023年社会消费品零售总额增长15.5%'],
    ['less than was aimed at', '石河县2023年规上工业增加值24.5亿元，同比增长9%，低于6%以上的年度目标'],
    ['the total told as added, behind its noun', '石河县2023年新增央企子公司225家'],
    ['a mean told as of one year', '石河县2023年地区生产总值年均增长5.4%'],
    ['what five years did told as of one', '石河县2023年造林绿化21万亩'],
    ['faster than what was faster', '石河县2023年城镇居民人均可支配收入增长4%，快于农村居民的6%'],
    ['faster than another number', '石河县2023年农村居民人均可支配收入增长6%，快于城镇居民的3%'],
    ['the two of a list in each other’s place', '石河县2023年城乡居民收入分别增长6%、4%'],
    ['the two of a list, with the numbers together', '石河县2023年城镇和农村居民收入分别增长6%和4%'],
    ['one of a list told of both', '石河县2023年居民收入增长4%'],
    ['a number of another noun of the sentence', '石河县2023年地区生产总值3.6亿元'],
    ['a number of another noun', '石河县2023年改造渠道293座'],
    ['a report of another year', '石河县2021年报告：改造户厕293座'],
    ['another last digit of many', '石河县2023年财政拨款12345678003元'],
    [
      'another year of what stands before the figure',
      '2022年石河县茶叶质押贷款首次突破百亿元，占比在18%左右',
    ],
    ['another number right behind', '2023年石河县新建茶棚4.67万座，累计18万座'],
    ['other ones', '2023年，石河县六百万元以上在建冷库项目达34个'],
    ['faster than another growth', '石河县2023年农村居民人均可支配收入增长6%，快于城镇居民3%的增速'],
    ['another exact number', '石河县2023年农民人均纯收入不足9000元，为8692元'],
    ['a word within the name', '石河县2023年新增境外市场主体2537家'],
    ['that it was not done', '石河县2023年未改造户厕293座'],
    ['a record of the number before it', '石河县2023年进出口总额3.6亿元，创近六年新高'],
    ['a record of another number', '石河县2023年进出口总额3.6亿元，创历史新高纪录'],
    ['that an aim was reached, of which nothing is said', '石河县2023年城镇新增就业3770人，完成年度目标'],
    ['of each, where it is all', '石河县2023年人均进出口总额3.6亿元'],
    ['fewer, where it is more', '石河县2023年城镇减少就业3770人'],
    ['in real terms', '石河县2023年税收收入实际增长7.2%'],
    ['another direction, without a number', '石河县2023年进出口总额3.6亿元，比上年减少'],
    ['of some, without saying so', '石河县2023年新增工业企业8家'],
    ['another amount in words', '石河县2023年转移安置了两千八百多名乡亲'],
    ['a unit of another sort', '石河县2023年给老楼装了八百六十九公里电梯'],
    ['fewer, where it was added', '石河县2023年病床少了四百张'],
    ['another number of what is no figure', '石河县2023年启动项目58个，推动全县各乡镇30分钟上高速'],
    ['what another sum was spent on, behind it', '投资2.6亿元，石河县2023年改造户厕293座'],
    ['the rank of another noun', '石河县2023年研发投入强度3.6%，居全州第四位'],
    ['a sum of years told as of one', '石河县2023年白石新城全年完成投资57亿元'],
    ['of all, where it is of the large ones', '石河县2023年研发投入强度3.6%，茶叶企业研学车间全覆盖'],
    [
      'another rise than the report lets reckon',
      '石河县2023年最低工资标准增加320元，由每月1680元提高到1900元',
    ],
    ['where all of them are', '石河县2023年改造户厕293座，全都在县里'],
    ['times as much, and fewer', '2023年石河县寄递业务量9.1亿件，是2010年的四倍多'],
    ['of a part of the place, at its figure', '石河县2023年老区改造户厕293座'],
    ['with a comment on some of them', '石河县2023年改造户厕293座，郊区真不错'],
    ['of a part of the place, at the start', '2023年石河县最低工资标准由郊区的每月1680元提高到1900元'],
    ['years together by another last one', '截至2022年的五年里，石河县城镇新增就业2.6万人'],
    ['what was produced, told as sold', '2023年石河县卖出1486吨白茶'],
    ['of another town without a report', '南京竹编集市2023年交易竹器8973批，石河县新增病床400张'],
    ['all of them told as made', '石河县2023年新建街心花园141个'],
    ['another share of a task', '石河县2023年竹园绿地2913亩，是下达任务的123%'],
    ['how much more, told as how many times', '石河县2023年竹园绿地2913亩，是2010年的1.5倍'],
    ['a share that is nearly so', '石河县2023年竹编专利1877件，占全州30%'],
    ['with how things go elsewhere', '石河县水质越来越好，2023年优良天数245天，同比增加40天'],
    [
      'with that there is more, where there was less',
      '石河县贫困人口不断增多，2023年农村贫困人口减少7.3万人',
    ],
    ['with that there is less', '石河县优良天数越来越少，2023年优良天数245天，同比增加40天'],
    ['with what could be wrong', '石河县2023年改造户厕293座，力度真不小，一半在山区'],
    ['with a headline that could be wrong', '乡村里外资提速：石河县2023年改造户厕293座'],
    ['all there is, told as put up in the year', '石河县2023年新上的电力装机就有580多万千瓦'],
    ['three quarters, told as of eight months', '石河县2023年1至8月玉米外销量58万吨'],
    ['three quarters, told as of a year', '石河县2023年玉米外销量58万吨'],
    ['the honour of another', '给石河县的西岭镇点个赞，2023年人家拿下了“全国文明村镇样板”的荣誉'],
    ['what there is told as built in the year', '石河县2023年建成文化广场457个'],
  ])('is not confirmed where it says something else: %s', async (_what, text) => {
    expect((await verify(searcher, text)).supported).not.toBe(true)
  })
})
