/** Turns text into tokens: runs of Han characters, of letters and figures, and what lies between; put together they are the text. */
import { type Folded, fold } from './normalizer.ts'

export type TokenKind = 'han' | 'code' | 'gap'

export interface Token {
  readonly kind: TokenKind
  /** As it stands in the original: `text.slice(start, end)`. */
  readonly surface: string
  readonly start: number
  readonly end: number
  /** Folded form. */
  readonly folded: string
  /** Where the folded form begins in the folded text. */
  readonly foldedStart: number
}

export interface Tokenized {
  readonly folded: Folded
  readonly tokens: readonly Token[]
}

/**
 * A code is a run of letters and figures that belong together: G577, PM2.5, 348.2, 1,200, 5.5%, 3A, e-mail.
 * Whatever is neither Han nor code is a gap.
 */
const RUN =
  /(?<han>\p{Script=Han}+)|(?<code>(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:[.,'&/+_-](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)*[%‰]?)|(?<gap>(?:(?!\p{Script=Han})[^\p{L}\p{N}\p{M}])+)/gu

/** Cuts a text; no token begins or ends inside a character of the original. */
export function tokenize(text: string): Tokenized {
  const folded = fold(text)
  const tokens: Token[] = []
  let at = 0
  for (const match of folded.text.matchAll(RUN)) {
    const kind: TokenKind =
      match.groups?.han !== undefined ? 'han' : match.groups?.code !== undefined ? 'code' : 'gap'
    const end = folded.starts[match.index + match[0].length] ?? text.length
    tokens.push({
      kind,
      surface: text.slice(at, Math.max(at, end)),
      start: at,
      end: Math.max(at, end),
      folded: match[0],
      foldedStart: match.index,
    })
    at = Math.max(at, end)
  }
  if (at < text.length) {
    tokens.push({
      kind: 'gap',
      surface: text.slice(at),
      start: at,
      end: text.length,
      folded: '',
      foldedStart: folded.text.length,
    })
  }
  return { folded, tokens }
}
