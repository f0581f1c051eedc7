import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clip, safeCut } from '../../src/text/clip.ts'

const text = fc.string({ unit: fc.constantFrom('山', '𠮷', '\u{1f44d}', 'a'), maxLength: 14 })

describe('clip', () => {
  it('gives no more than it may, whole characters of the beginning, and … for the rest', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (given, units) => {
        const clipped = clip(given, units)
        expect(clipped.length).toBeLessThanOrEqual(units)
        expect(clipped).not.toMatch(/\p{Surrogate}/u)
        if (given.length <= units) expect(clipped).toBe(given)
        else {
          expect(given.startsWith(clipped.slice(0, -1))).toBe(true)
          expect(clipped.endsWith('…')).toBe(true)
          // Not one character more would have found room.
          const next = String.fromCodePoint(given.codePointAt(clipped.length - 1) ?? 0)
          expect(clipped.length + next.length).toBeGreaterThan(units)
        }
      }),
    )
  })

  it('leaves forty units where nothing else is said', () => {
    expect(clip('山'.repeat(40))).toBe('山'.repeat(40))
    expect(clip('山'.repeat(41))).toBe(`${'山'.repeat(39)}…`)
  })
})

it.each([
  ['山\u{10000}水', 2, 1],
  ['山\u{10ffff}水', 2, 1],
  ['山\u{10000}水', 1, 1],
  ['山\u{10000}水', 3, 3],
  ['山\ue000水', 1, 1],
  ['山水', 2, 2],
])('cuts %j at %i or before: at %i', (given, at, cut) => {
  expect(safeCut(given, at)).toBe(cut)
})
