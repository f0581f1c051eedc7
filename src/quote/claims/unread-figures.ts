/** Turns the numbers of a passage that are no figures of it, as 20 of 20分钟, into figures named by the words beside them. */
import type { Passage } from '../../corpus/report.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { getOrMake, groupBy } from '../../text/maps.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { afterMark, beforeMark, sentenceStart } from '../../text/sentences.ts'
import { contentWords } from './account.ts'
import { MARKS } from './stretch.ts'
import { findUnread } from './unread-numbers.ts'

/** By passage: a draft comes to the same ones sentence after sentence. */
const known = new WeakMap<Passage, readonly StatedFigure[]>()

/** All figures of some passages, with those of their unread numbers: of the time and kind of the nearest figure of the sentence, without which there is none. */
export function withUnread(stated: readonly StatedFigure[]): StatedFigure[] {
  const passages = groupBy(stated, ({ passage }) => passage.id)
  return [...passages.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const figures = [first, ...others]
    return [...figures, ...getOrMake(known, first.passage, () => unreadBeside(first.passage, figures))]
  })
}

function unreadBeside({ text }: Passage, figures: readonly StatedFigure[]): StatedFigure[] {
  const taken = figures.flatMap(({ figure }) => figure.numbers)
  return findUnread(text, taken).flatMap(({ figure, year }): StatedFigure[] => {
    const { start, end } = figure
    const distance = (one: StatedFigure): number => Math.abs(one.figure.start - start)
    const [beside] = figures
      .filter((one) => sentenceStart(text, one.figure.end) === sentenceStart(text, end))
      .sort((a, b) => distance(a) - distance(b))
    // 是2010年的3.7倍 is told of a base.
    if (beside === undefined || figure.unit === '倍') return []
    const [before, behind] = [
      text.slice(afterMark(text, MARKS, start), start),
      text.slice(end, beforeMark(text, MARKS, end)),
    ]
    const indicator = foldPhrase(before + behind)
    if (contentWords(indicator).length === 0) return []
    const { kind, year: own, scope, subject } = beside.figure
    return [
      {
        ...beside,
        figure: {
          ...figure,
          indicator,
          name: before === '' ? behind : before,
          kind,
          year: year?.is === 'named' ? year.year : own,
          scope: figure.scope ?? scope,
          subject,
          passage: beside.figure.passage,
          paragraph: beside.figure.paragraph,
          quote: before + figure.quote + behind,
        },
      },
    ]
  })
}
