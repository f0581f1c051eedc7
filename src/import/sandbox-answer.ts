/** Makes what the reading process sends back of what it read, and leaves out more text than any report has. */
import { basename } from 'node:path'
import type { ReadSource, Source } from './source/source.ts'

/** Text of all documents together, in UTF-16 units, and the number of their lines: the reader holds them all. */
export interface TextLimits {
  readonly maxUtf16: number
  readonly maxLines: number
}

/** Errors travel as their messages. */
export type SandboxAnswer = readonly (
  | (Source & { readonly error?: never })
  | (Pick<Source, 'file' | 'name'> & { readonly error: string })
)[]

/** No document by itself is a report that has more. */
const OF_ONE: TextLimits = { maxUtf16: 4_000_000, maxLines: 100_000 }
const MAX_ANSWER_BYTES = 64 * 1024 * 1024
const TOO_MUCH = 'holds far more text than any report; send the text alone'

/** More would cost the parent what the limits are there to save: a line is an object, however short it is. */
export function makeSandboxAnswer(
  name: string,
  read: readonly ReadSource[],
  limits: TextLimits,
): SandboxAnswer {
  const whole = read.filter((source): source is Source => source.error === undefined)
  const bytes = whole.reduce((sum, source) => sum + source.bytes.length, 0)
  if (isOver(whole, limits) || bytes > MAX_ANSWER_BYTES)
    return [{ file: name, name: basename(name), error: TOO_MUCH }]
  return read.map((source) => {
    const { file, name: own } = source
    if (source.error !== undefined) return { file, name: own, error: source.error.message }
    return isOver([source], OF_ONE) ? { file, name: own, error: TOO_MUCH } : source
  })
}

function isOver(sources: readonly Source[], { maxUtf16, maxLines }: TextLimits): boolean {
  let utf16 = 0
  let count = 0
  for (const { lines } of sources) {
    count += lines.length
    for (const { text } of lines) utf16 += text.length
  }
  return utf16 > maxUtf16 || count > maxLines
}
