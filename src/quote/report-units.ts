/** Turns texts of the reports into their units: made once for all the quotes that are compared with them, and joined into stretches. */
import { type UnitText, unitText } from './alignment/units.ts'

/** So many units are kept, some ten bytes each: those of the passages that were asked for last. */
const MAX_KEPT_UNITS = 400_000

const kept = new Map<string, UnitText>()
let keptUnits = 0

/** The units of a paragraph or heading. Never for what a user typed: that is not kept. */
export function unitsOf(raw: string): UnitText {
  const known = kept.get(raw)
  if (known !== undefined) return known
  const made = unitText(raw)
  kept.set(raw, made)
  keptUnits += raw.length
  for (const [oldest] of kept) {
    if (keptUnits <= MAX_KEPT_UNITS) break
    kept.delete(oldest)
    keptUnits -= oldest.length
  }
  return made
}

/** The units of texts put together with line breaks: the same as unitText() makes of them. */
export function joinUnits(texts: readonly UnitText[]): UnitText {
  const raw = texts.map((text) => text.raw).join('\n')
  if (texts.some((text, index) => index > 0 && growTogether(texts[index - 1] as UnitText, text)))
    return unitText(raw)
  const keys = texts.map((text) => text.keys).join('')
  const starts = new Uint32Array(keys.length)
  const ends = new Uint32Array(keys.length)
  let [count, offset] = [0, 0]
  for (const text of texts) {
    for (let unit = 0; unit < text.keys.length; unit++) {
      starts[count] = offset + (text.starts[unit] as number)
      ends[count++] = offset + (text.ends[unit] as number)
    }
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
