/** Which numbers a text prints, of which form and in which unit, and what only looks like one. */
import { expect, it } from 'vitest'
import { findPrintedNumbers } from '../../src/answer/figures/printed-numbers.ts'

it.each([
  ['增长百分之八', '百分之八', '', 'share'],
  ['三分之二的村', '三分之二', '', 'fraction'],
  ['千分之五的税率', '千分之五', '', 'fraction'],
  ['1/3的村', '1/3', '', 'fraction'],
  ['完成九成', '九成', '成', 'share'],
  ['八成以上', '八成', '成', 'share'],
  ['上涨4.3个百分点', '4.3个百分点', '个百分点', 'share'],
  ['排名全省第7位', '第7位', '', 'rank'],
  ['位居全疆第一名', '第一名', '', 'rank'],
  ['前三名的企业', '前三名', '', 'rank'],
  ['增长2.5倍', '2.5倍', '倍', 'times'],
  ['翻一番', '一番', '番', 'times'],
  ['用时5个月', '5个月', '个月', 'span'],
  ['提前5天完工', '5天', '天', 'span'],
  ['转移3100余人', '3100余人', '人', 'amount'],
  ['培训5万多人', '5万多人', '万人', 'amount'],
  ['1,234,567.8元', '1,234,567.8元', '元', 'amount'],
  ['日处理12吨/日', '12吨/日', '吨/日', 'amount'],
  ['项目3—5个', '3—5个', '个', 'amount'],
  ['建成九个', '九个', '个', 'amount'],
  ['引进两家企业', '两家', '家', 'amount'],
  ['贷款余额连跨4个万亿元台阶、突破9万亿元', '9万亿元', '万亿元', 'amount'],
  ['一百五十六个单位', '一百五十六个', '个', 'amount'],
])('%s prints %s', (text, printed, unit, form) => {
  const found = findPrintedNumbers(text)
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([printed])
  expect(found[0]).toMatchObject({ unit, form })
})

it.each([
  '2022年',
  '3月',
  '1月15日',
  'g219线',
  '25号院',
  '8级',
  '第一时间',
  '第三产业',
  '前五年',
  '十四五',
  '十个方面',
  '三农',
  '一批',
  '百家',
  '百年',
  '万众',
  '两成立案',
])('%s prints none', (text) => {
  expect(findPrintedNumbers(text)).toEqual([])
})
