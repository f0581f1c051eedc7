/** Reads asked.txt: which indicators the words of a question mean, where reports write otherwise. */
import { readFileSync } from 'node:fs'
import { foldPhrase } from '../text/normalizer.ts'
import { expandName, type Indicators, loadIndicators } from './indicators.ts'

/** Indicators that are asked for together, in the order of their numbers. */
export type Together = readonly string[]

/** A run of a folded question that names indicators. */
export interface AskedIndicator {
  /** `[start, end)` in the text. */
  readonly start: number
  readonly end: number
  /** What a report states of the first is enough; else the second, and so on. */
  readonly choices: readonly Together[]
}

export interface AskedNames {
  /** The longest names from left to right, none overlapping another. */
  find(folded: string): AskedIndicator[]
}

/** A line of the file that cannot be used: where, what, and the fix. */
export class AskedNamesError extends Error {
  override readonly name = 'AskedNamesError'
}

/** @throws AskedNamesError */
export function parseAskedNames(file: string, indicators: Indicators): AskedNames {
  const asked = new Map<string, readonly Together[]>()
  for (const [index, line] of file.split(/\r\n|\n|\r/).entries()) {
    const text = line.trim()
    if (text === '' || text.startsWith('#')) continue
    const fail = (message: string): never => {
      throw new AskedNamesError(`asked.txt:${index + 1}: ${message}`)
    }
    const [left = '', right = ''] = text.split('=>').map((side) => side.trim())
    if (left === '' || right === '') fail('write “words => indicators”')
    const choices = right.split('|').map((choice) =>
      choice.split(',').map((part) => {
        const name = part.trim()
        return name === '' ? fail('write “words => indicators”') : name
      }),
    )
    for (const pattern of left.split(/\s+/)) {
      for (const name of expandName(foldPhrase(pattern))) if (!asked.has(name)) asked.set(name, choices)
    }
  }
  const longest = Math.max(0, ...Array.from(asked.keys(), (name) => name.length))
  return {
    find: (folded) => {
      const found: AskedIndicator[] = []
      for (let start = 0; start < folded.length; ) {
        const one = longestAt(folded, start, { asked, longest, indicators })
        if (one !== null) found.push(one)
        start = one?.end ?? start + 1
      }
      return found
    },
  }
}

interface Names {
  readonly asked: ReadonlyMap<string, readonly Together[]>
  readonly longest: number
  readonly indicators: Indicators
}

function longestAt(
  folded: string,
  start: number,
  { asked, longest, indicators }: Names,
): AskedIndicator | null {
  const printed = indicators.longestAt(folded, start, folded.length)
  for (let length = Math.min(longest, folded.length - start); length >= Math.max(printed, 1); length--) {
    const choices = asked.get(folded.slice(start, start + length))
    if (choices !== undefined && isWhole(folded, start, start + length))
      return { start, end: start + length, choices }
  }
  if (printed === 0 || !isWhole(folded, start, start + printed)) return null
  const entry = indicators.lookUp(folded.slice(start, start + printed))
  if (entry === undefined) return null
  const together = (entry.pair ?? entry.candidates).map(({ name }) => name)
  return together.length === 0 ? null : { start, end: start + printed, choices: [together] }
}

/** A Latin word counts only as a whole: no GDP in gdpr. */
function isWhole(folded: string, start: number, end: number): boolean {
  return (
    !/^[a-z0-9]{2}$/.test(folded.slice(start - 1, start + 1)) &&
    !/^[a-z0-9]{2}$/.test(folded.slice(end - 1, end + 1))
  )
}

const ASKED_FILE = new URL('../../src/figures/asked.txt', import.meta.url)

let shipped: AskedNames | null = null

/** The names that come with the program, read once. */
export function loadAskedNames(): AskedNames {
  shipped ??= parseAskedNames(readFileSync(ASKED_FILE, 'utf8'), loadIndicators())
  return shipped
}
