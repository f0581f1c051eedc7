import { FormattedString } from '@grammyjs/parse-mode'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import type { AnsweredHit } from '../../src/answer/answered-hit.ts'
import { citePassage } from '../../src/answer/citation.ts'
import { takeSentences } from '../../src/answer/sentence.ts'
import { loadLocales } from '../../src/bot/locale.ts'
import { groupedReply } from '../../src/bot/replies/grouped-reply.ts'
import { passageArticle, reportArticle, wholeMessage } from '../../src/bot/replies/inline-reply.ts'
import { MAX_PART_UTF16, passageReply, splitParts } from '../../src/bot/replies/passage-reply.ts'
import { outlineReply, reportListReply, sectionReply } from '../../src/bot/replies/reports-reply.ts'
import { resultsReply } from '../../src/bot/replies/results-reply.ts'
import type { Setting } from '../../src/bot/replies/source-line.ts'
import { fitReply, type Reply } from '../../src/bot/reply.ts'
import type { ViewState } from '../../src/bot/state-link.ts'
import type { Passage, Report } from '../../src/corpus/report.ts'
import type { ReportSummary } from '../../src/search/backend.ts'
import { clip } from '../../src/text/clip.ts'
import type { Range } from '../../src/text/runs.ts'
import { LANGUAGES } from '../../src/text/translate.ts'

import { checkKeyboard, checkText } from './strict-telegram.ts'

const i18n = loadLocales()
const settings: Setting[] = LANGUAGES.map((locale) => ({
  t: (key, variables) => i18n.t(locale, key, variables ?? {}),
  botUsername: 'a_bot_with_a_name_of_32_letters_',
  canShare: true,
  canDraw: true,
  pages: { root: 'https://example.org/yinju', isPrivate: true },
}))
const setting = settings[0] as Setting
const STATE: ViewState = { view: 'list', query: '甲', narrowing: null, offset: 0 }

const words = (maxLength: number) =>
  fc
    .string({
      unit: fc.constantFrom('山', '，', '。', 'a', '1', '𠮷', '😀', '\n', ' ', '<', '_', '“'),
      minLength: 1,
      maxLength,
    })
    .map((text) => `字${text}`)
const id = fc.constantFrom('yining-2023', 'a'.repeat(40))

const summary: fc.Arbitrary<ReportSummary> = fc.record({
  id,
  title: words(80),
  place: words(20),
  level: fc.constant('县' as const),
  meeting: words(60),
  date: fc.constantFrom('', '2023-01-12'),
  year: fc.constant(2023),
  reviews: fc.constant(2022),
  plans: fc.constant(2023),
  speaker: words(30),
  post: words(60),
  note: fc.constantFrom('', '此文有删减'),
  url: fc.constantFrom('', 'https://www.example.gov.cn/a?b=c', 'javascript:alert(1)', 'http://', 'nonsense'),
  source: fc.constant(''),
  sha256: fc.constant(''),
  from: fc.constant({}),
  passages: fc.integer({ min: 1, max: 500 }),
  characters: fc.integer({ min: 1, max: 50_000 }),
})

const passage = (maxLength: number): fc.Arbitrary<Passage> =>
  fc.record({
    id: id.map((report) => `${report}_0123456789-12`),
    report: id,
    paragraph: fc.integer({ min: 1, max: 999 }),
    section: fc.array(words(60), { maxLength: 4 }),
    text: words(maxLength),
    page: fc.option(fc.integer({ min: 1, max: 99 })),
  })

/** Every second character, as highlights are: in order, and never half of a pair. */
function ranges(text: string): Range[] {
  const found: Range[] = []
  let at = 0
  for (const char of text) {
    if (found.length === 0 || (found.at(-1)?.[1] ?? 0) < at) found.push([at, at + char.length])
    at += char.length
  }
  return found
}

