import { describe, expect, it } from 'vitest'
import { readDemands } from '../../../src/search/verdict/demand.ts'

describe('what a question demands', () => {
  it.each([
    ['为什么粮食产量下降', [['reason', '为什么']]],
    ['游客减少的原因', [['reason', '原因']]],
    ['why did exports fall', [['reason', 'why']]],
    ['哪些村没通自来水', [['lack', '没通自来水']]],
    ['有没有还没有完成的项目', [['lack', '还没有完成']]],
    ['2023年3月招商引资', [['month', '3月']]],
    [
      '十二月和上半年的游客',
      [
        ['month', '十二月'],
        ['month', '上半年'],
      ],
    ],
    ['第四通道开工了吗', [['ordinal', '第四通道']]],
    ['第2小学', [['ordinal', '第2小学']]],
    ['地铁16号线通车了吗', [['ordinal', '16号线']]],
    ['第三产业、第十二届运动会和第一部分', []],
    ['第三条是什么', []],
    ['水厂修好了没有', []],
    ['有没有动物园', []],
    ['徐水垃圾没人收', []],
    ['未来五年的目标', []],
    ['“为什么人的问题”', []],
    ['月球岩石', []],
    [`为什么${'天色晴朗，人们慢慢走着。'.repeat(8)}`, []],
  ] as const)('is read from %s', (text, demands) => {
    expect(readDemands(text).map(({ kind, text: words }) => [kind, words])).toEqual(demands)
  })

  it.each([
    ['为什么粮食产量下降', '受持续干旱影响，粮食产量下降。', true],
    ['为什么粮食产量下降', '因此，粮食产量下降。', false],
    ['哪些村没通自来水', '尚有3个村不通自来水。', true],
    ['哪些村没通自来水', '全面推进自来水扩建。', false],
    ['第四通道', '第三通道开工，第4条外送通道在建。', true],
    ['第四通道', '第三通道开工，第四代产品投产。', false],
    ['16号线', '地铁6号线、16号线动工。', true],
    ['16号线', '地铁16号、20号线动工。', true],
    ['6号线', '地铁16号线动工。', false],
    ['第二小学', '第十二小学建成。', false],
    ['3月的项目', '三月开工的项目。', true],
    ['3月的项目', '13月开工的项目。', false],
    ['2月的项目', '十二月开工的项目。', false],
  ])('%s is met by %s: %s', (question, sentence, isMet) => {
    expect(readDemands(question).every((demand) => demand.isMet(sentence, sentence))).toBe(isMet)
  })
})
