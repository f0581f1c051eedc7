/** Turns what words name (reports, sections, a paragraph) into links to them. */

import type { Named } from '../../answer/named-report.ts'
import { reportName } from '../../corpus/naming.ts'
import type { Visit } from '../site.ts'

const MAX_LINKS = 40

export const NamedLinks = ({ visit, named }: { readonly visit: Visit; readonly named: Named }) => (
  <nav aria-label={visit.t('web-named')}>
    <ul class="notices" lang="zh">
      {linksOf(named, visit)
        .slice(0, MAX_LINKS)
        .map(({ path, text }) => (
          <li>
            <a href={visit.to(path)}>{text}</a>
          </li>
        ))}
    </ul>
  </nav>
)

interface NamedLink {
  readonly path: string
  readonly text: string
}

function linksOf(named: Named, { t }: Visit): NamedLink[] {
  switch (named.kind) {
    case 'catalog':
      return [{ path: '/reports', text: t('web-nav-reports') }]
    case 'reports':
      return named.reports.map((report) => ({ path: `/reports/${report.id}`, text: reportName(report) }))
    case 'paragraph': {
      const { report, paragraph } = named
      const text = `${reportName(report)} · ${t('paragraph', { number: String(paragraph) })}`
      return [{ path: `/reports/${report.id}#p${paragraph}`, text }]
    }
    case 'sections':
      return named.sections.map(({ report, section }) => {
        const { heading = '', first = 1 } = report.sections[section] ?? {}
        return { path: `/reports/${report.id}#p${first}`, text: `${reportName(report)} › ${heading}` }
      })
  }
}
