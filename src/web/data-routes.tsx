/** The pages of figures, counts, comparisons and changes by their addresses. */
import { compare } from '../answer/compare.ts'
import { answerFigures } from '../answer/figures/answer-figures.ts'
import { countPhrase } from '../counts/count.ts'
import { readChanges } from '../counts/report-changes.ts'
import { showPage, type WebApp, type WebContext } from './environment.ts'
import { CHANGE_KINDS, ChangesPage } from './pages/changes-page.tsx'
import { ComparePage } from './pages/compare-page.tsx'
import { CountPage } from './pages/count-page.tsx'
import { FiguresPage } from './pages/figures-page.tsx'
import { COUNT_COLUMNS } from './parts/count-table.tsx'
import { FIGURE_COLUMNS } from './parts/figures-table.tsx'
import { readSorting } from './parts/sorting.tsx'
import { TroubleError } from './problem.tsx'
import { readPage, readQuestion } from './read-query.ts'

export function addDataPages(app: WebApp): void {
  app.get('/figures', showFigures)
  app.get('/count', showCount)
  app.get('/compare', showComparison)
  app.get('/changes', showChanges)
}

async function showFigures(c: WebContext): Promise<Response> {
  const visit = c.get('visit')
  const searcher = visit.site.searcher()
  const question = readQuestion(visit.query)
  const { reports } = await searcher.catalog()
  return showPage(
    c,
    <FiguresPage
      visit={visit}
      question={question}
      answer={question === '' ? null : await answerFigures(searcher, question)}
      sorting={readSorting(visit.query, FIGURE_COLUMNS)}
      sample={reports[0]?.place ?? ''}
    />,
  )
}

async function showCount(c: WebContext): Promise<Response> {
  const visit = c.get('visit')
  const phrase = readQuestion(visit.query)
  const count = phrase === '' ? null : await countPhrase(visit.site.searcher().backend, phrase)
  const sorting = readSorting(visit.query, COUNT_COLUMNS)
  return showPage(c, <CountPage visit={visit} phrase={phrase} count={count} sorting={sorting} />)
}

async function showComparison(c: WebContext): Promise<Response> {
  const visit = c.get('visit')
  const words = readQuestion(visit.query)
  const comparison = words === '' ? null : await compare(visit.site.searcher(), words)
  return showPage(c, <ComparePage visit={visit} words={words} comparison={comparison} />)
}

async function showChanges(c: WebContext): Promise<Response> {
  const visit = c.get('visit')
  const searcher = visit.site.searcher()
  const [a, b] = [visit.query.get('a') ?? '', visit.query.get('b') ?? '']
  const isAsked = a !== '' && b !== ''
  const found = isAsked ? await readChanges(searcher.backend, a, b) : null
  if (found !== null && 'missing' in found) throw new TroubleError('report')
  const kind = CHANGE_KINDS.find((one) => one === visit.query.get('kind')) ?? null
  return showPage(
    c,
    <ChangesPage
      visit={visit}
      catalog={await searcher.catalog()}
      a={a}
      b={b}
      found={found}
      kind={kind}
      page={readPage(visit.query)}
    />,
  )
}
