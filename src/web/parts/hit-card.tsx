/** One passage of an answer: its source, the words that matched, the whole of it to open, its citation, and what to do with it. */

import type { AnsweredHit } from '../../answer/answered-hit.ts'
import { placeInReport, reportName } from '../../corpus/naming.ts'
import { clip } from '../../text/clip.ts'
import type { Visit } from '../site.ts'
import { Marked } from './marked.tsx'
import { PassageActions } from './passage-actions.tsx'
import { SnippetQuote } from './snippet-quote.tsx'

/** Longer headings are shortened in lines that only point the way. */
const MAX_HEADING_UTF16 = 28

interface HitCardProps {
  readonly visit: Visit
  readonly hit: AnsweredHit
  /** The question, so that the linked page marks what it matched. */
  readonly question: string
}

export const HitCard = ({ visit, hit, question }: HitCardProps) => {
  const { t, to } = visit
  const { passage, report, snippet, citation } = hit
  const isCut = snippet.range[0] > 0 || snippet.range[1] < passage.text.length
  return (
    <article class="hit" id={passage.id}>
      <h2 class="source">
        <a href={to(`/passages/${passage.id}`, { q: question })}>
          <b>{reportName(report)}</b>
          {passage.section.map((heading) => (
            <span class="step">{clip(heading, MAX_HEADING_UTF16)}</span>
          ))}
          <span class="step">{placeInReport(passage, t)}</span>
        </a>
        {hit.kinds.map((kind) => (
          <span class={`kind ${kind}`}>{t(`web-kind-${kind}`)}</span>
        ))}
        {hit.isPlan ? <span class="kind target">{t('web-kind-plan')}</span> : null}
      </h2>
      <SnippetQuote passage={passage} snippet={snippet} />
      {isCut ? (
        <details>
          <summary>{t('web-whole')}</summary>
          <blockquote lang="zh" data-passage={passage.id} data-start={0}>
            <Marked text={passage.text} hits={hit.matches.map(({ range }) => range)} />
          </blockquote>
        </details>
      ) : null}
      <p class="citation">{citation}</p>
      <PassageActions
        visit={visit}
        passage={passage}
        copied={`“${passage.text}”\n${citation}`}
        mark={hit.sentence.range.join('-')}
      />
    </article>
  )
}
