/** Turns a paragraph's text into the passage's lasting id. */
import { hash } from 'node:crypto'

/** Hex digits of the text's hash: within one report 40 bits keep paragraphs apart. */
const HASH_DIGITS = 10

/**
 * Makes the ids of one report's passages, in reading order.
 *
 * An id depends on the report's id and the paragraph's own text alone, so it survives changes to other
 * paragraphs. A text that the report repeats gets `-2`, `-3`, … appended. Ids fit a Telegram start parameter
 * (`[A-Za-z0-9_-]{1,64}`) because a report id has at most 40 characters.
 */
export function passageIds(report: string, texts: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return texts.map((text) => {
    const digits = hash('sha256', text, 'hex').slice(0, HASH_DIGITS)
    const count = (seen.get(digits) ?? 0) + 1
    seen.set(digits, count)
    return count === 1 ? `${report}_${digits}` : `${report}_${digits}-${count}`
  })
}
