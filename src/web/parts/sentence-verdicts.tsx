/** What the reports say of each sentence of a text: confirmed, contradicted in this or that, or not spoken of. */

import { citePassage } from '../../answer/citation.ts'
import type { SentenceVerdict } from '../../quote/verify-text.ts'
import { clip } from '../../text/clip.ts'
import type { Visit } from '../site.ts'

interface SentenceVerdictsProps {
  readonly visit: Visit
  readonly sentences: readonly SentenceVerdict[]
}

export const SentenceVerdicts = ({ visit, sentences }: SentenceVerdictsProps) => {
  const { t, to } = visit
  const counts = STANDINGS.map((standing) => ({
    standing,
    count: sentences.filter((one) => standingOf(one) === standing).length,
  }))
  return (
    <section aria-label={t('web-verdict')}>
      <p class="summary">
        {counts.map(({ standing, count }, at) => (
          <>
            {at === 0 ? '' : ' · '}
            {t(`web-sentences-${standing}`, { count })}
          </>
        ))}
      </p>
      <ol class="sentences">
        {sentences.map((verdict) => (
          <li class={standingOf(verdict)}>
            <p>
              <span class="standing">{t(`web-standing-${standingOf(verdict)}`)}</span>{' '}
              <q lang="zh">{verdict.text}</q>
            </p>
            <Conflicts visit={visit} verdict={verdict} />
            {verdict.source === null ? null : (
              <p class="citation">
                <a href={to(`/passages/${verdict.source.passage.id}`)}>
                  {citePassage(verdict.source.passage, verdict.source.report)}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What a text has otherwise than the report, point by point. */
export const Conflicts = ({
  visit: { t },
  verdict,
}: {
  readonly visit: Visit
  readonly verdict: SentenceVerdict
}) =>
  verdict.conflicts.length === 0 ? null : (
    <ul class="conflicts">
      {verdict.conflicts.map(({ kind, said, source }) => (
        <li>
          {t(source === '' ? 'web-conflict-unknown' : 'web-conflict', {
            what: t(`web-conflict-${kind}`),
            said: named(said, t('web-unsaid')),
            source: named(source, t('web-unsaid')),
          })}
        </li>
      ))}
    </ul>
  )

function named(words: string, none: string): string {
  return words === '' ? none : `“${clip(words)}”`
}

const STANDINGS = ['supported', 'contradicted', 'unknown'] as const
export type Standing = (typeof STANDINGS)[number]

export function standingOf({ supported }: Pick<SentenceVerdict, 'supported'>): Standing {
  return supported === null ? 'unknown' : supported ? 'supported' : 'contradicted'
}
