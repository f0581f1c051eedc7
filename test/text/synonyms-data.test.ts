/** The synonyms that come with the program keep the rules that their file states. */
import { describe, expect, it } from 'vitest'
import { readSynonyms } from '../../src/search/vocabulary.ts'
import { foldText } from '../../src/text/normalizer.ts'
import { parseSynonyms } from '../../src/text/synonyms.ts'

const text = await readSynonyms()
const rules = text
  .split('\n')
  .map((line) => line.replace(/#.*$/, '').trim())
  .filter((line) => line !== '')
  .map((line) => ({ line, sides: line.split('=>').map(wordsOf) }))

const QUESTION_WORDS = /什么|多少|怎么|怎样|哪|吗|几|谁|何|呢/

describe('the synonyms', () => {
  it('has no line that cannot be read', () => {
    expect(parseSynonyms(text).faults).toEqual([])
  })

  it('holds several thousand groups', () => {
    expect(rules.length).toBeGreaterThan(4000)
  })

  it('is written as it is compared, but for capitals', () => {
    expect(rules.filter(({ line }) => foldText(line) !== line).map(({ line }) => line)).toEqual([])
  })

  it('has words of two characters at least, and no question words', () => {
    const words = rules.flatMap(({ sides }) => sides.flat())
    expect(words.filter((word) => Array.from(word).length < 2 || QUESTION_WORDS.test(word))).toEqual([])
  })

  it('names no word twice in a group', () => {
    const twice = rules.filter(
      ({ sides }) => new Set(sides.flat().map((word) => foldText(word))).size < sides.flat().length,
    )
    expect(twice.map(({ line }) => line)).toEqual([])
  })

  it('has one group for a word that is typed', () => {
    const left = rules.flatMap(({ sides }) => (sides[0] ?? []).map((word) => foldText(word)))
    const seen = new Set<string>()
    const again = left.filter((word) => seen.size === seen.add(word).size)
    expect(again).toEqual([])
  })

  it('never leads from a word only to longer words that hold it, which the word finds anyhow', () => {
    const idle = rules.filter(
      ({ sides: [left = [], right] }) =>
        right !== undefined &&
        left.some((from) => right.every((to) => foldText(to).includes(foldText(from)))),
    )
    expect(idle.map(({ line }) => line)).toEqual([])
  })
})

function wordsOf(side: string): string[] {
  return side.split(',').map((word) => word.trim())
}
