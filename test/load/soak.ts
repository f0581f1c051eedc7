/** Ten minutes of questions, with a reload every minute and an editor’s lock file that comes and goes: whether memory grows and whether anything fails. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pause, question, ROOT, rssMb, type StageOptions, setStage } from './stage.ts'

export interface SoakOptions extends StageOptions {
  readonly ratePerSecond: number
  readonly minutes: number
}

const LOCK_FILE_MS = 700

export async function measureSoak(options: SoakOptions): Promise<void> {
  const corpus = await mkdtemp(join(tmpdir(), 'yinju-soak-'))
  await cp(join(ROOT, 'corpus'), corpus, { recursive: true, filter: (path) => !path.includes('.index') })
  const env = { CORPUS_DIR: corpus, LIMIT_USER: '0', LIMIT_BOT: '0' }
  const stage = await setStage({ ...options, env, start: { flood: { perChatPerSecond: 0 } } })
  const editor = setInterval(() => void touchLockFiles(corpus), LOCK_FILE_MS)
  const rows: object[] = [{ minute: 'start', 'RSS MB': await rssMb(stage.bot.pid) }]
  for (let minute = 0; minute < options.minutes; minute++) {
    await touchReport(corpus, minute)
    const result = (await stage.emulator.loadTest({
      users: 50,
      ratePerSecond: options.ratePerSecond,
      seconds: 59,
      makeText: (i: number) => question(i + minute * 3001),
      warmUp: minute === 0,
    })) as { sent: number; lost: number; duplicates: number; latencyMs: Record<string, number> }
    const { sent, lost, duplicates, latencyMs } = result
    rows.push({
      minute,
      sent,
      lost,
      doubled: duplicates,
      p50: latencyMs.p50,
      p99: latencyMs.p99,
      'RSS MB': await rssMb(stage.bot.pid),
    })
    // So that a run that is broken off has told something.
    console.log(JSON.stringify(rows.at(-1)))
  }
  clearInterval(editor)
  const reloads = stage.log.filter((line) => line.includes('"msg":"corpus reloaded"')).length
  const failures = stage.log.filter((line) => /"level":"(?:warn|error|fatal)"/.test(line))
  console.table(rows)
  console.log({ reloads, failures: failures.length, first: failures[0], ...(await stage.stop()) })
  await rm(corpus, { recursive: true })
  await pause(0)
}

/** What editors leave beside a file that is open: a link to nowhere, and a swap file. */
async function touchLockFiles(corpus: string): Promise<void> {
  const lock = join(corpus, '.#yining-2023.md')
  await rm(lock, { force: true })
  await symlink(`user@machine.${Date.now()}`, lock).catch(() => {})
  await writeFile(join(corpus, '.yining-2023.md.swp'), String(Date.now())).catch(() => {})
}

/** Adds a paragraph to a report and takes it away again, minute by minute. */
async function touchReport(corpus: string, minute: number): Promise<void> {
  const file = join(corpus, 'yining-2023.md')
  const text = await readFile(file, 'utf8')
  const addition = '\n一段为测量而添加的文字。\n'
  await writeFile(file, minute % 2 === 0 ? text + addition : text.replace(addition, ''))
}
