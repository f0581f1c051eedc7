import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SentMessage } from '../bot/strict-telegram.ts'
import { BOT, findButton, PERSON, PRIVATE } from '../bot/test-chat.ts'
import { BotServer } from './bot-server.ts'

const server = new BotServer()
const dataDir = mkdtempSync(join(tmpdir(), 'yinju-e2e-'))
let apiRoot: string
let bot: ChildProcess

beforeAll(async () => {
  apiRoot = await server.start()
  bot = launch()
})

afterAll(async () => {
  await stop('SIGKILL')
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

/** The program as people start it, from its sources. */
function launch(): ChildProcess {
  const env = {
    ...process.env,
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: apiRoot,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
  }
  return spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'start'], { env, stdio: 'ignore' })
}

async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  if (bot.exitCode !== null || bot.signalCode !== null) return bot.exitCode
  const ended = new Promise<number | null>((resolve) => bot.once('exit', resolve))
  bot.kill(signal)
  return await ended
}

let messages = 1
function say(text: string): void {
  server.push({ message: { message_id: messages++, date: 1, chat: PRIVATE, from: PERSON, text } })
}

function press(message: SentMessage, label: string): void {
  const { callback_data: data } = findButton(message, label)
  const id = `c${messages++}`
  server.push({
    callback_query: { id, from: PERSON, chat_instance: '1', data, message: { ...message, from: BOT } },
  })
}

it('answers by real HTTP, also buttons of messages from before a restart, and stops with status 0', async () => {
  say('伊宁市 2022 旅游收入')
  const results = await server.shows(/其他相关/)
  expect(results.text).toContain('56.4亿元')

  press(results, '全段')
  const passage = await server.shows(/第6段（全文/)
  expect(passage.message_id).toBe(results.message_id)

  expect(await stop()).toBe(0)
  bot = launch()
  press(passage, '返回结果')
  const back = await server.shows(/其他相关/)
  expect(back.text).toBe(results.text)

  server.push({ inline_query: { id: 'i1', from: PERSON, query: '旅游', offset: '' } })
  const answer = await server.until(
    () => server.telegram.callsTo('answerInlineQuery')[0],
    'the inline answer',
  )
  expect(answer.payload.results.length).toBeGreaterThan(5)

  expect(await stop()).toBe(0)
  expect(server.refused).toEqual([])
})

it('loses no question to a kill, and answers none twice', async () => {
  const quick = 4
  let sent = 0
  let die = (): void => {}
  const dead = new Promise<void>((resolve) => {
    die = resolve
  })
  server.telegram.beforeAnswer = async () => {
    if (++sent > quick) await dead
  }
  bot = launch()
  const questions = Array.from({ length: 12 }, (_, i) => ({ id: 9_000 + i, text: `旅游收入 ${i}` }))
  const answersTo = (id: number): number =>
    server.telegram.messages.filter((message) => message.chat.id === id).length
  for (const { id, text } of questions) {
    const from = { ...PERSON, id }
    server.push({ message: { message_id: messages++, date: 1, chat: { ...PRIVATE, id }, from, text } })
  }
  const isHalfDone = (): boolean => sent > quick && server.waiting <= questions.length - quick
  await server.until(isHalfDone, 'Telegram to be told of the first')
  await stop('SIGKILL')
  // What was being sent has arrived, and nobody told the bot.
  die()
  bot = launch()
  await server.until(() => questions.every(({ id }) => answersTo(id) > 0), 'all answers')
  await server.until(() => server.waiting === 0, 'Telegram to be told')
  const doubled = questions.filter(({ id }) => answersTo(id) > 1)
  // No more than those whose sending was under way at the kill.
  expect(doubled.length).toBeLessThanOrEqual(questions.length - quick)
  expect(server.refused).toEqual([])
})
