/** Reads places that are named by their level (各省, 保定市下面所有县) as the reports that are meant. */
import { isOfLevel, PROVINCIAL } from '../../corpus/rank.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { shortName } from '../../text/place-name.ts'
import { prefecturesOf, provinceOf, provinces } from '../../text/provinces.ts'
import type { Catalog } from '../backend.ts'
import type { PlaceMention } from './places.ts'
import { overlaps, type Run } from './question-words.ts'

export interface PlaceGroup extends Run {
  /** Levels as filters have them: of all places; empty where `places` tells. */
  readonly levels: readonly string[]
  /** Full names, as in the catalog, of those that lie in the place named before them. */
  readonly places: readonly string[]
  /** 县, 县市区. */
  readonly unit: string
}

export const LEVEL_UNITS =
  '县市区|县市旗|县区市|市县区|市区县|县市|县区|区县|市县|省区市|省市区|省区|省市|省份|直辖市|城市|自治区|地级市|县城|县|市|区|州|省|旗|地方|地区|里|儿|地'

/** What stands before a unit where all places of its level are meant, or one of them is asked for. */
export const EVERY = '各个?|所有的?|全部的?|每一?个|哪(?:一?个|一?些|几个|几?座)?一?'

/** What units mean that do not stand for each of their characters. */
const LEVELS_OF: Readonly<Record<string, readonly string[]>> = {
  省: PROVINCIAL,
  省区: PROVINCIAL,
  省区市: PROVINCIAL,
  省市区: PROVINCIAL,
  省市自治区: PROVINCIAL,
  province: PROVINCIAL,
  region: PROVINCIAL,
  自治区: ['自治区'],
  直辖市: ['直辖市'],
  州: ['州'],
  市: ['市'],
  县级市: ['市'],
  cities: ['市'],
  地市: ['市', '州'],
  县: ['县'],
  旗: ['县'],
  counties: ['县'],
  区: ['区'],
  district: ['区'],
  地区: [],
  乡: ['乡'],
}

/** 县市区 stands for each of its characters; none for 地方, which is of any level. */
export function levelsOfUnit(unit: string): readonly string[] {
  const one = LEVELS_OF[unit.replace(/(?<!ie)s$/u, '')]
  return one ?? [...new Set(Array.from(unit).flatMap((character) => LEVELS_OF[character] ?? []))]
}

/** A longer text tells of places and asks for none. */
const MAX_ASKING_UTF16 = 60
const GROUP = new RegExp(
  `(?<inside>(?:下[面辖属]|所[辖属]|管辖|辖区|境内|内部?|里面?)的?)?(?:全国)?(?<all>(?!哪[里儿])(?:${EVERY}))?(?<unit>${LEVEL_UNITS})(?![委长级府域内政直里])`,
  'gu',
)

/** null where none is named, or where no report would be left. */
export function readPlaceGroup(
  folded: string,
  mentions: readonly PlaceMention[],
  { reports }: Catalog,
): PlaceGroup | null {
  if (folded.length > MAX_ASKING_UTF16) return null
  for (const { index: start, 0: run, groups } of folded.matchAll(GROUP)) {
    const { inside, all, unit = '' } = groups ?? {}
    const levels = levelsOfUnit(unit)
    const end = start + run.length
    const isOfName = mentions.some((mention) => overlaps(mention, { start, end }))
    if ((inside === undefined && all === undefined) || levels.length === 0 || isOfName) continue
    const parent = mentions.find((mention) => /^[省市县区州的]?$/u.test(folded.slice(mention.end, start)))
    if (parent !== undefined) {
      const names = parent.places.length > 0 ? parent.places : [folded.slice(parent.start, parent.end)]
      const inParent = reports.filter((report) => isOfLevel(report, levels) && liesIn(report.place, names))
      const places = [...new Set(inParent.map(({ place }) => place))]
      if (places.length > 0) return { start: parent.start, end, levels: [], places, unit }
    } else if (
      all !== undefined &&
      mentions.length === 0 &&
      reports.some((report) => isOfLevel(report, levels))
    ) {
      return { start, end, levels, places: [], unit }
    }
  }
  return null
}

/** By its name (深圳市宝安区), or by the gazetteer. */
export function liesIn(place: string, parents: readonly string[]): boolean {
  const above = [...prefecturesOf(place), provinces()[provinceOf(place)] ?? '']
  return parents.some((parent) => {
    const name = shortName(parent)
    const isSame = foldPhrase(place) === foldPhrase(parent)
    return !isSame && (place.startsWith(parent) || above.some((one) => shortName(one) === name))
  })
}
