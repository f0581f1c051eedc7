import { tokenizeForComparison } from '../../src/counts/compare-tokens.ts'
import type { Sentence } from '../../src/counts/sentence.ts'

/** A sentence by itself, the whole of its passage. */
export function sentence(text: string, tells: Sentence['tells'] = 'actual'): Sentence {
  return {
    passage: '',
    start: 0,
    end: text.length,
    text,
    paragraph: 1,
    tokens: tokenizeForComparison(text),
    tells,
  }
}
