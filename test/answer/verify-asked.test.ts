/** What of a question is checked like a quote. */
import { beforeAll, expect, it } from 'vitest'
import { answer } from '../../src/answer/answer.ts'
import { isTold, verifyAsked } from '../../src/answer/verify-asked.ts'
import { checkVerbatim } from '../../src/quote/check.ts'
import type { TextVerdict } from '../../src/quote/verify-text.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus } from '../search/small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

it.each<[string, string, string | null, number]>([
  ['a quote', '打通断头路5条', '打通断头路5条', 1],
  ['a short one in quotation marks, which asks for passages', '“打通断头路5条”', '打通断头路5条', 0],
  ['one of twelve characters', '“完成G219线云岭段改造”', '完成G219线云岭段改造', 0],
  ['one of thirteen', '“完成G219线云岭段改造，”', '完成G219线云岭段改造，', 1],
  ['two, one of them long', '“一般公共预算收入达到6.2亿元” “路灯”', '一般公共预算收入达到6.2亿元', 0],
  ['a short one beside other words', '“打通断头路5条” 云岭县情况', '打通断头路5条', 1],
  ['a claim', '云岭县2022年旅游收入3.5亿元', null, 1],
  ['a topic', '云岭县旅游收入', null, 0],
  ['two sentences, one a line', '打通断头路。\n新装路灯。', null, 2],
  ['two clauses of one', '打通断头路，新装路灯。', null, 0],
  ['lines of which the reports tell nothing', '云岭县断头路\n海滨市港口', null, 0],
  ['a claim of which they tell nothing', '量子在云岭县达到30个', null, 0],
])('checks %s, or not', async (_what, text, quoted, sentences) => {
  const { query } = await searcher.search(text)
  const quote = quoted === null ? null : await checkVerbatim(searcher, quoted)
  const verdict = await verifyAsked(searcher, text, { quote, query, items: [], figures: null })
  expect(verdict?.sentences.length ?? 0).toBe(sentences)
})

it.each<[readonly object[], boolean]>([
  [[], false],
  [[{ supported: null, claims: [] }], false],
  [
    [
      { supported: null, claims: [] },
      { supported: false, claims: [] },
    ],
    true,
  ],
  [[{ supported: true, claims: [] }], true],
  [[{ supported: null, claims: [{ supported: false }] }], false],
  [[{ supported: null, claims: [{ supported: false }, { supported: true }] }], true],
])('says whether the reports tell anything: %j', (sentences, isOne) => {
  expect(isTold({ sentences } as unknown as TextVerdict)).toBe(isOne)
})

it('leaves a target that is asked about with its number to the result beside it', async () => {
  const text = '云岭县2023年旅游收入目标4亿元完成了吗'
  const found = await answer(searcher, text)
  expect(found.figures?.rows.map(({ figure: { kind, value } }) => [kind, value])).toContainEqual([
    'target',
    '4',
  ])
  expect(await verifyAsked(searcher, text, found)).toBeNull()
})
