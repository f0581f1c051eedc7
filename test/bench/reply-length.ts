/** `npm run bench:reply-length`: how long the replies are to the questions of the evaluation, in UTF-16 units: median, 95th percentile, longest. */
import { readdir } from 'node:fs/promises'
import { TestChat } from '../bot/test-chat.ts'
import { readQuestions } from '../eval/questions.ts'
import { openFiveReports } from '../five-reports.ts'
import { readOptions } from '../script-options.ts'

readOptions('usage: npm run bench:reply-length', {})

const folder = new URL('../eval/', import.meta.url)
const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort()
const chat = new TestChat(await openFiveReports())
const lengths: number[] = []
for (const file of files) {
  for (const { query } of await readQuestions(new URL(file, folder))) {
    lengths.push((await chat.say(query)).text.length)
  }
}
lengths.sort((a, b) => a - b)
const at = (share: number): number =>
  lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0
process.stdout.write(`replies ${lengths.length}  p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)}\n`)
