/** Reads the messages of follow-ups.jsonl and compares what they are taken for with what their author meant. */
import { readFileSync } from 'node:fs'
import { readAskedOfAnswer } from '../../src/bot/talk/asked-of-answer.ts'
import { openFiveReports } from '../five-reports.ts'

export interface FollowUpRun {
  /** By what the author meant: how many of how many are told rightly. */
  readonly byLabel: ReadonlyMap<string, { readonly right: number; readonly total: number }>
  readonly right: number
  readonly total: number
  readonly misses: readonly string[]
}

/** The author's names for what follow-ups.txt tells apart otherwise. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  item: ['nth'],
  'only-target': ['target'],
  'only-result': ['result'],
  again: ['again', 'kind', 'doubt'],
}
/** What is read by other means: as words of the question, as a question by itself, as small talk. */
const OTHER = new Set([
  'place',
  'year',
  'topic',
  'attribute',
  'about',
  'another',
  'correct',
  'talk',
  'form',
  'new',
])
const BY_OTHER_MEANS = /^(?:change-|new$|talk$|correct$)/u

export async function readFollowUpRun(): Promise<FollowUpRun> {
  const searcher = await openFiveReports()
  const lines = readFileSync(new URL('follow-ups.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const byLabel = new Map<string, { right: number; total: number }>()
  const misses: string[] = []
  for (const line of lines) {
    const { next, intent } = JSON.parse(line) as { next: string; intent: string }
    const { named, foreign } = await searcher.read(next)
    const { asked } = readAskedOfAnswer(next, [...named, ...foreign])
    const meant = intent.split('|').map((label) => label.trim())
    const isRight = meant.some((label) =>
      BY_OTHER_MEANS.test(label) ? OTHER.has(asked) : (HEADINGS[label] ?? [label]).includes(asked),
    )
    const [label = ''] = meant
    const counted = byLabel.get(label) ?? { right: 0, total: 0 }
    byLabel.set(label, { right: counted.right + (isRight ? 1 : 0), total: counted.total + 1 })
    if (!isRight) misses.push(`${next} (${intent}): ${asked}`)
  }
  return { byLabel, right: lines.length - misses.length, total: lines.length, misses }
}
