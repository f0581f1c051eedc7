import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { furnitureReason } from '../../../src/import/lines/furniture.ts'
import { columns, decodeLeftovers, removeLayoutSpaces } from '../../../src/import/lines/line.ts'
import { lettersOf } from '../../../src/text/normalizer.ts'

describe('removeLayoutSpaces', () => {
  it.each([
    ['完成 投资 12.5 亿元', '完成投资12.5亿元'],
    ['增长 8.5 %', '增长8.5%'],
    ['建设 PTA 项目 2 个', '建设PTA项目2个'],
    ['即 Bus Rapid Transit 系统', '即Bus Rapid Transit系统'],
    ['“政府搭台 企业唱戏”', '“政府搭台 企业唱戏”'],
    ['打响《山城有戏 江城有约》品牌', '打响《山城有戏 江城有约》品牌'],
    ['“放管服 改革”', '“放管服改革”'],
    ['政府搭台 企业唱戏', '政府搭台企业唱戏'],
    ['党中央、  国务院', '党中央、国务院'],
    ['　　各位代表：', '各位代表：'],
    ['经济,  社会', '经济,社会'],
  ])('makes %j %j', (text, clean) => {
    expect(removeLayoutSpaces(text)).toBe(clean)
  })
  it('changes nothing but white space', () => {
    const piece = fc.constantFrom('农业', ' ', '12', 'PM2.5', '，', '“', '”', '%', '  ', 'a b', '\t')
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const clean = removeLayoutSpaces(text)
          expect(clean.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
          expect(removeLayoutSpaces(clean)).toBe(clean)
        },
      ),
    )
  })
})

describe('decodeLeftovers', () => {
  it.each([
    ['甲&nbsp;乙', '甲 乙'],
    ['<U+00A0>甲', ' 甲'],
    ['甲\\r\\n乙', '甲\n乙'],
    ['甲\u200b乙\ufeff丙\ue123', '甲乙丙'],
    ['县长??林小川', '县长 林小川'],
    ['甲&ldquo;乙&rdquo;', '甲“乙”'],
    ['真的吗?', '真的吗?'],
    ['⸺甲⸻乙', '——甲———乙'],
  ])('makes %j %j', (text, clean) => {
    expect(decodeLeftovers(text)).toBe(clean)
  })
})

describe('columns', () => {
  it.each([
    ['农业12', 6],
    ['农业 12', 7],
    ['成效。“乌', 9],
    ['', 0],
  ])('measures %j as %d', (text, width) => {
    expect(columns(text)).toBe(width)
  })
})

describe('lettersOf', () => {
  it('keeps letters and figures in order and nothing else', () => {
    expect(lettersOf('（一）增长 8.5%，PM2.5。')).toBe('一增长85PM25')
  })
})

describe('furnitureReason', () => {
  it.each([
    '— 12 —',
    '- 3 -',
    '第 4 页 共 20 页',
    '第 十二 页',
    'https://example.org/a?b=1',
    '==========',
    '本文内容来自网络，如有异议请联系我们',
    '某ICP备05000000号-1',
  ])('knows %s anywhere', (text) => {
    expect(furnitureReason(text, 'anywhere')).not.toBeNull()
  })
  it.each([
    '首页 > 政务公开 > 正文',
    '【字体：大 中 小】',
    '打印本页',
    '来源：青禾日报',
    '发布时间：2021-02-09 10:11',
    '责任编辑：某某',
    '上一篇：邻县报告',
    '附件1.docx',
    '新华社北京3月5日电',
    '县长在作报告。记者 某某 摄',
    '您是第 1000 位访客',
    '当前位置：首页',
  ])('knows %s at the edges of a page', (text) => {
    expect(furnitureReason(text, 'edge')).not.toBeNull()
  })
  it.each([
    '各位代表！',
    '一、2020年工作回顾',
    '来源地集中在三个乡镇，占全县的六成。',
    '发布文艺作品25个，开展活动40场次。',
    '服务对象满意度达到98%。',
    '位置偏远的村都通了公路。',
    '下载政务应用的群众超过3万人。',
  ])('leaves %s', (text) => {
    expect(furnitureReason(text, 'edge')).toBeNull()
  })
})
