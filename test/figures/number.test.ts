/** Numbers as they are printed, and when two of them say the same. */
import { describe, expect, it } from 'vitest'
import { numberAt } from '../../src/figures/number.ts'
import { isSameQuantity, readQuantity } from '../../src/figures/quantity.ts'

/** Reads at the first character that begins a number. */
function read(text: string): string | null {
  for (let at = 0; at < text.length; at++) {
    const found = numberAt(text, at)
    if (found === null) continue
    expect([found.start, found.end <= text.length, found.digitsEnd <= found.end]).toEqual([at, true, true])
    return `${found.value} ${found.unit} ${found.bound} ${text.slice(found.digitsEnd, found.end)}`.trim()
  }
  return null
}

describe('a printed number', () => {
  it.each([
    ['达到56.4亿元', '56.4 亿元 exact'],
    ['达到1,234.5万元', '1234.5 万元 exact'],
    ['达到840余万元', '840 万元 over'],
    ['达到840多万元', '840 万元 over'],
    ['达到840万多元', '840 万元 over'],
    ['增长5.5%', '5.5 % exact'],
    ['增长5.5%左右', '5.5 % about 左右'],
    ['增长5·5%', '5·5 % exact'],
    ['增长5%以上', '5 % at-least 以上'],
    ['控制在3%以内', '3 % at-most 以内'],
    ['控制在3%以下', '3 % at-most 以下'],
    ['增长5%内外', '5 % exact'],
    ['增长5%至6%', '5—6 % exact'],
    ['增长5—6%', '5—6 % exact'],
    ['引进15—20个项目', '15—20 个 exact'],
    ['投资3至5亿元', '3—5 亿元 exact'],
    ['达到3亿元至5亿元', '3—5 亿元 exact'],
    ['2.5万亩到3万亩', '2.5—3 万亩 exact'],
    ['投资3万元—5亿元', '3 万元 exact'],
    ['达到5至6亿元以上', '5—6 亿元 at-least 以上'],
    ['增长5%-6.5%左右', '5—6.5 % about 左右'],
    ['提高到5%至2027年', '5 % exact'],
    ['由75%至30分', '75 % exact'],
    ['下降-2.3%', '-2.3 % exact'],
    ['增长百分之八', '百分之八  exact'],
    ['增长百分之八以上', '百分之八  at-least 以上'],
    ['增长百分之5.5', '百分之5.5  exact'],
    ['减少三分之一以上', '三分之一  at-least 以上'],
    ['突破百亿', '百 亿 exact'],
    ['接近千亿元', '千 亿元 exact'],
    ['百亿元大关', '百 亿元 exact'],
    ['百余万亩', '百 万亩 over'],
    ['达到三亿零四百七十五万吨', '三亿零四百七十五万 吨 exact'],
    ['翻两倍', '两 倍 exact'],
    ['占比七成左右', '七 成 about 左右'],
    ['每亩增收l3.6%', '13.6 % exact'],
    ['产量1o万吨', '10 万吨 exact'],
    ['均价25元/平方米', '25 元/平方米 exact'],
    ['面积15平方公里', '15 平方公里 exact'],
    ['提高2个百分点', '2 个百分点 exact'],
  ])('is read of %s', (text, said) => {
    expect(read(text)).toBe(said)
  })

  it.each([
    '2023年',
    '12月',
    '5g基站',
    '增长o%',
    '达到l元',
    'g577线',
    '第3次',
    '第三批',
    '一批项目',
    '三条措施',
    '七成熟',
    '百亿',
    '创下万亩单产记录',
    '百亿元产业集群',
    '每万人发明专利',
    '十四五',
  ])('is none in %s', (text) => {
    expect(read(text)).toBeNull()
  })
})

describe('two numbers', () => {
  const same = (a: readonly [string, string?], b: readonly [string, string?]): boolean => {
    const [one, other] = [readQuantity(...a), readQuantity(...b)]
    if (one === null || other === null) throw new Error('no number')
    return isSameQuantity(one, other)
  }

  it.each<[readonly [string, string?], readonly [string, string?]]>([
    [
      ['2.3', '亿元'],
      ['23000', '万元'],
    ],
    [
      ['二百六十', '万元'],
      ['260', '万元'],
    ],
    [
      ['三点五', '亿元'],
      ['3.5', '亿元'],
    ],
    [['百分之八'], ['8', '%']],
    [['百分之5.5'], ['5.5', '%']],
    [['四分之一'], ['25', '%']],
    [['五分之三'], ['60', '%']],
    [
      ['七', '成'],
      ['70', '%'],
    ],
    [
      ['两', '倍'],
      ['200', '%'],
    ],
    [
      ['5', '‰'],
      ['0.5', '%'],
    ],
    [
      ['2', '百分点'],
      ['2', '个百分点'],
    ],
    [
      ['5', '名'],
      ['5', '人'],
    ],
    [
      ['5', '位'],
      ['5', '人'],
    ],
    [
      ['5', '家'],
      ['5', '个'],
    ],
    [
      ['3000', '公斤'],
      ['3', '吨'],
    ],
    [
      ['3000', '千克'],
      ['3', '吨'],
    ],
    [
      ['2000', '斤'],
      ['1', '吨'],
    ],
    [
      ['1', '公顷'],
      ['15', '亩'],
    ],
    [
      ['2', '平方千米'],
      ['2', '平方公里'],
    ],
    [
      ['2', '千米'],
      ['2', '公里'],
    ],
    [
      ['2', '元人民币'],
      ['2', '元'],
    ],
    [
      ['2', '万人民币'],
      ['2', '万元'],
    ],
    [
      ['15—20', '个'],
      ['15至20', '个'],
    ],
    [
      ['10', '亿'],
      ['10', '亿元'],
    ],
    [
      ['100', '万'],
      ['100', '万元'],
    ],
    [
      ['百', '亿元'],
      ['100', '亿元'],
    ],
    [
      ['1,234', '元'],
      ['1234', '元'],
    ],
  ])('%j and %j are the same', (a, b) => {
    expect(same(a, b)).toBe(true)
  })

  it.each<[readonly [string, string?], readonly [string, string?]]>([
    [
      ['2.3', '亿元'],
      ['2.3', '万元'],
    ],
    [
      ['15—20', '个'],
      ['15', '个'],
    ],
    [
      ['15—20', '个'],
      ['15—21', '个'],
    ],
    [
      ['10', '万'],
      ['10', '万元'],
    ],
    [
      ['10', '亿'],
      ['10', '亿吨'],
    ],
    [
      ['5', '%'],
      ['5', '个百分点'],
    ],
    [
      ['1000000', '元'],
      ['1000001', '元'],
    ],
  ])('%j and %j are not', (a, b) => {
    expect(same(a, b)).toBe(false)
  })

  it.each(['', '无', '多', '—'])('%j is no number', (text) => {
    expect(readQuantity(text)).toBeNull()
  })
})

it('is the same with a point in the middle of the line', () => {
  expect(readQuantity('5·8', '%')).toEqual(readQuantity('5.8', '%'))
  expect(readQuantity('5·8', '%')).not.toBeNull()
})
