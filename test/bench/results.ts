/** What the benchmark measures, as its JSON file holds it: written by bench.ts, read by table.ts. */
import type { FigureReading } from './figure-reading.ts'
import type { Footprint } from './memory.ts'
import type { OneMoreFigures } from './ours.ts'
import type { Quality } from './quality.ts'
import type { Kind } from './questions.ts'
import type { Timing } from './sampling.ts'

export interface Results {
  readonly machine: string
  readonly node: string
  /** Wall time of the whole run. */
  readonly seconds: number
  readonly imports: readonly ImportFigures[]
  /** Yinju and every peer on the report files, with the evaluation's questions. */
  readonly onReports: readonly EngineFigures[]
  /** Yinju and every peer on one synthetic corpus, all asked the same questions. */
  readonly onSynthetic: readonly EngineFigures[]
  /** Yinju alone on each corpus, in the order of size: the report files, the company of `--scale`, synthetic ones. */
  readonly own: readonly OwnFigures[]
  /** In the order of `own`, without the synthetic ones: theirs are made of the same sentences. */
  readonly figures: readonly FigureReading[]
  /** In the order of size. */
  readonly arrivals: readonly ArrivalFigures[]
  /** What could not be measured, and why. */
  readonly skipped: readonly Skipped[]
}

export interface Skipped {
  readonly what: string
  readonly why: string
}

/** One file, or several, from bytes to the text of a report file. */
export interface ImportFigures {
  readonly what: string
  readonly files: number
  readonly kilobytes: number
  /** Milliseconds a file; of all files together when `isTogether`. */
  readonly ms: Timing
  readonly isTogether: boolean
}

export interface EngineFigures {
  readonly engine: string
  readonly passages: number
  readonly buildMs: number
  /** Opening what was saved; null for an engine that is built anew. */
  readonly loadMs: number | null
  readonly memory: EngineMemory
  /** Milliseconds of a search for ten passages, by kind of question. */
  readonly search: Readonly<Record<Kind, Timing>>
  /** On the questions that were timed. */
  readonly quality: Quality
  /** On the evaluation's questions; null where they were not asked. */
  readonly judged: Quality | null
}

export interface EngineMemory extends Pick<Footprint, 'heapMb'> {
  /** Null for an engine in a process of its own. */
  readonly residentMb: number | null
  /** Whether `heapMb` counts the passages' texts. */
  readonly hasTexts: boolean
  /** The passages' texts as this process holds them: two bytes a UTF-16 unit. */
  readonly textsMb: number
}

export interface OwnFigures extends EngineFigures {
  /** Heap and buffers after all questions of `search` were asked: it keeps the passages that it showed in other forms, too. */
  readonly servedMb: number
  readonly corpus: string
  readonly reports: number
  readonly isSynthetic: boolean
  /** Of the whole build, in processor time of all threads. */
  readonly buildCpuMs: number
  readonly oneMore: OneMoreFigures
  /** The most memory that the process took that built and saved the index, corpus and Node.js included. */
  readonly buildPeakMb: number
  readonly fileMb: number
  /** Null where they were not asked for. */
  readonly operations: Readonly<Record<Operation, Timing>> | null
}

export const OPERATIONS = [
  'snippet',
  'quote check',
  'phrase count',
  'changes',
  'figure question',
  'whole answer',
  'whole reply',
] as const
export type Operation = (typeof OPERATIONS)[number]

/** One more report is imported while the bot serves, several times. */
export interface ArrivalFigures {
  /** Of the corpus before. */
  readonly passages: number
  /** From its bytes to the first right answer about it: the middle one, and the longest. */
  readonly ms: number
  readonly mostMs: number
  /** The longest that the event loop was held meanwhile, questions included. */
  readonly heldMs: number
  /** Milliseconds of a whole answer meanwhile. */
  readonly answer: Timing
}
