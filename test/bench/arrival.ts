/** Measures what a user waits for: from the import of one report until the running bot answers rightly about it, and how it answers meanwhile. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { answer } from '../../src/answer/answer.ts'
import { loadSearchConfig } from '../../src/config.ts'
import { importSource } from '../../src/import/import-report.ts'
import { readSourcesFromBytes } from '../../src/import/read-source.ts'
import { writeReportFile } from '../../src/import/write-report.ts'
import { type LiveSearch, openLiveSearch } from '../../src/run/live-search.ts'
import { type CorpusName, openCorpus, passagesOf } from './corpora.ts'
import { layOut } from './ours.ts'
import { makeQuestions } from './questions.ts'
import type { ArrivalFigures } from './results.ts'
import { median, summarize } from './sampling.ts'

export interface ArrivalTask {
  readonly corpus: CorpusName
  /** The original that arrives, each time with another sentence in it. */
  readonly original: string
}

/** Between two questions: some hundred askers a second on one copy of the bot. */
const PAUSE_MS = 10
const QUESTIONS_OF_A_KIND = 50
const ARRIVALS = 5
/** Between two arrivals: the bot lets a second pass from reload to reload, and the wait for one report is not that of a row of them. */
const REST_MS = 1_000
/** Longer than that, it has not arrived. */
const MAX_WAIT_MS = 120_000

/** Opens the corpus as the bot does, imports a report as the command does, and asks until the bot knows it; several times. */
export async function measureArrival({ corpus, original }: ArrivalTask): Promise<ArrivalFigures> {
  const texts = passagesOf(await openCorpus(corpus)).map(({ text }) => text)
  const questions = makeQuestions(texts, QUESTIONS_OF_A_KIND).map(({ text }) => text)
  const folder = await mkdtemp(join(tmpdir(), 'yinju-arrival-'))
  try {
    await layOut(corpus, folder)
    const live = await openLiveSearch(loadSearchConfig({ CORPUS_DIR: folder }), {
      log: pino({ level: 'silent' }),
    })
    for (const text of questions) await answer(live.searcher(), text)
    const times: number[] = []
    const answers: number[] = []
    const delay = monitorEventLoopDelay({ resolution: 1 })
    for (let arrival = 0; arrival < ARRIVALS; arrival++) {
      const sentence = `全县第${arrival}座测量站建成使用`
      const start = performance.now()
      await importWith(sentence, { original, folder })
      // A command imports in a process of its own.
      delay.enable()
      answers.push(...(await askUntilKnown(live, sentence, questions)))
      delay.disable()
      times.push(performance.now() - start)
      await setTimeout(REST_MS)
    }
    await live.close()
    return {
      passages: texts.length,
      ms: median(times),
      mostMs: Math.max(...times),
      heldMs: delay.max / 1e6,
      answer: summarize(answers),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function importWith(
  sentence: string,
  { original, folder }: { readonly original: string; readonly folder: string },
): Promise<void> {
  const text = await readFile(original, 'utf8')
  const middle = text.indexOf('。', text.length / 2) + 1
  const changed = `${text.slice(0, middle)}${sentence}。${text.slice(middle)}`
  const [source] = await readSourcesFromBytes('arrival.txt', Buffer.from(changed))
  if (source === undefined || source.error !== undefined) throw new Error(`${original} cannot be read`)
  const imported = importSource(source, { id: 'arrival' })
  if (imported.status === 'refused') throw new Error(imported.reason)
  await writeReportFile(imported, source, { corpus: folder, force: true })
}

/** Milliseconds of each answer given meanwhile. @throws when the report is not known in time. */
async function askUntilKnown(
  live: LiveSearch,
  sentence: string,
  questions: readonly string[],
): Promise<number[]> {
  const times: number[] = []
  const start = performance.now()
  for (let turn = 0; performance.now() - start < MAX_WAIT_MS; turn++) {
    const { hits } = await answer(live.searcher(), `“${sentence}”`)
    // The report's version before this one answers to nearly the same words.
    if (hits[0]?.passage.text.includes(sentence)) return times
    const asked = performance.now()
    await answer(live.searcher(), questions[turn % questions.length] ?? '')
    times.push(performance.now() - asked)
    await setTimeout(PAUSE_MS)
  }
  throw new Error('the imported report was never found')
}
