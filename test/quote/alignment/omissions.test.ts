/** What a quote leaves out between two runs, and whether that denies. */
import { describe, expect, it } from 'vitest'
import { findNegation, findOmissions, omittedLength } from '../../../src/quote/alignment/omissions.ts'
import { unitText } from '../../../src/quote/alignment/units.ts'

/** Of a text with the runs in brackets. */
function omissions(marked: string) {
  const text = unitText(marked.replace(/[[\]]/gu, ''))
  const runs: [number, number][] = []
  let at = 0
  for (const piece of marked.split(/(\[[^\]]*\])/u)) {
    const { length } = unitText(piece.replace(/[[\]]/gu, '')).keys
    if (piece.startsWith('[')) runs.push([at, at + length])
    at += length
  }
  return findOmissions(text, runs)
}

describe('findOmissions', () => {
  it('tells the words between runs, as printed, and how many characters they are', () => {
    expect(omissions('[修路]三 条，造林[两亩]')).toEqual([{ text: '三 条，造林', length: 5, negation: null }])
    expect(omissions('[修路][三条]')).toEqual([])
    expect(omissions('[修路]三条[造林]')).toHaveLength(1)
    expect(omissions('[甲]乙[丙]丁戊[己]').map(({ text }) => text)).toEqual(['乙', '丁戊'])
    expect(omittedLength(omissions('[甲]乙[丙]丁戊[己]'))).toBe(3)
    expect(omissions('[甲]𠮷[丙]')[0]?.length).toBe(1)
  })

  it('finds a denial in the sentences that the runs stand in, and in none between them', () => {
    expect(omissions('[修路]不停。造林。[引水]')[0]?.negation).toBe('不')
    expect(omissions('[修路]多。造林。没有[引水]')[0]?.negation).toBe('没有')
    expect(omissions('[修路]多。造林不停。多[引水]')[0]?.negation).toBeNull()
    expect(omissions('[修路]多。不停[引水]')[0]?.negation).toBe('不')
    for (const mark of ['；', '！', '？', '\n', ';', '!', '?'])
      expect(omissions(`[修路]多${mark}造林不停${mark}多[引水]`)[0]?.negation).toBeNull()
  })
})

describe('a word that denies', () => {
  it.each([
    '严禁',
    '禁止',
    '防止',
    '杜绝',
    '避免',
    '拒绝',
    '反对',
    '遏制',
    '制止',
    '停止',
    '取消',
    '不得',
    '不准',
    '不能',
    '没有',
    '未',
    '非',
    '无',
    '勿',
    '莫',
    '否',
  ])('is %s', (word) => {
    expect(findNegation(`全面${word}浪费`)).toBe(word)
  })

  it.each([
    '不断',
    '不仅',
    '不少',
    '非常',
    '未来',
    '未成年',
    '无人机',
    '无论',
    '是否',
    '能否',
    '好不好',
    '不同',
  ])('is not in %s', (word) => {
    expect(findNegation(`全面${word}发展`)).toBeNull()
  })
})
