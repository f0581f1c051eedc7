/** A whole report: its particulars, the outline beside it, every paragraph with its number and anchor. */

import { reportName, sourceUrl } from '../../corpus/naming.ts'
import type { Passage, Report, Section } from '../../corpus/report.ts'
import type { Figure } from '../../figures/figure.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { addTo } from '../../text/maps.ts'
import type { Range } from '../../text/runs.ts'
import { KeepLanguage } from '../parts/keep-language.tsx'
import { Marked } from '../parts/marked.tsx'
import type { Visit } from '../site.ts'
import { Layout } from './layout.tsx'

export interface ReportPageProps {
  readonly visit: Visit
  readonly report: Report
  /** What is looked for in the report; '' for nothing. */
  readonly question: string
  /** What of each passage, by its id, the question matched. */
  readonly matches: ReadonlyMap<string, readonly Range[]>
  /** What each passage states in figures, by its id. */
  readonly figures: ReadonlyMap<string, readonly Figure[]>
  /** The other reports of the place, by year. */
  readonly others: readonly ReportSummary[]
}

export const ReportPage = (props: ReportPageProps) => {
  const { visit, report, question } = props
  const { t } = visit
  const name = reportName(report)
  return (
    <Layout
      visit={visit}
      title={`${name} ${report.title}`}
      description={[report.title, report.meeting, report.date].filter((part) => part !== '').join(' · ')}
      canonical={{ path: `/reports/${report.id}` }}
      head={<ReportMetadata visit={visit} report={report} />}
      asked=""
    >
      <div class="reading">
        <aside class="outline">
          <details open>
            <summary>{t('button-outline')}</summary>
            <Outline report={report} />
          </details>
        </aside>
        <article class="report" lang="zh" data-report={report.id}>
          <header>
            <p class="kicker">{name}</p>
            <h1>{report.title}</h1>
            <Particulars visit={visit} report={report} />
            <OtherYears {...props} />
            <FindInReport {...props} />
            {props.figures.size === 0 ? null : <p class="legend">{t('web-legend')}</p>}
            {question === '' ? null : (
              <p class="summary" lang="">
                {t('web-found-here', { count: props.matches.size })}
              </p>
            )}
          </header>
          <Body {...props} />
        </article>
      </div>
    </Layout>
  )
}

/** What reference managers such as Zotero read. */
export const ReportMetadata = ({ visit, report }: Pick<ReportPageProps, 'visit' | 'report'>) => {
  const address = visit.outside(`/reports/${report.id}`)
  const fields: [name: string, value: string][] = [
    ['citation_title', report.title.includes(report.place) ? report.title : report.place + report.title],
    ['citation_author', report.speaker],
    [
      'citation_publication_date',
      report.date === '' ? String(report.year) : report.date.replaceAll('-', '/'),
    ],
    ['citation_technical_report_institution', report.meeting || report.place],
    ['citation_language', 'zh'],
    ['citation_public_url', sourceUrl(report) ?? address ?? ''],
  ]
  return (
    <>
      <meta property="og:type" content="article" />
      {report.date === '' ? null : <meta property="article:published_time" content={report.date} />}
      {fields.map(([name, content]) => (content === '' ? null : <meta name={name} content={content} />))}
    </>
  )
}

const Particulars = ({ visit: { t }, report }: Pick<ReportPageProps, 'visit' | 'report'>) => {
  const url = sourceUrl(report)
  const rows: [label: string, value: string][] = [
    [t('web-meeting'), report.meeting],
    [t('web-date'), report.date],
    [t('web-speaker'), [report.post, report.speaker].filter((part) => part !== '').join(' ')],
    [t('web-note'), report.note],
  ]
  return (
    <dl class="particulars">
      {rows.map(([label, value]) =>
        value === '' ? null : (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      {url === null ? null : (
        <div>
          <dt>{t('button-source')}</dt>
          <dd>
            <a href={url} rel="noopener noreferrer">
              {new URL(url).hostname}
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** What the other reports of the place say otherwise. */
const OtherYears = ({ visit: { t, to }, report, others }: ReportPageProps) =>
  others.length === 0 ? null : (
    <p class="actions">
      {others.map((other) => {
        const [a, b] = other.year < report.year ? [other.id, report.id] : [report.id, other.id]
        return <a href={to('/changes', { a, b })}>{t('web-changes-link', { report: reportName(other) })}</a>
      })}
    </p>
  )

const FindInReport = ({ visit, report, question }: ReportPageProps) => (
  <form class="inline" action={visit.to(`/reports/${report.id}`)} method="get">
    <label for="here">{visit.t('web-find-here')}</label>
    <input id="here" type="search" name="q" value={question} />
    <KeepLanguage visit={visit} />
    <button type="submit">{visit.t('web-search-button')}</button>
  </form>
)

/** Headings to go to: links within the page. */
const Outline = ({ report }: { readonly report: Report }) => (
  <ol lang="zh">
    {headings(report).map(({ heading, level, first }) => (
      <li class={`level-${Math.min(level, MAX_LEVEL)}`}>
        <a href={`#p${first}`}>{heading}</a>
      </li>
    ))}
  </ol>
)

const MAX_LEVEL = 4

/** Without the title. */
function headings({ sections }: Report): Section[] {
  return sections.filter(({ level }) => level > 1)
}

const Body = ({ visit, report, question, matches, figures }: ReportPageProps) => {
  const startingAt = new Map<number, Section[]>()
  for (const section of headings(report)) addTo(startingAt, section.first, section)
  return (
    <>
      {report.passages.map((passage) => (
        <>
          {startingAt.get(passage.paragraph)?.map((section) => (
            <Heading section={section} />
          ))}
          <Paragraph
            visit={visit}
            passage={passage}
            question={question}
            hits={matches.get(passage.id) ?? []}
            figures={figures.get(passage.id) ?? []}
          />
        </>
      ))}
    </>
  )
}

const Heading = ({ section: { heading, level } }: { readonly section: Section }) => {
  if (level === 2) return <h2>{heading}</h2>
  return level === 3 ? <h3>{heading}</h3> : <h4>{heading}</h4>
}

interface ParagraphProps {
  readonly visit: Visit
  readonly passage: Passage
  readonly question: string
  readonly hits: readonly Range[]
  readonly figures: readonly Figure[]
}

const Paragraph = ({ visit: { t, to }, passage, question, hits, figures }: ParagraphProps) => (
  <div class="paragraph" id={`p${passage.paragraph}`}>
    <a
      class="number"
      href={to(`/passages/${passage.id}`, { q: question })}
      aria-label={t('paragraph', { number: String(passage.paragraph) })}
    >
      {passage.paragraph}
    </a>
    <p data-passage={passage.id} data-start={0}>
      <Marked text={passage.text} hits={hits} figures={figures} />
    </p>
  </div>
)
