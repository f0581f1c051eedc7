/** Reads what stands behind the ? of an address. */
import { MAX_QUERY_UTF16 } from '../search/query/query.ts'
import type { Range } from '../text/runs.ts'

/** The parameters of an address, also of one that an older program wrote in GB 18030, as Chinese programs long did. */
export function readQuery(url: string): URLSearchParams {
  const search = /\?([^#]*)/.exec(url)?.[1] ?? ''
  const read = new URLSearchParams(search)
  if (!search.includes('%') || ![...read.values()].some((value) => value.includes('\uFFFD'))) return read
  try {
    const gb = new TextDecoder('gb18030', { fatal: true })
    const decode = (text: string): string => gb.decode(bytesOf(text))
    return new URLSearchParams(
      search.split('&').map((pair): [string, string] => {
        const [name = '', ...value] = pair.split('=')
        return [decode(name), decode(value.join('='))]
      }),
    )
  } catch {
    return read
  }
}

/** The bytes that a parameter's value stands for; a % that begins no byte stands for itself. */
function bytesOf(text: string): Uint8Array {
  const bytes = text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})|[^\x20-\x7e]/giu, (match, hex: string | undefined) => {
      // What is not ASCII here was never encoded at all: then the whole is none of GB 18030.
      if (hex === undefined) throw new RangeError(match)
      return String.fromCharCode(Number.parseInt(hex, 16))
    })
  return Buffer.from(bytes, 'latin1')
}

/** Deeper pages than this nobody reads, and they cost as much as all before them. */
const MAX_PAGE = 1_000

/** From 1; what is no number is the first page. */
export function readPage(query: URLSearchParams): number {
  const typed = query.get('page') ?? ''
  return /^\d{1,6}$/.test(typed) ? Math.min(Math.max(Number(typed), 1), MAX_PAGE) : 1
}

/** `q`, as far as a question may be long; '' without one. */
export function readQuestion(query: URLSearchParams): string {
  return (query.get('q') ?? '').trim().slice(0, MAX_QUERY_UTF16)
}

const MAX_RANGES = 20

/** `12-40,55-60`: UTF-16 units of the passage; what lies outside of it is left out. */
export function readRanges(typed: string, length: number): Range[] {
  return typed
    .split(',')
    .slice(0, MAX_RANGES)
    .flatMap((part): Range[] => {
      const [, from, to] = /^(\d{1,6})-(\d{1,6})$/.exec(part) ?? []
      const range: Range = [Number(from), Math.min(Number(to), length)]
      return from !== undefined && range[0] < range[1] ? [range] : []
    })
}
