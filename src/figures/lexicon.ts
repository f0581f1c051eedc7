/** The words by which a sentence with figures is built: what a word does, whatever indicator it stands beside. */
import { readFileSync } from 'node:fs'
import { dataLines } from '../text/word-list.ts'
import { WordTree } from '../text/word-tree.ts'
import type { Bound } from './figure.ts'

/** What a word does in a sentence with figures. */
export type Word =
  /** 增长, 下降, 增速: the number is a change. `isNoun`: 增速, 涨幅. */
  | { readonly is: 'change'; readonly sign: '+' | '-'; readonly isNoun: boolean }
  /** 达到, 为, 完成, 提高到: the number is a value. `isTo`: a change verb that ends in its result. */
  | { readonly is: 'level'; readonly isTo: boolean }
  /** 超过, 约, 不低于: how the number is meant. */
  | { readonly is: 'bound'; readonly bound: Bound }
  /** 分别, 依次: a number for each of the list. */
  | { readonly is: 'each' }
  /** 高于, 快于, 相当于: measured against something else. */
  | { readonly is: 'compare' }
  /** 占, 比重, 贡献率: a share of something else, a figure under a name of its own. */
  | { readonly is: 'share' }
  /** 力争, 目标: planned. `isFirm`: also where results are told. */
  | { readonly is: 'plan'; readonly isFirm: boolean }
  /** 已, 目前, 去年底: done. */
  | { readonly is: 'done' }
  /** 从, 由: what it came from. */
  | { readonly is: 'from' }
  /** 和, 与, 及. */
  | { readonly is: 'and' }
  /** 全市, 我县: the place of the report itself. */
  | { readonly is: 'own' }
  /** 其中: part of what was told before. */
  | { readonly is: 'of' }
  /** 累计, 同比, 实现 before a noun …: adds nothing. */
  | { readonly is: 'filler' }
  /** 培育, 建设, 发放: a verb whose object is counted; not part of a printed name. */
  | { readonly is: 'verb' }

/** Where the words stand. */
export const LEXICON_FILE = new URL('lexicon.txt', import.meta.url)

export interface WordMatch {
  readonly word: Word
  readonly length: number
}

const WORDS = readLexicon(readFileSync(LEXICON_FILE, 'utf8'))
const MATCHES: readonly WordMatch[] = Array.from(WORDS, ([{ length }, word]) => ({ word, length }))
const TREE = new WordTree([...WORDS.keys()])

/** Lines of words below a line that says what they do: [change + noun]. */
function readLexicon(file: string): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>()
  let word: Word | null = null
  for (const line of dataLines(file)) {
    const head = /^\[(.+)\]$/.exec(line)?.[1]
    if (head !== undefined) word = wordOf(head)
    // What a word does is what the first group with it says.
    else if (word !== null) for (const text of line.split(' ')) if (!words.has(text)) words.set(text, word)
  }
  return words
}

/** What the words of a group do, by its head; of one form for all. */
export function wordOf(head: string): Word {
  const [is = '', first = '', second] = head.split(' ')
  return {
    is,
    sign: is === 'change' ? first : undefined,
    isNoun: second === 'noun',
    isTo: first === 'to',
    bound: is === 'bound' ? first : undefined,
    isFirm: first === 'firm',
  } as Word
}

/** Codes of the characters that words begin with. */
export const WORD_FIRSTS: readonly number[] = Array.from(WORDS.keys(), (word) => word.charCodeAt(0))

/** 签约32.4万人 is no estimate, 通过12项 no more than 12. */
const NO_BOUND = /[签节预合履租通经打]$/u

/** 不低于, 约 …, with its bound, right before the number that begins there. */
export function boundBefore(text: string, start: number): readonly [words: string, bound: Bound] | null {
  const before = text.slice(Math.max(0, start - 8), start).trimEnd()
  for (let at = 0; at < before.length; at++) {
    const found = wordAt(before, at)
    if (found?.word.is !== 'bound' || at + found.length < before.length) continue
    if (found.length > 1 || !NO_BOUND.test(before.slice(0, at))) return [before.slice(at), found.word.bound]
  }
  return null
}

/** The longest word at a place of a folded text, or null. */
export function wordAt(text: string, at: number): WordMatch | null {
  return MATCHES[TREE.longestAt(text, at)] ?? null
}
