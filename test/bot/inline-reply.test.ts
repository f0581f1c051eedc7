/** What an inline result shows of a passage before it is chosen, and what is sent once it is. */
import { describe, expect, it } from 'vitest'
import {
  passageArticle,
  passagePhoto,
  reportArticle,
  textArticle,
  wholeMessage,
} from '../../src/bot/replies/inline-reply.ts'
import type { Setting } from '../../src/bot/replies/source-line.ts'
import type { Passage } from '../../src/corpus/report.ts'
import type { Kind } from '../../src/figures/figure.ts'
import type { ReportSummary } from '../../src/search/backend.ts'
import type { Range } from '../../src/text/runs.ts'
import { jiaReport } from './key-setting.ts'

const report = { ...jiaReport, speaker: '张三' } as unknown as ReportSummary

const passage = (text: string, section: readonly string[] = []): Passage => ({
  id: 'jia-2023_0123456789',
  report: 'jia-2023',
  paragraph: 1,
  section,
  text,
  page: null,
})

function article(
  text: string,
  { highlights = [], kinds = [] }: { highlights?: readonly Range[]; kinds?: readonly Kind[] } = {},
) {
  const sentence = { text, highlights, range: [0, text.length] } as never
  const whole = passage(`${text}完。`)
  const made = passageArticle(whole, report, { sentence, kinds }, 'bot')
  return {
    ...made,
    sent: made.input_message_content as { message_text: string; entities: { type: string }[] },
  }
}

const long = (mark: string): string => `${'动'.repeat(60)}${mark}${'收入56亿元'}${'动'.repeat(60)}`

describe('the words shown of a sentence', () => {
  const at = (text: string, words: string): Range => [text.indexOf(words), text.indexOf(words) + words.length]
  const shown = (text: string, ...words: string[]): string =>
    article(text, { highlights: words.map((one) => at(text, one)) }).description ?? ''

  it.each([
    [120, '动'.repeat(120)],
    [121, `${'动'.repeat(119)}…`],
  ])('are all, up to 120 characters: %d', (length, description) => {
    expect(shown('动'.repeat(length))).toBe(description)
  })

  it.each(['。', '；', '，', '：'])('begin behind the %s before its figure, where it is longer', (mark) => {
    expect(shown(long(mark), '收入', '56亿元')).toBe(`…收入56亿元${'动'.repeat(60)}`)
    expect(shown(long(mark).slice(0, 120), '56亿元')).toBe(long(mark).slice(0, 120))
  })

  it('begin with the first match where none is a figure, and with the sentence where no mark is before it', () => {
    const text = `${'动'.repeat(60)}，工业${'动'.repeat(60)}，农业`
    expect(shown(text, '工业', '农业')).toBe(`…${text.slice(61)}`)
    expect(shown(text, '动动')).toBe(`${text.slice(0, 119)}…`)
    expect(shown(`，${text}`, '动动')).toBe(`…${text.slice(0, 118)}…`)
  })
})

describe('what is sent', () => {
  it('is the sentence with its citation, folded up from more than 300 characters on', () => {
    const typeOf = (length: number): string | undefined => article('动'.repeat(length)).sent.entities[0]?.type
    expect([typeOf(300), typeOf(301)]).toEqual(['blockquote', 'expandable_blockquote'])
  })

  it.each<[readonly Kind[], RegExp]>([
    [[], /第1段$/u],
    [['actual'], /第1段 · 实绩$/u],
    [['actual', 'target'], /第1段 · 实绩、目标$/u],
  ])('says whether it was done or is planned: %j', (kinds, ends) => {
    expect(article('收入5亿元。', { kinds }).sent.message_text).toMatch(ends)
  })

  it('has a button for the whole paragraph where it is not all of it', () => {
    const text = '收入5亿元。'
    const labels = (whole: string): string[] | undefined => {
      const sentence = { text, highlights: [], range: [0, text.length] } as never
      const made = passageArticle(passage(whole), report, { sentence, kinds: [] }, 'bot')
      return made.reply_markup?.inline_keyboard[0]?.map((button) => button.text)
    }
    expect(labels(text)).toEqual(['查看原文 Open'])
    expect(labels(`${text}完。`)).toEqual(['查看原文 Open', '全段 Full text'])
    const whole = wholeMessage(passage(`${text}完。`), report, ['actual'], 'bot')
    expect(whole.text.text).toMatch(/^收入5亿元。完。\n.*实绩$/u)
    expect(whole.keyboard.flat().map((button) => button.text)).toEqual(['查看原文 Open'])
  })
})

describe('a card', () => {
  const sentence = { text: '收入。', highlights: [], range: [3, 6] } as never
  const photo = (root: string | null, canDraw = true) =>
    passagePhoto(passage('完成。收入。'), report, { sentence }, {
      canDraw,
      botUsername: 'bot',
      pages: root === null ? null : { root, isPrivate: false },
    } as unknown as Setting)

  it('is fetched from pages that are open to all', () => {
    expect(photo('https://a.org')).toMatchObject({
      id: 'jia-2023_0123456789.card',
      photo_url: 'https://a.org/cards/jia-2023_0123456789.jpg?mark=3-6',
      photo_width: 1200,
      photo_height: 675,
      title: '甲县 2023',
    })
  })

  it.each<[string | null, boolean]>([
    [null, true],
    ['http://a.org', true],
    ['https://localhost', true],
    ['https://a.org', false],
  ])('is none else: %s, %s', (root, canDraw) => expect(photo(root, canDraw)).toBeNull())
})

it('offers a report by name, with what is known of its meeting, else by its id', () => {
  expect(reportArticle(report, 'bot')).toMatchObject({
    id: 'jia-2023',
    title: '甲县 2023 政府工作报告',
    description: '2023-01-10 · 张三',
  })
  const bare = reportArticle({ ...report, date: '', speaker: '' }, 'bot')
  expect(bare.description).toBe('jia-2023')
  expect((bare.input_message_content as { message_text: string }).message_text).toBe('甲县 2023 政府工作报告')
})

it.each([
  [120, 120],
  [121, 120],
])('cuts the title of a line of %d characters to %d', (length, shown) => {
  const made = textArticle('动'.repeat(length))
  expect(made.title).toHaveLength(shown)
  expect((made.input_message_content as { message_text: string }).message_text).toHaveLength(length)
})

it.each([
  [110, false],
  [111, true],
])('names a passage by its report and headings, in 120 characters: %d', (length, isCut) => {
  const sentence = { text: '收入。', highlights: [], range: [0, 3] } as never
  const { title } = passageArticle(
    passage('收入。', ['工'.repeat(length)]),
    report,
    { sentence, kinds: [] },
    'bot',
  )
  expect(title.startsWith('甲县 2023 › 工')).toBe(true)
  expect([title.length, title.endsWith('…')]).toEqual([120, isCut])
})
