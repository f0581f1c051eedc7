/** A corpus in; how the bot answers while its index is built anew beside it out. */
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { answer } from '../../src/answer/answer.ts'
import { loadSearchConfig } from '../../src/config.ts'
import { listReportFiles } from '../../src/corpus/read-corpus.ts'
import { type LiveSearch, openLiveSearch } from '../../src/run/live-search.ts'
import { type CorpusName, openCorpus, passagesOf } from './corpora.ts'
import { layOut } from './ours.ts'
import { makeQuestions } from './questions.ts'
import type { RebuildFigures } from './results.ts'
import { summarize } from './sampling.ts'

export interface RebuildTask {
  readonly corpus: CorpusName
}

/** Between two questions: some hundred askers a second on one copy of the bot. */
const PAUSE_MS = 10
const QUESTIONS_OF_A_KIND = 50

/** Opens the corpus as the bot does, changes one report, and asks until a new index answers. */
export async function measureRebuild({ corpus }: RebuildTask): Promise<RebuildFigures> {
  const texts = passagesOf(await openCorpus(corpus)).map(({ text }) => text)
  const questions = makeQuestions(texts, QUESTIONS_OF_A_KIND).map(({ text }) => text)
  const folder = await mkdtemp(join(tmpdir(), 'yinju-rebuild-'))
  try {
    await layOut(corpus, folder)
    const config = loadSearchConfig({ CORPUS_DIR: folder })
    const live = await openLiveSearch(config, { log: pino({ level: 'silent' }), isWatched: false })
    for (const text of questions) await answer(live.searcher(), text)
    const [changed = ''] = await listReportFiles(folder)
    await appendFile(join(folder, changed), '\n本段是新加的，说明报告已经改过。\n')
    return { passages: texts.length, ...(await askMeanwhile(live, questions)) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function askMeanwhile(
  live: LiveSearch,
  questions: readonly string[],
): Promise<Omit<RebuildFigures, 'passages'>> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const times: number[] = []
  let isDone = false
  const start = performance.now()
  delay.enable()
  const reload = live.reload().finally(() => {
    isDone = true
  })
  for (let turn = 0; !isDone; turn++) {
    const asked = performance.now()
    await answer(live.searcher(), questions[turn % questions.length] ?? '')
    times.push(performance.now() - asked)
    await setTimeout(PAUSE_MS)
  }
  const { kind } = await reload
  delay.disable()
  if (kind !== 'swapped') throw new Error(`the changed report was ${kind} instead of taken up`)
  await live.close()
  return { ms: performance.now() - start, heldMs: delay.max / 1e6, answer: summarize(times) }
}
