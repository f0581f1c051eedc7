import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, it } from 'vitest'
import { type Folding, trimMarks, unitText } from '../../src/quote/alignment/units.ts'
import { checkQuote } from '../../src/quote/check.ts'
import { readFiveReports } from '../five-reports.ts'
import { smallSearcher } from './small-searcher.ts'

const toTraditional = Converter({ from: 'cn', to: 't' })

describe('laws over the five reports', async () => {
  const reports = await readFiveReports()
  const all = smallSearcher(reports)
  const passages = reports.flatMap((one) => one.passages)
  const keysOfAll = passages.map(({ text }) => unitText(text).keys)
  const run = fc
    .record({
      passage: fc.constantFrom(...passages),
      from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      length: fc.integer({ min: 12, max: 120 }),
    })
    .map(({ passage, from, length }) => {
      const start = Math.floor(from * Math.max(1, passage.text.length - length))
      return { passage, text: passage.text.slice(start, start + length) }
    })
    .filter(({ text }) => text.length >= 12 && !text.includes('…'))

  /** A run cut after the point of 24.3 ends in a stop that the text does not have. */
  const words = (text: string): string => {
    const units = unitText(text)
    return units.keys.slice(...trimMarks(units, [0, units.keys.length]))
  }

  it('finds every run of a paragraph verbatim, at a place with these very words', async () => {
    await fc.assert(
      fc.asyncProperty(run, async ({ text }) => {
        const check = await checkQuote(all, text)
        expect(check.kind).toBe('verbatim')
        if (check.kind !== 'verbatim') return
        expect(words(check.hit.passage.text.slice(...check.range))).toBe(words(text))
      }),
      { numRuns: 200 },
    )
  })

  it.each<[Folding, (text: string) => string]>([
    ['width', (text) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))],
    ['case', (text) => text.toLowerCase()],
    ['script', toTraditional],
    ['spaces', (text) => Array.from(text).join(' ')],
    ['punctuation', (text) => text.replace(/[“”]/gu, '"').replaceAll('—', '–')],
  ])('finds a run verbatim whatever its %s, and says so', async (folding, change) => {
    await fc.assert(
      fc.asyncProperty(run, async ({ text }) => {
        const typed = change(text)
        // OpenCC turns a few words into others (苏醒 into 甦醒).
        // Cut at the point of 24.3, a run begins or ends with a stop that the text does not have.
        fc.pre(unitText(typed).keys === unitText(text).keys && !/^[.．]|\d[.．]$/u.test(text))
        const check = await checkQuote(all, typed)
        expect(check.kind).toBe('verbatim')
        if (check.kind !== 'verbatim') return
        expect(words(check.hit.passage.text.slice(...check.range))).toBe(words(text))
        if (typed === text) expect(check.folded).not.toContain(folding)
        else if (folding !== 'punctuation') expect(check.folded).toContain(folding)
      }),
      { numRuns: 40 },
    )
  })

  const frame = fc.constantFrom<(words: string) => string>(
    (words) => words,
    (words) => `“${words}”\n哈米提·阿克木. 政府工作报告[R]. 伊宁市: 伊宁市人民代表大会, 2023-01-12: 第6段.`,
    (words) => `${words}（昭苏县2025年政府工作报告）`,
    (words) => `**${words}**[3]`,
    (words) => `1. ${words}`,
  )

  it('never calls a run with one other character verbatim, with or without a source and markup', async () => {
    const strange = fc.constantFrom('龘', '7', 'x', '不')
    await fc.assert(
      fc.asyncProperty(
        run,
        fc.nat(),
        strange,
        fc.constantFrom('replace', 'insert', 'delete'),
        frame,
        async (one, seed, other, kind, framed) => {
          const { text } = one
          const at = 1 + (seed % (text.length - 2))
          fc.pre(/[\p{L}\p{N}]/u.test(text[at] ?? ''))
          // The numbers of a glossary are like those of an asker's own list.
          fc.pre(!/^\d{1,2}\./u.test(text))
          const rest = text.slice(kind === 'insert' ? at : at + 1)
          const mutated = text.slice(0, at) + (kind === 'delete' ? '' : other) + rest
          const keys = words(mutated)
          fc.pre(!keysOfAll.some((printed) => printed.includes(keys)))
          expect((await checkQuote(all, framed(mutated))).kind).not.toBe('verbatim')
        },
      ),
      { numRuns: 100 },
    )
  })

  it('puts what is same and missing together to the true wording', async () => {
    await fc.assert(
      fc.asyncProperty(run, fc.nat(), async ({ text }, seed) => {
        const at = 2 + (seed % (text.length - 4))
        const check = await checkQuote(all, `${text.slice(0, at)}龘${text.slice(at + 1)}`)
        fc.pre(check.kind === 'differs' && check.places.length === 1)
        if (check.kind !== 'differs') return
        const printed = check.diff
          .filter(({ kind }) => kind === 'same' || kind === 'missing')
          .map((part) => part.text)
        expect(printed.join('')).toBe(check.hit.passage.text.slice(...check.range))
      }),
      { numRuns: 100 },
    )
  })
})
