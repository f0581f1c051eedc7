/** Turns an English question for figures into the words of a Chinese one, by english.txt. */
import { readFileSync } from 'node:fs'
import { expandName } from '../../figures/indicators.ts'
import { foldText } from '../../text/normalizer.ts'

/** A line of the file that cannot be used: where, what, and the fix. */
class EnglishError extends Error {
  override readonly name = 'EnglishError'
}

/** `folded`: a question without Han characters. A word that the file does not have stays as it is. */
export function sayInChinese(folded: string): string {
  const { phrases, longest } = loadEnglish()
  const words = wordsOf(
    folded.replace(LARGE_NUMBER, (_, number: string, size: string) => inChinese(number, size)),
  )
  const said: string[] = []
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longest, words.length - at)
    while (length > 1 && !phrases.has(words.slice(at, at + length).join(' '))) length--
    const own = words.slice(at, at + length).join(' ')
    const meant = phrases.get(own)
    if (meant === undefined) said.push(own)
    else if (meant !== '' && !said.includes(meant)) said.push(meant)
    at += length
  }
  return said.join(' ').replace(/(?<=超过|低于) (?=\d)|(?<=\d) (?=[%万亿])/gu, '')
}

interface English {
  /** By phrase; '' for what asks for nothing. */
  readonly phrases: ReadonlyMap<string, string>
  /** Words of the longest phrase. */
  readonly longest: number
}

/** Words, numbers with their unit, and years; marks end a word. */
const WORD = /[a-z&]+(?:'[a-z]+)*|\d[\d.,]*\d[%万亿]?|\d[%万亿]?|\p{L}+/gu

function wordsOf(folded: string): string[] {
  return (
    folded
      .replaceAll('’', "'")
      .replace(/'s?(?![a-z])/gu, '')
      .match(WORD) ?? []
  )
}

const LARGE_NUMBER = /(\d+(?:\.\d+)?)\s*(million|billion|bn|trillion)(?![a-z])/gu
/** In 亿. */
const SIZES: Readonly<Record<string, number>> = { million: 0.01, billion: 10, bn: 10, trillion: 10_000 }

/** 4.5 billion is 45亿. */
function inChinese(number: string, size: string): string {
  return `${Number((Number(number) * (SIZES[size] ?? 1)).toPrecision(12))}亿`
}

/** @throws EnglishError */
function parseEnglish(file: string): English {
  const phrases = new Map<string, string>()
  for (const [index, line] of file.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [left = '', right] = line.split('=>')
    if (right === undefined || left.trim() === '')
      throw new EnglishError(`english.txt:${index + 1}: write “phrases => words”`)
    for (const pattern of left.split(',')) {
      for (const phrase of expandName(pattern.trim())) {
        const key = wordsOf(phrase).join(' ')
        if (!phrases.has(key)) phrases.set(key, foldText(right.trim()))
      }
    }
  }
  const longest = Math.max(...Array.from(phrases.keys(), (phrase) => phrase.split(' ').length))
  return { phrases, longest }
}

const ENGLISH_FILE = new URL('english.txt', import.meta.url)

let shipped: English | null = null

/** The phrases that come with the program, read once. */
function loadEnglish(): English {
  shipped ??= parseEnglish(readFileSync(ENGLISH_FILE, 'utf8'))
  return shipped
}
