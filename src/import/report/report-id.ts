/** Turns a place and a year into the report's id, the short name as it is commonly spelt: `yining-2023`. */
import { pinyin } from 'pinyin-pro'
import {
  BARE_PEOPLES,
  LEVELS_OF_PLACES,
  lastPart,
  SHORT_PEOPLES,
  SPELT,
  shortName,
} from '../../text/place-name.ts'

/** Longest id: `<id>_<hash>` must fit a Telegram start parameter. */
const MAX_ID = 40

/**
 * Makes the id. `holder` tells the place of the report that has an id already, '' where that is not known, null
 * where nobody has it.
 *
 * Places of one spelling are told apart by more of their names (`yiningxian-2024`); a second report of the same
 * place and year gets -2, -3, ….
 */
export function makeReportId(place: string, year: number, holder: (id: string) => string | null): string {
  const ids = [shortName(place), lastPart(place), place].map((name) => idOf(name, year))
  const id = ids.find((one) => [null, place].includes(holder(one))) ?? (ids[0] as string)
  if (holder(id) === null) return id
  for (let count = 2; ; count++) if (holder(`${id}-${count}`) === null) return `${id}-${count}`
}

function idOf(name: string, year: number): string {
  return `${(spell(name) || 'report').slice(0, MAX_ID - 8)}-${year}`
}

function spell(name: string): string {
  const known = Object.keys(SPELT).find((one) => name.startsWith(one))
  if (known !== undefined) return `${SPELT[known]}${name === known ? '' : spell(name.slice(known.length))}`
  return sound(name)
}

function sound(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true })
    .join('')
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[^a-z0-9]/g, '')
}

/** The id by the rule of older corpora, whose links are still about. */
export function makeFormerId(place: string, year: number): string {
  const last = FORMER_PARENTS.exec(place)?.[1] ?? place
  const bare = last.replace(FORMER_PEOPLES, '').replace(new RegExp(`(?:${LEVELS_OF_PLACES})$`, 'u'), '')
  return `${sound(bare.length >= 2 ? bare : last).slice(0, MAX_ID - 8) || 'report'}-${year}`
}

const FORMER_PARENTS = new RegExp(
  `^(?:\\p{Script=Han}{2,12}?(?:省|自治区|市|州|盟|地区))+(\\p{Script=Han}{1,12}(?:${LEVELS_OF_PLACES}))$`,
  'u',
)
const FORMER_PEOPLES = new RegExp(`(?:(?:${BARE_PEOPLES}|${SHORT_PEOPLES})族?)*自治[区州县旗]$`, 'u')
