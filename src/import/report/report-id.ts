/** A place and a year in, the report's id out: the short name in pinyin and the year, `yining-2023`. */
import { pinyin } from 'pinyin-pro'
import { shortName } from './place.ts'

/** Longest id: `<id>_<hash>` must fit a Telegram start parameter. */
const MAX_ID = 40

/** Makes the id; `taken` says whether another report has it already, and then -2, -3, … is appended. */
export function makeReportId(place: string, year: number, taken: (id: string) => boolean): string {
  const name = pinyin(shortName(place), { toneType: 'none', type: 'array', nonZh: 'removed', v: true })
    .join('')
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[^a-z0-9]/g, '')
  const base = `${(name === '' ? 'report' : name).slice(0, MAX_ID - 8)}-${year}`
  if (!taken(base)) return base
  for (let count = 2; ; count++) if (!taken(`${base}-${count}`)) return `${base}-${count}`
}
