import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipChange } from '../../src/counts/clip-change.ts'
import type { ChangePart } from '../../src/counts/compare-sentences.ts'

const same = (text: string): ChangePart => ({ kind: 'same', text })
const added = (text: string): ChangePart => ({ kind: 'added', text })
const told = (parts: readonly ChangePart[], limit = 1_000): string[] =>
  clipChange(parts, limit).map(({ kind, text }) => `${kind}:${text}`)
const words = (length: number): string => '一二三四五六七八九十'.repeat(9).slice(0, length)

describe('clipChange', () => {
  it('leaves twelve characters of what is the same beside a change, and a short run whole', () => {
    expect(
      told([
        same(words(40)),
        added('新'),
        same(words(25)),
        added('新'),
        same(words(26)),
        added('新'),
        same(words(40)),
      ]),
    ).toEqual([
      `same:…${words(40).slice(-12)}`,
      'added:新',
      `same:${words(25)}`,
      'added:新',
      `same:${words(12)}…${words(26).slice(-12)}`,
      'added:新',
      `same:${words(12)}…`,
    ])
  })

  it('cuts a long run that went or came as well, and no figure', () => {
    expect(told([added(words(40)), same('新')])).toEqual([
      `added:${words(12)}…${words(40).slice(-12)}`,
      'same:新',
    ])
    expect(told([added(`办好民生实事建成12345.6公里${words(20)}`)])).toEqual([
      `added:办好民生实事建成…${words(20).slice(-12)}`,
    ])
    expect(told([added('建成12.5万公里')], 5)).toEqual(['added:建成', 'same:…'])
  })

  it.each([
    [8, ['added:一二三四五六七八']],
    [7, ['added:一二三四五六七', 'same:…']],
  ])('keeps to %i characters, and says where it is cut', (limit, expected) => {
    expect(told([added(words(8))], limit)).toEqual(expected)
  })

  it('says no more once the room is used up', () => {
    expect(told([added(words(8)), added('新')], 8)).toEqual([`added:${words(8)}`])
    expect(told([added(words(8)), added('新新')], 9)).toEqual([`added:${words(8)}`, 'added:新', 'same:…'])
  })

  it('cuts no character in two, and never exceeds its limit', () => {
    const text = fc.string({ unit: fc.constantFrom('𠮷', '一', '𪚥'), minLength: 1, maxLength: 60 })
    const parts = fc.array(fc.record({ kind: fc.constantFrom('same', 'added', 'removed'), text }), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 120 }), (given, limit) => {
        const clipped = clipChange(given, limit)
        for (const { text: shown } of clipped) expect(shown).not.toMatch(/\p{Surrogate}/u)
        expect(clipped.map((part) => part.text).join('').length).toBeLessThanOrEqual(limit + 1)
      }),
    )
  })
})
