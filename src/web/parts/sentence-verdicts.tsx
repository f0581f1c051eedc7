/** What the reports say of each sentence of a text: confirmed, contradicted in this or that, or not spoken of. */

import { citePassage } from '../../answer/citation.ts'
import { tellAside, tellSentence } from '../../answer/verdict-words.ts'
import type { SentenceVerdict } from '../../quote/verify-text.ts'
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
            <Told lines={verdict.supported === true ? tellAside(verdict, t) : tellSentence(verdict, t)} />
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

const Told = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <ul class="conflicts">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )

const STANDINGS = ['supported', 'contradicted', 'unknown'] as const
type Standing = (typeof STANDINGS)[number]

function standingOf({ supported }: Pick<SentenceVerdict, 'supported'>): Standing {
  return supported === null ? 'unknown' : supported ? 'supported' : 'contradicted'
}
