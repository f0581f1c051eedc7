/** Which passage comes first where a question asks what a counted name stands for. */
import { describe, expect, it } from 'vitest'
import { answer } from '../../src/answer/answer.ts'
import { findSpeltOut, thingsSpelt } from '../../src/answer/spelt-out.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

const NAMED = '聚焦“四美”目标，把这件事做实，把“四美”写进每一项工作，使“四美”深入人心。'
const SPELT = '建设山美、水美、路美、人美的新云岭，以作风保障“四美”目标。'
const open = async (passages: readonly string[]) =>
  await openSmallCorpus([
    report('yunling-2023', { place: '云岭县', level: '县' }, ['## 二、2023年工作', ...passages]),
  ])
const first = async (question: string, ...passages: readonly string[]) => {
  const { hits, match } = await answer(await open(passages), question)
  return { match, text: hits[0]?.passage.text }
}

describe('a counted name', () => {
  it.each(['云岭县说的“四美”是哪四个', '云岭县四美指什么', '四美包括哪些'])(
    'is answered by the passage that tells each of them: %s',
    async (question) => {
      expect(await first(question, NAMED, '绿化乡村。', SPELT)).toMatchObject({
        match: 'strong',
        text: SPELT,
      })
    },
  )

  it('is answered under reserve by names right beside it', async () => {
    const names = '加强张三、李四、王五事迹整理，讲好“三杰”故事。'
    const others = [
      '“三杰”园开放，“三杰”馆开工。',
      '挖掘、搜集、整理文化，扩大影响，编写“三杰”丛书。',
      '打响“三杰”、古寺、遗址等品牌。',
      '稳产、稳销、稳价，讲好“三杰”故事。',
    ]
    const asked = '云岭县的“三杰”是哪三个人'
    const { match, text } = await first(asked, ...others, names)
    expect(text).toBe(names)
    expect(match).toBe((await first(asked, ...others)).match)
  })

  it.each([
    ['more things than it counts', '建设山美、水美、路美、人美、心美的新云岭，保障“四美”。'],
    ['fewer', '建设山美、水美、路美的新云岭，保障“四美”。'],
    ['others', '建设山好、水好、路好、人好的新云岭，一步一步走下去，保障“四美”。'],
  ])('is not told by %s', async (_what, list) => {
    const searcher = await open([NAMED, list])
    expect(await findSpeltOut(searcher, await searcher.search('云岭县的“四美”是哪四个'))).toBeNull()
  })

  it('is of things that each may be asked for', () => {
    const things = thingsSpelt('云岭县的“四美”是哪四个', SPELT)
    expect(things?.map(([from, to]) => SPELT.slice(from, to))[2]).toBe('路美')
    expect(thingsSpelt('云岭县的“四美”怎么样', SPELT)).toBeNull()
    expect(thingsSpelt('云岭县的“四美”是哪四个', NAMED)).toBeNull()
  })

  it('is explained by the glossary where it has it', async () => {
    const entry = '1.“四美”：指产业、环境、风尚、生活的四个方面。'
    expect((await first('云岭县“四美”是什么', SPELT, '## 名词解释', entry)).text).toBe(entry)
  })
})
