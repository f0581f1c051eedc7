/** npm run eval:pairs: how often a message behind an answer shows what the whole question that it stands for would. */
import { readFileSync } from 'node:fs'
import type { Searcher } from '../../src/search/searcher.ts'
import { countUp } from '../../src/text/maps.ts'
import { foldText, lettersOf } from '../../src/text/normalizer.ts'
import { TestChat } from '../bot/test-chat.ts'
import { openFiveReports } from '../five-reports.ts'
import { readOptions } from '../script-options.ts'

const USAGE = `usage: npm run eval:pairs -- [--misses]

  --misses  prints what is not shown: the file is spent then
`

interface Pair {
  readonly before: readonly string[]
  readonly follow: string
  readonly whole: string
  /** Words of the report that answer. */
  readonly right: string
  readonly sort: string
}

const { values } = readOptions(USAGE, { misses: { type: 'boolean' } })
const pairs = readFileSync(new URL('pairs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Pair)
const searcher = await openFiveReports()
const counts = {
  total: new Map<string, number>(),
  whole: new Map<string, number>(),
  behind: new Map<string, number>(),
}
for (const { before, follow, whole, right, sort } of pairs) {
  const isShown = shows(await lastReply(searcher, [...before, follow]), right)
  const isShownWhole = shows(await lastReply(searcher, [whole]), right)
  for (const group of [sort, 'all']) {
    countUp(counts.total, group)
    if (isShownWhole) countUp(counts.whole, group)
    if (isShown) countUp(counts.behind, group)
  }
  if (!isShown && values.misses === true) console.log(`${before.join(' / ')} / ${follow}: ${right}`)
}
console.table(
  Object.fromEntries(
    Array.from(counts.total, ([group, total]) => [
      group,
      { total, whole: counts.whole.get(group) ?? 0, behind: counts.behind.get(group) ?? 0 },
    ]),
  ),
)

async function lastReply(searcher: Searcher, messages: readonly string[]): Promise<string> {
  const chat = new TestChat(searcher)
  let last = ''
  for (const text of messages) last = (await chat.hear({ text }))?.text ?? ''
  return last
}

/** Above any other hit: all of the words, or half of their fours with every number of them. */
function shows(reply: string, right: string): boolean {
  const [first = ''] = reply.split(/\n(?:其他相关|2 )/u)
  const [shown, sought] = [letters(first), letters(right)]
  const fours = sought.match(/.{4}/gu) ?? [sought]
  const numbers = foldText(right).match(/\d[\d.,]*|[一二三四五六七八九十百千万亿]{2,}/gu) ?? []
  const isNear = fours.filter((four) => shown.includes(four)).length >= fours.length / 2
  return shown.includes(sought) || (isNear && numbers.every((number) => shown.includes(letters(number))))
}

function letters(text: string): string {
  return lettersOf(foldText(text))
}
