/** Which sentences of a draft have a verdict, and what one takes over from those before it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyDraft } from '../../src/quote/verify-draft.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus([
    report('yunling-2023', { place: '云岭县', level: '县', year: 2023 }, [
      '## 一、2022年工作回顾',
      '全年粮食产量达12.6万吨，开行班列三百列。',
      '坚决不开空泛的会、坚决不发空洞的文、坚决不干脱离实际的项目。',
    ]),
  ])
})

async function verdictsOn(draft: string): Promise<[string, boolean | null][]> {
  const verdicts = await verifyDraft(searcher, draft)
  for (const { text, start, end } of verdicts) expect(draft.slice(start, end)).toBe(text)
  return verdicts.map(({ text, supported }) => [text, supported])
}

describe('a sentence of a draft', () => {
  it.each(['今年开行班列五百二十列。', '今年开行班列520列。', '县长说“这座桥明年一定要修到对岸去”。'])(
    'that states a number or quotes is spoken of, though no report says it: %s',
    async (text) => {
      expect(await verdictsOn(text)).toEqual([[text, null]])
    },
  )

  it.each(['报告分三个部分。', '详见第3页。', '会议5月3日开。', '大家十分高兴。'])(
    'that states nothing of a report is not: %s',
    async (text) => {
      expect(await verdictsOn(text)).toEqual([])
    },
  )

  it('takes its place and year from those before it, and a year ends with its paragraph', async () => {
    const draft = '云岭县2022年发展平稳。粮食产量达12.6万吨。\n另一段讲别的。'
    expect(await verdictsOn(draft)).toEqual([['粮食产量达12.6万吨。', true]])
    expect(await verdictsOn('云岭县2021年发展平稳。粮食产量达12.6万吨。')).toEqual([
      ['粮食产量达12.6万吨。', false],
    ])
  })
})
