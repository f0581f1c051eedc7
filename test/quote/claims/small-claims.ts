/** Claims of a text, and figures of a report of one section, without a search. */
import { type Claim, readClaims } from '../../../src/quote/claims/read-claims.ts'
import type { StatedFigure } from '../../../src/search/backend.ts'
import { createMiniSearchBackend } from '../../../src/search/embedded/backend.ts'
import type { Query } from '../../../src/search/query/query.ts'
import { report } from '../small-searcher.ts'

/** A question that names these places, of which there are reports. */
function queryOf(...places: readonly string[]): Query {
  return { named: places, foreign: [], preferences: { places } } as unknown as Query
}

/** The first claim of a text. */
export function claimOf(text: string, ...places: readonly string[]): Claim {
  const [claim] = readClaims(text, queryOf(...places))
  if (claim === undefined) throw new Error(`no claim in ${text}`)
  return claim
}

/** The figures of a report of 云岭县 of 2024, in the order of the text. */
export async function figuresOf(
  text: string,
  {
    heading = '一、2023年工作回顾',
    ...fields
  }: { readonly heading?: string; readonly [field: string]: string | number | undefined } = {},
): Promise<readonly StatedFigure[]> {
  const all = Object.entries({ level: '县', reviews: 2023, plans: 2024, ...fields })
  const front = Object.fromEntries(
    all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const made = report('yunling-2024', front, `# 政府工作报告\n\n## ${heading}\n\n${text}`)
  return await createMiniSearchBackend([made]).figures({
    passages: made.passages.map(({ id }) => id),
  })
}

/** The first of them. */
export async function figureOf(...given: Parameters<typeof figuresOf>): Promise<StatedFigure> {
  const [stated] = await figuresOf(...given)
  if (stated === undefined) throw new Error(`no figure in ${given[0]}`)
  return stated
}
