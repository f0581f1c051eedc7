/** Turns a text into its sentences, each with its place in it; a line ends one, and so does a number of a list. */

export interface Sentence {
  /** Without white space and without the number of a list or the mark of an item before it. */
  readonly text: string
  /** `[start, end)` in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '（': '）', '(': ')' }
const ENDS = /[。！？!?]/u
/** What ends a sentence may be followed by the marks that close it, and by the number of a note. */
const CLOSES = /^(?:[。！？!?”」』）)]|[[［]\d{1,3}[\]］])+/u
/** A mark that nothing closes within so many characters closes nothing. */
const MAX_PAIRED_UTF16 = 600
/** 1. 2、 （3） ① - • */
const ITEM = /^\s*(?:\d{1,2}[.．、)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[-*•·](?=\s)|>+)?\s*/u

export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    const close = PAIRS[character]
    if (close !== undefined) at = closedAt(text, at, close)
    const isLine = text[at] === '\n'
    const closed = text.slice(start, at + 1)
    if (!isLine && !ENDS.test(text[at] ?? '') && !/[。！？!?][”」』]$/u.test(closed)) continue
    const end = isLine ? at : at + 1 + (CLOSES.exec(text.slice(at + 1, at + 12))?.[0].length ?? 0)
    add(sentences, text, start, end)
    start = isLine ? at + 1 : end
    at = start - 1
  }
  add(sentences, text, start, text.length)
  return sentences
}

/** Where a pair closes, unless its line ends before. */
function closedAt(text: string, open: number, close: string): number {
  const end = text.indexOf(close, open + 1)
  const line = text.indexOf('\n', open + 1)
  if (end < 0 || end - open > MAX_PAIRED_UTF16 || (line >= 0 && line < end)) return open
  return end
}

function add(sentences: Sentence[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end)
  const from = start + (ITEM.exec(raw)?.[0].length ?? 0)
  const sentence = text.slice(from, end).trimEnd()
  if (/[\p{L}\p{N}]/u.test(sentence))
    sentences.push({ text: sentence, start: from, end: from + sentence.length })
}
