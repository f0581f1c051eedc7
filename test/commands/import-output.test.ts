/** What an import of many files shows of itself. */
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { formatTable, Progress } from '../../src/commands/import-output.ts'

it('lines columns up, Chinese characters two wide, numbers to the right', () => {
  const table = formatTable([
    ['file', 'place', 'paragraphs'],
    ['a.txt', '云岭县', '12'],
    ['long-name.docx', 'A', '3'],
  ])
  expect(table.split('\n')).toEqual([
    'file            place   paragraphs',
    'a.txt           云岭县          12',
    'long-name.docx  A                3',
    '',
  ])
  expect(formatTable([])).toBe('')
  // The first character that takes two columns, and the last that takes one.
  expect(
    formatTable([
      ['\u2e80', 'x'],
      ['ab', 'x'],
      ['\u2e7fb', 'x'],
    ]),
  ).toBe('\u2e80  x\nab  x\n\u2e7fb  x\n')
})

describe('the bar', () => {
  function show(total: number, isTTY: boolean): string {
    const stream = Object.assign(new PassThrough(), { isTTY })
    const progress = new Progress(stream, total)
    for (let at = 0; at < total; at++) progress.step(`${'x'.repeat(50)}${at}.txt`)
    progress.end()
    return String(stream.read() ?? '')
  }

  it('fills as files are done, names the one that comes next, and is taken away', () => {
    const lines = show(6, true).split('\r\u001b[K')
    expect(lines.slice(1, 4)).toEqual([
      `${'░'.repeat(24)} 0/6 ${'x'.repeat(35)}0.txt`,
      `${'█'.repeat(4)}${'░'.repeat(20)} 1/6 ${'x'.repeat(35)}1.txt`,
      `${'█'.repeat(8)}${'░'.repeat(16)} 2/6 ${'x'.repeat(35)}2.txt`,
    ])
    expect([lines.length, lines.at(-1)]).toEqual([8, ''])
  })

  it.each([
    [5, true, true],
    [4, true, false],
    [6, false, false],
  ])('of %i files on a terminal (%s) is shown: %s', (total, isTTY, isShown) => {
    expect(show(total, isTTY) !== '').toBe(isShown)
  })
})
