/** Turns runs of a text that a quote puts side by side into the words that it leaves out between them. */
import { withoutSpaces } from '../../text/normalizer.ts'
import type { UnitRun, UnitText } from './units.ts'

/** Words of the report between two parts of a quote. */
export interface Omission {
  /** As printed; a line break where a paragraph ends. */
  readonly text: string
  /** How many characters, white space not counted. */
  readonly length: number
  /** A word that denies, in the sentence of the part before or after: without it the quote may say the opposite. null when there is none. */
  readonly negation: string | null
}

/** What lies between runs that follow one another; runs that touch leave nothing out. */
export function findOmissions(text: UnitText, runs: readonly UnitRun[]): Omission[] {
  return runs
    .slice(1)
    .flatMap((run, index) => omissionBetween(text, (runs[index] as UnitRun)[1], run[0]) ?? [])
}

function omissionBetween(text: UnitText, from: number, to: number): Omission | null {
  if (from >= to) return null
  const words = text.raw.slice(text.ends[from - 1], text.starts[to])
  const length = Array.from(withoutSpaces(words)).length
  return { text: words, length, negation: findNegation(nearWords(words)) }
}

export function omittedLength(omissions: readonly Omission[]): number {
  return omissions.reduce((sum, { length }) => sum + length, 0)
}

const SENTENCE_END = /[。！？!?；;\n]/u

/** What belongs to the sentences that the quote joins: a denial further off denies something else. */
function nearWords(words: string): string {
  const sentences = words.split(SENTENCE_END)
  return sentences.length < 3 ? words : `${sentences[0]}\n${sentences.at(-1)}`
}

const NEGATION =
  /严禁|禁止|防止|杜绝|避免|拒绝|反对|遏制|制止|停止|取消|不得|不准|不能|没有|[不未非没無无勿莫否]/u
/** Words that hold such a character and deny nothing. */
const NO_NEGATION =
  /不断|不仅|不但|不论|不管|不少|不懈|不久|不动产|不已|不凡|不时|不同|非常|非遗|非公|非典|非法|非凡|非洲|未来|未成年|无论|无人机|无线|无疑|是否|能否|莫过|(.)不\1/gu

/** The first word of a text that denies; null when none does. */
export function findNegation(text: string): string | null {
  return NEGATION.exec(text.replace(NO_NEGATION, ' '))?.[0] ?? null
}
