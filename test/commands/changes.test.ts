import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDraft } from '../../src/import/read-draft.ts'
import { runYinju } from './run-yinju.ts'

const LONG = '深入实施乡村振兴战略，持续改善农村人居环境，让群众的日子越过越红火。'
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-changes-'))
  const file = (year: number, body: string): Promise<void> =>
    writeFile(
      join(folder, `yunling-${year}.md`),
      `---\ntitle: 政府工作报告\nplace: 云岭县\nyear: ${year}\n---\n\n# 政府工作报告\n\n${body}\n`,
    )
  await file(2023, `新修公路5公里。\n\n${LONG}\n\n养蜂产业起步。`)
  await file(2024, `新修公路8公里。\n\n${LONG.replace('持续改善', '不断提升')}\n\n“智慧粮仓”建成投用。`)
})
afterAll(() => rm(folder, { recursive: true }))

const run = (...args: string[]) =>
  runYinju(['changes', ...args, 'yunling-2023', 'yunling-2024'], { env: { CORPUS_DIR: folder } })

describe('yinju changes --out', () => {
  it.each(['changes.docx', 'changes.html'])('writes all of it into %s', async (name) => {
    const file = join(folder, name)
    expect(await run('--out', file)).toEqual({ status: 0, out: '', err: '' })
    expect((await readFile(file)).subarray(0, 2).toString() === 'PK').toBe(name.endsWith('.docx'))
    const text = await readDraft(name, await readFile(file))
    for (const part of ['数字不同', '改写', '新增', '不再提', '养蜂产业起步', '“智慧粮仓”建成投用'])
      expect(text).toContain(part)
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

it('tells in text what changed, and what the earlier report does not have', async () => {
  const { status, out } = await run()
  expect(status).toBe(0)
  expect(out).toMatch(/^new +→ ¶3\t“智慧粮仓”建成投用。$/mu)
  expect(out).toMatch(/\nterms that the 1 earlier report does not have: .*智慧粮仓/u)
})
