/** What each report says about the same words, side by side: one passage a report. */

import type { Comparison } from '../../answer/compare.ts'
import { reportName } from '../../corpus/naming.ts'
import { PassageActions } from '../parts/passage-actions.tsx'
import { SnippetQuote } from '../parts/snippet-quote.tsx'
import type { Visit } from '../site.ts'
import { AskingPage } from './asking-page.tsx'

interface ComparePageProps {
  readonly visit: Visit
  readonly words: string
  /** null before anything is asked. */
  readonly comparison: Comparison | null
}

export const ComparePage = ({ visit, words, comparison }: ComparePageProps) => {
  const { t, to } = visit
  return (
    <AskingPage visit={visit} path="/compare" asked={words}>
      {comparison === null ? null : (
        <>
          <p class={`summary ${comparison.match}`}>
            {t(comparison.hits.length === 0 ? 'web-found-none' : 'web-compared', {
              reports: comparison.hits.length,
            })}
            {comparison.match === 'weak' ? ` ${t('only-weak')}` : ''}
          </p>
          {comparison.hits.length === 0 ? null : (
            <p class="actions">
              <a href={to('/api/compare', { q: words, format: 'csv' })}>{t('web-csv')}</a>
            </p>
          )}
          <div class="compared">
            {comparison.hits.map(({ passage, report, snippet, citation, kinds, sentence }) => (
              <article>
                <h2>
                  <a href={to(`/passages/${passage.id}`, { q: words })}>{reportName(report)}</a>
                  {kinds.map((kind) => (
                    <span class={`kind ${kind}`}>{t(`web-kind-${kind}`)}</span>
                  ))}
                </h2>
                <SnippetQuote passage={passage} snippet={snippet} />
                <p class="citation">{citation}</p>
                <PassageActions
                  visit={visit}
                  passage={passage}
                  copied={`“${passage.text}”\n${citation}`}
                  mark={sentence.range.join('-')}
                />
              </article>
            ))}
          </div>
        </>
      )}
    </AskingPage>
  )
}
