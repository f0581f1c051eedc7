/** What is shown of an answer, and which buttons stand below it; a text is its key and what it is given. */

import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { takeSentences } from '../../src/answer/sentence.ts'
import { resultsReply } from '../../src/bot/replies/results-reply.ts'
import type { Reply } from '../../src/bot/reply.ts'
import type { ViewState } from '../../src/bot/state-link.ts'
import { findSentences } from '../../src/text/sentences.ts'
import { jiaReport, keySetting } from './key-setting.ts'

const STATE: ViewState = { view: 'list', query: '修路', narrowing: null, offset: 0 }
const TEXT = '修路。通水。建校。'

/** The hit of this number, of a report of its own, with a match of this weight at its beginning. */
function hitOf(number: number, { text = TEXT, weight = 1, kinds = [] as string[], speaker = '' } = {}) {
  const report = { ...jiaReport, id: `jia-${2000 + number}`, place: `${number}县`, post: '县长', speaker }
  const passage = {
    id: `${report.id}_0123456789`,
    report: report.id,
    paragraph: number,
    section: [],
    text,
    page: null,
  }
  const matches = [{ range: [0, 2] as const, weight, term: 0 }]
  return {
    passage,
    report,
    score: 1,
    matches,
    snippet: { text, highlights: [], range: [0, text.length] },
    sentence: takeSentences(passage, matches, [0, 0]),
    kinds,
    isPlan: false,
    citation: `引 ${passage.id}`,
  }
}

function shown(
  {
    query = {},
    hits = [hitOf(1)],
    ...fields
  }: { query?: object; hits?: readonly object[]; [field: string]: unknown },
  state: Partial<ViewState> = {},
): Reply {
  const answer = {
    query: {
      phrases: [],
      text: '修路',
      terms: '修路',
      named: [],
      foreign: [],
      preferences: { places: [], years: [], aspect: null },
      intent: null,
      faults: [],
      ...query,
    },
    match: 'strong',
    total: hits.length,
    hits,
    reports: [],
    suggestions: [],
    quote: null,
    figures: null,
    mentions: null,
    items: [],
    ...fields,
  }
  return resultsReply(answer as unknown as Answer, { ...STATE, ...state }, keySetting)
}
const linesOf = (...given: Parameters<typeof shown>): string[] =>
  shown(...given)
    .text.text.split('\n')
    .slice(1)
const rowsOf = (...given: Parameters<typeof shown>): string[] =>
  shown(...given).keyboard.map((row) => row.map(({ text }) => text).join(' '))
const SOURCE = (number: number): string => `${number}县 2023 › paragraph ${number}`
const LINE = (number: number): string => `${number} ${number}县 2023 paragraph ${number} ${TEXT}`
const many = (count: number, fields = {}) =>
  Array.from({ length: count }, (_, index) => hitOf(index + 1, fields))
const NUMBERS = 'button-group button-filter button-csv'

