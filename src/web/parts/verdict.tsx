/** What the check of a quote found, in words: the verdict, what to beware of, the comparison, the report's own words and their source. */

import {
  type Caution,
  tellAround,
  tellChanges,
  tellCheck,
  tellFolded,
  tellOmission,
} from '../../answer/check-words.ts'
import { citePassage } from '../../answer/citation.ts'
import { tellKind } from '../../answer/verdict-words.ts'
import { placeInReport, reportName } from '../../corpus/naming.ts'
import type { DiffPart } from '../../quote/alignment/align.ts'
import type { CheckOf } from '../../quote/check.ts'
import type { QuotePlace } from '../../quote/context.ts'
import type { Verdict } from '../../quote/verify.ts'
import type { Hit } from '../../search/searcher.ts'
import { clip } from '../../text/clip.ts'
import type { Visit } from '../site.ts'
import { Marked } from './marked.tsx'
import { PassageActions } from './passage-actions.tsx'

interface QuoteVerdictProps {
  readonly visit: Visit
  readonly verdict: Pick<Verdict, 'check' | 'claims' | 'supported' | 'conflicts' | 'aside'>
}

interface CheckProps<Check> {
  readonly visit: Visit
  readonly check: Check
}

const MAX_OTHERS = 10

export const QuoteVerdict = ({ visit, verdict }: QuoteVerdictProps) => {
  const { t } = visit
  const { check } = verdict
  if (check.kind === 'not-found') return <NotFound visit={visit} check={check} />
  const kind = check.kind === 'verbatim' ? tellKind(verdict, t) : null
  const isDoubted = check.kind === 'verbatim' && verdict.supported !== true
  return (
    <section class={`verdict ${isDoubted ? 'open' : check.kind}`} aria-label={t('web-verdict')}>
      <h2>{tellCheck(check, verdict, t)}</h2>
      {kind === null ? null : <p>{kind}</p>}
      <Cautions lines={tellAround(verdict, t)} />
      {check.kind === 'verbatim' ? <Verbatim visit={visit} check={check} /> : null}
      {check.kind === 'differs' ? <Differs visit={visit} check={check} /> : null}
      {check.kind === 'pieced' ? <Pieced visit={visit} check={check} /> : null}
    </section>
  )
}

const Cautions = ({ lines }: { readonly lines: readonly Caution[] }) => (
  <>
    {lines.map(({ text, isGrave }) => (
      <p class={isGrave ? 'warning' : undefined}>{text}</p>
    ))}
  </>
)

export const NotFound = ({ visit, check }: CheckProps<CheckOf<'not-found'>>) => (
  <section class="verdict not-found" aria-label={visit.t('web-verdict')}>
    <h2>{visit.t('quote-not-found')}</h2>
    {check.nearest === null ? null : (
      <>
        <p>{visit.t('quote-nearest')}</p>
        <Source
          visit={visit}
          hit={check.nearest}
          places={[{ passage: check.nearest.passage, range: [0, 0] }]}
        />
      </>
    )}
  </section>
)

const Verbatim = ({ visit, check }: CheckProps<CheckOf<'verbatim'>>) => {
  const { t, to } = visit
  const { others, holders } = check
  return (
    <>
      <Cautions lines={tellFolded(check, t)} />
      <Source visit={visit} hit={check.hit} places={check.places} />
      {others.length === 0 ? null : (
        <>
          <p>{t('quote-others', { count: holders - 1 })}</p>
          <ul>
            {others.slice(0, MAX_OTHERS).map(({ passage, report }) => (
              <li>
                <a href={to(`/passages/${passage.id}`)}>
                  {reportName(report)} › {placeInReport(passage, t)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Differs = ({ visit, check }: CheckProps<CheckOf<'differs'>>) => {
  const { t } = visit
  return (
    <>
      <Cautions lines={tellChanges(check, t)} />
      <p class="legend">{t('quote-legend')}</p>
      <Diff visit={visit} diff={check.diff} />
      <h3>{t('quote-true-words')}</h3>
      <Source visit={visit} hit={check.hit} places={check.places} />
    </>
  )
}

const Diff = ({ visit: { t, to }, diff }: { readonly visit: Visit; readonly diff: readonly DiffPart[] }) => (
  <>
    <blockquote class="diff" lang="zh">
      {diff.map(({ kind, text }) => {
        if (kind === 'missing') return <ins>{text}</ins>
        return kind === 'added' || kind === 'moved' ? <del>{text}</del> : text
      })}
    </blockquote>
    {diff.map((part) =>
      part.kind === 'moved' ? (
        <p>
          {t('quote-moved', { words: clip(part.text) })}{' '}
          <a href={to(`/passages/${part.at.passage.id}`)}>{placeInReport(part.at.passage, t)}</a>
        </p>
      ) : null,
    )}
  </>
)

const Pieced = ({ visit, check }: CheckProps<CheckOf<'pieced'>>) => (
  <>
    {check.pieces.map((piece) => (
      <>
        {piece.omission === null ? null : (
          <>
            <p>{visit.t('quote-gap', { count: piece.omission.length })}</p>
            <Cautions lines={tellOmission(piece.omission, visit.t)} />
          </>
        )}
        <Source visit={visit} hit={piece.hit} places={[piece]} />
      </>
    ))}
  </>
)

interface SourceProps {
  readonly visit: Visit
  readonly hit: Hit
  readonly places: readonly QuotePlace[]
}

/** The paragraphs that hold the words, with the words marked; their citation; and what to do with them. */
const Source = ({ visit, hit, places }: SourceProps) => {
  const passages = [...new Map(places.map(({ passage }) => [passage.id, passage])).values()]
  const first = passages[0] ?? hit.passage
  const heading = places[0]?.heading
  const citation = citePassage(first, hit.report, passages.at(-1) ?? first)
  const mark = places
    .filter(({ passage, range: [start, end] }) => passage.id === first.id && start < end)
    .map(({ range }) => range.join('-'))
    .join(',')
  const words =
    heading ??
    places.map(({ passage, range: [start, end] }) => passage.text.slice(start, end || undefined)).join('……')
  return (
    <>
      {heading === undefined ? (
        passages.map((passage) => (
          <blockquote lang="zh" data-passage={passage.id} data-start={0}>
            <Marked
              text={passage.text}
              quoted={places.filter((place) => place.passage.id === passage.id).map(({ range }) => range)}
            />
          </blockquote>
        ))
      ) : (
        <blockquote lang="zh">{heading}</blockquote>
      )}
      <p class="citation">{citation}</p>
      <PassageActions visit={visit} passage={first} copied={`“${words}”\n${citation}`} mark={mark} />
    </>
  )
}
