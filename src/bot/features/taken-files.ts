/** Works out what a message tells of once more, whole, as a chart or as a file. */

import { answer } from '../../answer/answer.ts'
import { compare } from '../../answer/compare.ts'
import { answerFigures } from '../../answer/figures/answer-figures.ts'
import { findConcordance } from '../../counts/concordance.ts'
import { countWords } from '../../counts/count-words.ts'
import { pickReports } from '../../counts/pick-reports.ts'
import { readChanges } from '../../counts/report-changes.ts'
import { trendOf } from '../../counts/trend.ts'
import { changesFile } from '../../export/changes-file.ts'
import { changesSheet } from '../../export/changes-sheet.ts'
import {
  concordanceTable,
  countsTable,
  csvFile,
  figuresTable,
  resultsTable,
  type Table,
} from '../../export/tables.ts'
import type { Chart } from '../../pictures/chart.ts'
import { countChart } from '../../pictures/count-chart.ts'
import { figureChart } from '../../pictures/figure-chart.ts'
import type { Searcher } from '../../search/searcher.ts'
import { clip } from '../../text/clip.ts'
import type { Translate } from '../../text/translate.ts'
import type { TakenForm } from '../callback-data.ts'
import { narrowedQuery, type ViewState } from '../state-link.ts'
import { askAll } from '../talk/change-question.ts'

/** null where the message tells of no numbers that can be drawn. */
export async function chartFor(searcher: Searcher, state: ViewState, t: Translate): Promise<Chart | null> {
  if (state.view === 'trend' || state.view === 'mentions') {
    const counts = await countWords(searcher, narrowedQuery(state))
    return countChart(counts.map(trendOf), t)
  }
  const figures = await answerFigures(searcher, narrowedQuery(state), { isNounEnough: true })
  const chart = figures === null ? null : figureChart(figures, t)
  if (chart !== null || figures === null || figures.rows.length === 0) return chart
  // One figure alone is drawn with those of the other years.
  const words = narrowedQuery(state)
  const over = await answerFigures(searcher, `${askAll(words) ?? words} 历年`, { isNounEnough: true })
  if (over === null) return null
  const results = over.rows.filter(({ figure }) => figure.kind === 'actual')
  const sized = results.filter(({ figure }) => figure.value !== null)
  return figureChart({ ...over, rows: sized.length > results.length / 2 ? sized : results }, t)
}

export interface TakenFile {
  readonly bytes: Uint8Array
  readonly name: string
}

interface FileOptions {
  readonly form: Exclude<TakenForm, 'chart'>
  readonly t: Translate
}

/** null where there is nothing to write down. */
export async function documentFor(
  searcher: Searcher,
  state: ViewState,
  { form, t }: FileOptions,
): Promise<TakenFile | null> {
  if (form === 'csv') {
    const table = await tableFor(searcher, state)
    if (table === null || table.rows.length === 0) return null
    return { bytes: new TextEncoder().encode(csvFile(table)), name: `${nameOf(state.query)}.csv` }
  }
  const picked = await pickReports(searcher, state.query)
  if (picked.problem !== undefined) return null
  const found = await readChanges(searcher.backend, picked.a.id, picked.b.id)
  if ('missing' in found) return null
  return {
    bytes: await changesFile(changesSheet(found, t), form),
    name: `${nameOf(`${found.a.place}${found.a.year}-${found.b.place}${found.b.year}`)}.${form}`,
  }
}

/** Passages in a file: enough to work on, and what the search finds in a moment. */
const MAX_RESULTS = 500
/** Characters on each side of a phrase. */
const CONTEXT = 20

async function tableFor(searcher: Searcher, state: ViewState): Promise<Table | null> {
  const words = narrowedQuery(state)
  switch (state.view) {
    case 'trend':
    case 'mentions':
      return countsTable(await countWords(searcher, words))
    case 'kwic': {
      const [count] = await countWords(searcher, words)
      if (count === undefined) return null
      return concordanceTable(
        count.phrase,
        await findConcordance(searcher.backend, count, { context: CONTEXT }),
      )
    }
    case 'compare': {
      const figures = await answerFigures(searcher, words, { isNounEnough: true })
      if (figures !== null && figures.rows.length > 0) return figuresTable(figures)
      return resultsTable(await compare(searcher, words))
    }
    case 'changes':
      return null
    default:
      return resultsTable(await answer(searcher, words, { limit: MAX_RESULTS }))
  }
}

const MAX_NAME_UTF16 = 40

/** A name that every system takes for a file. */
function nameOf(words: string): string {
  const plain = words.replace(/[^\p{L}\p{N}\p{M}._-]+/gu, ' ').trim()
  return clip(plain, MAX_NAME_UTF16) || 'yinju'
}