const hit: fc.Arbitrary<AnsweredHit> = fc.record({ passage: passage(400), report: summary }).map((found) => {
  const text = found.passage.text.slice(0, 200).replace(/[\ud800-\udbff]$/, '')
  return {
    ...found,
    score: 1,
    matches: [],
    snippet: { text, highlights: ranges(text), range: [0, text.length] as const },
    sentence: takeSentences(found.passage, [], [0, 0]),
    kinds: ['actual'] as const,
    isPlan: false,
    citation: citePassage(found.passage, found.report),
  }
})

const answer: fc.Arbitrary<Answer> = fc.record({
  query: fc.record({
    phrases: fc.constant([]),
    text: words(9),
    terms: words(9),
    named: fc.constant([]),
    foreign: fc.constant([]),
    preferences: fc.constant({ places: [], years: [], aspect: null }),
    intent: fc.constantFrom(null, 'service', 'opinion', 'person', 'opening'),
    faults: fc.array(
      fc.record({ kind: fc.constantFrom('unknown-place' as const, 'bad-year' as const), text: words(200) }),
      { maxLength: 2 },
    ),
  }),
  match: fc.constantFrom('strong' as const, 'weak' as const),
  total: fc.integer({ min: 5, max: 4_000 }),
  hits: fc.array(hit, { minLength: 1, maxLength: 5 }),
  reports: fc.array(fc.record({ report: summary, count: fc.integer({ min: 1, max: 99 }) }), {
    minLength: 1,
    maxLength: 9,
  }),
  suggestions: fc.array(
    fc.record({ kind: fc.constant('term' as const), label: words(60), query: words(300) }),
    { maxLength: 4 },
  ),
  quote: fc.constant(null),
  figures: fc.constant(null),
  mentions: fc.constant(null),
  items: fc.array(
    passage(300).map((one) => ({ passage: one, range: [0, one.text.length] as const })),
    { maxLength: 12 },
  ),
}) as unknown as fc.Arbitrary<Answer>

function check(reply: Reply): void {
  checkText(reply.text.text, reply.text.entities)
  const rows = reply.keyboard.map((row) => [...row])
  if (rows.length > 0) checkKeyboard({ inline_keyboard: rows as never })
}

describe('replies keep within Telegram’s limits, whatever the reports hold', () => {
  it('results', () => {
    fc.assert(
      fc.property(answer, words(900), fc.constantFrom(...settings), (found, query, one) => {
        check(resultsReply(found, { ...STATE, query }, one))
      }),
      { numRuns: 60 },
    )
  })

  it('groups', () => {
    fc.assert(
      fc.property(answer, fc.constantFrom(...settings), (found, one) => {
        const page = found.hits.map((best) => ({ report: best.report, count: 3, best }))
        check(groupedReply(found, page, { ...STATE, view: 'group' }, one))
      }),
      { numRuns: 40 },
    )
  })

  it('passages, in any of their parts', () => {
    fc.assert(
      fc.property(passage(7_000), summary, fc.integer({ min: 0, max: 9 }), (one, report, page) => {
        const placed = {
          passage: one,
          report,
          previous: one.id,
          next: one.id,
          highlights: ranges(one.text).slice(0, 300),
        }
        check(passageReply(placed, { page, state: STATE, isRandom: true }, setting))
        check(wholeMessage(one, report, ['actual', 'target'], 'a_bot'))
        const article = passageArticle(
          one,
          report,
          { sentence: takeSentences(one, [], [0, 99]), kinds: ['actual'] },
          'a_bot',
        ).input_message_content
        if ('message_text' in article) checkText(article.message_text, article.entities as never)
      }),
      { numRuns: 40 },
    )
  })

  it('reports, outlines and sections', () => {
    fc.assert(
      fc.property(summary, fc.array(passage(2_000), { minLength: 1, maxLength: 30 }), (meta, passages) => {
        const heading = { heading: meta.title, path: [meta.title, meta.meeting], level: 2 }
        const sections = passages.map((_, index) => ({ ...heading, first: 1, last: index + 1 }))
        const report: Report = { ...meta, passages, sections }
        check(
          reportListReply({ reports: Array(25).fill(meta), passages: 9, version: '' }, { page: 1 }, setting),
        )
        check(outlineReply(report, 0, setting))
        for (const page of [0, 1, 99]) {
          const reply = sectionReply(report, sections.length - 1, page, setting)
          if (reply !== null) check(reply)
        }
        expect(reportArticle(meta, 'a_bot').title).not.toBe('')
      }),
      { numRuns: 20 },
    )
  })
})

