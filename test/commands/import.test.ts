import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCommand } from '../../src/commands/check.ts'
import { type Command, UsageError } from '../../src/commands/command.ts'
import { importCommand } from '../../src/commands/import.ts'
import { HEAD, LONG_BODY } from '../import/sample-report.ts'
import { makeZip } from '../import/source/make-zip.ts'
import { type Ran, runCommand } from './run-yinju.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yinju-import-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const REPORT = ['— 1 —', ...HEAD, ...LONG_BODY].join('\n')

function run(command: Command, ...args: string[]): Promise<Ran> {
  return runCommand(command, args, { env: {} })
}

function put(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('yinju import', () => {
  const corpus = (): string => join(folder, 'corpus')
  const files = (): string[] => readdirSync(corpus(), { recursive: true }).map(String).sort()

  it('writes a report file and keeps the original byte for byte', async () => {
    const path = put('青禾县2021.txt', REPORT)
    const { status, out } = await run(importCommand, path, '--out', corpus())
    expect(status).toBe(0)
    expect(files()).toEqual(['originals', 'originals/qinghe-2021.txt', 'qinghe-2021.md'])
    expect(readFileSync(join(corpus(), 'originals/qinghe-2021.txt'), 'utf8')).toBe(REPORT)
    expect(readFileSync(join(corpus(), 'qinghe-2021.md'), 'utf8')).toContain(
      '\nsource: originals/qinghe-2021.txt\n',
    )
    expect(out).toMatch(/^file +id +place +year/)
    expect(out).toMatch(/qinghe-2021 +青禾县 +2021 +2021-02-03 +林小川/)
    expect((await run(checkCommand, '--corpus', corpus())).status).toBe(0)
  })

  it.each([
    '青禾县2021.（终稿: 第2稿）',
    '青禾县2021.txt: [a]',
    '青禾县2021\n# x: y.txt',
    `青禾县2021${'长'.repeat(70)}.md`,
    '青禾县2021.TXT',
    '青禾县2021',
  ])(
    'keeps the original of %j under a name that says its format, and writes a sound front matter',
    async (name) => {
      const { status, out } = await run(importCommand, put(name, REPORT), '--out', corpus())
      expect(status).toBe(0)
      expect(out.split('\n')).toHaveLength(3)
      const [original] = readdirSync(join(corpus(), 'originals'))
      expect(original).toMatch(/^qinghe-2021\.(?:txt|md)$/)
      const check = await run(checkCommand, '--corpus', corpus())
      expect([check.status, check.out]).toEqual([0, expect.stringContaining('1 reports')])
    },
  )

  it('imports both reports of a zip', async () => {
    const [one, other] = ['青禾县', '蓝河县'].map((place) => ({
      name: `${place}2021.txt`,
      content: Buffer.from(REPORT.replaceAll('青禾县', place)),
    }))
    const path = join(folder, 'two.zip')
    writeFileSync(path, makeZip([one, other] as Parameters<typeof makeZip>[0]))
    const { status, out } = await run(importCommand, path, '--json', '--out', corpus())
    const told = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect([status, told.map(({ status: end }) => end)]).toEqual([0, ['imported', 'imported']])
    expect(told.map(({ place }) => place).sort()).toEqual(['蓝河县', '青禾县'])
  })

  it('names what is no file and imports the others', async () => {
    symlinkSync('/dev/zero', join(folder, 'zero.txt'))
    const good = put('青禾县2021.txt', REPORT)
    mkdirSync(corpus())
    mkdirSync(join(corpus(), 'folder-2020.md'))
    const { status, out } = await run(importCommand, join(folder, 'zero.txt'), good, '--out', corpus())
    expect(status).toBe(1)
    expect(out).toContain('zero.txt: failed: is a pipe or a device; name a file')
    expect(files()).toContain('qinghe-2021.md')
  })

  it('gives of what cannot be read the same fields, empty, and the reason', async () => {
    const { status, out } = await run(importCommand, join(folder, 'none.txt'), '--json', '--out', corpus())
    expect([status, JSON.parse(out)]).toEqual([
      1,
      {
        file: join(folder, 'none.txt'),
        status: 'failed',
        ...Object.fromEntries(
          'id out title place level date meeting speaker post'.split(' ').map((name) => [name, '']),
        ),
        ...Object.fromEntries(
          'headings paragraphs kept_chars dropped_chars'.split(' ').map((name) => [name, 0]),
        ),
        year: null,
        warnings: [],
        reason: expect.stringMatching(/./u),
      },
    ])
  })

  it('prints a line of JSON a file', async () => {
    const { out } = await run(
      importCommand,
      put('a.txt', REPORT),
      put('menu.txt', '首页\n打印\n'),
      '--json',
      '--out',
      corpus(),
    )
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(Object.keys(first ?? {})).toEqual([
      'file',
      'status',
      'id',
      'out',
      'title',
      'place',
      'level',
      'year',
      'date',
      'meeting',
      'speaker',
      'post',
      'headings',
      'paragraphs',
      'kept_chars',
      'dropped_chars',
      'warnings',
      'reason',
    ])
    expect(first).toMatchObject({
      status: 'imported',
      id: 'qinghe-2021',
      dropped_chars: 1,
      warnings: [],
      reason: '',
    })
    expect(second).toMatchObject({ status: 'refused', id: '', reason: expect.stringContaining('--force') })
  })

  it('shows by --dry-run what would be left out, and writes nothing', async () => {
    const { out } = await run(importCommand, put('a.txt', REPORT), '--dry-run', '--out', corpus())
    expect(out).toContain('  1: — 1 —  (page number)\n')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('never overwrites a report file without --force', async () => {
    const path = put('a.txt', REPORT)
    await run(importCommand, path, '--out', corpus())
    const mended = join(corpus(), 'qinghe-2021.md')
    writeFileSync(mended, readFileSync(mended, 'utf8').replace('林小川', '林晓川'))
    const { status, out } = await run(importCommand, path, '--out', corpus())
    expect([status, out]).toEqual([1, expect.stringContaining('exists already; --force writes it anew')])
    expect(readFileSync(mended, 'utf8')).toContain('speaker: 林晓川')
    await run(importCommand, path, '--out', corpus(), '--force')
    expect(readFileSync(mended, 'utf8')).toContain('speaker: 林小川')
    expect(files()).toHaveLength(3)
  })

  it('gives another report of the same place and year another id', async () => {
    const { out } = await run(
      importCommand,
      put('a.txt', REPORT),
      put('b.txt', REPORT.replace('62%', '63%')),
      '--out',
      corpus(),
    )
    expect(out).toContain('b.txt: qinghe-2021 is of the same place and year; remove one of them if they are')
    expect((await run(checkCommand, '--corpus', corpus())).out).toContain(
      'qinghe-2021.md:1: warning: is of 青禾县 2021-02-03, as qinghe-2021-2.md is',
    )
    expect(files().filter((name) => name.endsWith('.md'))).toEqual(['qinghe-2021-2.md', 'qinghe-2021.md'])
  })

  it('goes on after a file that cannot be read, with status 1', async () => {
    const { status, out } = await run(
      importCommand,
      join(folder, 'gone.txt'),
      put('a.txt', REPORT),
      '--out',
      corpus(),
    )
    expect(status).toBe(1)
    expect(out).toContain('gone.txt: failed: ')
    expect(files()).toContain('qinghe-2021.md')
  })

  it.each([
    ['refused', '首页\n政务公开\n'],
    ['failed', '{\\rtf1 x}'],
  ])('gives status 1 where all was %s, and says why', async (status, text) => {
    const path = put('青禾县2021.txt', text)
    for (const options of [[], ['--json'], ['--dry-run']]) {
      const result = await run(importCommand, path, '--out', corpus(), ...options)
      expect(result.status).toBe(1)
      expect(result.out + result.err).toContain(status)
    }
  })

  it('gives status 0 where something was imported beside what was refused', async () => {
    const [good, bad] = [put('青禾县2021.txt', REPORT), put('menu.txt', '首页\n政务公开\n')]
    expect((await run(importCommand, bad, good, '--out', corpus())).status).toBe(0)
  })

  it('leaves nothing half-written when the folder cannot be written', async () => {
    const { status, out } = await run(
      importCommand,
      put('a.txt', REPORT),
      '--out',
      put('corpus', 'a file'),
    ).catch((error: Error) => ({ status: 1, out: error.message }))
    expect(status).toBe(1)
    expect(out).not.toBe('')
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'corpus'])
  })

  it('takes what the person knows better', async () => {
    const path = put('a.txt', REPORT)
    await run(
      importCommand,
      path,
      '--out',
      corpus(),
      '--id',
      'mine',
      '--date',
      '2022-01-05',
      '--url',
      'https://example.org/a',
    )
    const text = readFileSync(join(corpus(), 'mine.md'), 'utf8')
    expect(text).toContain('date: 2022-01-05\nyear: 2022\n')
    expect(text).toContain('url: https://example.org/a\n')
  })

  it('says that a folder holds no file', async () => {
    await expect(run(importCommand, folder, '--out', corpus())).rejects.toThrow(/no file in it/)
  })

  it.each([
    [[]],
    [['a.txt', '--year', '23']],
    [['a.txt', '--date', '2023-02-30']],
    [['a.txt', '--id', 'Ä']],
    [['a.txt', '--place', ' ']],
    [['a.txt', '--out', '']],
    [['a.txt', 'b.txt', '--id', 'x']],
  ])('calls %j bad usage', async (args) => {
    await expect(run(importCommand, ...args)).rejects.toThrow(UsageError)
  })
})

describe('yinju check', () => {
  const front = '---\ntitle: 题\nplace: 青禾县\nyear: 2021\n---\n\n# 题\n\n'
  const long = '这一段话很长很长，说了许多关于农业、工业、商业、教育、卫生、交通和环境保护的事情，'

  it.each([
    ['a broken front matter', '# 题\n\n甲。\n', 1, /a\.md:1: no front matter/],
    ['an empty heading', `${front}甲。\n\n## 一、\n`, 1, /a\.md:11: heading without text/],
    ['a paragraph that stops', `${front}${long}\n\n甲。\n`, 0, /a\.md:9: warning: ends in mid-sentence/],
    [
      'a leftover of furniture',
      `${front}甲。\n\n扫一扫在手机打开当前页\n`,
      0,
      /a\.md:11: warning: looks like sharing/,
    ],
    [
      'a paragraph twice',
      `${front}${long}完。\n\n${long}完。\n`,
      0,
      /a\.md:11: warning: says the same as line 9/,
    ],
    [
      'an original that is gone',
      `${front.replace('year', 'source: originals/x.txt\nyear')}甲。\n`,
      0,
      /a\.md:4: warning: originals\/x\.txt is not there/,
    ],
    ['nothing', `${front}甲。\n`, 0, /^1 reports, 1 passages; 0 faults, 0 warnings\n$/],
  ])('names %s with file and line', async (_, text, status, message) => {
    put('a.md', text)
    const result = await run(checkCommand, '--corpus', folder)
    expect(result.status).toBe(status)
    expect(result.out).toMatch(message)
  })

  it('says what to do about a folder that is empty or not there', async () => {
    await expect(run(checkCommand, '--corpus', folder)).rejects.toThrow(
      /no report file; make one with yinju import/,
    )
    await expect(run(checkCommand, '--corpus', join(folder, 'gone'))).rejects.toThrow(/not found; create it/)
  })
})
