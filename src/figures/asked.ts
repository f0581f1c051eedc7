/** Reads asked.txt: which indicators the words of a question mean, where reports write otherwise. */

import { readFileSync } from 'node:fs'
import { foldPhrase } from '../text/normalizer.ts'
import { isWholeAt } from '../text/occurrences.ts'
import { expandName, type Indicators, loadIndicators, type NameEntry } from './indicators.ts'

/** Indicators that are asked for together, in the order of their numbers. */
export type Together = readonly string[]

/** A run of a folded question that names indicators. */
export interface AskedIndicator {
  /** `[start, end)` in the text. */
  readonly start: number
  readonly end: number
  readonly choices: Choices
}

/** What words may mean. */
export interface Choices {
  /** What a report states of the first is enough; else the second, and so on. */
  readonly either: readonly Together[]
  /** Of one place all of them are shown; of several the one that most state, so that like is compared with like. */
  readonly isOpen: boolean
}

/** Of a name that stands for nothing but itself. */
export function itself(name: string): Choices {
  return { either: [[name]], isOpen: false }
}

export interface AskedNames {
  /** The indicators as reports and people name them: 社零, 农民收入, 人均GDP are read in a text that somebody types. */
  readonly indicators: Indicators
  /** What a folded name may mean; undefined where only reports use it. */
  lookUp(name: string): Choices | undefined
  /** The longest names from left to right, none overlapping another. */
  find(folded: string): AskedIndicator[]
}

/** A line of the file that cannot be used: where, what, and the fix. */
export class AskedNamesError extends Error {
  override readonly name = 'AskedNamesError'
}

/** @throws AskedNamesError */
export function parseAskedNames(file: string, indicators: Indicators): AskedNames {
  const asked = new Map<string, Choices>()
  for (const [index, line] of file.split(/\r\n|\n|\r/).entries()) {
    const text = line.trim()
    if (text === '' || text.startsWith('#')) continue
    const fail = (message: string): never => {
      throw new AskedNamesError(`asked.txt:${index + 1}: ${message}`)
    }
    const [left = '', right = ''] = text.split('=>').map((side) => side.trim())
    if (left === '' || right === '') fail('write “words => indicators”')
    const either = right.split(/[|/]/).map((choice) =>
      choice.split(',').map((part) => {
        const name = part.trim()
        return name === '' ? fail('write “words => indicators”') : name
      }),
    )
    for (const pattern of left.split(/\s+/)) {
      for (const name of expandName(foldPhrase(pattern)))
        if (!asked.has(name)) asked.set(name, { either, isOpen: right.includes('/') })
    }
  }
  const longest = Math.max(0, ...Array.from(asked.keys(), (name) => name.length))
  return {
    indicators: indicators.withNames(statedNames(asked, indicators)),
    lookUp: (name) => asked.get(name),
    find: (folded) => {
      const found: AskedIndicator[] = []
      for (let start = 0; start < folded.length; ) {
        const one = longestAt(folded, start, { asked, longest, indicators })
        if (one !== null) found.push(one)
        start = one?.end ?? start + 1
      }
      const isFree = ({ start, end }: AskedIndicator): boolean =>
        !found.some((one) => start < one.end && one.start < end)
      const more = found.flatMap((one) => sharing(folded, one, { asked, longest, indicators }).filter(isFree))
      return [...found, ...more].sort((a, b) => a.start - b.start)
    },
  }
}

/** 投资增速 names an indicator and tells that it grows. */
const MEASURE = /(?:发展速度|增长率|增速|增幅|增长|涨幅)$/u
/** A word of change within a name: a number behind it is how much, not how much more. */
const CHANGES = /增[产收]|降低|下降/u

