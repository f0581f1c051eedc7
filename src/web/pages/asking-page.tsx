/** A page with one field to ask in: its heading, what it is for, the field, and below them what was found. */
import type { Child } from 'hono/jsx'
import { KeepLanguage } from '../parts/keep-language.tsx'
import type { Visit } from '../site.ts'
import { Layout, type PreviewImage } from './layout.tsx'

/** Of each page by its address: its heading, what it is for, and the label of its field. */
const WORDS = {
  '/figures': ['web-nav-figures', 'web-figures-lead', 'web-figures-label'],
  '/count': ['web-nav-count', 'web-count-lead', 'web-count-label'],
  '/compare': ['web-nav-compare', 'web-compare-lead', 'web-compare-label'],
} as const

interface AskingPageProps {
  readonly visit: Visit
  readonly path: keyof typeof WORDS
  /** '' before anything is asked. */
  readonly asked: string
  readonly image?: PreviewImage | null
  readonly children: Child
}

export const AskingPage = ({ visit, path, asked, image = null, children }: AskingPageProps) => {
  const [heading = '', lead, label] = WORDS[path].map((key) => visit.t(key))
  return (
    <Layout
      visit={visit}
      title={asked === '' ? heading : `${asked} - ${heading}`}
      canonical={asked === '' ? { path } : null}
      image={image}
    >
      <h1>{heading}</h1>
      <p class="lead">{lead}</p>
      <form class="question" action={visit.to(path)} method="get">
        <label for="question">{label}</label>
        <input id="question" type="search" name="q" value={asked} lang="zh" />
        <KeepLanguage visit={visit} />
        <button type="submit">{visit.t('web-search-button')}</button>
      </form>
      {children}
    </Layout>
  )
}
