/** Which hit, row or sentence a follow-up means by its number, at the ends of pages and paragraphs. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import type { SentMessage } from './strict-telegram.ts'
import { BOT, labels, spans, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus([
    report('a-2023', { place: '甲县', level: '县' }, [
      '## 一、2022年工作回顾',
      ...Array.from({ length: 7 }, (_, index) => `冰雪旅游项目${'号'.repeat(index + 1)}开工。`),
      '低空飞行启动。通航机场选址。滑翔基地建成。',
      '推进AI应用落地。',
      '采购X射线设备。',
    ]),
    report('b-2023', { place: '乙县', level: '县' }, ['## 一、2022年工作回顾', '发展养蜂。']),
    report('c-2023', { place: '丙县', level: '县' }, ['## 一、2022年工作回顾', '养蜂脱贫。']),
  ])
})

async function inReplies(...texts: readonly string[]): Promise<SentMessage> {
  const chat = new TestChat(searcher)
  let shown: SentMessage | undefined
  for (const text of texts)
    shown = await chat.say(text, shown === undefined ? {} : { reply_to_message: { ...shown, from: BOT } })
  return shown as SentMessage
}

const quote = (message: SentMessage): string => spans(message, 'blockquote').join('')

describe('of seven hits, five on a page', () => {
  it.each([
    [['第5条'], 5],
    [['第6条'], 6],
    [['第7条'], 7],
    [['最后一条'], 5],
    [['上一条'], 1],
    [['第2条', '上一条'], 1],
    [['还有吗', '第2条'], 7],
    [['还有吗', '最后一条'], 7],
    [['第5条', '下一条'], 6],
  ])('%j means number %i', async (replies, number) => {
    expect(quote(await inReplies('冰雪旅游项目', ...replies))).toBe(
      `冰雪旅游项目${'号'.repeat(number)}开工。`,
    )
  })

  it.each([[['第8条']], [['第7条', '下一条']]])('%j means none', async (replies) => {
    expect((await inReplies('冰雪旅游项目', ...replies)).text).toContain('已经没有更多段落了')
  })
})

describe('of a table of two places', () => {
  it.each([
    ['第一条', '丙县'],
    ['最后一条', '乙县'],
  ])('%s means the row of %s', async (reply, place) => {
    expect((await inReplies('/compare 养蜂', reply)).text).toMatch(new RegExp(`^📄 ${place}`, 'u'))
  })
})

describe('the sentence in the midst of three', () => {
  it.each([
    [['前一句'], '低空飞行启动。通航机场选址。…'],
    [['后一句'], '…通航机场选址。滑翔基地建成。'],
    [['前一句', '前一句'], '低空飞行启动。通航机场选址。…'],
    [['后一句', '后一句'], '…通航机场选址。滑翔基地建成。'],
    [['后一句', '前一句'], '低空飞行启动。通航机场选址。滑翔基地建成。'],
  ])('is widened by %j as far as its paragraph goes', async (replies, words) => {
    expect(quote(await inReplies('通航机场选址', ...replies))).toBe(words)
  })
})

it('narrows to the places that have a hit, one or more, and to no others', async () => {
  const chat = new TestChat(searcher)
  const facets = async (words: string) => labels(await chat.press(await chat.say(words), '筛选'))
  expect(await facets('养蜂')).toEqual(expect.arrayContaining(['乙县 · 1', '丙县 · 1']))
  expect((await facets('甲县 养蜂')).join()).not.toContain('甲县')
})

describe('an inline query that ends in letters', () => {
  it.each([
    ['养蜂ai', true, 'a word of the reports'],
    ['养蜂qq', false, 'no word of theirs'],
    ['养蜂x', false, 'one letter, with which a word begins, though a report has it alone'],
  ])('%s is asked for with them: %s, %s', async (query, isWith) => {
    const { results } = await new TestChat(searcher).inline(query)
    const texts: string[] = results.map(
      (one: { input_message_content: { message_text: string } }) => one.input_message_content.message_text,
    )
    expect(texts.some((text) => text.includes('养蜂'))).toBe(true)
    expect(texts.some((text) => /AI|X/u.test(text))).toBe(isWith)
  })
})
