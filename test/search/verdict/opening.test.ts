import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../../src/search/searcher.ts'
import { openSmallCorpus } from '../small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

describe('a question about the speech', () => {
  it.each(['云岭县县长是谁', '云岭的报告是什么时候、在哪个会上作的', '云岭县长叫什么名字'])(
    'answers %s with the opening, whose citation says so',
    async (query) => {
      const { hits, match } = await searcher.search(query)
      expect(hits[0]?.passage.text).toContain('我代表县人民政府')
      expect(match).toBe('strong')
    },
  )

  it.each(['云岭报告第二部分', '云岭县政府工作报告的第2部分讲了什么'])(
    'answers %s with the whole part, in reading order',
    async (query) => {
      const { hits, match, total } = await searcher.search(query)
      expect(hits.map(({ passage }) => passage.text)).toEqual([
        '力争接待游客150万人次，旅游收入突破4亿元。',
        '计划打通断头路3条，让群众出行更便捷。',
      ])
      expect({ match, total }).toEqual({ match: 'strong', total: 2 })
    },
  )

  it('does not answer for a part that the report has not', async () => {
    expect((await searcher.search('云岭报告第九部分')).match).not.toBe('strong')
  })

  it.each([
    '云岭县州长是谁',
    '云岭县副县长是谁',
    '云岭县委书记是谁',
    '谁是云岭县的一把手',
    '云岭县前任县长是谁',
    '云岭县人大主任是谁',
    '云岭县2015年的县长是谁',
    '云岭县教育局局长叫什么',
  ])('does not answer for an office that the report is not by: %s', async (query) => {
    expect((await searcher.search(query)).match).not.toBe('strong')
  })

  it('shows the speaker to whoever asks for the head of the place', async () => {
    const { hits, match } = await searcher.search('云岭县委书记是谁')
    expect(match).toBe('weak')
    expect(hits[0]?.passage.text).toContain('我代表县人民政府')
  })
})
