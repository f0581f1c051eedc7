/** Turns a questions file (JSON lines) into questions; and whether a hit answers one. */
import { readFile } from 'node:fs/promises'
import { citePassage } from '../../src/answer/citation.ts'
import type { Hit } from '../../src/search/searcher.ts'

export interface Question {
  readonly id: string
  readonly type: string
  readonly query: string
  readonly doc: string | null
  readonly docs?: readonly string[]
  /** One of these must stand in the passage; empty when nothing answers. */
  readonly gold: readonly string[]
  readonly note?: string
}

/** The spent files over the five reports of this repository: those of the default run, of the tests and of the floor. */
export const FIVE_REPORTS_FILES = [
  'public.jsonl',
  'own.jsonl',
  'heldout.jsonl',
  'fresh.jsonl',
  'citizen.jsonl',
  'third.jsonl',
  'fourth.jsonl',
]

export async function readQuestions(file: string | URL): Promise<Question[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => JSON.parse(line) as Question)
}

/** Compared after NFKC and removal of white space. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}

/** Structure questions and those about front matter may be answered by the heading path or the citation. */
export function answers(question: Question, hit: Pick<Hit, 'passage' | 'report'>): boolean {
  const docs = question.docs ?? [question.doc]
  if (!docs.includes(hit.report.id)) return false
  return holdsGold(question, hit.passage.text, hit)
}

/** Whether this text, which is shown for the hit, holds the gold. */
export function holdsGold(question: Question, text: string, hit: Pick<Hit, 'passage' | 'report'>): boolean {
  const isAround = question.type === 'structure' || (question.note ?? '').includes('front matter')
  const around = isAround ? `${hit.passage.section.join('')}${citePassage(hit.passage, hit.report)}` : ''
  const shown = plain(text)
  const beside = plain(around)
  return question.gold.some((gold) => shown.includes(plain(gold)) || beside.includes(plain(gold)))
}
