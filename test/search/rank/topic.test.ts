/** What a question is about, character by character, and how much of it a passage speaks of. */
import { describe, expect, it } from 'vitest'
import { readTopic, shareIn, speakOf } from '../../../src/search/rank/topic.ts'
import { candidatesOf, handPlan } from './hand-plan.ts'

const part = { isWord: false, isOneWord: false }

/** Each word with its weight before the sum is made 1, and what says each of its characters. */
function topicOf(...given: Parameters<typeof handPlan>): [string, number, string[]][] {
  const words = readTopic(handPlan(...given))
  expect(words.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
  const first = words[0]?.weight ?? 1
  return words.map(({ text, weight, characters }) => [
    text,
    Number((weight / first).toFixed(3)),
    characters.map(({ said }) => said.join('|')),
  ])
}

describe('the words of a question', () => {
  it('are pairs that belong together, and not what stands across two of them', () => {
    const terms = [
      { term: '旅游', weight: 2 },
      { term: '游收', weight: 9, ...part },
      { term: '收入', weight: 1 },
      ...['旅', '游', '收', '入'].map((term) => ({ term, weight: 9, ...part })),
    ]
    expect(topicOf('旅游收入', terms)).toEqual([
      ['旅游', 1, ['旅游', '旅游|游收']],
      ['收入', 0.5, ['游收|收入', '收入']],
    ])
  })

  it('are joined where they overlap, each character by the heavier', () => {
    const terms = [
      { term: '农村', weight: 2 },
      { term: '村路', weight: 4 },
      { term: '打通', weight: 2 },
    ]
    expect(topicOf('打通农村路', terms)).toEqual([
      ['打通', 1, ['打通', '打通']],
      ['农村路', 2.5, ['农村', '农村|村路', '村路']],
    ])
  })

  it('are said by a synonym of just their run, too', () => {
    const concept = { start: 2, end: 4, alternatives: ['营收'], share: 0.75, isGuess: false }
    const terms = [
      { term: '旅游', weight: 2 },
      { term: '收入', weight: 2 },
    ]
    expect(topicOf('旅游收入', terms, [concept])).toEqual([
      ['旅游', 1, ['旅游', '旅游']],
      ['收入', 1, ['收入|营收', '收入|营收']],
    ])
  })

  it('are codes as a whole, and not what a code is a part of', () => {
    const terms = [
      { term: 'g219', weight: 2, kind: 'code' as const },
      { term: '219', weight: 2, kind: 'code' as const, ...part },
      { term: '路', weight: 1 },
    ]
    expect(topicOf('g219 路', terms)).toEqual([
      ['g219', 1, ['g219']],
      ['路', 0.5, ['路']],
    ])
  })

  it('are lone characters for half of what one typed by itself is worth, and say little without a neighbour', () => {
    const pair = { term: '停车', weight: 2 }
    const across = { term: '车费', weight: 1, ...part }
    const known = { term: '费', weight: 2, ...part }
    expect(topicOf('停车费', [pair, across, known])).toEqual([
      ['停车', 1, ['停车', '停车|车费']],
      ['费', 0.5, ['车费']],
    ])
    expect(topicOf('停车费', [pair, across, { ...known, frequency: 0 }])[1]).toEqual(['费', 0.5, ['车费|费']])
    expect(topicOf('停车费', [pair, known])[1]).toEqual(['费', 0.5, ['费']])
    expect(topicOf('停车费', [pair, across, { ...known, isWord: true }])[1]).toEqual(['费', 1, ['车费|费']])
  })

  it('weigh less where they say what is asked about the topic', () => {
    const terms = [
      { term: '耕地', weight: 2 },
      { term: '面积', weight: 2 },
      { term: '给', weight: 2 },
    ]
    for (const [, weight] of topicOf('耕地面积给', terms).slice(1)) expect(weight).toBeLessThan(0.34)
    for (const [, weight] of topicOf('耕地面积给', terms).slice(1)) expect(weight).toBeGreaterThan(0.26)
  })

  it('are none of what weighs nothing', () => {
    const terms = [
      { term: '耕地', weight: 2 },
      { term: '的', weight: 0 },
    ]
    expect(topicOf('耕地的', terms)).toEqual([['耕地', 1, ['耕地', '耕地']]])
  })
})

describe('speakOf', () => {
  it('counts half for the passage with its heading and half for its best sentence', async () => {
    const words = readTopic(
      handPlan('交通 修路 港口 学校', [
        { term: '交通', weight: 1 },
        { term: '修路', weight: 4 },
        { term: '港口', weight: 3 },
        { term: '学校', weight: 2 },
      ]),
    )
    const [hit] = await candidatesOf('交通', ['建设港口。修路架桥，又修路。整治市容。'])
    if (hit === undefined) throw new Error('no hit')
    const { shares, topic, bySentence } = speakOf(words, hit)
    expect(shares.map((share) => Number(share.toFixed(6)))).toEqual([1, 1, 1, 0])
    expect([...bySentence].map((weight) => Number(weight.toFixed(6)))).toEqual([0.4, 0.5, 0.1])
    expect(topic).toBeCloseTo((0.8 + 0.5) / 2)
  })

  it('counts the characters of a word one by one', () => {
    const [word] = readTopic(
      handPlan('农村路', [
        { term: '农村', weight: 2 },
        { term: '村路', weight: 4 },
      ]),
    )
    if (word === undefined) throw new Error('no word')
    expect(shareIn(word, '农村')).toBeCloseTo(3 / 5)
    expect(shareIn(word, '村路')).toBeCloseTo(4 / 5)
    expect(shareIn(word, '公路')).toBe(0)
  })
})
