/** How a passage is opened: in parts where it is long, with what leads from it; a text is its key and what it is given. */
import { describe, expect, it } from 'vitest'
import { passageReply, splitParts } from '../../src/bot/replies/passage-reply.ts'
import type { ViewState } from '../../src/bot/state-link.ts'
import { jiaReport, keySetting } from './key-setting.ts'

const STATE: ViewState = { view: 'list', query: '修路', narrowing: null, offset: 0 }

interface Opened {
  readonly text?: string
  readonly page?: number
  readonly state?: ViewState | null
  readonly isRandom?: boolean
  readonly previous?: string | null
  readonly next?: string | null
  readonly url?: string
}

function opened({
  text = '修路。',
  page = 0,
  state = null,
  isRandom = false,
  previous = null,
  next = null,
  url = '',
}: Opened) {
  const report = { ...jiaReport, passages: 9, url }
  const passage = {
    id: 'jia-2023_0123456789',
    report: report.id,
    paragraph: 7,
    section: [],
    text,
    page: null,
  }
  const placed = { passage, report, previous, next, highlights: [] } as never
  const reply = passageReply(placed, { page, state, isRandom }, keySetting)
  return {
    lines: reply.text.text.split('\n'),
    links: reply.text.entities.flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : [])),
    rows: reply.keyboard.map((row) => row.map((button) => button.text).join(' ')).filter((row) => row !== ''),
  }
}

describe('the text', () => {
  it('is the passage with its place and its citation', () => {
    const { lines, links } = opened({})
    expect(lines.slice(0, 2)).toEqual(['📄 甲县 2023 · paragraph-of paragraph 7 9', '修路。'])
    expect(lines).toHaveLength(3)
    expect(links).toEqual(['https://t.me/bot?start=jia-2023_0123456789'])
  })

  it('leads back to the question that it was opened from, and to itself', () => {
    const { links } = opened({ state: STATE })
    expect(links).toHaveLength(2)
    expect(links[1]).toBe('https://t.me/bot?start=jia-2023_0123456789')
    expect(links[0]).not.toBe(links[1])
  })

  it.each([
    [0, 3_000, '前', 2],
    [1, 10, '后', 2],
    [9, 10, '后', 2],
  ])('is part %d of it: %d characters', (page, length, character, parts) => {
    const { lines, rows } = opened({ text: `${'前'.repeat(2_999)}。${'后'.repeat(10)}`, page })
    const [, shown = ''] = lines
    expect(shown.replace(/…/gu, '')).toHaveLength(length)
    expect(shown).toContain(character)
    expect(rows[0]).toContain(String(parts))
  })

  it('is one part of up to 3,000 characters', () => {
    expect(opened({ text: '前'.repeat(3_000) }).rows).toHaveLength(opened({}).rows.length)
  })
})

it.each<[string, readonly string[]]>([
  ['一二三四五六七八九十', ['一二三四五六七八九十']],
  ['一二三四五。六七八九十', ['一二三四五。', '六七八九十']],
  ['一二三四。五六七八九十', ['一二三四。五六七八九', '十']],
  ['一二三四五！六七八；九十一', ['一二三四五！六七八；', '九十一']],
  ['一二三四五六七八九𠮷十', ['一二三四五六七八九', '𠮷十']],
  ['', ['']],
])('cuts %s into parts of ten, at the end of a sentence behind the middle', (text, parts) => {
  expect(splitParts(text, 10).map((range) => text.slice(...range))).toEqual(parts)
})

describe('the buttons', () => {
  it('lead to the paragraphs before and after, where there are any', () => {
    const [first] = opened({ previous: 'a', next: 'b' }).rows
    expect(first).toBe('button-previous button-next')
    expect(opened({ previous: 'a' }).rows[0]).toBe('button-previous')
    expect(opened({ next: 'b' }).rows[0]).toBe('button-next')
    expect(opened({}).rows[0]).toBe('button-copy button-share button-card')
  })

  it('lead to the source, to another by lot, and back to the question', () => {
    expect(opened({}).rows.at(-1)).toBe('button-formats button-outline')
    expect(opened({ url: 'https://a.org/b', isRandom: true, state: STATE }).rows.at(-1)).toBe(
      'button-source button-another button-back',
    )
    expect(opened({ isRandom: true }).rows.at(-1)).toBe('button-another')
    expect(opened({ state: STATE }).rows.at(-1)).toBe('button-back')
  })
})
