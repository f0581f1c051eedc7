/** Plans whose terms and concepts a test weighs itself, and a passage to look at with them. */
import type { Candidate } from '../../../src/search/backend.ts'
import type { Concept } from '../../../src/search/query/concept.ts'
import type { Plan, PlannedTerm } from '../../../src/search/query/plan.ts'
import { openSmallCorpus, report } from '../small-corpus.ts'

type Given = Pick<PlannedTerm, 'term' | 'weight'> & Partial<PlannedTerm>

/** A term is a word typed as it is, and stands where the text has it first, where the test does not say otherwise. */
export function handPlan(text: string, given: readonly Given[], concepts: readonly Concept[] = []): Plan {
  const terms = given.map((one): PlannedTerm => {
    const start = one.start ?? text.indexOf(one.term)
    const end = start + one.term.length
    const kind = one.term.length === 1 ? 'char' : 'pair'
    return { kind, start, end, frequency: 3, isWord: true, isOneWord: true, concepts: [], ...one }
  })
  const sum = (some: readonly PlannedTerm[]): number => some.reduce((total, { weight }) => total + weight, 0)
  return {
    text,
    terms,
    concepts,
    weight: sum(terms),
    wordWeight: sum(terms.filter(({ isWord }) => isWord)),
    groups: [],
  }
}

/** The paragraphs of one report, all below one heading, as a backend gives them. */
export async function candidatesOf(heading: string, texts: readonly string[]): Promise<Candidate[]> {
  const body = [`## ${heading}`, ...texts]
  const searcher = await openSmallCorpus([report('a-2023', { place: '云岭县' }, body)])
  const whole = await searcher.report('a-2023')
  const found = await Promise.all(texts.map((text) => whole?.passages.find((one) => one.text === text)?.id))
  return await Promise.all(
    found.map(async (id) => {
      const candidate = await searcher.passage(id ?? '')
      if (candidate === null) throw new Error(`no such passage: ${id}`)
      return { ...candidate, score: 1 }
    }),
  )
}
