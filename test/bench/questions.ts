/** Turns passages into questions whose right passage is known: the load of the benchmark, the same for every engine. */

export const KINDS = ['keyword', 'question', 'phrase', 'quote', 'character'] as const
export type Kind = (typeof KINDS)[number]

export interface Question {
  readonly kind: Kind
  readonly text: string
  /** A passage that holds all of these answers it, be it the one from which it was made or another. */
  readonly gold: readonly string[]
}

/** A question and what answers it. */
type Made = Omit<Question, 'kind'>

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const OPENINGS = ['', '请问', '报告里', '想知道', '']
const ENDINGS = ['是多少', '怎么样了', '有什么安排', '吗？', '情况如何']

/** A small generator of reproducible pseudo-random numbers in [0, 1): mulberry32 by Tommy Ettinger. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Makes `count` questions of each kind. The same passages and seed give the same questions. */
export function makeQuestions(passages: readonly string[], count: number, seed = 1): Question[] {
  const random = seededRandom(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const long = passages.flatMap((text, passage) => (text.length >= 60 ? [passage] : []))
  const make: Record<Kind, (text: string) => Made> = {
    keyword: (text) => {
      const found = [...words.segment(text)].flatMap(({ segment }) =>
        /^\p{Script=Han}{2,}$/u.test(segment) ? [segment] : [],
      )
      const gold = [pick(found), pick(found), pick(found)]
      return { text: gold.join(' '), gold }
    },
    question: (text) => {
      const clauses = text
        .split(/[，。；、：！？]/u)
        .filter((clause) => clause.length >= 6 && clause.length <= 18)
      const clause = clauses.length > 0 ? pick(clauses) : text.slice(0, 12)
      return {
        text: `${pick(OPENINGS)}${clause.replace(/[\d.]+/g, '')}${pick(ENDINGS)}`,
        gold: clause.split(/[\d.]+/).filter((part) => part !== ''),
      }
    },
    phrase: (text) => {
      const start = Math.floor(random() * (text.length - 12))
      const phrase = longestUnquoted(text.slice(start, start + 6 + Math.floor(random() * 6)))
      return { text: `“${phrase}”`, gold: [phrase] }
    },
    quote: (text) => {
      const start = Math.floor(random() * (text.length - 59))
      const quote = text.slice(start, start + 60)
      const wrong = 5 + Math.floor(random() * 50)
      return { text: `${quote.slice(0, wrong)}某${quote.slice(wrong + 1)}`, gold: [quote] }
    },
    character: (text) => {
      const character = pick([...text].filter((one) => /\p{Script=Han}/u.test(one)))
      return { text: `“${character}”`, gold: [character] }
    },
  }
  return KINDS.flatMap((kind) =>
    Array.from({ length: count }, (): Question => {
      return { kind, ...make[kind](passages[pick(long)] as string) }
    }),
  )
}

/** The first `count` questions of each kind: a slow engine is asked some of what a fast one is asked. */
export function firstOfEach(questions: readonly Question[], count: number): Question[] {
  return KINDS.flatMap((kind) => questions.filter((question) => question.kind === kind).slice(0, count))
}

/** The kinds in turns, as they come from people. */
export function mixKinds(questions: readonly Question[]): Question[] {
  const seen = new Map<Kind, number>()
  const turns = questions.map((question) => {
    const turn = seen.get(question.kind) ?? 0
    seen.set(question.kind, turn + 1)
    return { question, turn }
  })
  return turns.sort((a, b) => a.turn - b.turn).map(({ question }) => question)
}

/** A quotation mark would end a phrase, and without it the words are no longer those of the passage. */
function longestUnquoted(text: string): string {
  const parts = text.split(/["“”《》「」]/u)
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest))
}
