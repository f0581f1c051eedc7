/** npm run eval: questions in, retrieval quality by type of question out. */
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { createSearcher, type Searcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { readCorpus } from '../read-corpus.ts'
import { readOptions } from '../script-options.ts'
import { readBeir, runBeir } from './beir.ts'
import { explain } from './explain.ts'
import { type Figures, falseStrong, measure, type Outcome } from './metrics.ts'
import { FIVE_REPORTS_FILES, readQuestions } from './questions.ts'
import { runQuestions } from './run-questions.ts'

const USAGE = `usage: npm run eval -- [--corpus DIR] [--questions FILE]… [--explain QUESTION]… [--beir DIR] [--misses] [--json]

  --corpus DIR        folder of report files (default: the five reports)
  --questions FILE    questions with the passages that answer them; may be given again (default: those over the five reports)
  --explain QUESTION  tells instead how a question is understood and answered; may be given again
  --beir DIR          a data set in the form of BEIR instead
  --misses            lists what is not right first
  --json              prints figures for programs, too
`

const { values } = readOptions(USAGE, {
  corpus: { type: 'string', default: new URL('../../corpus', import.meta.url).pathname },
  questions: { type: 'string', multiple: true },
  explain: { type: 'string', multiple: true },
  beir: { type: 'string' },
  misses: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
})

if (values.beir === undefined) await evaluateReports()
else await evaluateBeir(values.beir)

async function evaluateReports(): Promise<void> {
  const { reports, faults } = await readCorpus(values.corpus)
  if (faults.length > 0) console.error(`${faults.length} faults in ${values.corpus}; see yinju check`)
  const searcher = createSearcher(createMiniSearchBackend(reports), await readVocabulary())
  if (values.explain !== undefined) {
    for (const question of values.explain) console.log(await explain(searcher, question))
    return
  }
  const own = FIVE_REPORTS_FILES.map((name) => new URL(name, import.meta.url))
  for (const file of values.questions ?? own) {
    console.log(`\n${String(file).split('/').at(-1)}`)
    report(await runQuestions(searcher, await readQuestions(file)))
  }
  await time(searcher, values.questions ?? own)
}

async function evaluateBeir(folder: string): Promise<void> {
  const { reports, questions } = await readBeir(folder)
  const searcher = createSearcher(createMiniSearchBackend(reports), await readVocabulary())
  report(await runBeir(searcher, questions))
}

function report(outcomes: readonly Outcome[]): void {
  const answerable = outcomes.filter((outcome) => !outcome.isUnanswerable)
  const types = [...new Set(answerable.map(({ type }) => type))]
  const rows = Object.fromEntries([
    ...types.map((type) => [type, row(measure(answerable.filter((outcome) => outcome.type === type)))]),
    ['all', row(measure(answerable))],
  ])
  if (values.json) console.log(JSON.stringify(measure(answerable)))
  else console.table(rows)
  const unanswerable = outcomes.filter((outcome) => outcome.isUnanswerable)
  if (unanswerable.length > 0) {
    console.log(
      `called strong though nothing answers: ${percent(falseStrong(outcomes))} of ${unanswerable.length}`,
    )
  }
  if (!values.misses) return
  for (const { id, type, query, places, match, isInSnippet } of answerable) {
    if (places[0] !== 1 || match !== 'strong')
      console.log(`${id} ${type} ${match} place ${places[0] ?? '-'}: ${query}`)
    else if (!isInSnippet) console.log(`${id} ${type} not in the snippet: ${query}`)
  }
  for (const { id, type, query, match } of unanswerable) {
    if (match === 'strong') console.log(`${id} ${type} strong: ${query}`)
  }
}

function row(figures: Figures): Record<string, string> {
  const { questions, mrr, ndcg10, ...shares } = figures
  return {
    n: String(questions),
    '@1': percent(shares.success1),
    '@3': percent(shares.success3),
    '@5': percent(shares.success5),
    MRR: mrr.toFixed(4),
    'nDCG@10': ndcg10.toFixed(4),
    snippet: percent(shares.snippet),
    strong: percent(shares.strong),
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

/** Time of a whole search, after a round of warming up. */
async function time(searcher: Searcher, files: readonly (string | URL)[]): Promise<void> {
  const queries = (await Promise.all(files.map(readQuestions))).flat().map(({ query }) => query)
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    for (const query of queries) {
      const start = performance.now()
      await searcher.search(query)
      if (round > 0) times.push(performance.now() - start)
    }
  }
  times.sort((a, b) => a - b)
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2)
  console.log(`search: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms over ${times.length} searches`)
}
