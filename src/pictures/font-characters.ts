/**
 * Reads from a WOFF2 file which characters it has glyphs for. The drawing library does not tell: what is missing it takes from
 * whatever fonts the machine has, or draws as an empty box. Nor does the style sheet: its ranges claim more than the files have.
 */
import { brotliDecompressSync } from 'node:zlib'

/** Code points with a glyph. */
export function charactersOfFont(woff2: Buffer): ReadonlySet<number> {
  return readCmap(tableOf(woff2, CMAP))
}

/** Places in the list of known tables: WOFF2, 4.1. */
const CMAP = 0
const GLYF = 10
const LOCA = 11
const OTHER = 63
const HEADER_BYTES = 48

function tableOf(bytes: Buffer, wanted: number): Buffer {
  let at = HEADER_BYTES
  const readLength = (): number => {
    let value = 0
    for (;;) {
      const byte = bytes[at++] as number
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
  const tables: { tag: number; length: number }[] = []
  for (let count = bytes.readUInt16BE(12); count > 0; count--) {
    const flags = bytes[at++] as number
    const tag = flags & 0x3f
    if (tag === OTHER) at += 4
    const version = flags >> 6
    const isTransformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0
    const length = readLength()
    tables.push({ tag, length: isTransformed ? readLength() : length })
  }
  const unpacked = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)))
  let start = 0
  for (const { tag, length } of tables) {
    if (tag === wanted) return unpacked.subarray(start, start + length)
    start += length
  }
  throw new Error('no such table')
}

/** Format 4 has the characters of two bytes, format 12 all of them: OpenType, cmap. */
function readCmap(cmap: Buffer): Set<number> {
  const found = new Set<number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 4) addSegments(subtable, found)
    if (format === 12) addGroups(subtable, found)
  }
  return found
}

function addSegments(table: Buffer, found: Set<number>): void {
  const doubled = table.readUInt16BE(6)
  for (let at = 0; at < doubled; at += 2) {
    const end = table.readUInt16BE(14 + at)
    const start = table.readUInt16BE(16 + doubled + at)
    const delta = table.readUInt16BE(16 + 2 * doubled + at)
    const offsetAt = 16 + 3 * doubled + at
    const offset = table.readUInt16BE(offsetAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const own = offset === 0 ? code : table.readUInt16BE(offsetAt + offset + 2 * (code - start))
      const glyph = own === 0 ? 0 : (own + delta) & 0xffff
      if (glyph !== 0) found.add(code)
    }
  }
}

function addGroups(table: Buffer, found: Set<number>): void {
  for (let index = 0; index < table.readUInt32BE(12); index++) {
    const [start, end, glyph] = [0, 4, 8].map((field) => table.readUInt32BE(16 + index * 12 + field)) as [
      number,
      number,
      number,
    ]
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) found.add(code)
  }
}
