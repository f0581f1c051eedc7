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
})
