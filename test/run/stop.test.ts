/** What the signals of the process ask for. */
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStop, type Stop } from '../../src/run/stop.ts'

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
const logged: string[] = []
let stop: Stop
let before: readonly number[]

const listeners = (): number[] =>
  [...SIGNALS, 'unhandledRejection'].map((name) => process.listenerCount(name))

beforeEach(() => {
  logged.length = 0
  before = listeners()
  stop = createStop(pino({ level: 'info' }, { write: (line) => void logged.push(line) }))
})
afterEach(() => {
  stop.ignoreSignals()
  vi.restoreAllMocks()
})

it.each(['SIGTERM', 'SIGINT'] as const)('%s asks to stop, and is said in the log', async (signal) => {
  process.emit(signal, signal)
  await stop.requested
  expect(logged.join('')).toContain(signal)
})

it('a second signal ends the process at once', async () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => undefined) as never)
  process.emit('SIGINT', 'SIGINT')
  await stop.requested
  expect(exit).not.toHaveBeenCalled()
  process.emit('SIGINT', 'SIGINT')
  expect(exit).toHaveBeenCalledWith(130)
})

it('SIGHUP asks for a reload each time, and stops nothing', () => {
  let reloads = 0
  process.emit('SIGHUP', 'SIGHUP')
  stop.onHangup(() => reloads++)
  process.emit('SIGHUP', 'SIGHUP')
  process.emit('SIGHUP', 'SIGHUP')
  expect(reloads).toBe(2)
  expect(logged).toEqual([])
})

it('fails for whoever waits when the bot cannot go on, and for nobody when nobody waits', async () => {
  stop.fail(new Error('token revoked'))
  await expect(stop.requested).rejects.toThrow('token revoked')
})

it('a promise that nobody waited for is logged and ends nothing', () => {
  const known = process.listeners('unhandledRejection').at(-1)
  known?.(new Error('lost'), Promise.resolve())
  expect(logged.join('')).toMatch(/a promise failed that nobody waited for/)
  expect(logged.join('')).toContain('lost')
})

it('listens to each signal once, and gives them back', () => {
  expect(listeners()).toEqual(before.map((count) => count + 1))
  stop.ignoreSignals()
  expect(listeners()).toEqual(before)
})
