/** What the check of a text found: of one sentence its figures or its words, of several a verdict each. */
import { citePassage } from '../../answer/citation.ts'
import { isOfFigures, placesUnknown, statedStretch, tellClaims } from '../../answer/verdict-words.ts'
import type { Verdict } from '../../quote/verify.ts'
import type { SentenceVerdict } from '../../quote/verify-text.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Visit } from '../site.ts'
import { Marked } from './marked.tsx'
import { PassageActions } from './passage-actions.tsx'
import { SentenceVerdicts } from './sentence-verdicts.tsx'
import { QuoteVerdict } from './verdict.tsx'

interface CheckedProps {
  readonly visit: Visit
  readonly sentences: readonly SentenceVerdict[]
}

export const Checked = ({ visit, sentences }: CheckedProps) => {
  const { t } = visit
  const [only, ...others] = sentences
  if (only === undefined) return <p class="notices">{t('web-draft-without-claims')}</p>
  if (others.length > 0) return <SentenceVerdicts visit={visit} sentences={sentences} />
  if (isOfFigures(only)) return <ClaimVerdict visit={visit} verdict={only} />
  const unknown = placesUnknown(only)
  if (unknown.length === 0) return <QuoteVerdict visit={visit} verdict={only} />
  return (
    <section class="verdict not-found" aria-label={t('web-verdict')}>
      {unknown.map((place) => (
        <h2>{t('missing-place', { place })}</h2>
      ))}
    </section>
  )
}

interface ClaimVerdictProps {
  readonly visit: Visit
  readonly verdict: Verdict
}

/** The first line is what a hurried reader takes away; under it the report's own words. */
const ClaimVerdict = ({ visit, verdict }: ClaimVerdictProps) => {
  const { t } = visit
  const { lines, figures } = tellClaims(verdict, t)
  const standing =
    verdict.supported === true ? 'supported' : verdict.supported === false ? 'contradicted' : 'open'
  return (
    <section class={`verdict ${standing}`} aria-label={t('web-verdict')}>
      {lines.map(({ text, isVerdict }) => (isVerdict ? <h2>{text}</h2> : <p>{text}</p>))}
      {figures.map((stated) => (
        <StatedWords visit={visit} stated={stated} />
      ))}
    </section>
  )
}

const StatedWords = ({ visit, stated }: { readonly visit: Visit; readonly stated: StatedFigure }) => {
  const { figure, passage, report } = stated
  const citation = citePassage(passage, report)
  const [start, end] = statedStretch(stated)
  const lead = start > 0 ? '…' : ''
  const shift = lead.length - start
  return (
    <>
      <blockquote lang="zh" data-passage={passage.id} data-start={-shift}>
        <Marked
          text={`${lead}${passage.text.slice(start, end)}${end < passage.text.length ? '…' : ''}`}
          quoted={figure.numbers.map(([from, to]) => [from + shift, to + shift])}
        />
      </blockquote>
      <p class="citation">{citation}</p>
      <PassageActions
        visit={visit}
        passage={passage}
        copied={`“${figure.quote}”\n${citation}`}
        mark={`${figure.start}-${figure.end}`}
      />
    </>
  )
}
