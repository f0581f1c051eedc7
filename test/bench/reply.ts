/** `npm run bench:reply`: from update to reply in this process, over 1,000 different questions; p50, p99, maximum, and the processor time, which a busy machine does not distort. */

import { findButton, TestChat } from '../bot/test-chat.ts'
import { openFiveReports } from '../five-reports.ts'
import { readOptions } from '../script-options.ts'

readOptions('usage: npm run bench:reply', {})

const QUESTIONS = 1_000
const WARM_UP = 50

const searcher = await openFiveReports()
const questions = await makeQuestions()
const chat = new TestChat(searcher)
for (const question of questions.slice(0, WARM_UP)) await chat.say(question)

// Behind another question a short one may be asked of its topic and its place as well, one after the other.
const asked = await measure(questions, (question) => chat.say(question))
const begun = await measure(
  questions.map((question) => ({ question, own: new TestChat(searcher) })),
  ({ question, own }) => own.say(question),
)
const shown = await chat.say('旅游')
const data = [findButton(shown, '▶').callback_data ?? '', findButton(shown, '全段').callback_data ?? '']
const pressed = await measure([...Array(QUESTIONS).keys()], (index) =>
  chat.pressData(shown, data[index % 2] ?? ''),
)
process.stdout.write(
  `${describe('question to reply', asked)}\n${describe('first of a chat', begun)}\n${describe('button to edit', pressed)}\n`,
)

/** Words, whole clauses, quotes and questions, taken from the reports so that each of them finds something. */
async function makeQuestions(): Promise<string[]> {
  const { reports } = await searcher.catalog()
  const clauses = new Set<string>()
  for (const { id } of reports) {
    for (const { text } of (await searcher.report(id))?.passages ?? []) {
      for (const clause of text.split(/[，。；、：！？]/))
        if (clause.length >= 4 && clause.length <= 40) clauses.add(clause)
    }
  }
  const all = [...clauses]
  const step = all.length / QUESTIONS
  const forms = [
    (clause: string) => clause.slice(0, 4),
    (clause: string) => `${clause.slice(0, 8)}是多少？`,
    (clause: string) => clause,
    (clause: string) => `“${clause.slice(0, 6)}”`,
  ]
  return [...Array(QUESTIONS).keys()].map((index) => {
    const clause = all[Math.floor(index * step)] ?? ''
    return (forms[index % forms.length] ?? String)(clause)
  })
}

interface Measured {
  /** Milliseconds by the clock, shortest first. */
  readonly times: readonly number[]
  /** Mean milliseconds of processor time, garbage collection included. */
  readonly cpu: number
}

async function measure<T>(inputs: readonly T[], work: (input: T) => Promise<unknown>): Promise<Measured> {
  const times: number[] = []
  const before = process.cpuUsage()
  for (const input of inputs) {
    const start = performance.now()
    await work(input)
    times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(before)
  return { times: times.sort((a, b) => a - b), cpu: (user + system) / 1_000 / inputs.length }
}

function describe(name: string, { times, cpu }: Measured): string {
  const at = (share: number): string =>
    `${(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2)} ms`
  return `${name.padEnd(18)} n ${times.length}  p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  max ${at(1)}  processor ${cpu.toFixed(2)} ms`
}
