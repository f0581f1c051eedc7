import { describe, expect, it } from 'vitest'
import { makeNearWords } from '../../src/text/near-words.ts'
import { parseSynonyms } from '../../src/text/synonyms.ts'

const { rules } = parseSynonyms(`
没地方停车, 车没处放 => 停车位, 停车场
爬不动楼 => 加装电梯
爬山 => 登山步道
天蓝, 蓝天 => 空气质量
`)
const nearWords = makeNearWords(rules)
const names = (question: string): (string | undefined)[] =>
  nearWords.find(question).map(({ words }) => words[0])

describe('makeNearWords', () => {
  it.each([
    ['车开回来没地方能停', '停车位'],
    ['楼太高老人爬不动', '加装电梯'],
    ['有几天天是蓝的', '空气质量'],
  ])('finds the everyday words that %s says in part or in another order', (question, word) => {
    expect(names(question)[0]).toBe(word)
  })

  it('weighs a word by how much of it is said, and in full at most as a synonym', () => {
    const [whole] = nearWords.find('哪里没地方停车')
    const [part] = nearWords.find('哪里没地方能停')
    expect(whole?.share).toBeCloseTo(0.75)
    expect(part?.share).toBeGreaterThan(0)
    expect(part?.share).toBeLessThan(whole?.share ?? 0)
    expect(whole?.terms.has('停车')).toBe(true)
    expect(part?.terms.has('停车')).toBe(false)
  })

  it('takes characters that stand far apart for no word', () => {
    expect(names(`天气预报说明天会有很大的雨，海是蓝的`)).not.toContain('空气质量')
  })

  it('finds nothing for a paste', () => {
    expect(names(`没地方停车${'，全县工作稳中有进'.repeat(10)}`)).toEqual([])
  })
})
