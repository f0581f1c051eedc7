/** One passage, large: the words, their source, what to do with them, how to cite them, and what stands around them. */

import { citePassage } from '../../answer/citation.ts'
import { placeInReport, reportName } from '../../corpus/naming.ts'
import type { Passage, Report } from '../../corpus/report.ts'
import { CITATION_FORMATS } from '../../export/citation-formats.ts'
import type { Figure } from '../../figures/figure.ts'
import { SHAPES } from '../../pictures/card-layout.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { clip } from '../../text/clip.ts'
import type { Range } from '../../text/runs.ts'
import { Marked } from '../parts/marked.tsx'
import { PassageActions } from '../parts/passage-actions.tsx'
import { hasPictures, type Visit } from '../site.ts'
import { Layout } from './layout.tsx'
import { ReportMetadata } from './report-page.tsx'

export interface PassagePageProps {
  readonly visit: Visit
  readonly passage: Passage
  readonly report: Report
  readonly summary: ReportSummary
  /** What the question the visitor came with matched. */
  readonly hits: readonly Range[]
  /** The characters that the link points at. */
  readonly quoted: readonly Range[]
  readonly figures: readonly Figure[]
}

/** The longest preview that chats show. */
const MAX_PREVIEW_UTF16 = 200

export const PassagePage = (props: PassagePageProps) => {
  const { visit, passage, report, summary, hits, quoted, figures } = props
  const { t, to } = visit
  const citation = citePassage(passage, summary)
  const name = `${reportName(summary)} · ${placeInReport(passage, t)}`
  const mark = quoted.map(([start, end]) => `${start}-${end}`).join(',')
  const hasPicture = hasPictures(visit.site)
  const words = quoted.map(([start, end]) => passage.text.slice(start, end)).join('……') || passage.text
  return (
    <Layout
      visit={visit}
      title={name}
      description={clip(words, MAX_PREVIEW_UTF16)}
      canonical={{ path: `/passages/${passage.id}` }}
      image={
        hasPicture
          ? { path: `/cards/${passage.id}.png`, parameters: mark === '' ? {} : { mark }, size: SHAPES.wide }
          : null
      }
      head={<ReportMetadata visit={visit} report={report} />}
    >
      <article class="single">
        <nav class="trail" aria-label={t('web-trail')}>
          <a href={to(`/reports/${report.id}`)}>{reportName(summary)}</a>
          {passage.section.map((heading) => (
            <span class="step" lang="zh">
              {heading}
            </span>
          ))}
        </nav>
        <h1 class="quiet">{name}</h1>
        <blockquote class="large" lang="zh" id="quote" data-passage={passage.id} data-start={0}>
          <Marked text={passage.text} hits={hits} quoted={quoted} figures={figures} anchor="mark" />
        </blockquote>
        <p class="citation">{citation}</p>
        <PassageActions
          visit={visit}
          passage={passage}
          copied={`“${words}”\n${citation}`}
          mark={mark}
          hasSquare={true}
        />
        <Context {...props} />
      </article>
      <Formats {...props} />
    </Layout>
  )
}

const Context = ({ visit, passage, report }: PassagePageProps) => {
  const { t, to } = visit
  return (
    <section class="context" aria-labelledby="context">
      <h2 id="context">{t('web-context')}</h2>
      <Around visit={visit} passage={report.passages[passage.paragraph - 2]} />
      <p class="gap" aria-hidden="true">
        ⁂
      </p>
      <Around visit={visit} passage={report.passages[passage.paragraph]} />
      <p>
        <a href={to(`/reports/${report.id}#p${passage.paragraph}`)}>{t('web-read-here')}</a>
      </p>
    </section>
  )
}

/** The paragraph before or after, smaller: it is not what was asked for. */
const Around = ({
  visit: { t, to },
  passage,
}: {
  readonly visit: Visit
  readonly passage: Passage | undefined
}) =>
  passage === undefined ? null : (
    <div class="around">
      <a
        class="number"
        href={to(`/passages/${passage.id}`)}
        aria-label={t('paragraph', { number: String(passage.paragraph) })}
      >
        {passage.paragraph}
      </a>
      <p lang="zh" data-passage={passage.id} data-start={0}>
        {passage.text}
      </p>
    </div>
  )

const Formats = ({ visit, passage, summary }: PassagePageProps) => {
  const { t, to, outside, today } = visit
  const access = { day: today, url: outside(`/passages/${passage.id}`) }
  return (
    <section class="formats" id="cite" aria-labelledby="cite-heading">
      <h2 id="cite-heading">{t('button-formats')}</h2>
      {CITATION_FORMATS.map(({ name, ending, cite }, index) => {
        const text = cite(passage, summary, access)
        return (
          <details open={index === 0}>
            <summary>{name}</summary>
            <pre>{text.trimEnd()}</pre>
            <p class="actions">
              <button type="button" hidden data-copy={text.trimEnd()}>
                {t('web-copy')}
              </button>
              <a href={to(`/passages/${passage.id}/citation.${ending}`)} download={`${passage.id}.${ending}`}>
                {t('web-download')}
              </a>
            </p>
          </details>
        )
      })}
    </section>
  )
}
