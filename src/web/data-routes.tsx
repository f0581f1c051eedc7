/** The pages of figures, counts, comparisons and changes by their addresses. */
import { compare } from '../answer/compare.ts'
import { answerFigures } from '../answer/figures/answer-figures.ts'
import { countPhrase } from '../counts/count.ts'
import { readChanges } from '../counts/report-changes.ts'
import { page, type WebApp } from './environment.ts'
import { CHANGE_KINDS, ChangesPage } from './pages/changes-page.tsx'
import { ComparePage } from './pages/compare-page.tsx'
import { CountPage } from './pages/count-page.tsx'
import { FiguresPage } from './pages/figures-page.tsx'
import { COUNT_COLUMNS } from './parts/count-table.tsx'
import { FIGURE_COLUMNS } from './parts/figures-table.tsx'
import { readSorting } from './parts/sorting.tsx'
import { TroubleError } from './problem.tsx'
import { readPage, readQuestion } from './read-query.ts'
import type { Visit } from './site.ts'

export function addDataPages(app: WebApp): void {
  app.get('/figures', page(showFigures))
  app.get('/count', page(showCount))
  app.get('/compare', page(showComparison))
  app.get('/changes', page(showChanges))
}

async function showFigures(visit: Visit) {
  const searcher = visit.site.searcher()
  const question = readQuestion(visit.query)
  const { reports } = await searcher.catalog()
  const answer = question === '' ? null : await answerFigures(searcher, question)
  const sorting = readSorting(visit.query, FIGURE_COLUMNS)
  return <FiguresPage {...{ visit, question, answer, sorting }} sample={reports[0]?.place ?? ''} />
}

async function showCount(visit: Visit) {
  const phrase = readQuestion(visit.query)
  const count = phrase === '' ? null : await countPhrase(visit.site.searcher().backend, phrase)
  return <CountPage {...{ visit, phrase, count }} sorting={readSorting(visit.query, COUNT_COLUMNS)} />
}

async function showComparison(visit: Visit) {
  const words = readQuestion(visit.query)
  const comparison = words === '' ? null : await compare(visit.site.searcher(), words)
  return <ComparePage {...{ visit, words, comparison }} />
}

async function showChanges(visit: Visit) {
  const searcher = visit.site.searcher()
  const [a, b] = [visit.query.get('a') ?? '', visit.query.get('b') ?? '']
  const isAsked = a !== '' && b !== ''
  const found = isAsked ? await readChanges(searcher.backend, a, b) : null
  if (found !== null && 'missing' in found) throw new TroubleError('report')
  const kind = CHANGE_KINDS.find((one) => one === visit.query.get('kind')) ?? null
  const catalog = await searcher.catalog()
  return <ChangesPage {...{ visit, catalog, a, b, found, kind }} page={readPage(visit.query)} />
}
