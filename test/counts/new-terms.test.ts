/** What a report says first. */
import { describe, expect, it } from 'vitest'
import { proposeTerms, rankTerms, type Spread } from '../../src/counts/new-terms.ts'
import { report } from '../quote/small-searcher.ts'

const said = (text: string, year = 2024) => report(`yunling-${year}`, { year }, `# 政府工作报告\n\n${text}`)
const EARLIER = [said('修建公路。发展农业。推进工业园区建设。', 2023)]
const NOWHERE: Spread = { since: 0, before: 0 }

async function termsOf(text: string, earlier = EARLIER, spreadOf: (key: string) => Spread = () => NOWHERE) {
  return rankTerms(await proposeTerms(said(text), earlier), spreadOf)
}
const namesOf = async (...given: Parameters<typeof termsOf>): Promise<string[]> =>
  (await termsOf(...given)).map(({ term }) => term)

describe('a new term', () => {
  it.each([
    ['in quotation marks', '深化“最多跑一次”改革。', '最多跑一次'],
    ['in the marks of a title', '出台《促进民营经济发展若干措施》，效果好。', '促进民营经济发展若干措施'],
    ['in a heading', '## 低空经济\n\n修建公路。', '低空经济'],
    ['by its name', '实施青山绿水行动。', '青山绿水行动'],
    ['said again and again', '低空经济起步早，低空经济发展快，各地低空经济都好。', '低空经济'],
  ])('is known %s', async (_how, text, term) => {
    expect(await namesOf(text)).toContain(term)
  })

  it('is told as printed, with how often it stands and where first', async () => {
    const [first] = await termsOf('修建公路。\n\n发展“低空经济”。\n\n低空经济好。')
    expect(first).toMatchObject({ term: '低空经济', count: 2 })
    const { passages } = said('修建公路。\n\n发展“低空经济”。\n\n低空经济好。')
    expect(first?.passage).toBe(passages[1]?.id)
  })

  it.each([
    ['an earlier report has it', '推进“工业园区”建设。', '工业园区'],
    ['it is a number', '达到“100”目标。', '100'],
    [
      'it stands but once, unmarked, in the midst of a sentence',
      '各地各部门认真学习和研究了蓝天问题。',
      '蓝天',
    ],
  ])('is none where %s', async (_why, text, term) => {
    expect(await namesOf(text)).not.toContain(term)
  })

  it('is told once, not also what only stands inside it', async () => {
    const names = await namesOf('发展“低空经济”。低空经济好，低空经济快。')
    expect(names.filter((name) => name.includes('低空'))).toEqual(['低空经济'])
  })

  it('is told before one that reports of other places said long ago, and after one that they began to say then', async () => {
    const text = '发展“低空经济”。建设“未来乡村”。推行“河湖长制”。'
    const spread: Record<string, Spread> = {
      低空经济: { since: 5, before: 0 },
      河湖长制: { since: 5, before: 9 },
    }
    expect(await namesOf(text, EARLIER, (key) => spread[key] ?? NOWHERE)).toEqual([
      '低空经济',
      '未来乡村',
      '河湖长制',
    ])
  })

  it.each([
    ['a mark of quotation', '推广“蜂花大路”。', [], 3],
    ['a heading', '## 蜂花大路\n\n修建公路。', [], 2.5],
    ['a title', '出台《蜂花大路》。', [], 1.5],
    ['a name', '蜂花大路行动。', [], 1.5],
    ['a clause of its own', '蜂花大路。', [], 0.5],
    ['a mark, and being said twice', '推广“蜂花大路”，“蜂花大路”好。', [], 4.5],
    ['a mark, for a short one', '推广“蜂花路”。', [], 3 * 0.7],
    ['a mark, for a long one', '推广“蜂花大路甜水长渠湾”。', [], (3 * 8) / 9],
    [
      'a mark, where each pair of its characters was said',
      '推广“蜂花大路”。',
      ['蜂花，花大，大路。'],
      3 * 0.75,
    ],
    ['a mark, where each three of them were said', '推广“蜂花大路”。', ['蜂花大，花大路。'], 3 * 0.5],
  ])('counts by %s', async (_what, text, earlier, score) => {
    const before = earlier.map((words) => said(words, 2023))
    const [best] = [...(await proposeTerms(said(text), before))].sort((a, b) => b.score - a.score)
    expect(best?.key).toMatch(/^蜂花/u)
    expect(best?.score).toBeCloseTo(score)
  })

  it.each<[string, Spread, Spread, boolean]>([
    ['nobody else says either', NOWHERE, NOWHERE, false],
    ['one other began to say it then', NOWHERE, { since: 1, before: 0 }, false],
    ['two others began to say it then', NOWHERE, { since: 2, before: 0 }, true],
    ['one other had long said the first', { since: 0, before: 1 }, NOWHERE, false],
    ['two others had long said the first', { since: 0, before: 2 }, NOWHERE, true],
    ['seven others had long said the second', NOWHERE, { since: 7, before: 7 }, false],
    ['three others had long said both', { since: 0, before: 3 }, { since: 1, before: 3 }, false],
  ])(
    'that counts for less than two thirds of another is told before it where %s',
    (_when, first, second, isFirst) => {
      const proposed = [
        { term: '甲乙丙丁', key: '甲乙丙丁', count: 1, passage: 'a', score: 3 },
        { term: '子丑寅卯', key: '子丑寅卯', count: 1, passage: 'a', score: 1.98 },
      ]
      const [told] = rankTerms(proposed, (key) => (key === '甲乙丙丁' ? first : second))
      expect(told?.term === '子丑寅卯').toBe(isFirst)
    },
  )

  it('are proposed a hundred and fifty at the most', async () => {
    const many = Array.from({ length: 160 }, (_, index) => {
      const [one, other] = [0x5000 + index, 0x6000 + index].map((code) => String.fromCodePoint(code))
      return `“${one}新${other}业”`
    })
    expect(await proposeTerms(said(`建设${many.join('、')}。`), EARLIER)).toHaveLength(150)
  })

  it('are sixty at the most', async () => {
    const many = Array.from(
      { length: 70 },
      (_, index) => `“${String.fromCodePoint(0x5000 + index)}新${String.fromCodePoint(0x6000 + index)}业”`,
    )
    expect(await namesOf(`建设${many.join('、')}。`)).toHaveLength(60)
  })

  it.each([
    [14, true],
    [15, false],
  ])('of %i characters is one, in a mark of quotation: %s', async (length, isTerm) => {
    const words = '蜂花大路甜水长渠湾岸石桥柳'.padEnd(length, '村').slice(0, length)
    expect((await namesOf(`推广“${words}”。`)).includes(words)).toBe(isTerm)
  })

  it('of a title may be longer', async () => {
    const words = '蜂花大路甜水长渠湾岸石桥柳村庄保护'
    expect(await namesOf(`出台《${words}》。`)).toContain(words)
  })

  it.each([
    ['蜂花大路', 1],
    ['蜂花大路甜水长渠', 1],
    ['蜂花大路甜水长渠湾', 8 / 9],
    ['蜂花路', 0.7],
  ])('%s counts for %d of what it is marked by', async (term, share) => {
    const [best] = await proposeTerms(said(`推广“${term}”。`), [])
    expect(best?.score).toBeCloseTo(3 * share)
  })

  it.each([
    ['蜂花大路', '花大，大路', 1],
    ['蜂花大路', '蜂花，花大', 1],
    ['蜂花大路', '蜂花，花大，大路', 0.75],
    ['蜂花大路', '蜂花大，大路', 0.75],
    ['蜂花大路', '花大路，蜂花', 0.75],
    ['蜂花大路', '蜂花大，花大路', 0.5],
  ])('%s, where an earlier report says %s, counts for %d', async (term, earlier, share) => {
    const [best] = await proposeTerms(said(`推广“${term}”。`), [said(`${earlier}。`, 2023)])
    expect(best?.score).toBeCloseTo(3 * share)
  })

  it('is not told where only a part of a longer run that stands as often, unmarked', async () => {
    const names = async (text: string): Promise<string[]> =>
      (await proposeTerms(said(text), [])).map(({ key }) => key)
    const twice = '各地低空经济园区建设快，各方低空经济园区建设好'
    expect(await names(`${twice}。`)).toEqual(['低空经济园区建设'])
    // It stands once more alone, or is marked as well: then it is one.
    expect(await names(`${twice}，人人低空经济园区多。`)).toEqual(
      expect.arrayContaining(['低空经济园区', '低空经济园区建设']),
    )
    expect(await names(`## 低空经济园区\n\n${twice}。`)).toContain('低空经济园区')
  })

  it('begins with the best, and of equals with the longer, then with the first', () => {
    const proposed = (...terms: string[]) =>
      terms.map((term) => ({ term, key: term, count: 1, passage: 'a', score: 1 }))
    const told = (...terms: string[]): string[] =>
      rankTerms(proposed(...terms), () => NOWHERE).map(({ term }) => term)
    expect(told('甲乙丙', '子丑寅卯')).toEqual(['子丑寅卯', '甲乙丙'])
    expect(told('子丑寅卯', '甲乙丙丁')).toEqual(['子丑寅卯', '甲乙丙丁'])
    expect(told('甲乙丙丁', '子丑寅卯')).toEqual(['甲乙丙丁', '子丑寅卯'])
  })

  it.each([
    [2, 1, ['甲乙丙', '甲乙丙丁']],
    [1, 1, ['甲乙丙']],
    [1, 2, ['甲乙丙']],
  ])(
    'around a better one that it says %i times against %i is told only where it is said more often',
    (whole, part, names) => {
      const proposed = [
        { term: '甲乙丙', key: '甲乙丙', count: part, passage: 'a', score: 2 },
        { term: '甲乙丙丁', key: '甲乙丙丁', count: whole, passage: 'a', score: 1 },
      ]
      expect(rankTerms(proposed, () => NOWHERE).map(({ term }) => term)).toEqual(names)
    },
  )

  it.each([
    ['蜂花行动', 0.5],
    ['蜂花大行动', 1.5],
    ['蜂花大路甜水长渠', 0.5],
  ])('that is all its clause names counts by its length: %s', async (term, score) => {
    const proposed = await proposeTerms(said(`${term}。`), [])
    expect(proposed.find(({ key }) => key === term)?.score).toBeCloseTo(score)
  })

  it.each([
    ['蜂花大路甜水长渠', true],
    ['蜂花大路甜水长渠湾', false],
    ['蜂花路', true],
    ['蜂花', false],
  ])('in a heading has three to eight characters: %s, %s', async (term, isTerm) => {
    const names = (await proposeTerms(said(`## ${term}\n\n修建公路。`), [])).map(({ key }) => key)
    expect(names.includes(term)).toBe(isTerm)
  })
})
