/** npm run eval:figure-questions: questions, with the figures that answer them, in; how many are answered right out. */
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { createSearcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { readCorpus } from '../read-corpus.ts'
import { readOptions } from '../script-options.ts'
import { askFigureQuestions, readFigureQuestions, type Tried } from './figure-questions.ts'

const at = (path: string): string => new URL(path, import.meta.url).pathname

const USAGE = `usage: npm run eval:figure-questions -- [--questions FILE] [--figures FILE] [--corpus DIR] [--misses]

  --questions FILE  the questions, and --figures FILE the figures that answer them (default: those of the five reports)
  --corpus DIR      folder of report files (default: the five reports)
  --misses          lists what is not answered right
`

const { values } = readOptions(USAGE, {
  corpus: { type: 'string', default: at('../../corpus') },
  questions: { type: 'string', default: at('corpus-questions.jsonl') },
  figures: { type: 'string', default: at('corpus-figures.jsonl') },
  misses: { type: 'boolean', default: false },
})

const { reports } = await readCorpus(values.corpus)
const searcher = createSearcher(createMiniSearchBackend(reports), await readVocabulary())
const tried = await askFigureQuestions(searcher, await readFigureQuestions(values.questions, values.figures))
const types = [...new Set(tried.map(({ question }) => question.type))].sort()
for (const type of [...types, null]) {
  const some = type === null ? tried : tried.filter(({ question }) => question.type === type)
  const right = some.filter(({ fault }) => fault === null).length
  console.log(
    `${(type ?? 'all').padEnd(14)}${right}/${some.length}  ${((100 * right) / some.length).toFixed(1)} %`,
  )
}
const times = tried.map(({ ms }) => ms).sort((a, b) => a - b)
const part = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2)
console.log(`ms: p50 ${part(0.5)}, p99 ${part(0.99)}`)
if (values.misses) for (const one of tried) if (one.fault !== null) printMiss(one)

function printMiss({ question, fault, rows, unread }: Tried): void {
  console.log(
    `\n${question.id} ${question.type} ${question.question}${unread > 0 ? ' (not read from the report)' : ''}\n  ${fault}`,
  )
  for (const row of question.expected) console.log(`  wanted ${row}`)
  for (const row of rows.slice(0, 8)) console.log(`  shown  ${row}`)
  if (rows.length > 8) console.log(`  shown  and ${rows.length - 8} more`)
}
