import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runYinju } from './run-yinju.ts'

let corpus = ''

beforeAll(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'yinju-verify-'))
  const front =
    '---\ntitle: 政府工作报告\nplace: 云岭县\nlevel: 县\nyear: 2024\nreviews: 2023\nplans: 2024\n---\n'
  const body = '\n# 政府工作报告\n\n## 一、2023年工作回顾\n\n全年地区生产总值增长5.5%。\n'
  await writeFile(join(corpus, 'yunling-2024.md'), front + body)
})

afterAll(() => rm(corpus, { recursive: true }))

const run = (args: readonly string[], input = '') => runYinju(args, { input, env: { CORPUS_DIR: corpus } })

describe('yinju verify', () => {
  it('prints a line a text with every field of the contract', async () => {
    const { status, out, err } = await run(['verify', '--json', '云岭县2023年GDP增长6%'])
    expect([status, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({
      text: '云岭县2023年GDP增长6%',
      verdict: 'differs',
      supported: false,
      conflicts: [{ kind: 'figure', said: '增长6%', source: '增长5.5%' }],
      diff: expect.any(Array),
      passage: expect.stringMatching(/^yunling-2024_[0-9a-f]{10}$/),
      citation: expect.stringContaining('云岭县2024年政府工作报告'),
    })
  })

  it('answers each line of standard input with a line, an empty one too', async () => {
    const { status, out } = await run(['verify', '--json'], '地区生产总值增长5.5%\n\n养蜂\n')
    expect(status).toBe(0)
    const lines = out.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).supported)).toEqual([true, null, null])
  })

  it('says in words what does not agree', async () => {
    const { out } = await run(['verify', '云岭县2023年GDP增长6%'])
    expect(out).toContain('does not agree')
    expect(out).toContain('增长5.5%')
  })

  it('refuses an empty text', async () => {
    expect(await run(['verify', ' '])).toMatchObject({ status: 2 })
  })

  describe('of a draft', () => {
    const draft =
      '云岭县观察\n\n2023年，地区生产总值增长5.5%。天气很好。\n旅游收入9亿元，地区生产总值增长6%。\n'
    const save = async (name: string, content: string | Uint8Array) => {
      const file = join(corpus, name)
      await writeFile(file, content)
      return file
    }

    it('prints a line a sentence that states something, with its place in the draft', async () => {
      const file = await save('draft.txt', draft)
      const { status, out } = await run(['verify', '--json', '--file', file])
      expect(status).toBe(0)
      const lines = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(lines.map(({ supported }) => supported)).toEqual([true, false])
      for (const { text, start, end } of lines) expect(draft.slice(start, end)).toBe(text)
    })

    it.each(['.md', '.docx'])(
      'writes the draft with its verdicts beside it as %s, which is a draft again',
      async (ending) => {
        const file = await save('draft.txt', draft)
        const out = join(corpus, `review${ending}`)
        expect(await run(['verify', '--file', file, '--out', out])).toMatchObject({ status: 0 })
        expect((await readFile(out)).subarray(0, 2).toString() === 'PK').toBe(ending === '.docx')
        const again = await run(['verify', '--json', '--file', out])
        expect(again.status).toBe(0)
        expect(again.out).toContain('地区生产总值增长5.5%')
        expect(again.out).not.toContain('天气很好')
      },
    )

    it.each([
      ['is not there', 'missing.txt', null],
      ['has no text', 'empty.txt', ' \n'],
      ['is no document', 'picture.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9])],
    ])('says in one line what is wrong with a file that %s', async (_what, name, content) => {
      const file = content === null ? join(corpus, name) : await save(name, content)
      const { status, err } = await run(['verify', '--file', file])
      expect(status).toBe(1)
      expect(err.trim().split('\n')).toHaveLength(1)
      expect(err).toContain(name)
    })

    it.each([
      ['is not there', 'missing.txt'],
      ['is a folder', '.'],
      ['cannot be read (ENOTDIR)', 'yunling-2024.md/draft.txt'],
    ])('says of a draft that it %s, and which may be named', async (what, name) => {
      const { status, err } = await run(['verify', '--file', join(corpus, name)])
      expect(status).toBe(1)
      expect(err).toContain(`${what}; name a txt, md, html, docx or pdf file`)
    })

    it('is checked alone, without a text beside it', async () => {
      const file = await save('draft.txt', draft)
      expect(await run(['verify', '--file', file, '地区生产总值增长5.5%'])).toMatchObject({ status: 2 })
    })

    it('is written out where there is one', async () => {
      const { status, err } = await run(['verify', '--out', 'x.md', '地区生产总值增长5.5%'])
      expect([status, err]).toEqual([2, expect.stringContaining('--out goes with --file DRAFT')])
    })

    it('refuses a name for the review that is neither', async () => {
      const file = await save('draft.txt', draft)
      expect(await run(['verify', '--file', file, '--out', 'x.pdf'])).toMatchObject({ status: 2 })
    })
  })
})
