/** The frame of every page: head, masthead, search form, footer. */

import type { Child } from 'hono/jsx'
import { LANGUAGES } from '../../text/translate.ts'
import { assetPath } from '../assets.ts'
import { KeepLanguage } from '../parts/keep-language.tsx'
import { hasPictures, type Visit } from '../site.ts'
import { LANGUAGE_TAGS } from '../texts.ts'

export interface LayoutProps {
  readonly visit: Visit
  /** Without the name of the site. */
  readonly title: string
  /** A sentence for previews and search engines. */
  readonly description?: string
  /** The page's one address, for search engines and previews; null for pages that are none of theirs. */
  readonly canonical?: {
    readonly path: string
    readonly parameters?: Readonly<Record<string, string>>
  } | null
  /** The picture of previews. */
  readonly image?: PreviewImage | null
  /** Further elements of the head. */
  readonly head?: Child
  /** What stands in the search field. */
  readonly asked?: string
  /** The home page shows its own, larger search field. */
  readonly isHome?: boolean
  readonly children: Child
}

/** A picture of the site, in the shape that previews show: see SHAPES of the cards. */
export interface PreviewImage {
  readonly path: string
  readonly parameters?: Readonly<Record<string, string>>
  /** Width and height in pixels, where they are known. */
  readonly size: readonly [width: number, height: number] | null
}

const SECTIONS = [
  ['/reports', 'web-nav-reports'],
  ['/figures', 'web-nav-figures'],
  ['/count', 'web-nav-count'],
  ['/compare', 'web-nav-compare'],
  ['/changes', 'web-nav-changes'],
  ['/verify', 'web-nav-verify'],
] as const

export const Layout = (props: LayoutProps) => {
  const { visit, isHome = false, asked = '', children } = props
  const { t, to, language, path } = visit
  return (
    <html lang={LANGUAGE_TAGS[language]}>
      <Head {...props} />
      <body
        data-prefix={visit.prefix}
        data-copied={t('web-copied')}
        data-shared={t('web-shared')}
        data-copy-failed={t('web-copy-failed')}
      >
        <a class="skip" href="#main">
          {t('web-skip')}
        </a>
        <header class="masthead">
          <a class="name" href={to('/')} {...current(path === '/')}>
            {t('web-name')}
          </a>
          <nav aria-label={t('web-nav')}>
            {SECTIONS.map(([section, key]) => (
              <a href={to(section)} {...current(path === section)}>
                {t(key)}
              </a>
            ))}
          </nav>
          {isHome ? null : <SearchForm visit={visit} asked={asked} />}
        </header>
        <main id="main">{children}</main>
        <Footer visit={visit} />
        <div id="selection" class="actions" role="toolbar" aria-label={t('web-selection')} hidden>
          <button type="button">{t('web-copy')}</button>
          <button type="button">{t('web-share')}</button>
          {hasPictures(visit.site) ? <a href={to('/')}>{t('button-card')}</a> : null}
        </div>
        <p id="status" class="away" role="status" />
      </body>
    </html>
  )
}

function current(isCurrent: boolean): { 'aria-current'?: 'page' } {
  return isCurrent ? { 'aria-current': 'page' } : {}
}

const Head = ({ visit, title, description, canonical, image, head }: LayoutProps) => {
  const { t, prefix, outside, language } = visit
  const name = t('web-name')
  const address = canonical ? outside(canonical.path, canonical.parameters) : null
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title === name ? title : `${title} · ${name}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {description === undefined ? null : <meta name="description" content={description} />}
      {canonical === null ? <meta name="robots" content="noindex" /> : null}
      {address === null ? null : <link rel="canonical" href={address} />}
      <meta property="og:site_name" content={name} />
      <meta property="og:title" content={title} />
      {description === undefined ? null : <meta property="og:description" content={description} />}
      {address === null ? null : <meta property="og:url" content={address} />}
      <meta property="og:locale" content={OG_LOCALES[language]} />
      {image ? <Preview visit={visit} image={image} title={title} /> : null}
      {head}
      <link rel="icon" href={prefix + assetPath('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={prefix + assetPath('style.css')} />
      <script src={prefix + assetPath('telegram.js')} />
      <script src={prefix + assetPath('page.js')} defer />
    </head>
  )
}

const Preview = ({
  visit: { outside },
  image: { path, parameters, size },
  title,
}: Pick<LayoutProps, 'visit' | 'title'> & { readonly image: PreviewImage }) => {
  const address = outside(path, parameters)
  if (address === null) return null
  return (
    <>
      <meta property="og:image" content={address} />
      <meta property="og:image:alt" content={title} />
      {size === null ? null : (
        <>
          <meta property="og:image:width" content={String(size[0])} />
          <meta property="og:image:height" content={String(size[1])} />
        </>
      )}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

const OG_LOCALES = { 'zh-hans': 'zh_CN', 'zh-hant': 'zh_TW', en: 'en_US' } as const

interface SearchFormProps {
  readonly visit: Visit
  readonly asked: string
}

/** Works without a script: a form that leads to `/search`. */
export const SearchForm = ({ visit, asked }: SearchFormProps) => (
  <search class="search">
    <form action={visit.to('/search')} method="get">
      <input
        type="search"
        name="q"
        value={asked}
        placeholder={visit.t('web-search-placeholder')}
        aria-label={visit.t('web-search-label')}
        autocomplete="off"
        enterkeyhint="search"
      />
      <KeepLanguage visit={visit} />
      <button type="submit">{visit.t('web-search-button')}</button>
    </form>
  </search>
)

const Footer = ({ visit }: { readonly visit: Visit }) => {
  const { t, to, language, path, query } = visit
  return (
    <footer class="colophon">
      <p>{t('web-promise')}</p>
      <nav aria-label={t('web-footer')}>
        <a href={to('/about')}>{t('web-nav-about')}</a>
        <a href={to('/api')}>API</a>
        {LANGUAGES.filter((other) => other !== language).map((other) => (
          <a
            href={to(path, { ...Object.fromEntries(query), lang: other })}
            hreflang={LANGUAGE_TAGS[other]}
            lang={LANGUAGE_TAGS[other]}
            rel="alternate"
          >
            {LANGUAGE_NAMES[other]}
          </a>
        ))}
      </nav>
    </footer>
  )
}

const LANGUAGE_NAMES = { 'zh-hans': '简体中文', 'zh-hant': '繁體中文', en: 'English' } as const
