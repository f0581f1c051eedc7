/** Ten minutes of questions with a reload every minute: whether memory grows and whether anything fails. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pause, question, ROOT, rssMb, type StageOptions, setStage } from './stage.ts'

export interface SoakOptions extends StageOptions {
  readonly ratePerSecond: number
  readonly minutes: number
}

export async function measureSoak(options: SoakOptions): Promise<void> {
  const corpus = await mkdtemp(join(tmpdir(), 'yinju-soak-'))
  await cp(join(ROOT, 'corpus'), corpus, { recursive: true, filter: (path) => !path.includes('.index') })
  const env = { CORPUS_DIR: corpus, LIMIT_USER: '0', LIMIT_BOT: '0' }
  const stage = await setStage({ ...options, env, start: { flood: { perChatPerSecond: 0 } } })
  const rows: object[] = []
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
  const reloads = stage.log.filter((line) => line.includes('"msg":"corpus reloaded"')).length
  const failures = stage.log.filter((line) => /"level":"(?:warn|error|fatal)"/.test(line))
  console.table(rows)
  console.log({ reloads, failures: failures.length, first: failures[0], ...(await stage.stop()) })
  await rm(corpus, { recursive: true })
  await pause(0)
}

/** Adds a paragraph to a report and takes it away again, minute by minute. */
async function touchReport(corpus: string, minute: number): Promise<void> {
  const file = join(corpus, 'yining-2023.md')
  const text = await readFile(file, 'utf8')
  const addition = '\n一段为测量而添加的文字。\n'
  await writeFile(file, minute % 2 === 0 ? text + addition : text.replace(addition, ''))
}
