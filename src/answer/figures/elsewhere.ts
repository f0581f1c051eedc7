/** Finds what the reports state beside a figure that they do not: of that place another year or a kindred indicator, of other places the same. */
import type { Kind } from '../../figures/figure.ts'
import { type Indicators, loadIndicators } from '../../figures/indicators.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { isFrameWord, readTopic, shareIn } from '../../search/rank/topic.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { PASSAGES } from './clause-figures.ts'
import type { FigureQuestion } from './figure-question.ts'

/** So many of the place itself, and of other places. */
const MAX_OWN = 2
const MAX_OTHERS = 2

export interface Missed {
  /** Canonical. */
  readonly indicator: string
  /** Those whose reports are silent. */
  readonly places: readonly string[]
  /** The year asked about. */
  readonly year: number
  readonly kind: Kind
  /** Whether that kind was asked for, so that it goes before a nearer year. */
  readonly isSameKind: boolean
}

/** As far as some years: asked for a target, who is told the result of the year before is told something else. */
const OTHER_KIND = 5

/** The nearest years first. Empty for an indicator that no list has. */
export async function findElsewhere(
  searcher: Searcher,
  { indicator, places, year, kind, isSameKind }: Missed,
): Promise<readonly StatedFigure[]> {
  const kin = kindred(indicator, loadIndicators())
  if (kin.length === 0 || places.length !== 1) return []
  const stated = await searcher.backend.figures({ indicators: kin })
  const distance = ({ figure }: StatedFigure): number =>
    Math.abs(figure.year - year) * 2 + (figure.kind === kind ? 0 : isSameKind ? OTHER_KIND : 1)
  const whole = stated
    .filter(({ figure }) => figure.subject === null && figure.scope === null)
    .sort((a, b) => distance(a) - distance(b) || b.figure.year - a.figure.year)
  const own = whole.filter(({ report }) => places.includes(report.place))
  const others = whole.filter(
    ({ report, figure }) => !places.includes(report.place) && figure.indicator === indicator,
  )
  return [
    ...firstOfEach(own, ({ figure }) => figure.indicator, indicator).slice(0, MAX_OWN),
    ...firstOfEach(others, ({ report }) => report.place).slice(0, MAX_OTHERS),
  ]
}

/** The indicator, and those that speak of the same: 粮食产量, 粮食播种面积. */
function kindred(indicator: string, indicators: Indicators): string[] {
  if (indicators.get(indicator) === undefined) return []
  const others = indicators.all.filter(({ name }) => name.slice(0, 2) === indicator.slice(0, 2))
  return [...new Set([indicator, ...others.map(({ name }) => name)])]
}

function firstOfEach(
  stated: readonly StatedFigure[],
  keyOf: (one: StatedFigure) => string,
  first = '',
): StatedFigure[] {
  const found = new Map<string, StatedFigure>()
  for (const one of stated) if (!found.has(keyOf(one))) found.set(keyOf(one), one)
  return [...found].sort(([a], [b]) => Number(b === first) - Number(a === first)).map(([, one]) => one)
}

/**
 * Reports with a clause that has the words of the question and a number, where no figure is read: what it
 * says is not known, and no report that has one is known to be silent.
 */
export async function findUnread(
  searcher: Searcher,
  { query, runs, longNames, names }: FigureQuestion,
): Promise<ReadonlySet<string>> {
  const { plan, ranked } = await searcher.explain(query.text)
  if (ranked.length === 0) return new Set()
  const typed = [...runs, ...longNames, ...names].join(' ')
  const words = readTopic(plan).filter(({ text }) => !isFrameWord(text) && typed.includes(foldPhrase(text)))
  const hits = ranked.slice(0, PASSAGES)
  const read = await searcher.backend.figures({ passages: hits.map(({ passage }) => passage.id) })
  const isUnread = ({ passage: { id, text } }: (typeof hits)[number]): boolean =>
    [...text.matchAll(/[^，,。；;]+/gu)].some(({ index, 0: clause }) => {
      const end = index + clause.length
      const told =
        /\d/u.test(foldPhrase(clause)) || GOES_ON.test(foldPhrase(text.slice(end + 1, end + MAX_BEHIND)))
      const isRead = read.some(
        ({ figure }) => figure.passage === id && figure.start < end + MAX_BEHIND && figure.end > index,
      )
      return (
        told && !isRead && words.length > 0 && words.every((word) => shareIn(word, foldPhrase(clause)) === 1)
      )
    })
  return new Set(hits.filter(isUnread).map(({ report }) => report.id))
}

/** Where a clause goes on with the number of the one before, its number begins so near, in UTF-16 units. */
const MAX_BEHIND = 24
/** Of a noun that a clause before has: 补差水平，分别从457元提高到503元. */
const GOES_ON = /^(?:均|分别)*(?:达到?|为|提高|提升|上升|增|保持|稳定|控制|下?降|由|从)[^,]*\d/u
