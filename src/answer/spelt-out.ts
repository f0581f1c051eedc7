/** Finds the passage that spells out what a counted name stands for: of 四有 the one that tells 有意思、有商机、有得住、有品质. */

import type { Hit, Searcher, SearchResult } from '../search/searcher.ts'
import { readNumeral } from '../text/numeral.ts'
import type { Range } from '../text/runs.ts'
import { afterMark, beforeMark } from '../text/sentences.ts'

/** 四有, 三贤, 七优, where they are asked about; 四个, 十件, 三年 count what is named behind them. */
const NAME =
  /(?<count>[二三四五六七八九十])(?![个大条项件类点种名人位家座处批次年月日天])(?<thing>\p{sc=Han}{1,2}?)(?=[\p{P}\s]|(?:分别|都|各|具体)*(?:是|指|有|包括|包含))/gu
const ASKS = /哪|什么|啥|分别|具体|内容|含义|包括/u
/** Passages with the name that are looked at. */
const PASSAGES = 20

export interface SpeltOut {
  readonly hit: Hit
  /** Whether just so many are told and each has the word that the name counts: without it they may be others. */
  readonly isSure: boolean
}

/** null where no counted name is asked about, or no passage that has it tells as many. */
export async function findSpeltOut(
  searcher: Searcher,
  { query: { text, preferences }, hits }: SearchResult,
): Promise<SpeltOut | null> {
  const asked = readCounted(text)
  if (asked === null) return null
  const { name } = asked
  // What a glossary explains under its name is found by it.
  const isExplained = new RegExp(`^\\P{L}{0,6}${name}[^\\p{L}]*[：:]`, 'u').test(hits[0]?.passage.text ?? '')
  if (isExplained) return null
  const within = preferences.places.length === 0 ? '' : `地区:${preferences.places.join(',')} `
  const holding = await searcher.search(`${within}“${name}”`, { limit: PASSAGES })
  const told = holding.hits.flatMap((hit) =>
    listsIn(hit.passage.text, asked).map((list) => ({ hit, ...list })),
  )
  const best = told.find(({ isSure }) => isSure) ?? told[0]
  if (best === undefined) return null
  const matches = [{ range: best.range, weight: 1, term: 0 }]
  return { hit: { ...best.hit, score: hits[0]?.score ?? best.hit.score, matches }, isSure: best.isSure }
}

interface Counted {
  readonly name: string
  readonly count: number
  readonly thing: string
}

function readCounted(question: string): Counted | null {
  const { 0: name = '', groups } = question.matchAll(NAME).next().value ?? {}
  if (groups?.thing === undefined || !ASKS.test(question)) return null
  return { name, count: readNumeral(groups.count ?? '') ?? 0, thing: groups.thing }
}

/** Where the text tells each of the things that a question asks for by a counted name; null where it does not. */
export function thingsSpelt(question: string, text: string): Range[] | null {
  const asked = text.includes('、') ? readCounted(question) : null
  const list = asked === null ? undefined : listsIn(text, asked).find(({ isSure }) => isSure)
  if (list === undefined) return null
  const [from, to] = list.range
  return [...text.slice(from, to).matchAll(/[^、]+/gu)].map(({ index, 0: item }) => [
    from + index,
    from + index + item.length,
  ])
}

/** In UTF-16 units: what is longer tells of something, and names nothing. */
const LONGEST_NAME = 6

/** The name stands so near a list that it is one of it, in UTF-16 units. */
const BESIDE = 5

/** What stands between two of these marks is no item of a list, or several. */
const EDGES = '，,。；;：:！？（）()“”‘’「」《》\n'

/** The lists of so many things in a text: each with the thing counted, or right beside the name. */
function listsIn(text: string, { name, count, thing }: Counted): { range: Range; isSure: boolean }[] {
  const lists: { range: Range; isSure: boolean }[] = []
  for (let at = text.indexOf('、'); at >= 0; ) {
    const start = afterMark(text, EDGES, at)
    const end = beforeMark(text, EDGES, at)
    const items = text.slice(start, end).split('、')
    const having = items.filter((item) => item.includes(thing)).length
    const isSure = having === count && items.length === count
    // 讲好三贤故事 goes on behind the names: one more may be told than there are. 稳就业、稳企业 are another row of things.
    const isNear =
      having === 0 &&
      items.length >= count &&
      items.length <= count + 1 &&
      (text.slice(end, end + BESIDE + name.length).includes(name) ||
        text.slice(Math.max(0, start - BESIDE - name.length), start).includes(name)) &&
      items.every(
        (item, index) =>
          item !== '' && item.length <= LONGEST_NAME && (index === 0 || item[0] !== items[0]?.[0]),
      )
    if (isSure || isNear) lists.push({ range: [start, end], isSure })
    at = text.indexOf('、', end)
  }
  return lists
}
