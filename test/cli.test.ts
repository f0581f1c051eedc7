/** The command line: what is unknown, what is asked for help, and what a failure looks like. */
import { describe, expect, it } from 'vitest'
import { runYinju } from './commands/run-yinju.ts'

const run = (args: readonly string[], env: Record<string, string> = {}) => runYinju(args, { env })

describe('yinju', () => {
  it.each([['--help'], ['-h'], ['help']])('explains itself with %s', async (arg) => {
    const { status, out } = await run([arg])
    expect(status).toBe(0)
    for (const command of ['start', 'chat', 'search', 'import', 'check', 'index'])
      expect(out).toContain(`  ${command} `)
  })

  it('tells its version', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('explains itself with status 2 when nothing is asked', async () => {
    expect(await run([])).toMatchObject({ status: 2, out: '', err: expect.stringContaining('usage: yinju') })
  })

  it.each([
    ['serch', 'command "serch"'],
    ['--json', 'option "--json"'],
    ['constructor', 'command "constructor"'],
  ])('refuses %s with status 2', async (arg, what) => {
    const err = expect.stringMatching(`^yinju: unknown ${what}; write one of start, chat, [a-z, ]+\n$`)
    expect(await run([arg])).toEqual({ status: 2, out: '', err })
  })

  it.each([['start'], ['chat'], ['search'], ['import'], ['check'], ['index']])(
    '%s explains itself',
    async (command) => {
      const { status, out } = await run([command, '--help'])
      expect(status).toBe(0)
      expect(out).toContain(`yinju ${command}`)
    },
  )

  it.each([['start'], ['chat'], ['search'], ['import'], ['check'], ['index']])(
    '%s refuses an unknown option with status 2 and one line',
    async (command) => {
      const { status, err } = await run([command, '--nonsense'])
      expect(status).toBe(2)
      expect(err).toMatch(/^yinju [^\n]*nonsense[^\n]*\n$/)
    },
  )

  it.each<[string, string[], Record<string, string>, RegExp]>([
    [
      'a missing corpus',
      ['search', 'GDP'],
      { CORPUS_DIR: 'nowhere' },
      /^yinju search: corpus folder nowhere: not found; create it, or set CORPUS_DIR[^\n]*\n$/,
    ],
    [
      'a corpus that is a file',
      ['search', 'GDP'],
      { CORPUS_DIR: 'package.json' },
      /^yinju search: corpus folder package.json: not a folder;[^\n]*\n$/,
    ],
    [
      'a corpus without reports',
      ['search', 'GDP'],
      { CORPUS_DIR: 'corpus/originals' },
      /^yinju search: corpus folder corpus\/originals: holds no report file; make one with yinju import FILE[^\n]*\n$/,
    ],
    [
      'a missing corpus in the chat',
      ['chat'],
      { CORPUS_DIR: 'nowhere' },
      /corpus folder nowhere: not found;/,
    ],
    [
      'missing synonyms',
      ['search', 'GDP'],
      { SYNONYMS_FILE: 'nowhere.txt' },
      /^yinju search: nowhere.txt: cannot be read; check the path in SYNONYMS_FILE\n$/,
    ],
    [
      'a bad variable',
      ['search', 'GDP'],
      { LOG_LEVEL: 'loud' },
      /^yinju search: LOG_LEVEL: cannot be loud; write one of [^\n]*\n$/,
    ],
  ])('says what %s is, where, and the fix, with status 1', async (_what, args, env, line) => {
    const { status, err } = await run(args, env)
    expect(status).toBe(1)
    expect(err).toMatch(line)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('repeats no token in a failure', async () => {
    const token = '123456789:AAEhBOweik9ai2o8vghlvpQh0sdDHLXsXcc'
    const { err } = await run(['search', 'GDP'], { CORPUS_DIR: `nowhere/${token}`, BOT_TOKEN: token })
    expect(err).toContain('[secret]')
    expect(err).not.toContain(token)
  })
})
