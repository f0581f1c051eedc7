import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

describe('match', () => {
  it.each([
    ['云岭县接待游客', 'strong'],
    ['“断头路”', 'strong'],
    ['塔城市旅游收入', 'weak'],
    ['云岭县港口货物吞吐量', 'weak'],
    ['云岭县2015年旅游收入', 'weak'],
    ['云岭县旅游机器人', 'weak'],
    ['云岭县港口建设情况', 'weak'],
    ['云岭县游客电话号码', 'weak'],
    ['云岭县旅游收入情况', 'strong'],
    ['量子计算', 'none'],
    ['“量子计算”', 'none'],
    ['？！…', 'none'],
    ['😀😀', 'none'],
    ['', 'none'],
    ['-游客', 'none'],
    ['啊呀'.repeat(50), 'none'],
    ['今天真倒霉呀 收拾东西回家吧', 'none'], // 收 and 东 stand in any report
  ])('calls %s %s', async (query, wanted) => {
    const { match, hits } = await searcher.search(query)
    expect(match).toBe(wanted)
    expect(hits.length > 0).toBe(wanted !== 'none')
  })
})

describe('an answer', () => {
  let made: Searcher
  beforeAll(async () => {
    made = await openSmallCorpus([
      report('jia-2023', { place: '甲河县', level: '县' }, [
        '## 一、2022年工作回顾',
        '建成学校5所，新增教师120人，教师待遇提高。',
        '机场扩建工程顺利开工。建成高速公路。',
        '大学生创业园揭牌。',
        '养老院运行平稳。给予低保户补贴。',
        '与塔城市共建高铁站，投资12亿元。塔城市客商来访。种植小麦。',
        '最高的水坝建成。修建水库。',
        '## 二、2023年工作安排',
        '机场扩建工程年底前竣工。',
        '发放住房补贴。建设图书馆。',
      ]),
      report('yi-2023', { place: '乙川州', level: '州' }, [
        '## 一、2022年工作回顾',
        '全州水电站装机100万千瓦，其中甲河县水电站装机30万千瓦。',
        '开展巡查。甲河县做好防疫。全州养蜂33万箱。',
        '### （一）支持甲河县发展',
        '建设冷库6座。',
        '发放农机补贴。养老院给予运营补贴。',
        '报销比例达到85%，医保报销比例达到70%。',
      ]),
    ])
  })

  it.each([
    // A place that is named in a heading, or in a sentence that speaks of the question.
    ['甲河县水电站装机', 'strong', '乙1'],
    ['甲河县冷库', 'strong', '乙3'],
    ['甲河县养蜂', 'weak', '乙2'],
    ['乙川州水库', 'weak', '甲6'],
    ['塔城市高铁站', 'strong', '甲5'],
    ['塔城市小麦', 'weak', '甲5'],
    ['伊宁市高铁站', 'weak', '甲5'],
    // Whether there is such a thing.
    ['乙川州养老院有没有补贴', 'strong', '乙4'],
    ['图书馆有没有建设', 'strong', '甲8'],
    // A time, the first of all, and the whole of a word.
    ['机场扩建什么时候竣工', 'strong', '甲7'],
    ['高速公路什么时候建成', 'strong', '甲2'],
    ['大学生什么时候', 'weak', '甲3'],
    ['最高的水坝', 'strong', '甲6'],
    ['最大的图书馆', 'weak', '甲8'],
    // A year that is told of, and this year, which is planned.
    ['甲河县2022年教师', 'strong', '甲1'],
    ['甲河县2019年教师', 'weak', '甲1'],
    ['甲河县今年图书馆', 'strong', '甲8'],
    ['甲河县今年教师', 'weak', '甲1'],
    // A number of what is counted, not of all there are.
    ['甲河县有多少教师', 'weak', '甲1'],
    ['甲河县新增多少教师', 'strong', '甲1'],
    ['甲河县高铁站投资多少', 'strong', '甲5'],
    ['高铁站投资多少亿元', 'strong', '甲5'],
    ['冷库多少座', 'strong', '乙3'],
    ['农机补贴多少元', 'weak', '乙4'],
    ['医保报销比例', 'strong', '乙5'],
    // A clause that asks by itself, beside one that tells who asks.
    ['妹妹呢，冷库几座？', 'strong', '乙3'],
    ['妹妹早就盼着，建设冷库', 'weak', '乙3'],
    ['冷库多少座 妹妹', 'strong', '乙3'],
    ['我妹妹早就盼着，农机补贴多少元？', 'weak', '乙4'],
    // Nothing but a place, and nothing at all.
    ['甲河县', 'strong', '甲1'],
    ['火箭', 'none', ''],
    ['甲河县火箭', 'none', ''],
  ])('to %s is %s: %s', async (question, match, first) => {
    const found = await made.search(question)
    const [hit] = found.hits
    expect(found.match).toBe(match)
    expect(hit === undefined ? '' : `${hit.report.place[0]}${hit.passage.paragraph}`).toBe(first)
  })
})
