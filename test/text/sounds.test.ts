import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parseSounds } from '../../src/text/sounds.ts'

const sounds = parseSounds(await readFile(new URL('../../src/text/pinyin.txt', import.meta.url), 'utf8'))

describe('the sounds of characters', () => {
  it.each([
    ['依宁', '伊宁'],
    ['招苏', '昭苏'],
    ['乌洽', '乌恰'],
    ['户侧改造', '户厕改造'],
    ['乡村正兴', '乡村振兴'],
    ['收人', '收入'],
  ])('are alike in %s and %s', (typed, right) => {
    expect(sounds.areAlike(typed, right)).toBe(true)
    expect(sounds.areAlike(right, typed)).toBe(true)
  })

  it.each([
    ['新源', '昭苏'],
    ['伊宁', '伊宁市'],
    ['', '伊'],
    ['ABC', '伊宁市'],
  ])('are not alike in %s and %s', (typed, right) => {
    expect(sounds.areAlike(typed, right)).toBe(false)
  })

  it('never take a character for itself, nor know what is no character', () => {
    expect(sounds.like('宁')).not.toContain('宁')
    expect(sounds.like('😀')).toEqual([])
    expect(sounds.like('a')).toEqual([])
  })

  it('writes a word in letters, once for each reading', () => {
    expect(sounds.spellings('伊宁')).toEqual(['yining'])
    expect(sounds.spellings('重庆')).toContain('chongqing')
    expect(sounds.spellings('㐀宁')).toEqual([])
  })

  it('may part a sound that begins with a vowel from the one before it', () => {
    expect(sounds.spellings('西安')).toEqual(expect.arrayContaining(['xian', "xi'an"]))
    expect(sounds.spellings('安西')).not.toContain("'anxi")
  })

  it('are alike in two characters where one may be typed for the other', () => {
    const some = [...'伊宁昭苏乌恰收入人己已末未户侧厕正振兴新源重庆县'].map(
      (one) => [one, sounds.like(one)] as const,
    )
    for (const [one, others] of some)
      for (const [other] of some)
        expect(sounds.areAlike(one, other), `${one} ${other}`).toBe(one === other || others.includes(other))
  })

  it.each([
    ['zi', 'zhi'],
    ['ci', 'chi'],
    ['si', 'shi'],
    ['lin', 'ling'],
  ])('are alike in %s and %s, which many speakers do not tell apart', (a, b) => {
    const [one, other] = [sounds.characters(a)[0] ?? '', sounds.characters(b)[0] ?? '']
    expect(sounds.areAlike(one, other)).toBe(true)
  })

  it.each([
    ['yining', [['yi', 'ning']]],
    [
      'fangan',
      [
        ['fang', 'an'],
        ['fan', 'gan'],
      ],
    ],
    ['xian', [['xian'], ['xi', 'an']]],
    ['q', []],
    ['yiningq', []],
    ['', [[]]],
  ])('are cut out of %s, the fewest first', (letters, ways) => {
    const cuts = sounds.cut(letters)
    expect(cuts.slice(0, ways.length)).toEqual(expect.arrayContaining(ways))
    const lengths = cuts.map((way) => way.length)
    expect(lengths).toEqual(lengths.toSorted())
    expect(cuts.filter((way) => way.join('') !== letters)).toEqual([])
  })

  it('are cut out of no longer text, and in no more than eight ways', () => {
    expect(sounds.cut('yi'.repeat(12))).not.toEqual([])
    expect(sounds.cut(`${'yi'.repeat(12)}e`)).toEqual([])
    expect(sounds.cut('xianxianxianxian')).toHaveLength(8)
    expect(sounds.cut('zhuangchuang')[0]).toEqual(['zhuang', 'chuang'])
  })
})

describe('a table of sounds', () => {
  const few = parseSounds('# a comment\n\nzhi 之芝\nzi 子字\nang 昂\nan 安\nzhian 怪')

  it('leaves out comments and empty lines', () => {
    expect([few.characters('#'), few.characters(''), few.characters('zi')]).toEqual([[], [], ['子', '字']])
  })

  it('tells which characters sound alike, those that look alike first', () => {
    expect(few.like('之')).toEqual(['芝', '子', '字'])
    expect(few.like('人')).toEqual(['入'])
    expect(few.like('安')).toEqual(['昂'])
    expect([few.areAlike('之', '字'), few.areAlike('之', '安'), few.areAlike('人', '入')]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('spells a word by it', () => {
    expect(few.spellings('之安')).toEqual(['zhian', "zhi'an"])
  })

  it('cuts letters into its sounds', () => {
    expect(few.cut('zhian')).toEqual([['zhian'], ['zhi', 'an']])
  })
})