describe('a very long paragraph', () => {
  it('is shown in parts, each marked where it is cut, with buttons to leaf through', () => {
    const text = `${'甲'.repeat(2_000)}。`.repeat(4)
    const one = { id: 'a-2023_0123456789', report: 'a-2023', paragraph: 3, section: [], text, page: null }
    const report = { ...(fc.sample(summary, 1)[0] as ReportSummary), id: 'a-2023' }
    const shown = [0, 1, 2, 3].map((page) =>
      passageReply(
        { passage: one, report, previous: null, next: null, highlights: [] },
        { page, state: null },
        setting,
      ),
    )
    const quotes = shown.map(({ text: { text: whole, entities } }) => {
      const quote = entities.find(({ type }) => type === 'blockquote')
      return whole.slice(quote?.offset ?? 0, (quote?.offset ?? 0) + (quote?.length ?? 0))
    })
    expect(quotes.map((quote) => quote.replace(/^…|…$/g, '')).join('')).toBe(text)
    expect(quotes.map((quote) => quote.startsWith('…'))).toEqual([false, true, true, true])
    expect(shown[1]?.keyboard[0]?.map((button) => button.text)).toEqual(['◀', '2/4', '▶'])
  })
})

describe('a paragraph in parts', () => {
  it('loses nothing, cuts no character, and keeps within the bound', () => {
    fc.assert(
      fc.property(words(9_000), fc.integer({ min: 10, max: MAX_PART_UTF16 }), (text, limit) => {
        const parts = splitParts(text, limit).map(([start, end]) => text.slice(start, end))
        expect(parts.join('')).toBe(text)
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit)
          expect(part).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is cut at the end of a sentence where one is near', () => {
    const text = `${'甲'.repeat(80)}。${'乙'.repeat(80)}`
    expect(splitParts(text, 100)).toEqual([
      [0, 81],
      [81, 161],
    ])
  })
})

describe('a reply that is too long', () => {
  it('is cut between characters, and its entities with it', () => {
    const text = new FormattedString('𠮷'.repeat(3_000), [{ type: 'bold', offset: 4_000, length: 2_000 }])
    const fitted = fitReply({ text, keyboard: [[]] })
    check(fitted)
    expect(fitted.text.text.length).toBeGreaterThan(4_090)
    expect(fitted.text.text.endsWith('𠮷…')).toBe(true)
    expect(fitted.keyboard).toEqual([])
  })

  it('gives up the last highlights before links and quotations', () => {
    const bold = Array.from({ length: 120 }, (_, index) => ({
      type: 'bold' as const,
      offset: index,
      length: 1,
    }))
    const quote = { type: 'blockquote' as const, offset: 0, length: 200 }
    const { entities } = fitReply({
      text: new FormattedString('字'.repeat(200), [...bold, quote]),
      keyboard: [],
    }).text
    expect(entities).toHaveLength(100)
    expect(entities).toContainEqual(quote)
    expect(entities).toContainEqual(bold[0])
  })

  it.each([
    ['短', 5, '短'],
    ['一二三四五六', 5, '一二三四…'],
    ['一二三𠮷五', 5, '一二三…'],
    [' 一\n二 ', 5, '一 二'],
  ])('shortens the label %j to %i units: %j', (text, units, label) => {
    expect(clip(text, units)).toBe(label)
  })
})
