import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { GROUP, labels, PERSON, PRIVATE, spans, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const OTHER = { id: 99, is_bot: false, first_name: 'Else', language_code: 'zh-hans' }

describe('a press in a group', () => {
  it('leaves the message to the others; who pressed gets a message of their own and goes on in it', async () => {
    const chat = new TestChat(searcher)
    const shown = await chat.hear({ text: '/ask 旅游', chat: GROUP })
    if (shown === undefined) throw new Error('no answer')
    await chat.press(shown, '▶', OTHER)
    expect(chat.telegram.current(shown)).toEqual(shown)
    const own = chat.telegram.messages.at(-1) ?? shown
    expect(own.message_id).not.toBe(shown.message_id)
    expect(spans(own, 'text_mention')).toEqual(['Else'])
    expect(own.text).toContain('🔎 旅游')

    const sent = chat.telegram.callsTo('sendMessage').length
    const third = await chat.press(own, '▶', OTHER)
    expect(third.text).not.toBe(own.text)
    expect(spans(third, 'text_mention')).toEqual(['Else'])
    expect(chat.telegram.callsTo('sendMessage')).toHaveLength(sent)

    await chat.press(own, '◀', PERSON)
    expect(chat.telegram.current(own)).toEqual(third)
    expect(spans(chat.telegram.messages.at(-1) ?? shown, 'text_mention')).toEqual([PERSON.first_name])
  })

  it('shows the filters in a copy', async () => {
    const chat = new TestChat(searcher)
    const shown = await chat.hear({ text: '/ask 旅游', chat: GROUP })
    if (shown === undefined) throw new Error('no answer')
    await chat.press(shown, '筛选', OTHER)
    expect(chat.telegram.current(shown)).toEqual(shown)
    expect(labels(chat.telegram.messages.at(-1) ?? shown).join()).toContain('伊宁市')
  })
})

describe('an edited question', () => {
  it.each([PRIVATE, GROUP])('edits its answer (%#)', async (where) => {
    const chat = new TestChat(searcher)
    const message = { message_id: 500, date: 1, chat: where, from: PERSON }
    await chat.update({ message: { ...message, text: '/ask 伊宁市旅游收入' } })
    const answer = chat.telegram.messages.at(-1)
    if (answer === undefined) throw new Error('no answer')
    await chat.update({ edited_message: { ...message, text: '/ask 昭苏县旅游收入' } })
    expect(chat.telegram.callsTo('sendMessage')).toHaveLength(1)
    expect(chat.telegram.current(answer).text).toContain('🔎 昭苏县旅游收入')
  })

  it('in a group that had no answer keeps its silence', async () => {
    const chat = new TestChat(searcher)
    await chat.update({
      edited_message: { message_id: 9, date: 1, chat: GROUP, from: PERSON, text: '/ask 旅游' },
    })
    expect(chat.telegram.calls).toEqual([])
  })
})
