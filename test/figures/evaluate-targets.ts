/**
 * npm run eval:targets: asks of every province and year of a corpus for the growth target, and counts the answers that are of
 * that place and year, a target, and stated; a report that sets none must be told to be silent.
 */
import { answer } from '../../src/answer/answer.ts'
import { figureNumber } from '../../src/answer/figures/figure-number.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { createSearcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { shortName } from '../../src/text/place-name.ts'
import { readCorpus } from '../read-corpus.ts'
import { endWithUsage, readOptions } from '../script-options.ts'

const USAGE = `usage: npm run eval:targets -- --corpus DIR [--years YYYY,YYYY…]

  --corpus DIR  folder of report files
  --years …     years that are asked about (default 2025,2026)

Prints each answer, to be read against the report.
`

const { values } = readOptions(USAGE, {
  corpus: { type: 'string' },
  years: { type: 'string', default: '2025,2026' },
})
if (values.corpus === undefined) endWithUsage(USAGE, '--corpus: name the folder of report files')
const years = values.years.split(',').map(Number)
const MUNICIPALITIES = ['北京市', '天津市', '上海市', '重庆市']

const { reports } = await readCorpus(values.corpus)
const searcher = createSearcher(createMiniSearchBackend(reports), await readVocabulary())
const places = new Map(
  reports
    .filter(({ level, place }) => level === '省' || level === '自治区' || MUNICIPALITIES.includes(place))
    .map(({ place, level }) => [place, level]),
)
let asked = 0
let right = 0
const times: number[] = []
for (const place of places.keys()) {
  for (const year of years) {
    const hasReport = reports.some((report) => report.place === place && report.plans === year)
    const question = `${shortName(place)}${year}年的GDP增长目标是多少`
    const start = performance.now()
    const { figures, hits } = await answer(searcher, question)
    times.push(performance.now() - start)
    const rows = figures?.rows ?? []
    const isOwn = rows.every(
      ({ figure, report }) => report.place === place && figure.year === year && figure.kind === 'target',
    )
    const isRight =
      isOwn && (hasReport ? rows.length > 0 && hits[0]?.report.place === place : rows.length === 0)
    asked++
    if (isRight) right++
    const said = rows.map(({ figure }) => `${figureNumber(figure)} “${figure.quote}”`).join(' | ')
    console.log(
      `${isRight ? 'right' : 'WRONG'}\t${question}\t${hasReport ? said || 'silent' : `no report; ${said || 'silent'}`}`,
    )
  }
}
times.sort((a, b) => a - b)
console.log(
  `${right} of ${asked}; p50 ${times[times.length >> 1]?.toFixed(1)} ms, worst ${times.at(-1)?.toFixed(1)} ms`,
)
