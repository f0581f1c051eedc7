/** Whether what answers is of the year that is asked about, and done or planned as asked. */
import { beforeAll, expect, it } from 'vitest'
import { findOtherTime } from '../../src/answer/unreviewed.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus } from '../search/small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

it.each([
  ['of no year', '云岭县接待游客多少人次', null],
  ['of a year that is stated', '云岭县2022年接待游客多少人次', null],
  ['of what was done in it', '云岭县2022年实际接待游客多少人次', null],
  ['of what is planned for it', '云岭县2023年计划接待游客多少人次', null],
  ['of what was planned, where only what was done is stated', '云岭县2022年计划接待游客多少人次', []],
  [
    'of a year that no report speaks of',
    '云岭县2015年接待游客多少人次',
    [{ kind: 'year', text: '2015', place: '云岭县', years: [2022, 2023] }],
  ],
  ['of no number', '云岭县2015年打通断头路', null],
])('a question %s', async (_, question, lacking) => {
  expect(await findOtherTime(searcher, await searcher.search(question))).toEqual(lacking)
})
