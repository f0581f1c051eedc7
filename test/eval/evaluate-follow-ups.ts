/** npm run eval:follow-ups: how often it is told what a message asks of the answer before it, of messages that no line of follow-ups.txt was written after. */

import { readOptions } from '../script-options.ts'
import { readFollowUpRun } from './run-follow-ups.ts'

const USAGE = `usage: npm run eval:follow-ups -- [--misses]

  --misses  prints what is told wrongly: the file is spent then
`
const { values } = readOptions(USAGE, { misses: { type: 'boolean' } })
const { byLabel, right, total, misses } = await readFollowUpRun()
console.table(Object.fromEntries(byLabel))
console.log(`${right} of ${total} told rightly`)
if (values.misses === true) console.log(misses.join('\n'))
