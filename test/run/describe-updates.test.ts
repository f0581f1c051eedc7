/** What the log says of an update: no question and nobody's id, unless the operator asks, and then under another name. */
import type { Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { describeUpdates } from '../../src/run/describe-updates.ts'

const TOKEN = '123456789:AAEaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
const describeWith = (env: Readonly<Record<string, string>>) =>
  describeUpdates(loadConfig({ BOT_TOKEN: TOKEN, ...env }))
const from = { id: 4_711, is_bot: false, first_name: 'A' }
const chat = { id: -1_001, type: 'group', title: 'G' }
const message = { message_id: 1, date: 1, from, chat, text: '旅游收入' }
const UPDATES: readonly (readonly [kind: string, update: object, names: readonly string[]])[] = [
  ['message', { message }, ['user', 'chat', 'query']],
  ['edited message', { edited_message: message }, ['user', 'chat', 'query']],
  ['message without words', { message: { ...message, text: undefined } }, ['user', 'chat']],
  ['message of nobody', { message: { ...message, from: undefined } }, ['chat', 'query']],
  ['press of a button', { callback_query: { id: '1', from, data: 'x' } }, ['user']],
  ['inline query', { inline_query: { id: '1', from, query: '旅游收入', offset: '' } }, ['user', 'query']],
  ['chosen result', { chosen_inline_result: { result_id: '1', from, query: 'x' } }, ['user']],
  ['poll', { poll: {} }, []],
]

describe('an update', () => {
  it.each(UPDATES)('%s is told by its number alone', (_kind, update) => {
    expect(describeWith({})({ update_id: 7, ...update } as Update)).toEqual({ update: 7 })
  })

  it.each(UPDATES)('%s is told with who asked what, where the operator wants it', (_kind, update, names) => {
    const fields = describeWith({ LOG_QUERIES: 'true' })({ update_id: 7, ...update } as Update)
    expect(Object.keys(fields)).toEqual(['update', ...names])
    if (names.includes('query')) expect(fields.query).toBe('旅游收入')
    expect(JSON.stringify([fields.user, fields.chat])).not.toMatch(/4711|1001/u)
  })

  it('names a user and a chat the same each time, and otherwise with another token', () => {
    const update = { update_id: 7, message } as Update
    const fieldsOf = describeWith({ LOG_QUERIES: 'true' })
    const { user, chat: place } = fieldsOf(update)
    expect(fieldsOf(update)).toMatchObject({ user, chat: place })
    expect(user).not.toBe(place)
    const other = describeWith({ LOG_QUERIES: 'true', BOT_TOKEN: TOKEN.replace('AAEa', 'AAEb') })
    expect(other(update).user).not.toBe(user)
  })
})
