/** Tells which words of everyday speech stand around what is asked about and say nothing of it. */
import { readWords } from '../../text/word-list.ts'

const FILLERS = new Set(readWords(new URL('filler-words.txt', import.meta.url)))

/** @param word A word as cutWords gives it, folded. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word)
}
