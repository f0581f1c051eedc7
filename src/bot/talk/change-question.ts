/** Turns a question and the words that change it into the question that is meant: another place or year in it, or another topic. */
import type { Searcher } from '../../search/searcher.ts'

const YEAR =
  /(?:19|20)\d\d\s*(?:年?\s*[-—–~至到]+\s*(?:19|20)\d\d)?\s*年?度?|[一二][〇○零一二三四五六七八九]{3}年|(?:去|今|明|前|上一?)年/gu
/** Words that ask for targets or for results, as questions and follow-ups have them. */
const KIND = /\s*(?:(?:主要)?(?:预期)?目标|计划|完成情况|实绩)(?:值|数)?/gu

interface Parts {
  /** As typed. */
  readonly places: readonly string[]
  readonly years: readonly string[]
  readonly hasTopic: boolean
}

/** null where the words name neither a place nor a year nor a topic. */
export async function changeQuestion(
  searcher: Searcher,
  question: string,
  words: string,
): Promise<string | null> {
  const [old, change] = await Promise.all([readParts(searcher, question), readParts(searcher, words)])
  if (change.hasTopic) {
    const kept = [
      ...(change.places.length > 0 ? [] : old.places),
      ...(change.years.length > 0 ? [] : old.years),
    ]
    return [...kept, words].join(' ')
  }
  if (change.places.length + change.years.length === 0) return null
  const placed = change.places.length === 0 ? question : put(question, old.places, change.places.join(' '))
  return change.years.length === 0 ? placed : put(placed, old.years, yearAfter(old.years, change.years))
}

/** Whether the words name places or years and nothing else. */
export async function isPlaceOrYear(searcher: Searcher, words: string): Promise<boolean> {
  const { places, years, hasTopic } = await readParts(searcher, words)
  return places.length + years.length > 0 && !hasTopic
}

/** The question with other words for the kind of figure: targets or results. */
export function askOnly(question: string, kind: string): string {
  const rest = question.replace(KIND, '').trim()
  return `${rest === '' ? question : rest} ${kind}`
}

async function readParts(searcher: Searcher, text: string): Promise<Parts> {
  const { named, foreign, terms } = await searcher.read(text)
  const years = text.match(YEAR) ?? []
  const topic = terms.replace(YEAR, '').replace(/^年|[\s和与跟、,，的]/gu, '')
  return {
    places: [...named, ...foreign],
    years: years.map((year) => year.trim()),
    hasTopic: foreign.reduce((rest, place) => rest.replace(place, ''), topic) !== '',
  }
}

/** Puts words in place of the first of the old ones, and takes the others out; in front where there are none. */
function put(question: string, old: readonly string[], words: string): string {
  const [first, ...others] = old
  if (first === undefined) return `${words} ${question}`
  const rest = others.reduce((text, other) => text.replace(other, ' '), question)
  return rest.replace(first, words).replace(/\s+/gu, ' ').trim()
}

/** 去年 after a question about 2024 is 2023. */
function yearAfter(old: readonly string[], years: readonly string[]): string {
  const asked = Number(/\d{4}/.exec(old[0] ?? '')?.[0])
  const steps: Readonly<Record<string, number>> = { 去年: -1, 上年: -1, 上一年: -1, 前年: -2, 明年: 1 }
  return years
    .map((year) => (Number.isNaN(asked) || steps[year] === undefined ? year : `${asked + steps[year]}年`))
    .join(' ')
}
