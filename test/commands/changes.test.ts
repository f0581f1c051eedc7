import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDraft } from '../../src/import/read-draft.ts'
import { runYinju } from './run-yinju.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-changes-'))
})
afterAll(() => rm(folder, { recursive: true }))

const run = (...args: string[]) =>
  runYinju(['changes', ...args, 'xinyuan-2023', 'yining-2023'], { env: { CORPUS_DIR: 'corpus' } })

describe('yinju changes --out', () => {
  it.each(['changes.docx', 'changes.html'])('writes all of it into %s', async (name) => {
    const file = join(folder, name)
    expect(await run('--out', file)).toEqual({ status: 0, out: '', err: '' })
    const text = await readDraft(name, await readFile(file))
    for (const part of ['数字不同', '改写', '新增', '不再提']) expect(text.includes(part)).toBe(true)
  })

  it.each([
    [2, ['--out', 'changes.pdf'], '--out changes.pdf: end the name in .docx or .html'],
    [2, ['--json', '--out', 'x.html'], '--json and --out: choose one'],
    [1, ['--out', '/nowhere/x.html'], '--out /nowhere/x.html: cannot be written (ENOENT)'],
  ] as const)('ends with status %i and one line for %j', async (expected, args, message) => {
    const { status, out, err } = await run(...args)
    expect([status, out, err.trimEnd().split('\n').length]).toEqual([expected, '', 1])
    expect(err).toContain(message)
  })
})
