/** Reads indicators.txt: canonical names, other names, kinds of unit. */
import { readFileSync } from 'node:fs'
import { getOrMake } from '../text/maps.ts'
import { foldPhrase } from '../text/normalizer.ts'
import { WordTree } from '../text/word-tree.ts'

/** What an indicator is counted in; `growth`: the figure is itself a change, as of prices. */
export const UNIT_KINDS = [
  'money',
  'people',
  'visits',
  'area',
  'mass',
  'percent',
  'growth',
  'energy',
  'density',
  'any',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export interface Indicator {
  readonly name: string
  readonly unit: UnitKind
}

/** What a name stands for. */
export interface NameEntry {
  /** Several where the unit decides (粮食), one otherwise. */
  readonly candidates: readonly Indicator[]
  /** Both at once, in the order of their numbers (城乡低保标准); `candidates` is then empty or the sum of both. */
  readonly pair: readonly Indicator[] | null
  /** Stands for the indicator only as the whole noun. */
  readonly isWhole: boolean
  /** Stands for it only right before a word of change. */
  readonly isGrowing: boolean
}

export interface Indicators {
  /** In the order of the file. */
  readonly all: readonly Indicator[]
  /** Those that stand before the near names: what reports set targets for. */
  readonly headline: readonly Indicator[]
  /** By canonical name. */
  get(canonical: string): Indicator | undefined
  /** What a folded name stands for. */
  lookUp(name: string): NameEntry | undefined
  /** Whether any name begins with these words. */
  mayBegin(words: string): boolean
  /** Whether any name may end with these words: told by their last two characters. */
  mayEnd(words: string): boolean
  /** The same with more names: what no name here stands for, they do. */
  withNames(more: ReadonlyMap<string, NameEntry>): Indicators
  /** The longest name that begins at `at` of a folded text and ends at or before `end`. */
  longestAt(text: string, at: number, end: number): NameMatch | null
}

export interface NameMatch {
  readonly entry: NameEntry
  readonly length: number
}

/** A line of the file that cannot be used: where, what, and the fix. */
export class IndicatorsError extends Error {
  override readonly name = 'IndicatorsError'
}

/** The line from which on indicators are listed only so that they are not taken for others. */
const NEAR_NAMES = '# near names'

/** @throws IndicatorsError */
export function parseIndicators(file: string): Indicators {
  const byName = new Map<string, Indicator>()
  const names = new Map<string, Draft>()
  let headline = Number.POSITIVE_INFINITY
  const entry = (name: string, mark: string): Draft => {
    const draft = getOrMake(
      names,
      name,
      (): Draft => ({ candidates: [], pair: null, isWhole: true, isGrowing: true }),
    )
    draft.isWhole &&= mark !== ''
    draft.isGrowing &&= mark === '~'
    return draft
  }
  for (const [index, line] of file.split(/\r\n|\n|\r/).entries()) {
    const text = line.trim()
    if (text === NEAR_NAMES) headline = byName.size
    if (text === '' || text.startsWith('#')) continue
    const fail = (message: string): never => {
      throw new IndicatorsError(`indicators.txt:${index + 1}: ${message}`)
    }
    if (text.includes('=>')) {
      const [from = '', to = ''] = text.split('=>')
      const pair = to
        .split(',')
        .map((name) => byName.get(name.trim()) ?? fail(`${name.trim()}: no indicator above`))
      for (const name of expandName(foldPhrase(from))) entry(name, '').pair = pair
      continue
    }
    const [name = '', unit = '', others = ''] = text.split('|').length < 3 ? [] : split(text)
    if (name === '') fail('write “name | kind of unit | other names”')
    const kind = UNIT_KINDS.find((known) => known === unit)
    if (kind === undefined) return fail(`kind of unit ${unit}; write one of ${UNIT_KINDS.join(', ')}`)
    const indicator: Indicator = { name, unit: kind }
    byName.set(name, indicator)
    for (const pattern of [name, ...others.split(/\s+/).filter(Boolean)]) {
      const mark = /^[=~]/.exec(pattern)?.[0] ?? ''
      for (const expanded of expandName(foldPhrase(pattern.slice(mark.length)))) {
        const { candidates } = entry(expanded, mark)
        if (expanded !== '' && !candidates.includes(indicator)) candidates.push(indicator)
      }
    }
  }
  return makeIndicators(byName, names, headline)
}

interface Draft {
  candidates: Indicator[]
  pair: Indicator[] | null
  isWhole: boolean
  isGrowing: boolean
}

function split(line: string): string[] {
  const parts = line.split(' | ')
  return [...parts.slice(0, 2), parts.slice(2).join(' | ')].map((part) => part.replace(/\|$/, '').trim())
}

const GROUP = /\[([^[\]]*)\]|\(([^[\]()]*\|[^[\]()]*)\)/

/** Every name that a pattern with [x], [x|y] and (x|y) stands for. Round brackets without a stroke are text. */
export function expandName(pattern: string): string[] {
  // Text, then for each group what stands in its square or round brackets, and the text behind it.
  const [head = '', ...rest] = pattern.split(GROUP) as (string | undefined)[]
  if (rest.length === 0) return [head]
  let names = [head]
  for (let at = 0; at < rest.length; at += 3) {
    const [optional, either = '', after = ''] = rest.slice(at, at + 3)
    const choices = new Set(optional === undefined ? either.split('|') : ['', ...optional.split('|')])
    names = names.flatMap((name) => Array.from(choices, (choice) => name + choice + after))
  }
  // A group that held another one is whole only now.
  return /[[(]/.test(pattern.replace(new RegExp(GROUP, 'g'), '')) ? names.flatMap(expandName) : names
}

function makeIndicators(
  byName: ReadonlyMap<string, Indicator>,
  names: ReadonlyMap<string, NameEntry>,
  headline: number,
): Indicators {
  const matches = Array.from(names, ([{ length }, entry]): NameMatch => ({ entry, length }))
  const tree = new WordTree([...names.keys()])
  const endings = new Uint8Array(0x10000)
  for (const name of names.keys()) endings[endingOf(name)] = 1
  return {
    all: [...byName.values()],
    headline: [...byName.values()].slice(0, headline),
    get: (canonical) => byName.get(canonical),
    lookUp: (name) => names.get(name),
    mayBegin: (words) => tree.hasStart(words),
    mayEnd: (words) => words.length < 2 || endings[endingOf(words)] === 1,
    withNames: (more) => makeIndicators(byName, new Map([...more, ...names]), headline),
    longestAt: (text, at, end) => matches[tree.longestAt(text, at, end)] ?? null,
  }
}

/** Stands beside this file, also in the built program. */
export const INDICATORS_FILE = new URL('indicators.txt', import.meta.url)

/** The last two units as a number of 16 bits, which others may share. */
function endingOf(words: string): number {
  return (31 * words.charCodeAt(words.length - 2) + words.charCodeAt(words.length - 1)) & 0xffff
}

let shipped: Indicators | null = null

/** The indicators that come with the program, read once. */
export function loadIndicators(): Indicators {
  shipped ??= parseIndicators(readFileSync(INDICATORS_FILE, 'utf8'))
  return shipped
}

/** Whether the list has an indicator of this canonical name. */
export function isListed(name: string): boolean {
  return loadIndicators().get(name) !== undefined
}

/** The one of the name's indicators whose kind the unit fits; null where none does. */
export function fitUnit(entry: NameEntry, unit: string, isChange: boolean): Indicator | null {
  const isRelative = isChange && /^(?:%|个?百分点|倍|成|)$/.test(unit)
  for (const indicator of entry.candidates) {
    if (isRelative || fits(indicator.unit, unit, isChange)) return indicator
  }
  return null
}

/** Does a unit count what an indicator of this kind is counted in? */
export function fits(kind: UnitKind, unit: string, isChange: boolean): boolean {
  switch (kind) {
    case 'money':
      return /元|英镑|卢布|^[万亿]+$/.test(unit) && !/元\/(?:平方|亩|吨|公里|千瓦)/.test(unit)
    case 'people':
      return /^[百千万]*[人名个]$|人次$|^[十百千万]+$/.test(unit)
    case 'visits':
      return /人次$|^[百千万亿]*人$|^[十百千万亿]+$/.test(unit)
    case 'area':
      return /亩|公顷|平方/.test(unit)
    case 'mass':
      return /吨|斤|担/.test(unit)
    case 'percent':
      return unit === '%' || unit === '‰' || unit === '个百分点' || unit === '百分点'
    case 'growth':
      return unit === '%' || unit === '个百分点'
    case 'energy':
      return /标准?煤|吨|克/.test(unit) || (isChange && unit === '%')
    case 'density':
      return /克/.test(unit) || (isChange && unit === '%')
    default:
      return true
  }
}

/** 珠三角地区人均生产总值 is of a part of the province; 全地区生产总值 and 本地区生产总值 are of all. */
const PART_WORD =
  /限额以上|限上|入境|过夜|国内(?=旅游|游客)|城镇(?=固定|社会消费)|本级|^(?![全本我各占]|人均)\p{sc=Han}{1,6}(?:地区|片区|区域|流域|城市群|经济圈|经济带)/u

/** 限上 of 限上社会消费品零售总额: an indicator's printed name may tell of a part alone; null where it does not. */
export function partWordOf(name: string): string | null {
  return PART_WORD.exec(name)?.[0] ?? null
}
