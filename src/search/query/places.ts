/** Finds the places that a text names, those that the corpus has and those of the gazetteer that it has not. */
import { addTo, getOrMake } from '../../text/maps.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { isLatin, isWholeAt } from '../../text/occurrences.ts'
import { namesOfPlace, SPELT, shortName } from '../../text/place-name.ts'
import { prefectureOf } from '../../text/provinces.ts'
import type { Sounds } from '../../text/sounds.ts'
import { WordTree } from '../../text/word-tree.ts'
import { cutWords } from '../../text/words.ts'
import type { Catalog } from '../backend.ts'

export interface QueryContext {
  readonly catalog: Catalog
  readonly places: PlaceLexicon
}

/** A place named in a folded text. */
export interface PlaceMention {
  readonly start: number
  readonly end: number
  /** Full names as in the catalog; empty when the corpus has no report of the place. */
  readonly places: readonly string[]
}

export interface PlaceLexicon {
  /** Mentions from left to right, the longest name first, none overlapping another. */
  find(folded: string): PlaceMention[]
  /** The places that a filter's value means; empty when there is none. */
  resolve(value: string): string[]
}

/** Names of a kind that stand for the place itself, or for all places of that level when the corpus has several. */
const KIND_NAMES: Readonly<Record<string, readonly string[]>> = {
  自治区: ['自治区'],
  国: ['国务院', '中央政府'],
}

/** Builds the lexicon; cheap enough to be made anew whenever the catalog changes. */
export function makePlaceLexicon(
  catalog: Catalog,
  gazetteer: readonly string[],
  sounds?: Sounds,
): PlaceLexicon {
  const known = new Map<string, Set<string>>()
  const add = (name: string, place: string): void => {
    const folded = foldPhrase(name)
    if (folded.length >= 2) getOrMake(known, folded, () => new Set<string>()).add(place)
  }
  const levelOf = new Map<string, string>(catalog.reports.map((report) => [report.place, report.level]))
  for (const [place, level] of levelOf) {
    // One report prints 深圳市南山区, another 南山区.
    const prefecture = prefectureOf(place, [...levelOf.keys()]) ?? ''
    const wholes = place.startsWith(prefecture) ? [place] : [place, prefecture + place]
    const names = wholes.flatMap((name) => namesOfPlace(foldPhrase(name)))
    for (const name of [...names, ...(KIND_NAMES[level] ?? [])]) add(name, place)
  }
  if (sounds !== undefined) addSpellings(known, sounds)
  const { foreign, stems } = foreignNames(gazetteer, known)
  const misspelt = sounds === undefined ? null : misspeltNames(known.keys(), sounds)
  const names = [...new Set([...known.keys(), ...foreign, ...stems])]
  const tree = new WordTree(names)
  const longestFrom = (folded: string, start: number): number =>
    names[tree.longestAt(folded, start)]?.length ?? 0
  return {
    find: (folded) => find(folded, { known, foreign, stems, misspelt, longestFrom }),
    resolve: (value) => {
      const folded = foldPhrase(value)
      const places = known.get(folded)
      if (places !== undefined) return [...places].sort()
      if (folded === '') return []
      return [...levelOf.keys()].filter((place) => foldPhrase(place).includes(folded)).sort()
    },
  }
}

/** Stems of two characters that are words as well, so that only the full name says for sure that a place is meant. */
const WORDS = new Set([
  ...'来宾 安康 白银 朝阳 大同 和平 长治 平安 东方 中卫 吉安 海东 海北 海西 海南 黄山 中山 太平 永安'.split(
    ' ',
  ),
])

interface ForeignNames {
  /** Full names of all counties; stems where they can hardly be another word: of prefectures and above, or of three characters. */
  readonly foreign: Set<string>
  /** 霍城 of 霍城县: a name where its two characters are no word, and no part of one (富民, 工农业). */
  readonly stems: Set<string>
}

function foreignNames(gazetteer: readonly string[], known: ReadonlyMap<string, unknown>): ForeignNames {
  const foreign = new Set<string>()
  const stems = new Set<string>()
  for (const name of gazetteer) {
    const folded = foldPhrase(name)
    const stem = shortName(folded)
    const isLarge = /(?:省|自治区|自治州|地区|盟|特别行政区)$/u.test(folded)
    const isSure = stem.length >= 3 || ((isLarge || /市$/u.test(folded)) && !WORDS.has(stem))
    foreign.add(folded)
    if (isSure) foreign.add(stem)
    else if (stem.length === 2) stems.add(stem)
  }
  for (const name of known.keys()) {
    foreign.delete(name)
    stems.delete(name)
  }
  return { foreign, stems }
}

