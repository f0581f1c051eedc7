/** The languages of the interface, and how its texts are looked up. */

export const LANGUAGES = ['zh-hans', 'zh-hant', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** @param tag An IETF tag in small letters: `zh-hans`, `zh-tw`, `en`; null for another language. */
export function languageOf(tag: string): Language | null {
  if (/^en\b/.test(tag)) return 'en'
  if (!/^zh\b/.test(tag)) return null
  return /hant|-(tw|hk|mo)\b/.test(tag) ? 'zh-hant' : 'zh-hans'
}

/** Looks a text of the interface up and fills in its variables. Numbers come out grouped (1,234): years and ids are given as strings. */
export type Translate = (key: string, variables?: Readonly<Record<string, string | number>>) => string
