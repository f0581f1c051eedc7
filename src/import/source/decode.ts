/** Turns the bytes of a text file into its characters, and says which encoding they were read in and what could not be read. */
import { SourceError } from './source.ts'

export interface DecodedText {
  readonly text: string
  /** As TextDecoder names it: `utf-8`, `gb18030`, `utf-16le`, `utf-16be`, `big5`. */
  readonly encoding: string
  readonly warnings: readonly string[]
}

const CANDIDATES = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
type Encoding = (typeof CANDIDATES)[number]

/** This much of the beginning decides on the encoding; the whole file is then decoded. */
const SAMPLE_BYTES = 256 * 1024
/** Below this the characters are noise whatever the encoding; random bytes score under 0.1, reports over 0.9. */
const MIN_PLAUSIBILITY = 0.3
/** A declared encoding counts this much more than an equally plausible one. */
const DECLARED_BONUS = 0.05

/**
 * Decodes a text file. A byte order mark decides; without one the encoding in which the bytes are valid and make the
 * most plausible Chinese. What cannot be decoded becomes U+FFFD and is warned of; nothing else is changed.
 *
 * @param declared the encoding that the file names for itself (HTML's meta charset); weighed, not obeyed, because
 *   saved pages often keep a charset they were converted from.
 * @throws SourceError when the bytes are no text in any of the known encodings.
 */
export function decodeText(bytes: Uint8Array, declared = ''): DecodedText {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return decodeAs(mark.encoding, bytes.subarray(mark.length))
  const encoding = detectEncoding(bytes, declared)
  if (encoding === null) {
    throw new SourceError(
      'is no text in any known encoding (UTF-8, GB18030, UTF-16, Big5); save it anew as UTF-8',
    )
  }
  return decodeAs(encoding, bytes)
}

/** The same bytes, not copied. */
export function bufferOn({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length)
}

/** Splits text as any system ends a line. Form feeds are kept at the head of the line that they open. */
export function splitLines(text: string): string[] {
  // \r\r\n is what a text-mode copy makes of \r\n: one line end, not two.
  return text.split(/\r+\n|[\n\r\v\u0085\u2028\u2029]|(?=\f)/)
}

function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new SourceError('is UTF-32; save it anew as UTF-8')
  }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return { encoding: 'gb18030', length: 4 }
  return null
}

function detectEncoding(bytes: Uint8Array, declared: string): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const hasNul = sample.includes(0)
  // Strict UTF-8 beyond ASCII is hardly ever anything else.
  if (!hasNul && isValid('utf-8', bytes)) return 'utf-8'
  const preferred = canonicalName(declared)
  let best: { encoding: Encoding; score: number } | null = null
  for (const encoding of CANDIDATES) {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(sample, { stream: true })
    const score = plausibility(text) + (encoding === preferred ? DECLARED_BONUS : 0)
    if (best === null || score > best.score) best = { encoding, score }
  }
  return best !== null && best.score >= MIN_PLAUSIBILITY ? best.encoding : null
}

function canonicalName(label: string): string {
  try {
    const name = new TextDecoder(label.trim()).encoding
    return name === 'gbk' ? 'gb18030' : name
  } catch {
    return ''
  }
}

function isValid(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** From -1 to 1: the share of characters that Chinese text is made of, less the share that no text has. */
export function plausibility(text: string): number {
  let score = 0
  let total = 0
  for (const char of text) {
    total++
    if (COMMON.has(char)) score++
    else if (IMPOSSIBLE.test(char)) score--
  }
  return total === 0 ? 0 : score / total
}

/** Control characters, surrogates left alone, private use, unassigned, U+FFFD. */
const IMPOSSIBLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\uFFFD]/u

/** ASCII, Chinese punctuation, and the first level of GB 2312 (3,755) and of Big5 (5,401), which cover 99 % of any text. */
const COMMON: ReadonlySet<string> = commonCharacters()

function commonCharacters(): Set<string> {
  const common = new Set(
    '\t\n\r\f\u00a0\u3000·—–‘’“”…、。〈〉《》「」『』【】〔〕％＋－．（），：；？！０１２３４５６７８９①②③④⑤',
  )
  for (let code = 0x20; code < 0x7f; code++) common.add(String.fromCharCode(code))
  addLevel(common, { encoding: 'gb18030', leads: [0xb0, 0xd7], trails: [[0xa1, 0xfe]] })
  addLevel(common, {
    encoding: 'big5',
    leads: [0xa4, 0xc6],
    trails: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  })
  return common
}

interface CodeArea {
  readonly encoding: Encoding
  readonly leads: readonly [first: number, last: number]
  readonly trails: readonly (readonly [first: number, last: number])[]
}

function addLevel(common: Set<string>, { encoding, leads, trails }: CodeArea): void {
  const decoder = new TextDecoder(encoding)
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (const [first, last] of trails) {
      for (let trail = first; trail <= last; trail++) {
        const char = decoder.decode(Uint8Array.of(lead, trail))
        if (/^\p{Script=Han}$/u.test(char)) common.add(char)
      }
    }
  }
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  if (isValid(encoding, bytes)) return { text, encoding, warnings: [] }
  const { count, line } = findUndecodable(encoding, bytes, text)
  const places = count === 1 ? '1 undecodable place' : `${count} undecodable places`
  return { text, encoding, warnings: [`${places} in ${encoding}, first in line ${line}, read as U+FFFD`] }
}

/** Counts the replacement characters that decoding made; those the file itself holds are its own text. */
function findUndecodable(
  encoding: Encoding,
  bytes: Uint8Array,
  text: string,
): { count: number; line: number } {
  const written = encoding.startsWith('utf-16') ? 0 : countWritten(encoding, bytes)
  const count = Math.max(1, text.split('\uFFFD').length - 1 - written)
  if (written === 0) return { count, line: splitLines(text).findIndex((line) => line.includes('\uFFFD')) + 1 }
  // 0x0A is never a part of a longer character in these encodings, so the bytes can be cut there.
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    if (!isValid(encoding, bytes.subarray(start, end < 0 ? bytes.length : end))) break
    start = end < 0 ? bytes.length : end + 1
  }
  return { count, line }
}

function countWritten(encoding: Encoding, bytes: Uint8Array): number {
  if (encoding === 'big5') return 0
  const code = encoding === 'utf-8' ? '\xef\xbf\xbd' : '\x84\x31\xa4\x37'
  return bufferOn(bytes).toString('latin1').split(code).length - 1
}
