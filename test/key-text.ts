import type { Translate } from '../src/text/translate.ts'

/** A text is its key and what it is given: a test then tells which one was chosen, whatever it says. */
export const keyText: Translate = (key, given = {}) => [key, ...Object.values(given)].join(' ')

/** The same, with the comma of lists as it is printed. */
export const keyTextWithCommas: Translate = (key, given) =>
  key === 'list-comma' ? '、' : keyText(key, given)
