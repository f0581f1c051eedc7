/** Verifies a whole draft: a verdict for every sentence that quotes a report or states a figure, with its place. */

import { asOneQuestion } from '../search/question-time.ts'
import type { Searcher } from '../search/searcher.ts'
import { countWords, unitText } from './alignment/units.ts'
import { findHolders, stretchesOf } from './candidates.ts'
import { type Carried, findPlaces, leadingPlace, NOTHING_CARRIED } from './claims/read-claims.ts'
import { leadingYear, numbersIn } from './claims/unread-numbers.ts'
import { findFigures } from './numbers.ts'
import { type Sentence, splitSentences } from './sentences.ts'
import { verify, verifyVerbatim } from './verify.ts'
import type { SentenceVerdict } from './verify-text.ts'

/** Sentences beyond these are not looked at: a book is no draft. */
const MAX_DRAFT_SENTENCES = 2_000
/** Shorter quotations are names and catchwords. */
const MIN_QUOTED_WORDS = 8
/** A sentence without marks or figures quotes when a stretch of so many characters stands in a report. */
const MIN_STRETCH_UTF16 = 12
const QUOTED = /[“「『"]([^“”「」『』"]+)[”」』"]/gu
const NUMERAL = /百分之|[一二三四五六七八九十百千]+[万亿]|[一二三四五六七八九]成/u

/** In the order of the draft. Whatever is neither quoted nor a figure has no verdict. */
export async function verifyDraft(searcher: Searcher, text: string): Promise<SentenceVerdict[]> {
  const verdicts: SentenceVerdict[] = []
  let carried: Carried = NOTHING_CARRIED
  let lineStart = 0
  for (const sentence of splitSentences(text).slice(0, MAX_DRAFT_SENTENCES)) {
    // A year holds for its paragraph, a place until another is named.
    if (text.slice(lineStart, sentence.start).includes('\n')) carried = { ...carried, year: null, kind: null }
    lineStart = sentence.start
    // A long draft takes its time; a sentence of it takes no longer than a question.
    await asOneQuestion(async () => {
      if (await mayQuote(searcher, sentence)) {
        const verdict =
          (await verifyVerbatim(searcher, sentence.text, carried)) ??
          (await verify(searcher, sentence.text, { carried }))
        carried = verdict.carried
        if (tellsOfReports(verdict)) verdicts.push({ ...verdict, start: sentence.start, end: sentence.end })
      } else carried = await carryLead(searcher, sentence, carried)
    })
  }
  return verdicts
}

/** Worth the time of a check. */
async function mayQuote(searcher: Searcher, { text }: Sentence): Promise<boolean> {
  if (findFigures(text).length > 0 || NUMERAL.test(text) || countsThings(text) || isQuoted(text)) return true
  const units = unitText(text)
  const stretches = stretchesOf(units, [0, units.keys.length]).sort((a, b) => b.length - a.length)
  const [longest] = stretches
  if (longest === undefined || longest.length < MIN_STRETCH_UTF16) return false
  return (await findHolders(searcher, [longest])).total > 0
}

/** 三百列, 300列: a number of something. */
function countsThings(text: string): boolean {
  return numbersIn(text).some(({ quantity }) => quantity !== null && quantity.unit !== '')
}

function isQuoted(text: string): boolean {
  return Array.from(text.matchAll(QUOTED)).some(([, words = '']) => countWords(words) >= MIN_QUOTED_WORDS)
}

/** A sentence with a number that is no figure (第3页, 5月) and whose words no report has says nothing of one. */
function tellsOfReports({ text, check, claims, supported }: Omit<SentenceVerdict, 'start' | 'end'>): boolean {
  return (
    supported !== null || claims.length > 0 || countsThings(text) || isQuoted(text) || check.kind === 'pieced'
  )
}

/** A line as short as this may be a heading: 新疆情况. */
const MAX_HEADING_UTF16 = 20
const NAMES_PLACE = /[省市县区州旗]/u

/** A heading or a lead may name the place and year that the sentences below it tell of. */
async function carryLead(searcher: Searcher, { text }: Sentence, carried: Carried): Promise<Carried> {
  const year = leadingYear(text) ?? carried.year
  if (text.length > MAX_HEADING_UTF16 && !NAMES_PLACE.test(text)) return { ...carried, year }
  const { query } = await searcher.search(text, { limit: 1 })
  const place = leadingPlace(text, findPlaces(text, query, [])) ?? carried.place
  return { ...carried, place, year }
}
