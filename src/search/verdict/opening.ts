/** Turns a question about the speech itself (who spoke, when, at which meeting, what its third part says) into the passages that answer it. */
import { partNumber } from '../../corpus/heading.ts'
import type { Passage, Report } from '../../corpus/report.ts'
import { HEADS_OF_GOVERNMENT } from '../../text/place-name.ts'
import { type Backend, type Candidate, newestFirst } from '../backend.ts'
import { isOfPlaceAndYear } from '../filter.ts'
import type { Query } from '../query/query.ts'

/** More reports than this one question cannot mean. */
const MAX_OPENINGS = 5
/** The salutation and the sentence 现在，我代表… stand at the very beginning. */
const OPENING_PASSAGES = 6
/** Offices that a speaker may hold, with the words that make them another person's (副, 书记). */
const OFFICE = new RegExp(`(?:常务)?副?(?:${HEADS_OF_GOVERNMENT}|书记)`, 'u')
/** Whoever leads: of a government that is the speaker, of a place it may be somebody else. */
const LEADER = /一把手|领导|负责人/u
/** Another person in an office of the same name. */
const OTHER_HOLDER = /前任|上一?任|历任|原任|下一?任|继任|接任|分管|主管|人大|政协|纪委|法院|检察/u

export interface Openings {
  /** The latest reports first. Empty when the question is not about a speech or names a place that no report has. */
  readonly candidates: readonly Candidate[]
  /** False where they name only somebody near the one who is asked for. */
  readonly isAnswer: boolean
}

const NO_OPENINGS: Openings = { candidates: [], isAnswer: false }

export async function findOpenings(query: Query, backend: Backend): Promise<Openings> {
  if (query.part !== null && query.terms === '') return findPart(query, query.part, backend)
  if (query.intent !== 'opening' || query.foreign.length > 0) return NO_OPENINGS
  const { reports } = await backend.catalog()
  const isAnswer = !OTHER_HOLDER.test(query.text) && (!LEADER.test(query.text) || query.text.includes('政府'))
  const ofPlace = reports.filter((report) => isOfPlaceAndYear(report, query.preferences))
  const holders = isAnswer ? ofPlace.filter(({ post }) => holdsOffice(post, query)) : []
  // The report of a mayor says nothing of the secretary, but is as near as it gets.
  const meant = holders.length > 0 ? holders : isNamed(query) ? ofPlace : []
  const latest = [...meant].sort(newestFirst).slice(0, MAX_OPENINGS)
  const whole = await Promise.all(
    latest.map(async (summary) => ({ summary, report: await backend.report(summary.id) })),
  )
  const candidates = whole.flatMap(({ summary, report }): Candidate[] => {
    const passage = report === null ? null : openingOf(report)
    return passage === null ? [] : [{ passage, report: summary, score: 1 }]
  })
  return { candidates, isAnswer: holders.length > 0 }
}

/** The passages of the latest report's part, whatever words stand in them. */
async function findPart(query: Query, part: number, backend: Backend): Promise<Openings> {
  if (query.preferences.places.length === 0 || query.foreign.length > 0) return NO_OPENINGS
  const { reports } = await backend.catalog()
  const [latest] = reports.filter((report) => isOfPlaceAndYear(report, query.preferences)).sort(newestFirst)
  const report = latest === undefined ? null : await backend.report(latest.id)
  if (latest === undefined || report === null) return NO_OPENINGS
  const passages = report.passages.filter(({ section }) =>
    section.some((heading) => partNumber(heading) === part),
  )
  return {
    candidates: passages.map((passage) => ({ passage, report: latest, score: 1 })),
    isAnswer: passages.length > 0,
  }
}

/** The office that is asked about; 县长 is neither 副县长 nor 县委书记. Any, where the question is about the speech. */
function holdsOffice(post: string, { text, preferences }: Query): boolean {
  const office = OFFICE.exec(text)?.[0]
  if (office === undefined) return preferences.places.length + preferences.years.length > 0
  return new RegExp(`(?<!副)${office}`, 'u').test(post)
}

/** A question for an office must name a place: an office that no speaker holds, or that each of them does, would bring all reports. */
function isNamed({ text, preferences }: Query): boolean {
  return preferences.places.length > 0 && (OFFICE.test(text) || LEADER.test(text))
}

function openingOf(report: Report): Passage | null {
  const first = report.passages.slice(0, OPENING_PASSAGES)
  return first.find(({ text }) => /代表.*(?:报告|汇报)/u.test(text)) ?? first[0] ?? null
}
