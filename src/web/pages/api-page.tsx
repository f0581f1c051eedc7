/** How other programs ask: every address of the API, with a line for curl that works as it stands. */
import type { Catalog } from '../../search/backend.ts'
import { ENDPOINTS, type Endpoint } from '../api/endpoints.ts'
import type { Visit } from '../site.ts'
import { Layout } from './layout.tsx'

interface ApiPageProps {
  readonly visit: Visit
  readonly catalog: Catalog
  /** A passage to show as an example, or null when the corpus is empty. */
  readonly passage: string | null
  /** Where this page was asked for: for the lines to copy when PUBLIC_URL is not set. */
  readonly origin: string
}

export const ApiPage = ({ visit, catalog, passage, origin }: ApiPageProps) => {
  const { t, to } = visit
  const root = (visit.outside('/') ?? `${origin}${visit.prefix}/`).replace(/\/$/, '')
  const [report] = catalog.reports
  const samples = {
    passage: passage ?? '',
    report: report?.id ?? '',
    other: catalog.reports.at(-1)?.id ?? '',
    place: report?.place ?? '',
  }
  return (
    <Layout visit={visit} title="API" description={t('web-api-lead')} canonical={{ path: '/api' }}>
      <div class="prose">
        <h1>API</h1>
        <p class="lead">{t('web-api-lead')}</p>
        <p>
          <a href={to('/api/openapi.json')}>OpenAPI 3.1</a>
        </p>
        {ENDPOINTS.map((endpoint) => (
          <section>
            <h2 class="address">
              {endpoint.method.toUpperCase()} {endpoint.path}
            </h2>
            <p lang="en">{endpoint.summary}</p>
            <pre>{curlLine(endpoint, root, samples)}</pre>
          </section>
        ))}
        <p>{t('web-api-manners')}</p>
      </div>
    </Layout>
  )
}

interface Samples {
  readonly passage: string
  readonly report: string
  readonly other: string
  readonly place: string
}

function curlLine({ method, path, query }: Endpoint, root: string, samples: Samples): string {
  const id = path.includes('/passages/') ? samples.passage : samples.report
  const address = root + path.replace('{id}', id)
  if (method === 'post') {
    return `curl -s '${address}' -H 'content-type: application/json' -d '{"text":"${samples.place}粮食产量"}'`
  }
  if (path === '/api/changes') return `curl -s '${address}?a=${samples.report}&b=${samples.other}'`
  if (query === undefined) return `curl -s '${address}'`
  return `curl -sG '${address}' --data-urlencode 'q=${samples.place}粮食产量'`
}
