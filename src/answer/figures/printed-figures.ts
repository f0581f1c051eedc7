/** Finds the figures of a noun that is no listed indicator by its printed name. */
import type { StatedFigure } from '../../search/backend.ts'
import type { Filters } from '../../search/filter.ts'
import type { Searcher } from '../../search/searcher.ts'
import type { FigureQuestion } from './figure-question.ts'

/** The figures of one printed name, and the words of the question that it leaves. */
interface PrintedFigures {
  readonly stated: readonly StatedFigure[]
  readonly asked: FigureQuestion
}

/** null where no figure has one of the question's runs for its name. */
export async function findPrintedFigures(
  searcher: Searcher,
  asked: FigureQuestion,
  filters: Filters,
): Promise<PrintedFigures | null> {
  const names = candidateNames(asked)
  if (names.length === 0) return null
  const stated = await searcher.backend.figures({ filters, indicators: names })
  const name = names.find((one) => stated.some(({ figure }) => figure.indicator === one))
  if (name === undefined) return null
  const words = asked.words.filter(
    (word) => !name.includes(word) && !(word === '产量' && name.endsWith('总产')),
  )
  return { stated: stated.filter(({ figure }) => figure.indicator === name), asked: { ...asked, words } }
}

/** Runs of the words, the longest first: 举办赛马, 赛马. */
function candidateNames({ runs, words }: FigureQuestion): string[] {
  const names = new Set(runs)
  words.forEach((_, start) => {
    for (let end = words.length; end > start; end--) {
      const joined = words.slice(start, end).join('')
      if (runs.some((run) => run.includes(joined))) names.add(joined)
    }
  })
  for (const name of [...names]) names.add(name.replace(/(?<=..)产量$/u, '总产'))
  return [...names].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length)
}
