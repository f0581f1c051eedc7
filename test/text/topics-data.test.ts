/** The descriptions of topics that come with the program keep the form that about.txt states. */
import { describe, expect, it } from 'vitest'
import { readTopics } from '../../src/search/vocabulary.ts'
import { foldText } from '../../src/text/normalizer.ts'

const lines = readTopics()
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
const topics = lines.map((line) => {
  const [words = '', everyday = ''] = line.split(' = ')
  return { line, words: words.split(', '), everyday: everyday.split(' ') }
})
const lineOf = ({ line }: { readonly line: string }): string => line

describe('the descriptions of topics', () => {
  it('are several thousand, each once', () => {
    expect(topics.length).toBeGreaterThan(5000)
    expect(new Set(lines).size).toBe(lines.length)
  })

  it('have words of reports on the left and everyday words on the right', () => {
    expect(lines.filter((line) => line.split(' = ').length !== 2)).toEqual([])
    expect(topics.filter(({ words }) => words.some((word) => word.length < 2)).map(lineOf)).toEqual([])
    expect(topics.filter(({ everyday }) => everyday.length < 5).map(lineOf)).toEqual([])
  })

  it('are written as they are compared', () => {
    expect(lines.filter((line) => foldText(line) !== line)).toEqual([])
  })

  it('name no word twice in a topic', () => {
    const twice = topics.filter(
      ({ words, everyday }) => new Set(words).size < words.length || new Set(everyday).size < everyday.length,
    )
    expect(twice.map(lineOf)).toEqual([])
  })
})
