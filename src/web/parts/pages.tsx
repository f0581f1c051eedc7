/** Links to the page before and the page after. */
import type { Parameters, Visit } from '../site.ts'

interface PagesProps {
  readonly visit: Visit
  readonly path: string
  /** Of the address, without its page. */
  readonly parameters: Parameters
  /** From 1. */
  readonly page: number
  readonly pages: number
}

export const Pages = ({ visit: { t, to }, path, parameters, page, pages }: PagesProps) => {
  if (pages < 2 && page === 1) return null
  const link = (number: number) => to(path, { ...parameters, page: number === 1 ? null : number })
  return (
    <nav class="pages" aria-label={t('web-pages')}>
      {page > 1 ? (
        <a rel="prev" href={link(Math.max(1, Math.min(page - 1, pages)))}>
          {t('web-previous')}
        </a>
      ) : (
        <span />
      )}
      <span>{t('web-page-of', { page, pages })}</span>
      {page < pages ? (
        <a rel="next" href={link(page + 1)}>
          {t('web-next')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