/** The words as names in a statement: as whole nouns, and where they end in a word of growth only before one. */
function statedNames(asked: ReadonlyMap<string, Choices>, indicators: Indicators): Map<string, NameEntry> {
  const names = new Map<string, NameEntry>()
  for (const [asking, { either }] of asked) {
    const name = asking.replace(MEASURE, '')
    const meant = (either[0] ?? []).flatMap((one) => indicators.get(one) ?? [])
    if (name.length < 2 || meant.length === 0 || CHANGES.test(name)) continue
    const isGrowing = name !== asking && !asked.has(name)
    const isPair = meant.length > 1
    names.set(name, {
      candidates: isPair ? [] : meant,
      pair: isPair ? meant : null,
      isWhole: true,
      isGrowing,
    })
  }
  return names
}

/** Behind a name that stands for its indicator only where it grows: 经济增速. */
const GROWS = /^(?:年均)?(?:增|下降|回落|总量|规模)/u

interface Names {
  readonly asked: ReadonlyMap<string, Choices>
  readonly longest: number
  readonly indicators: Indicators
}

const YEAR_ENDS = /^[去今前明上\d]年/u

function longestAt(
  folded: string,
  start: number,
  { asked, longest, indicators }: Names,
): AskedIndicator | null {
  // 去年接待游客: the year is no part of the name.
  if (YEAR_ENDS.test(folded.slice(Math.max(0, start - 1), start + 1))) return null
  // 数字经济增速 is not that of all.
  if (folded.startsWith('经济', start) && folded.endsWith('数字', start)) return null
  const printed = indicators.longestAt(folded, start, folded.length)
  for (let length = Math.min(longest, folded.length - start); length >= (printed?.length ?? 1); length--) {
    const name = folded.slice(start, start + length)
    const choices = asked.get(name)
    // 投资目标 asks for a target of 投资.
    if (choices !== undefined && isWholeAt(folded, start, start + length))
      return { start, end: start + name.replace(/目标$/u, '').length, choices }
  }
  if (printed === null || !isWholeAt(folded, start, start + printed.length)) return null
  const { entry, length } = printed
  if (entry.isGrowing && !GROWS.test(folded.slice(start + length))) return null
  const together = (entry.pair ?? entry.candidates).map(({ name }) => name)
  return together.length === 0
    ? null
    : { start, end: start + length, choices: { either: [together], isOpen: false } }
}

const AND_BEFORE = /(?<head>\p{sc=Han}{2,4})(?:和|与|及|以及|、)$/u
const AND_BEHIND = /^(?:和|与|及|以及|、)(?<tail>\p{sc=Han}{2,6})/u

/** 城镇和农村居民收入, 粮食播种面积和产量: what stands beside it shares its end or its beginning. */
function sharing(folded: string, one: AskedIndicator, names: Names): AskedIndicator[] {
  const name = folded.slice(one.start, one.end)
  const head = AND_BEFORE.exec(folded.slice(0, one.start))?.groups?.head ?? ''
  const tail = AND_BEHIND.exec(folded.slice(one.end))?.groups?.tail ?? ''
  const found: AskedIndicator[] = []
  for (let cut = 1; cut < name.length && found.length === 0; cut++) {
    for (let skipped = 0; skipped + 2 <= head.length && found.length === 0; skipped++) {
      const whole = wholeName(head.slice(skipped) + name.slice(cut), names)
      const length = head.length - skipped
      const start = folded.slice(0, one.start).lastIndexOf(head) + skipped
      if (whole !== null) found.push({ ...whole, start, end: start + length })
    }
  }
  for (let cut = name.length - 1; cut >= 2; cut--) {
    for (let length = tail.length; length >= 2; length--) {
      const whole = wholeName(name.slice(0, cut) + tail.slice(0, length), names)
      const start = folded.indexOf(tail, one.end)
      if (whole !== null) return [...found, { ...whole, start, end: start + length }]
    }
  }
  return found
}

/** The name that this text is from end to end. */
function wholeName(text: string, names: Names): AskedIndicator | null {
  const found = longestAt(text, 0, names)
  return found?.end === text.length ? found : null
}

const ASKED_FILE = new URL('asked.txt', import.meta.url)

let shipped: AskedNames | null = null

/** The names that come with the program, read once. */
export function loadAskedNames(): AskedNames {
  shipped ??= parseAskedNames(readFileSync(ASKED_FILE, 'utf8'), loadIndicators())
  return shipped
}
