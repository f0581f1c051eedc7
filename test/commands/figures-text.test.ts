/** What a terminal is told of the figures that answer: how many, what none of them states, and which reports are silent. */
import { beforeAll, expect, it } from 'vitest'
import { answerFigures } from '../../src/answer/figures/answer-figures.ts'
import { figuresText } from '../../src/commands/figures-text.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus([
    report('yunling-2023', { place: '云岭县', level: '县' }, [
      '## 一、2022年工作回顾',
      '粮食产量增长3%。旅游收入3.5亿元。',
      '## 二、2023年工作安排',
      '粮食产量增长4%。旅游收入突破4亿元。',
    ]),
  ])
})

it.each([
  ['云岭县2022年旅游收入多少', '1 figure of 旅游收入'],
  ['云岭县旅游收入多少', '2 figures of 旅游收入'],
  ['云岭县固定资产投资多少', 'no figure of 固定资产投资'],
  ['云岭县固定资产投资多少', '没有说：云岭县（2022年）'],
  ['云岭县2022年粮食产量总量', '只说了增速，没有说总量'],
  ['云岭县2022年旅游收入增速', '只说了总量，没有说增速'],
  ['云岭县2030年旅游收入目标', '没有安排那一年的报告：云岭县（2030年）'],
  ['云岭县2020年实际完成旅游收入多少', '没有回顾那一年的报告：云岭县（2020年）'],
  ['云岭县2020年旅游收入多少', '没有谈到那一年的报告：云岭县（2020年）'],
  ['云岭县怎么走', 'no question for figures'],
])('%s: %s', async (question, line) => {
  const text = figuresText(question, await answerFigures(searcher, question), 9)
  expect(text).toContain(line)
  expect(text.endsWith('\n\n')).toBe(true)
})
