/** Turns texts of the reports into their units: made once for all the quotes that are compared with them, and joined into stretches. */
import { getOrMake } from '../text/maps.ts'
import { RecentMap } from '../text/recent-map.ts'
import { type UnitText, unitText } from './alignment/units.ts'

/** So many texts are kept at the least, those that were asked for last: some three hundred units each, of ten bytes. */
const KEPT_TEXTS = 1_000

const kept = new RecentMap<string, UnitText>(KEPT_TEXTS)

/** The units of a paragraph or heading. Never for what a user typed: that is not kept. */
export function unitsOf(raw: string): UnitText {
  return getOrMake(kept, raw, () => unitText(raw))
}

/** The units of texts put together with line breaks: the same as unitText() makes of them. */
export function joinUnits(texts: readonly UnitText[]): UnitText {
  const raw = texts.map((text) => text.raw).join('\n')
  if (texts.some((text, index) => index > 0 && growTogether(texts[index - 1] as UnitText, text)))
    return unitText(raw)
  const keys = texts.map((text) => text.keys).join('')
  const starts: number[] = []
  const ends: number[] = []
  let offset = 0
  for (const text of texts) {
    for (const start of Array.from(text.starts)) starts.push(offset + start)
    for (const end of Array.from(text.ends)) ends.push(offset + end)
    offset += text.raw.length + 1
  }
  return { raw, keys, starts, ends }
}

/** True where a mark or a figure with its sign may go on from the end of one text to the beginning of the next. */
function growTogether(before: UnitText, { keys }: UnitText): boolean {
  const last = before.keys.at(-1)
  const first = keys[0]
  if (last === undefined || first === undefined || /[。…-]/u.test(first)) return true
  if (last === '—') return /[—0-9]/u.test(first)
  if (/[0-9,…]/u.test(last)) return /[0-9,%‰°]/u.test(first)
  // A full stop is taken for what it is; what is like one may turn out to be a figure's point.
  const mayBePoint = last === '。' && before.raw[before.starts[before.keys.length - 1] as number] !== '。'
  return mayBePoint && /[0-9a-z%‰°,]/u.test(first)
}