describe('the text', () => {
  it('is the sentence with its source, and a line for each further hit', () => {
    expect(linesOf({})).toEqual(['修路。', SOURCE(1)].map((line, at) => (at === 0 ? `${line}…` : line)))
    expect(linesOf({ hits: many(2) })).toEqual(['修路。…', SOURCE(1), '', 'results-others', LINE(2)])
    expect(linesOf({ hits: many(2), match: 'weak' }).slice(0, 2)).toEqual(['results-weak', '修路。…'])
  })

  it('counts what is counted: phrases, and what filters leave', () => {
    for (const query of [{ phrases: ['修路'] }, { phrases: ['修路', '通水'] }, { terms: '' }])
      expect(linesOf({ hits: many(2), query, total: 9, reports: many(3) })).toContain('results-counted 9 3')
  })

  it('is that of another hit where its number is pressed, with as many sentences as are asked for', () => {
    const focus = { hit: 1, sentences: [0, 1] as const }
    expect(linesOf({ hits: many(2) }, { focus })).toEqual([
      '修路。通水。…',
      SOURCE(2),
      '',
      'results-others',
      LINE(1),
    ])
    expect(linesOf({ hits: many(2) }, { focus: { hit: 9, sentences: null } }).slice(0, 2)).toEqual([
      '修路。…',
      SOURCE(2),
    ])
  })

  it('says what is done and what is planned', () => {
    const [first, second] = [hitOf(1, { kinds: ['actual', 'target'] }), hitOf(2, { kinds: ['target'] })]
    expect(linesOf({ hits: [first, second] })).toEqual([
      '修路。…',
      `${SOURCE(1)} · kind-actuallist-commakind-target`,
      '',
      'results-others',
      `2 2县 2023 paragraph 2 kind-target ${TEXT}`,
    ])
  })

  it.each([
    [240, false],
    [241, true],
  ])('opens a further page with no sentence of more than 240 characters: %d', (length, isLeft) => {
    const hits = many(2, { text: `修路${'好'.repeat(length - 3)}。完。` })
    const [first = ''] = linesOf({ hits, total: 9 }, { offset: 5 })
    expect(first === 'results-others').toBe(isLeft)
    expect(linesOf({ hits, total: 9 })[0]).toMatch(/^修路/u)
    expect(linesOf({ hits, total: 9 }, { offset: 5, focus: { hit: 0, sentences: null } })[0]).toMatch(
      /^修路/u,
    )
    if (isLeft) expect(linesOf({ hits, total: 9, match: 'weak' }, { offset: 5 })[0]).toBe('results-weak')
  })

  it('lists what the sentence leads in to, but for what it shows', () => {
    const hit = hitOf(1)
    const ranges = findSentences(TEXT)
    const items = [
      ...ranges.map((range) => ({ passage: hit.passage, range })),
      { passage: { id: 'b', text: '种树。' }, range: [0, 3] },
    ]
    expect(linesOf({ hits: [hit], items })).toEqual([
      '修路。…',
      SOURCE(1),
      'results-items',
      '通水。',
      '建校。',
      '种树。',
    ])
    expect(linesOf({ hits: [hit], items: items.slice(0, 1) })).toEqual(['修路。…', SOURCE(1)])
    expect(linesOf({ hits: [hit], items }, { focus: { hit: 0, sentences: null } })).not.toContain(
      'results-items',
    )
    expect(linesOf({ hits: [hit, hitOf(2)], items }, { focus: { hit: 1, sentences: null } })).not.toContain(
      'results-items',
    )
  })

  it('of who spoke is the whole citation', () => {
    const speaking = linesOf({ query: { intent: 'opening' }, hits: [hitOf(1, { speaker: '张三' })] })
    expect(speaking).toContain('引 jia-2001_0123456789')
    expect(shown({ query: { intent: 'opening' }, hits: [hitOf(1, { speaker: '张三' })] }).text.text).toMatch(
      /^县长张三 · /u,
    )
  })
})

describe('of what hardly any report answers', () => {
  it.each([
    ['service', {}, ['results-no-service', LINE(1), LINE(2)]],
    ['opinion', {}, ['results-no-opinion', LINE(1), LINE(2)]],
  ])('only lines are shown: %s', (intent, query, lines) => {
    expect(linesOf({ query: { intent, ...query }, hits: many(2), match: 'weak' })).toEqual(lines)
    // Who presses a number sees the sentence.
    expect(
      linesOf(
        { query: { intent, ...query }, hits: many(2), match: 'weak' },
        { focus: { hit: 0, sentences: null } },
      )[1],
    ).toBe('修路。…')
  })

  it('it is said that there is nothing near', () => {
    const hits = [hitOf(1, { weight: 0 })]
    expect(linesOf({ query: { intent: 'service' }, hits, match: 'weak' })).toEqual([
      'results-no-service-alone',
    ])
  })

  it('the speakers are named, or the sittings where no speaker is', () => {
    const query = { intent: 'opening', preferences: { places: ['1县'], years: [], aspect: null } }
    const told = (speaker: string): string[] =>
      linesOf({ query, hits: [hitOf(1, { speaker })], match: 'weak' })
    expect(told('张三')).toEqual(['results-no-speaker', '县长张三 · 1县 2023 · 2023-01-10'])
    expect(told('')).toEqual(['results-speaker-unnamed', '1县 2023 · 2023-01-10'])
  })
})

