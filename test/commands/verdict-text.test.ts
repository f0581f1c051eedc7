/** What a terminal is told of one sentence: the verdict, what does not agree, and the source only where it is one. */
import { beforeAll, describe, expect, it } from 'vitest'
import { sentenceToText } from '../../src/commands/verdict-text.ts'
import { verifyText } from '../../src/quote/verify-text.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus([
    report('yunling-2023', { place: '云岭县', level: '县' }, [
      '## 一、2022年工作回顾',
      '全年接待游客760.16万人次，实现旅游收入3.5亿元，增长12%。',
      '坚决淘汰落后产能，关停小煤矿5座。',
      '新装路灯800盏，打通断头路5条。',
      '农业机械总动力达到10.6万千瓦，机收水平达到79%。',
    ]),
  ])
})

const tell = async (text: string): Promise<string[]> =>
  (await verifyText(searcher, text)).sentences.flatMap(sentenceToText)
const source = (paragraph: number): string =>
  `   云岭县2023年政府工作报告 › 一、2022年工作回顾 › 第${paragraph}段`

describe('a sentence', () => {
  it.each<[string, string, string[]]>([
    ['坚决淘汰落后产能', 'agrees with the report (words: verbatim)', [source(2)]],
    ['云岭县2022年装了800盏新路灯', 'agrees with the report (words: differs)', [source(3)]],
    [
      '云岭县2022年接待游客770万人次',
      'does not agree with the report (words: differs)',
      ['   figure: said 770万人次, the report has 760.16万人次', source(1)],
    ],
    [
      '云岭县2021年旅游收入3.5亿元',
      'not confirmed, what the report has may be of something else (words: differs)',
      ['   year: said 2021年, the report has 2022年', source(1)],
    ],
    [
      '云岭县2022年接待游客760万人次，新装路灯800盏',
      'rounded, see the number of the report (words: differs)',
      ['   figure: said 760万人次, the report has 760.16万人次', source(1)],
    ],
    [
      '云岭县2022年农机的马力有10.6万千瓦，新装路灯800盏',
      'the report has the numbers, in other words: compare (words: differs)',
      ['   words: said 云岭县2022年农机的马力有10.6万千瓦, the report has -', source(4)],
    ],
    [
      '云岭县2022年接待游客760.16万人次，农民笑开了花',
      'the numbers agree with the report, which does not say the rest (words: differs)',
      ['   words: said 农民笑开了花, the report has -', source(1)],
    ],
  ])('is told of with the source that decides: %s', async (text, verdict, lines) => {
    expect(await tell(text)).toEqual([`${text}: ${verdict}`, ...lines])
  })

  it.each([
    ['with one figure of two that no report has', '云岭县2022年农机的马力有10.6万千瓦，养牛5头'],
    ['with a figure beside it that no report has', '云岭县2022年接待游客760.16万人次，农民分了43头牛'],
    ['with a figure that none has', '云岭县2022年养蜂33万箱'],
  ])('has no source where no report says so: %s', async (_what, text) => {
    expect(await tell(text)).toEqual([expect.stringContaining(`${text}: no report says so (words: `)])
  })

  it('without a figure is shown beside what comes nearest', async () => {
    const text = '坚决淘汰落后产能，养蜂致富奔小康'
    expect(await tell(text)).toEqual([`${text}: no report says so (words: differs)`, source(2)])
  })
})
