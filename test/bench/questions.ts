/** Passages in, questions out whose right passage is known: the load of the benchmark, the same for every engine. */

export const KINDS = ['keyword', 'question', 'phrase', 'quote', 'character'] as const
export type Kind = (typeof KINDS)[number]

export interface Question {
  readonly kind: Kind
  readonly text: string
  /** Number of the passage from which it was made; another one with the same words answers as well. */
  readonly passage: number
}

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
  const make: Record<Kind, (text: string) => string> = {
    keyword: (text) => {
      const found = [...words.segment(text)].flatMap(({ segment }) =>
        /^\p{Script=Han}{2,}$/u.test(segment) ? [segment] : [],
      )
      return [pick(found), pick(found), pick(found)].join(' ')
    },
    question: (text) => {
      const clauses = text
        .split(/[，。；、：！？]/u)
        .filter((clause) => clause.length >= 6 && clause.length <= 18)
      const clause = clauses.length > 0 ? pick(clauses) : text.slice(0, 12)
      return `${pick(OPENINGS)}${clause.replace(/[\d.]+/g, '')}${pick(ENDINGS)}`
    },
    phrase: (text) => {
      const start = Math.floor(random() * (text.length - 12))
      return `“${text.slice(start, start + 6 + Math.floor(random() * 6)).replace(/["“”《》「」]/gu, '')}”`
    },
    quote: (text) => {
      const start = Math.floor(random() * (text.length - 59))
      const quote = text.slice(start, start + 60)
      const wrong = 5 + Math.floor(random() * 50)
      return `${quote.slice(0, wrong)}某${quote.slice(wrong + 1)}`
    },
    character: (text) => `“${pick([...text].filter((character) => /\p{Script=Han}/u.test(character)))}”`,
  }
  return KINDS.flatMap((kind) =>
    Array.from({ length: count }, (): Question => {
      const passage = pick(long)
      return { kind, text: make[kind](passages[passage] as string), passage }
    }),
  )
}
