/** Which page answers which address. */

import { answer } from '../answer/answer.ts'
import { findNamed } from '../answer/named-report.ts'
import { verifyAsked } from '../answer/verify-asked.ts'
import type { Passage } from '../corpus/report.ts'
import { CITATION_FORMATS } from '../export/citation-formats.ts'
import { draftToDocx } from '../export/draft-docx.ts'
import { reviewDraft } from '../export/draft-review.ts'
import type { Figure } from '../figures/figure.ts'
import type { Searcher } from '../search/searcher.ts'
import { groupBy } from '../text/maps.ts'
import type { Range } from '../text/runs.ts'
import { checkText, readUpload } from './checked-text.ts'
import { page, showPage, type WebApp, type WebContext } from './environment.ts'
import { AboutPage } from './pages/about-page.tsx'
import { ApiPage } from './pages/api-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { PassagePage } from './pages/passage-page.tsx'
import { ReportPage } from './pages/report-page.tsx'
import { ReportsPage } from './pages/reports-page.tsx'
import { HITS_A_PAGE, SearchPage } from './pages/search-page.tsx'
import { VerifyPage } from './pages/verify-page.tsx'
import { isNarrowed, narrowQuery, readNarrowing } from './parts/narrowing.ts'
import { TroubleError } from './problem.tsx'
import { readPage, readQuestion, readRanges } from './read-query.ts'
import type { Visit } from './site.ts'
import { robotsText, sitemap } from './sitemap.ts'
import { textsIn } from './texts.ts'

export function addPages(app: WebApp): void {
  app.get(
    '/',
    page(async (visit) => <HomePage visit={visit} catalog={await visit.site.searcher().catalog()} />),
  )
  app.get('/search', showSearch)
  app.get('/reports', page(showReports))
  app.get('/reports/:id', page(showReport))
  app.get('/passages/:id', page(showPassage))
  app.get('/passages/:id/:file{citation\\.[a-z]+}', sendCitation)
  app.get('/verify', (c) => showCheck(c, c.get('visit').query.get('text') ?? ''))
  app.post('/verify', takeCheck)
  app.get(
    '/about',
    page(async (visit) => <AboutPage visit={visit} catalog={await visit.site.searcher().catalog()} />),
  )
  app.get('/api', page(showApi))
  app.get('/robots.txt', (c) => c.text(robotsText(c.get('visit'))))
  app.get('/sitemap.xml', async (c) => {
    const visit = c.get('visit')
    const xml = sitemap(visit, await visit.site.searcher().catalog())
    if (xml === null) throw new TroubleError('not-found')
    return c.body(xml, 200, { 'content-type': 'application/xml; charset=utf-8' })
  })
}

const MAX_WORDS_UTF16 = 100

async function showSearch(c: WebContext): Promise<Response> {
  const visit = c.get('visit')
  const question = (visit.query.get('q') ?? '').trim()
  if (question === '') return c.redirect(visit.to('/'), 302)
  const narrowing = readNarrowing(visit.query)
  const page = readPage(visit.query)
  const searcher = visit.site.searcher()
  const found = await answer(searcher, narrowQuery(question, narrowing), {
    limit: HITS_A_PAGE,
    offset: (page - 1) * HITS_A_PAGE,
  })
  const isFirst = page === 1 && !isNarrowed(narrowing)
  const named = isFirst ? await findNamed(searcher, question) : null
  const verdict = isFirst ? await verifyAsked(searcher, question, found) : null
  return showPage(c, <SearchPage {...{ visit, question, narrowing, page, named, verdict }} answer={found} />)
}

async function showReports(visit: Visit) {
  const catalog = await visit.site.searcher().catalog()
  const words = (visit.query.get('w') ?? '').trim().slice(0, MAX_WORDS_UTF16)
  return <ReportsPage {...{ visit, catalog, words }} page={readPage(visit.query)} />
}

async function showApi(visit: Visit, c: WebContext) {
  const searcher = visit.site.searcher()
  const catalog = await searcher.catalog()
  const report = await searcher.report(catalog.reports[0]?.id ?? '')
  const passage = report?.passages[0]?.id ?? null
  return <ApiPage {...{ visit, catalog, passage }} origin={new URL(c.req.url).origin} />
}

