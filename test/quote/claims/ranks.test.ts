/** Of which number a rank is told, in a sentence and in a claim. */
import { describe, expect, it } from 'vitest'
import { ranksIn } from '../../../src/quote/claims/ranks.ts'
import { verify } from '../../../src/quote/verify.ts'
import { openReports, report } from '../small-searcher.ts'

describe('the ranks of a sentence', () => {
  it.each([
    [
      'each of its own number',
      '茶叶8万吨，居全省第二，油茶3万吨，居全省第五',
      ['第2 全省: 8万吨', '第5 全省: 3万吨'],
    ],
    ['without a numeral', '茶叶8万吨，居全省之首', ['第1 全省: 8万吨']],
    [
      'of the numbers of a list, one by one',
      '货邮和旅客分别达到4万吨、125万人次，分别升至全省第二、第三',
      ['第2 全省: 4万吨', '第3 全省: 125万人次'],
    ],
    [
      'of things with several numbers',
      '茶叶8万吨、增长5%，油茶3万吨、增长2%，分居全省第二、第五',
      ['第2 全省: 8万吨 5%', '第5 全省: 3万吨 2%'],
    ],
    [
      'of how much and how fast',
      '产值100亿元、增长8%，分居全省第二、第六',
      ['第2 全省: 100亿元', '第6 全省: 8%'],
    ],
    ['of all before', '税收3亿元、投资5亿元，均居全市首位', ['第1 全市: 3亿元 5亿元']],
    ['among two sets of places', '茶叶8万吨，居全国第五、全省第二', ['第5 全国: 8万吨', '第2 全省: 8万吨']],
    [
      'of what is named',
      '茶叶、油茶产量分别居全省第二、第五，值8亿元',
      ['第2 全省 茶叶', '第5 全省 油茶产量分别居'],
    ],
    ['by how many places it rose, which is none', '竞争力居全国第35位、前进3位', ['第35 全国 竞争力居']],
    [
      'of a list that does not match',
      '茶叶8万吨、油茶3万吨、花生2万吨，分居全省第二、第五',
      ['第2 全省:', '第5 全省:'],
    ],
    ['no branch of the economy', '第一产业增长5%，第二产业增长8%', []],
  ])('%s', (_what, sentence, expected) => {
    const shown = ranksIn(sentence).map(({ place, of, lead, numbers }) => {
      const told =
        numbers === null ? ` ${lead}` : [':', ...numbers.map((at) => sentence.slice(...at))].join(' ')
      return `第${place} ${of}${told}`.trimEnd()
    })
    expect(shown).toEqual(expected)
  })
})

const linshui = report(
  'linshui-2024',
  { place: '临水县', level: '县', reviews: 2023, plans: 2024 },
  `# 政府工作报告

## 一、2023年工作回顾

航空货邮和旅客吞吐量分别达到4.6万吨、125万人次，排名分别升至全省第二、全省第三。茶叶产量8.6万吨，居全省第二，油茶产量3.1万吨，居全省第五。竹笋产量和蜂蜜产量分别增长12%、7%，分别居全市第1位、第4位。博物馆总数达到14家，居全市首位，图书馆达到9家。镇海港货物吞吐量完成5300万吨，跃居世界第七、全国第五。甜瓜总产达到23万吨、增长9%，增速居全省第四。
`,
)
const searcher = await openReports(linshui)

describe('a claim with a rank', () => {
  it.each([
    ['临水县2023年旅客吞吐量125万人次，排名全省第三', true],
    ['临水县2023年旅客吞吐量125万人次，排名全省第二', false],
    ['临水县2023年航空货邮和旅客吞吐量分别为4.6万吨、125万人次，分居全省第二、第三', true],
    ['临水县2023年航空货邮和旅客吞吐量分别为4.6万吨、125万人次，分居全省第三、第二', false],
    ['临水县2023年茶叶产量居全省第二，达8.6万吨', true],
    ['临水县2023年油茶产量3.1万吨，居全省第二', false],
    ['临水县2023年油茶产量3.1万吨，居全省第五', true],
    ['临水县2023年竹笋产量增长12%，居全市第四', false],
    ['临水县2023年蜂蜜产量增长7%，居全市第四', true],
    ['临水县2023年图书馆达到9家，居全市首位', null],
    ['临水县2023年博物馆14家，居全市首位', true],
    ['临水县2023年镇海港货物吞吐量5300万吨，居全国第七', false],
    ['临水县2023年镇海港货物吞吐量5300万吨，居全国第五', true],
    ['临水县2023年甜瓜总产23万吨，居全省第四', null],
    ['临水县2023年甜瓜总产23万吨，增速居全省第四', true],
  ])('%s: %s', async (text, supported) => {
    expect((await verify(searcher, text)).supported).toBe(supported)
  })
})
