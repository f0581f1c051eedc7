/** Reports in, their index out, laid out flat: MiniSearch counts the terms, and what phrases and years need lies beside. */
import MiniSearch from 'minisearch'
import type { Report } from '../corpus/report.ts'
import { foldPhrase } from '../text/normalizer.ts'
import { passageYears } from './aspect.ts'
import { FIELDS, passageFields } from './fields.ts'
import { layOutTexts } from './folded-texts.ts'
import { freeze } from './frozen-index.ts'
import type { SavedIndex } from './index-file.ts'

/** Builds the index. Passages are numbered in the order of report ids and paragraphs, so a lower number wins a tie. */
export function buildIndex(reports: readonly Report[]): SavedIndex {
  const sorted = [...reports].sort((a, b) => (a.id < b.id ? -1 : 1))
  const mini = new MiniSearch({
    idField: 'number',
    fields: [...FIELDS],
    tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
    processTerm: encodeTerm,
  })
  const texts: string[] = []
  const years: number[] = []
  const yearStarts: number[] = [0]
  for (const report of sorted) {
    for (const passage of report.passages) {
      mini.add({ number: texts.length, ...passageFields(passage) })
      texts.push(foldPhrase(passage.text))
      years.push(...passageYears(passage, report))
      yearStarts.push(years.length)
    }
  }
  return {
    arrays: {
      ...freeze(mini.toJSON(), FIELDS),
      ...layOutTexts(texts),
      years: Uint16Array.from(years),
      yearStarts: Uint32Array.from(yearStarts),
    },
    reports: sorted,
  }
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789-_.~!'

/**
 * Writes a term in 41 letters, three for each UTF-16 unit. MiniSearch's radix tree looks through the children of a
 * node one by one, and the root of a Chinese one has thousands: recoded it builds in a third of the time.
 */
export function encodeTerm(term: string): string {
  let encoded = ''
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at)
    encoded += ALPHABET[Math.floor(unit / 1681)] as string
    encoded += ALPHABET[Math.floor(unit / 41) % 41] as string
    encoded += ALPHABET[unit % 41] as string
  }
  return encoded
}
