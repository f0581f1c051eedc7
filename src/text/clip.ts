/** Shortens text without cutting a character in two. */

/** Words of others that a line of ours names: longer ones would push the line's own words out of sight. */
const MAX_NAMED_UTF16 = 40

/**
 * Puts a label on one line of at most so many UTF-16 units (default 40), with … for what is cut.
 * Not for quotes: they are cut by the snippet maker.
 */
export function clip(text: string, units = MAX_NAMED_UTF16): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= units ? line : `${line.slice(0, safeCut(line, units - 1))}…`
}

/** The last place at or before `at` that lies between two characters. */
export function safeCut(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
