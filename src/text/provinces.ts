/** Tells which province, and which prefecture, a place lies in, by the gazetteer. */

import { readFileSync } from 'node:fs'
import { addTo } from './maps.ts'
import { dataLines } from './word-list.ts'

const GAZETTEER = new URL('gazetteer.txt', import.meta.url)

let known: { readonly names: readonly string[]; readonly of: ReadonlyMap<string, number> } | null = null

/** Names of the provinces, in the order of the gazetteer: a number on a button means the same for ever. */
export function provinces(): readonly string[] {
  return read().names
}

/** The province's place in that list; -1 for a place that the gazetteer lacks. Of places of one name the first. */
export function provinceOf(place: string): number {
  const { names, of } = read()
  const whole = of.get(place)
  if (whole !== undefined) return whole
  const named = names.findIndex((name) => place.startsWith(name))
  if (named >= 0) return named
  // 深圳市罗湖区 is in the province of 深圳市.
  const [parent = ''] = PARENT.exec(place) ?? []
  return of.get(parent) ?? -1
}

/** The province, or the prefecture, that a place lies in; null for one that stands as high itself, or of which that is not told. */
export function placeAbove(place: string, level: '省' | '市', known: readonly string[]): string | null {
  const prefecture = prefectureOf(place, known)
  const above = level === '市' ? prefecture : (provinces()[provinceOf(prefecture ?? place)] ?? null)
  return above === place ? null : above
}

/** 深圳市 of 深圳市罗湖区; of a name that several prefectures have the one that is known, itself or by another of its districts. */
export function prefectureOf(place: string, known: readonly string[]): string | null {
  const [parent] = PARENT.exec(place) ?? []
  if (parent !== undefined) return parent
  const all = prefecturesOf(place)
  const [only, ...others] =
    all.length <= 1 ? all : all.filter((name) => known.some((one) => one.startsWith(name)))
  return only === undefined || others.length > 0 ? null : only
}

const PARENT = /^.{2,}?(?:自治州|地区|市|州|盟)(?=.{2,})/u

let prefectures: ReadonlyMap<string, readonly string[]> | null = null

/** The prefectures, or municipalities, that have a county or district of this name; none for a name that stands higher. */
export function prefecturesOf(place: string): readonly string[] {
  if (prefectures === null) {
    const found = new Map<string, string[]>()
    for (const [province = '', first = '', ...others] of readLines()) {
      const isMunicipality = province.endsWith('市')
      // Lines without a prefecture list the counties that a province rules itself.
      const isPrefecture =
        /(?:自治州|地区|盟)$/u.test(first) || others.some((name) => /(?<!林)区$/u.test(name))
      if (!isMunicipality && !isPrefecture) continue
      const parent = isMunicipality ? province : first
      for (const name of isMunicipality ? [first, ...others] : others) addTo(found, name, parent)
    }
    prefectures = found
  }
  return prefectures.get(place) ?? []
}

function read(): NonNullable<typeof known> {
  if (known !== null) return known
  const names: string[] = []
  const of = new Map<string, number>()
  for (const [province = '', ...places] of readLines()) {
    if (!names.includes(province)) names.push(province)
    const number = names.indexOf(province)
    for (const place of [province, ...places]) if (!of.has(place)) of.set(place, number)
  }
  known = { names, of }
  return known
}

/** Short names of the cities right below a province: 石家庄, 济源. */
export function cities(): string[] {
  return readLines().flatMap(([province = '', first = '']) =>
    !province.endsWith('市') && first.endsWith('市') ? [first.slice(0, -1)] : [],
  )
}

/** Each line names a province, and places in it, its prefecture first. */
function readLines(): string[][] {
  return dataLines(readFileSync(GAZETTEER, 'utf8')).map((line) => line.split(/\s+/))
}
