/** What every command that asks the corpus reads from its options, its environment and its standard input. */
import { PassThrough, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/commands/command.ts'
import { isColoured, printable, readLimit, textsOf, writeOut } from '../../src/commands/corpus-options.ts'
import type { CommandIo } from '../../src/terminal/command-io.ts'

interface Ends {
  readonly isTerminal?: boolean
  readonly input?: string
  readonly env?: CommandIo['env']
  readonly highWaterMark?: number
}

function ioOf({ isTerminal = false, input = '', env = {}, highWaterMark = 1_000 }: Ends) {
  const stream = () => Object.assign(new PassThrough({ highWaterMark }), { isTTY: isTerminal })
  const stdin = Object.assign(Readable.from([Buffer.from(input)]), { isTTY: isTerminal })
  return { stdin, stdout: stream(), stderr: stream(), env }
}

it.each([
  [true, {}, true],
  [true, { NO_COLOR: '' }, true],
  [true, { NO_COLOR: '1' }, false],
  [false, {}, false],
])('colours on a terminal (%s) with %j: %s', (isTerminal, env, isExpected) => {
  expect(isColoured(ioOf({ isTerminal, env }))).toBe(isExpected)
})

it.each(['1', '10', '1000'])('takes the limit %s', (typed) => {
  expect(readLimit(typed)).toBe(Number(typed))
})

it.each(['0', '1001', '-1', '1.5', 'x', '', '00001'])('refuses the limit %j', (typed) => {
  expect(() => readLimit(typed)).toThrow(UsageError)
})

it('prints no character that steers a terminal', () => {
  expect(printable('一\u001b[31m二\n三')).toBe('一 [31m二 三')
})

describe('questions', () => {
  const all = async (words: readonly string[], io: CommandIo): Promise<string[]> => {
    const texts: string[] = []
    for await (const text of textsOf(words, io)) texts.push(text)
    return texts
  }

  it('are the arguments together, or a line each', async () => {
    expect(await all(['旅游', '收入'], ioOf({ input: '养蜂\n' }))).toEqual(['旅游 收入'])
    expect(await all([], ioOf({ input: '\uFEFF旅游\r\n\uFEFF收入' }))).toEqual(['旅游', '\uFEFF收入'])
  })

  it.each([
    [true, 'A question a line; Ctrl-D ends.\n'],
    [false, null],
  ])('are asked for on a terminal (%s) alone', async (isTerminal, said) => {
    const io = ioOf({ isTerminal, input: '旅游\n' })
    await all([], io)
    expect(io.stderr.read()?.toString() ?? null).toBe(said)
  })
})

it('waits for a slow reader, and for none that keeps up', async () => {
  const io = ioOf({ highWaterMark: 4 })
  await writeOut(io, 'ab')
  let isDone = false
  const writing = writeOut(io, 'cdef').then(() => {
    isDone = true
  })
  await new Promise(setImmediate)
  expect(isDone).toBe(false)
  expect(String(io.stdout.read())).toBe('abcdef')
  await writing
})