async function showReport(visit: Visit, c: WebContext) {
  const searcher = visit.site.searcher()
  const report = await searcher.report(c.req.param('id') ?? '')
  if (report === null) throw new TroubleError('report')
  const question = readQuestion(visit.query)
  const matches = question === '' ? new Map() : await matchesIn(searcher, report.id, question)
  const { reports } = await searcher.catalog()
  const others = reports.filter(({ id, place }) => place === report.place && id !== report.id)
  const figures = await figuresOf(searcher, report.passages)
  return <ReportPage {...{ visit, report, question, matches, figures, others }} />
}

async function figuresOf(searcher: Searcher, passages: readonly Passage[]): Promise<Map<string, Figure[]>> {
  const stated = await searcher.backend.figures({ passages: passages.map(({ id }) => id) })
  return groupBy(
    stated.map(({ figure }) => figure),
    ({ passage }) => passage,
  )
}

/** As many as any report has paragraphs. */
const MAX_MATCHES = 1_000

async function matchesIn(
  searcher: Searcher,
  report: string,
  question: string,
): Promise<Map<string, readonly Range[]>> {
  const query = narrowQuery(question, { place: null, year: null, report })
  const { hits } = await searcher.search(query, { limit: MAX_MATCHES })
  return new Map(hits.map(({ passage, matches }) => [passage.id, matches.map(({ range }) => range)]))
}

async function showPassage(visit: Visit, c: WebContext) {
  const searcher = visit.site.searcher()
  const { passage, report: summary } = await findPassage(c, searcher)
  const report = await searcher.report(passage.report)
  if (report === null) throw new TroubleError('passage')
  const question = readQuestion(visit.query)
  const hits = question === '' ? [] : ((await matchesIn(searcher, report.id, question)).get(passage.id) ?? [])
  const quoted = readRanges(visit.query.get('mark') ?? '', passage.text.length)
  const figures = (await figuresOf(searcher, [passage])).get(passage.id) ?? []
  return <PassagePage {...{ visit, passage, report, summary, hits, quoted, figures }} />
}

async function sendCitation(c: WebContext): Promise<Response> {
  const visit = c.get('visit')
  const { passage, report } = await findPassage(c, visit.site.searcher())
  const format = CITATION_FORMATS.find(({ ending }) => c.req.param('file') === `citation.${ending}`)
  if (format === undefined) throw new TroubleError('not-found')
  const access = { day: visit.today, url: visit.outside(`/passages/${passage.id}`) }
  return c.body(format.cite(passage, report, access), 200, {
    'content-type': `${format.type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${passage.id}.${format.ending}"`,
  })
}

async function findPassage(c: WebContext, searcher: Searcher) {
  const found = await searcher.passage(c.req.param('id') ?? '')
  if (found === null) throw new TroubleError('passage')
  return found
}

/** Shows the verdicts on the words of the form, or on the draft that came with it; or sends them as a Word document. */
async function takeCheck(c: WebContext): Promise<Response> {
  const form = await c.req.parseBody().catch(() => {
    throw new TroubleError('bad-request')
  })
  const { text, draft, as } = form
  const isFile = draft instanceof File && draft.size > 0
  if (!isFile && typeof text !== 'string') throw new TroubleError('bad-request')
  const typed = isFile ? await readUpload(draft) : String(text)
  return as === 'docx' && typed.trim() !== '' ? await sendReview(c, typed) : await showCheck(c, typed)
}

async function showCheck(c: WebContext, typed: string): Promise<Response> {
  const visit = c.get('visit')
  const text = typed.trim()
  const checked = text === '' ? null : await checkText(visit.site.searcher(), text)
  return showPage(c, <VerifyPage visit={visit} text={text} checked={checked} />)
}

async function sendReview(c: WebContext, typed: string): Promise<Response> {
  const { text, sentences } = await checkText(c.get('visit').site.searcher(), typed)
  const bytes = await draftToDocx(reviewDraft(text, sentences, textsIn('zh-hans')))
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'content-disposition': 'attachment; filename="yinju-check.docx"',
  })
}