describe('the buttons', () => {
  it('take the sentence, widen it, and open what is around it', () => {
    expect(rowsOf({})).toEqual(['button-copy button-share button-card button-whole', 'button-sentence-after'])
    const widened = (first: number, last: number): string | undefined =>
      rowsOf({}, { focus: { hit: 0, sentences: [first, last] } })[1]
    expect([widened(1, 1), widened(0, 2), widened(1, 2), widened(2, 2), widened(0, 1)]).toEqual([
      'button-sentence-before button-sentence-after',
      undefined,
      'button-sentence-before',
      'button-sentence-before',
      'button-sentence-after',
    ])
  })

  it('show each further hit, the next page, and what can be done with several', () => {
    const reports = many(2).map(({ report }) => ({ report, count: 1 }))
    expect(rowsOf({ hits: many(3), total: 3, reports }).slice(2)).toEqual(['2 3', NUMBERS])
    expect(rowsOf({ hits: many(3), total: 3, reports }, { focus: { hit: 1, sentences: null } })).toContain(
      '1 3',
    )
    expect(rowsOf({ hits: many(2), total: 2, reports: reports.slice(1) }).slice(2)).toEqual([
      '2',
      'button-filter button-csv',
    ])
    expect(rowsOf({ total: 1 }).slice(2)).toEqual([])
    expect(rowsOf({ total: 1, quote: { kind: 'differs' } }).slice(2)).toEqual(['button-check'])
    const narrowing = { by: 'place', value: '1县' } as const
    expect(rowsOf({ total: 2 }, { narrowing }).slice(2)).toEqual(['button-widen 1县 button-csv'])
  })

  it('offer what to ask instead where the hits only touch the question', () => {
    const suggestions = [
      { kind: 'term', label: '路'.repeat(31), query: 'a' },
      { kind: 'drop-filter', label: '1县', query: 'b' },
    ]
    expect(rowsOf({ match: 'weak', suggestions }).slice(-2)).toEqual([`${'路'.repeat(29)}…`, '✕ 1县'])
    expect(rowsOf({ suggestions }).join()).not.toContain('✕')
    // A narrowing has a button of its own.
    const narrowing = { by: 'place', value: '1县' } as const
    expect(rowsOf({ match: 'weak', suggestions }, { narrowing }).at(-1)).toBe(`${'路'.repeat(29)}…`)
    expect(rowsOf({ match: 'weak', suggestions }, { narrowing, query: '1县修路' }).at(-1)).toContain('✕ 1县')
  })
})

describe('of nothing', () => {
  const none = { hits: [], total: 0, match: 'none' }
  const suggestions = [{ kind: 'term', label: '路', query: 'a' }]
  it.each<[string, Parameters<typeof shown>, readonly string[], readonly string[]]>([
    ['that there is nothing', [none], ['results-none'], []],
    ['what to ask instead', [{ ...none, suggestions }], ['results-none-suggest'], ['路']],
    ['that no word is asked for', [none, { query: '？！' }], ['question-without-words'], []],
    [
      'that the hits have ended',
      [{ ...none, total: 1 }, { offset: 5 }],
      ['results-past-the-end'],
      ['button-first-page'],
    ],
  ])('it is said %s', (_what, given, lines, rows) => {
    expect(linesOf(...given)).toEqual(lines)
    expect(rowsOf(...given)).toEqual(rows)
  })
})
