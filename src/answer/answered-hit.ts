/** Gives each hit what a reply shows of it: its snippet, the sentence that answers, its citation, and whether that is done or planned. */
import type { Kind } from '../figures/figure.ts'
import { frameAlone } from '../figures/section-frame.ts'
import type { Query } from '../search/query/query.ts'
import type { Hit, Searcher } from '../search/searcher.ts'
import { citePassage } from './citation.ts'
import { findKinds, type KindsOf } from './figures/figure-hits.ts'
import { pickSentence, type Sentence } from './sentence.ts'
import { makeSnippet, type Snippet } from './snippet.ts'

export interface AnsweredHit extends Hit {
  readonly snippet: Snippet
  /** The sentence of the passage that answers. */
  readonly sentence: Sentence
  /** Whether what is shown states results, targets or both; empty where it states no figure. */
  readonly kinds: readonly Kind[]
  /** Whether it states no figure and stands where the report says what is to be done. */
  readonly isPlan: boolean
  /** One line: place, year, title, date, meeting, speaker, heading path, paragraph, page. See citation.ts. */
  readonly citation: string
}

/** Gives each hit its snippet, sentence, citation and kinds. */
export async function answerHits(
  searcher: Searcher,
  hits: readonly Hit[],
  query: Query,
): Promise<AnsweredHit[]> {
  const kindsOf = await findKinds(
    searcher,
    hits.map(({ passage }) => passage.id),
  )
  return hits.map((hit) => new LazyHit(hit, query, kindsOf))
}

/** What was done is told of among plans, too. */
const LOOKS_BACK = /了|已|曾|去年|过去|以来/u

/**
 * Of most hits a reply shows a part: each part is made when it is first asked for. Of a class, since a getter of an object
 * literal is an object that only a full collection takes away, and all of the answer with it.
 */
class LazyHit implements AnsweredHit {
  readonly passage: Hit['passage']
  readonly report: Hit['report']
  readonly score: number
  readonly matches: Hit['matches']
  readonly #wantsFigure: boolean
  readonly #kindsOf: KindsOf
  #snippet: Snippet | null = null
  #sentence: Sentence | null = null

  constructor({ passage, report, score, matches }: Hit, { intent }: Query, kindsOf: KindsOf) {
    this.passage = passage
    this.report = report
    this.score = score
    this.matches = matches
    this.#wantsFigure = intent === 'figure'
    this.#kindsOf = kindsOf
  }

  get snippet(): Snippet {
    this.#snippet ??= makeSnippet(this.passage, this.matches)
    return this.#snippet
  }

  get sentence(): Sentence {
    const { passage, matches } = this
    this.#sentence ??= pickSentence(passage, matches, { wantsFigure: this.#wantsFigure })
    return this.#sentence
  }

  get kinds(): readonly Kind[] {
    return this.#kindsOf(
      this.passage.id,
      () => this.sentence.range,
      () => this.snippet.range,
    )
  }

  get isPlan(): boolean {
    const { passage, report, sentence } = this
    if (this.kinds.length > 0 || LOOKS_BACK.test(sentence.text)) return false
    const frame = frameAlone(passage, report)
    if (frame?.isGlossary !== false) return false
    // Where no heading tells, the figures around do.
    const around = this.#kindsOf(passage.id, () => [0, passage.text.length])
    return frame.kind === 'target' || (around.length === 1 && around[0] === 'target')
  }

  get citation(): string {
    return citePassage(this.passage, this.report)
  }
}