/** Names of four letters or more in pinyin, as abroad (Yining); of longer names than four characters nobody types it. */
function addSpellings(known: Map<string, Set<string>>, sounds: Sounds): void {
  for (const [name, places] of [...known]) {
    const spelt = SPELT[name]
    if (spelt !== undefined) known.set(spelt, places)
    if (!/^\p{Script=Han}{2,4}$/u.test(name)) continue
    for (const spelling of sounds.spellings(name)) {
      if (spelling.length < 4) continue
      known.set(spelling, new Set([...(known.get(spelling) ?? []), ...places]))
    }
  }
}

type IsMisspelt = (name: string) => boolean

/** 依宁市 is typed for 伊宁市: one character that sounds alike, in a name that ends with its level. */
function misspeltNames(names: Iterable<string>, sounds: Sounds): IsMisspelt {
  const byGap = new Map<string, string[]>()
  for (const name of names) {
    if (!MISSPELT.test(name)) continue
    for (let at = 0; at < name.length - 1; at++) {
      const gap = `${name.slice(0, at)}*${name.slice(at + 1)}`
      addTo(byGap, gap, name[at] as string)
    }
  }
  return (typed) =>
    MISSPELT.test(typed) &&
    Array.from(typed).some((character, at) =>
      byGap
        .get(`${typed.slice(0, at)}*${typed.slice(at + 1)}`)
        ?.some((right) => right !== character && sounds.areAlike(character, right)),
    )
}

/** Three characters of Han or more, the last of which is a level. */
const MISSPELT = /^\p{Script=Han}{2,4}[省市县州旗盟]$/u
const LEVELS = new Set('省市县州旗盟')
/** In UTF-16 units: four characters of two units at the most, and the level. */
const LONGEST_MISSPELT = 9

interface Names {
  readonly known: ReadonlyMap<string, ReadonlySet<string>>
  readonly foreign: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
  readonly misspelt: IsMisspelt | null
  /** Length of the longest name that begins at a place of a text; 0 for none. */
  longestFrom(folded: string, start: number): number
}

function find(folded: string, names: Names): PlaceMention[] {
  const mentions: PlaceMention[] = []
  for (let start = 0; start < folded.length; ) {
    const mention = longestAt(folded, start, names)
    if (mention !== null) mentions.push(mention)
    start = mention?.end ?? start + 1
  }
  return mentions
}

function longestAt(
  folded: string,
  start: number,
  { known, foreign, stems, misspelt, longestFrom }: Names,
): PlaceMention | null {
  const longest = start + longestFrom(folded, start)
  const furthest = misspelt === null ? longest : Math.max(longest, start + LONGEST_MISSPELT)
  for (let end = Math.min(folded.length, furthest); end >= start + 2; end--) {
    if (end > longest && !LEVELS.has(folded[end - 1] as string)) continue
    const name = folded.slice(start, end)
    const places = known.get(name)
    if (places !== undefined && (!isLatin(name) || isWholeAt(folded, start, end)))
      return { start, end, places: [...places].sort() }
    if (foreign.has(name) && (name.length > 2 || isApart(folded, start, end)))
      return { start, end, places: [] }
    if (stems.has(name) && isApart(folded, start, end) && isNoWord(folded, start, end))
      return { start, end, places: [] }
    if (misspelt?.(name)) return { start, end, places: [] }
  }
  return null
}

/**
 * A name of two characters stands by chance in many a sentence (升格成县级市): it must open the text or follow a space; what is
 * quoted may begin with one only by chance (“江山如画”).
 */
function isApart(folded: string, start: number, end: number): boolean {
  const behind = folded[end] ?? ''
  const isQuoted = /["“「『‘《]/u.test(folded[start - 1] ?? '') && /\p{L}/u.test(behind)
  return !isQuoted && !/\p{L}/u.test(folded[start - 1] ?? '') && behind !== '级'
}

/** How much of the text behind a name shows whether a word goes over its end, in UTF-16 units. */
const BEHIND_UTF16 = 2

/** Cut into its characters, as what the dictionary does not have. */
function isNoWord(folded: string, start: number, end: number): boolean {
  const words = cutWords(folded.slice(start, end + BEHIND_UTF16))
  return [0, 1].every((at) => words[at]?.index === at && words[at]?.segment.length === 1)
}
