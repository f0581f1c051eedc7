/** Turns what was typed into phrases, exclusions and filters as typed, and the free text between them. */

import { foldText } from '../../text/normalizer.ts'

export type FilterName = 'place' | 'year' | 'level' | 'report' | 'congress'

export interface TypedFilter {
  readonly name: FilterName
  /** As typed: 地区:伊宁. */
  readonly text: string
  readonly values: readonly string[]
}

export interface Operators {
  /** What is left, with a space for everything taken out. */
  readonly free: string
  readonly phrases: readonly string[]
  readonly excluded: readonly string[]
  readonly filters: readonly TypedFilter[]
  /** Words that look like a filter of an unknown name; they stay in the free text. */
  readonly unknown: readonly string[]
}

/** Folded. */
const FILTER_NAMES: Readonly<Record<string, FilterName>> = {
  地区: 'place',
  地方: 'place',
  地点: 'place',
  place: 'place',
  年份: 'year',
  年度: 'year',
  year: 'year',
  级别: 'level',
  level: 'level',
  报告: 'report',
  report: 'report',
  届: 'congress',
  congress: 'congress',
}

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '”': '”',
  '"': '"',
  '＂': '＂',
  '「': '」',
  '『': '』',
  '《': '》',
}

/** A name, a colon of either width, and a value without spaces or in quotation marks. */
const FILTER = /^(?<name>\p{L}{1,10})[:：](?<value>[“"「][^”"」]*[”"」]|[^\s:：/][^\s]*)$/u
/** Beyond this a value after an unknown name is a sentence (会议指出：…), not a filter. */
const MAX_UNKNOWN_VALUE_UTF16 = 8

/** A minus before a word or phrase; -10.4% is a figure. */
const EXCLUSION = /^[-－](?!\d+(?:\.\d+)?[%％]|\d+\.\d)[\p{L}\p{N}%“"＂「『《]/u
/** “乡村振兴”“旅游”, “乡村振兴”和“旅游”: phrases and nothing else, which must all stand. */
const PHRASES_ONLY = /^\s*(?:[“「『][^”」』]+[”」』]\s*[、，,+和与及]?\s*)+$/u
const BETWEEN_PHRASES = /([”」』])\s*[、，,+和与及]?\s*(?=[“「『])/gu
/** As far as the longest figure that a minus may belong to. */
const MAX_SIGN_UTF16 = 16

/**
 * Operators stand between spaces. Quotation marks make a phrase only when they enclose everything between two spaces
 * (or all of the query): inside a sentence, as in “三高”项目指什么, they are part of what was pasted.
 */
export function readOperators(typed: string): Operators {
  const text = typed.replace(BETWEEN_PHRASES, PHRASES_ONLY.test(typed) ? '$1 ' : '$&')
  const free: string[] = []
  const phrases: string[] = []
  const excluded: string[] = []
  const filters: TypedFilter[] = []
  const unknown: string[] = []
  for (let at = 0; at < text.length; ) {
    if (/\s/u.test(text[at] as string)) {
      at++
      continue
    }
    const isExclusion = EXCLUSION.test(text.slice(at, at + MAX_SIGN_UTF16))
    const start = isExclusion ? at + 1 : at
    const end = phraseEnd(text, start) ?? nextSpace(text, start)
    const word = text.slice(start, end)
    const phrase = phraseEnd(text, start) === null ? null : word.slice(1, -1)
    at = end
    if (phrase !== null && phrase.trim() !== '') (isExclusion ? excluded : phrases).push(phrase)
    else if (isExclusion && phrase === null) excluded.push(word)
    else if (phrase === null) {
      const filter = readFilter(word)
      if (filter !== null) filters.push(filter)
      else free.push(word)
      if (filter === null && looksLikeFilter(word)) unknown.push(word)
    }
  }
  return { free: free.join(' '), phrases, excluded, filters, unknown }
}

/**
 * Where the phrase that opens here ends, or null. The first closing mark that a space or the end follows closes it,
 * so that “办就办好”精神” holds the mark in its middle.
 */
function phraseEnd(text: string, start: number): number | null {
  const closing = CLOSING[text[start] ?? '']
  if (closing === undefined) return null
  for (let at = text.indexOf(closing, start + 1); at >= 0; at = text.indexOf(closing, at + 1)) {
    const after = text[at + 1]
    if (after === undefined || /\s/u.test(after)) return at + 1
  }
  return null
}

function nextSpace(text: string, start: number): number {
  const space = text.slice(start).search(/\s/u)
  return space < 0 ? text.length : start + space
}

function readFilter(word: string): TypedFilter | null {
  const { name, value } = FILTER.exec(word)?.groups ?? {}
  const filter = FILTER_NAMES[foldText(name ?? '')]
  if (filter === undefined || value === undefined) return null
  const values = value.split(/[,，、|]/u).map((one) => one.replace(/^[“"「]|[”"」]$/gu, ''))
  return { name: filter, text: word, values: values.filter((one) => one !== '') }
}

function looksLikeFilter(word: string): boolean {
  const { name, value } = FILTER.exec(word)?.groups ?? {}
  if (name === undefined || value === undefined || /^https?$/i.test(name)) return false
  return value.length <= MAX_UNKNOWN_VALUE_UTF16 && !/[，。；！？,;!?]/u.test(value)
}
