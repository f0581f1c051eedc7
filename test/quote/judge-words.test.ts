/** What the check of a text's words says of it by itself: who says so, who says otherwise, and when nothing is said. */
import { describe, expect, it } from 'vitest'
import type { Differs } from '../../src/quote/alignment/compare.ts'
import { checkQuote } from '../../src/quote/check.ts'
import {
  anotherInPlace,
  denies,
  differsInSmallWords,
  type Judged,
  judgeWords,
} from '../../src/quote/judge-words.ts'
import { report, smallSearcher } from './small-searcher.ts'

const WORDS = '推动干部以务实作风办事，把群众的事办到心坎上，粮食产量增长百分之十，农民增收。'
const searcher = smallSearcher([
  report('yunling-2024', {}, `# 政府工作报告\n\n## 一、工作回顾\n\n${WORDS}`),
  report(
    'qingshi-2024',
    { place: '青石县' },
    '# 政府工作报告\n\n## 一、工作回顾\n\n修建道路三条，群众出行方便。改造农房4.8万户惠及乡村百姓。',
  ),
])

async function judge(text: string): Promise<Judged> {
  return judgeWords(await checkQuote(searcher, text), text)
}

const OF_OTHER = '（青石县2024年政府工作报告）'
const PLACE = { kind: 'place', said: '青石县', source: '云岭县' }

describe('words', () => {
  it.each([
    ['as printed', WORDS],
    ['with other marks', '推动干部以务实作风办事；把群众的事办到心坎上；粮食产量增长百分之十；农民增收'],
    ['with a number written in another way', '把群众的事办到心坎上，粮食产量增长10%，农民增收'],
  ])('%s are confirmed, and of another place contradicted', async (_, text) => {
    expect(await judge(text)).toEqual({ supported: true, conflicts: [] })
    expect(await judge(text + OF_OTHER)).toEqual({ supported: false, conflicts: [PLACE] })
  })

  it('with another number are contradicted, however it is written', async () => {
    const conflicts = [{ kind: 'figure', said: '12%', source: '百分之十' }]
    expect(await judge('把群众的事办到心坎上，粮食产量增长12%，农民增收')).toEqual({
      supported: false,
      conflicts,
    })
  })

  it('that are much like a report’s are contradicted, and those that are not tell nothing', async () => {
    expect((await judge('推动干部以务实作风办事，把企业的事办到心坎上')).supported).toBe(false)
    expect(await judge('推动企业以创新精神发展，把项目的事办到实处')).toEqual({
      supported: null,
      conflicts: [],
    })
    expect(await judge('本地足球队昨天赢了三个球')).toEqual({ supported: null, conflicts: [] })
  })
})

it.each([
  ['云岭县的干部以务实作风办事，把群众的事办到心坎上', null],
  ['推动干部以务实作风办事，把云岭县群众的事办到心坎上', null],
  ['改造农房5.8万户惠及乡村百姓', false],
  ['改造农房4万多户惠及乡村百姓', null],
  ['推动干部以务实作风办事，一刻不停，把群众的事办到心坎上', null],
])('%s, with other words or with more: %s', async (text, supported) => {
  const judged = await judge(text)
  expect(judged.supported).toBe(supported)
  expect(judged.conflicts).not.toEqual([])
})

describe('another number or reach in the place of the report’s', () => {
  it.each([
    ['修建道路五条，群众出行方便', { said: '五', source: '三' }],
    ['改造农房48万户惠及乡村百姓', { said: '48', source: '4.8' }],
    ['修建道路3条，群众出行方便', null],
    ['改造农房近5万户惠及乡村百姓', null],
    ['五条铁路', null],
    ['全省领先的造林三条，群众出行', null],
  ])('%s', async (text, other) => {
    const found = anotherInPlace(await checkQuote(searcher, text))
    expect(found).toEqual(other === null ? null : { kind: 'figure', ...other })
  })
})

describe('a difference', () => {
  const differs = (similarity: number, ...changes: readonly (readonly [printed: string, typed: string])[]) =>
    ({
      similarity,
      diff: changes.flatMap(([printed, typed]) => [
        { kind: 'same', text: '全县' },
        { kind: 'missing', text: printed },
        { kind: 'added', text: typed },
      ]),
    }) as unknown as Differs

  it('denies where one of the words does, and the rest is much alike', () => {
    expect(denies(differs(0.75, ['不', '']))).toBe(true)
    expect(denies(differs(0.74, ['不', '']))).toBe(false)
    expect(denies(differs(0.9, ['紧', '苦']))).toBe(false)
    expect(denies(differs(0.9, ['紧', '苦'], ['', '严禁']))).toBe(true)
  })

  it.each([
    ['至', '到', true],
    ['', '实现', true],
    ['全县', '', true],
    ['，', '、', true],
    ['的', '紧', false],
    ['提升', '', false],
  ])('of %s for %s is one in small words: %j', (printed, typed, is) => {
    expect(differsInSmallWords(differs(0.9, [printed, typed]))).toBe(is)
    expect(differsInSmallWords(differs(0.9, ['的', ''], [printed, typed]))).toBe(is)
  })
})
