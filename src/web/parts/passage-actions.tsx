/** What can be done with a quote: copy, cite, share, see as a picture, open in Telegram. Copying and sharing need a script, and hide without one. */
import type { Passage } from '../../corpus/report.ts'
import { hasPictures, type Visit } from '../site.ts'

interface PassageActionsProps {
  readonly visit: Visit
  readonly passage: Passage
  /** The words and their source, as copied. */
  readonly copied: string
  /** What of the passage a picture points at, as in its address: `12-40`. Default: nothing. */
  readonly mark?: string
  /** Whether the picture is offered as a square, too. Default false. */
  readonly hasSquare?: boolean
}

export const PassageActions = ({
  visit,
  passage,
  copied,
  mark = '',
  hasSquare = false,
}: PassageActionsProps) => {
  const { t, to, outside, site } = visit
  const bot = site.botUsername()
  const address = `/passages/${passage.id}`
  return (
    <p class="actions">
      <CopyButton visit={visit} copied={copied} />
      <a href={to(`${address}#cite`)}>{t('web-cite')}</a>
      <button type="button" hidden data-share={outside(address) ?? to(address)}>
        {t('web-share')}
      </button>
      {hasPictures(site) ? <a href={to(`/cards/${passage.id}.png`, { mark })}>{t('button-card')}</a> : null}
      {hasSquare && hasPictures(site) ? (
        <a href={to(`/cards/${passage.id}.png`, { mark, shape: 'square' })}>{t('web-card-square')}</a>
      ) : null}
      {bot === null ? null : (
        <a href={`https://t.me/${bot}?start=${passage.id}`} rel="noopener">
          {t('web-telegram')}
        </a>
      )}
    </p>
  )
}

/** Copies words with their source; a script shows it. */
export const CopyButton = ({ visit, copied }: Pick<PassageActionsProps, 'visit' | 'copied'>) => (
  <button type="button" hidden data-copy={copied}>
    {visit.t('web-copy')}
  </button>
)
