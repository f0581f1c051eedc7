/** Which characters a file of a typeface has, read from small files made here: WOFF2, 4; OpenType, cmap. */
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { charactersOfFont } from '../../src/pictures/font-characters.ts'

interface Table {
  readonly tag: number
  readonly bytes: Buffer
  readonly version?: number
  /** Its length before it was transformed, where it was. */
  readonly original?: number
}

const [CMAP, HEAD, GLYF, LOCA, OTHER] = [0, 1, 10, 11, 63]

function base128(value: number): number[] {
  const bytes = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return bytes
}

function fontOf(...tables: Table[]): Buffer {
  const packed = brotliCompressSync(Buffer.concat(tables.map(({ bytes }) => bytes)))
  const header = Buffer.alloc(48)
  header.writeUInt16BE(tables.length, 12)
  header.writeUInt32BE(packed.length, 20)
  const directory = tables.flatMap(({ tag, bytes, version = 0, original }) => [
    tag | (version << 6),
    ...(tag === OTHER ? [...Buffer.from('mine')] : []),
    ...(original === undefined ? [] : base128(original)),
    ...base128(bytes.length),
  ])
  return Buffer.concat([header, Buffer.from(directory), packed])
}

const words = (...values: number[]): Buffer =>
  Buffer.concat(values.map((value) => Buffer.from([(value >> 8) & 0xff, value & 0xff])))
const longs = (...values: number[]): Buffer =>
  Buffer.concat(values.map((value) => words(value >>> 16, value & 0xffff)))

function cmapOf(...subtables: Buffer[]): Table {
  let at = 4 + subtables.length * 8
  const records = subtables.map((subtable) => {
    const record = Buffer.concat([words(3, 1), longs(at)])
    at += subtable.length
    return record
  })
  return { tag: CMAP, bytes: Buffer.concat([words(0, subtables.length), ...records, ...subtables]) }
}

type Segment = readonly [start: number, end: number, delta: number, offset: number]

/** Format 4, with the list of glyphs that offsets point into. */
function segments(glyphs: readonly number[], ...some: Segment[]): Buffer {
  const column = (field: number): number[] => some.map((segment) => segment[field] ?? 0)
  const body = [
    some.length * 2,
    0,
    0,
    0,
    ...column(1),
    0,
    ...column(0),
    ...column(2),
    ...column(3),
    ...glyphs,
  ]
  return words(4, 6 + body.length * 2, 0, ...body)
}

/** Format 12. */
function groups(...some: (readonly [start: number, end: number, glyph: number])[]): Buffer {
  return Buffer.concat([words(12, 0), longs(16 + some.length * 12, 0, some.length, ...some.flat())])
}

const charactersIn = (...tables: Table[]): number[] => [...charactersOfFont(fontOf(...tables))]

describe('characters of two bytes', () => {
  it.each<[string, Buffer, number[]]>([
    ['of one segment, its ends included', segments([], [65, 67, 1, 0]), [65, 66, 67]],
    ['of several', segments([], [65, 65, 1, 0], [70, 71, 1, 0]), [65, 70, 71]],
    ['but those that the delta leads to no glyph', segments([], [65, 67, -66, 0]), [65, 67]],
    // The offset of the first of two segments leads over that of the second to the list.
    [
      'by the list of glyphs, 0 being none',
      segments([9, 0, 8], [65, 67, 0, 4], [0xffff, 0xffff, 1, 0]),
      [65, 67],
    ],
    ['by the list and a delta', segments([9, 8], [65, 66, -8, 2]), [65]],
    ['but not 0xFFFF, which ends the segments', segments([], [0xfffe, 0xffff, 5, 0]), [0xfffe]],
  ])('are those %s', (_what, subtable, expected) => {
    expect(charactersIn(cmapOf(subtable))).toEqual(expected)
  })
})

it.each<[string, Buffer, number[]]>([
  ['in groups, the ends included', groups([0x20000, 0x20001, 5], [65, 65, 1]), [0x20000, 0x20001, 65]],
  ['but those without a glyph', groups([0x20000, 0x20001, 0]), [0x20001]],
  ['that have one alone', groups([65, 65, 1]), [65]],
])('all characters are those %s', (_what, subtable, expected) => {
  expect(charactersIn(cmapOf(subtable))).toEqual(expected)
})

it('adds up what the subtables have, and passes over other formats', () => {
  const trimmed = words(6, 12, 0, 70, 1, 3)
  expect(charactersIn(cmapOf(groups([65, 65, 1]), trimmed, segments([], [66, 66, 1, 0])))).toEqual([65, 66])
})

describe('the table of characters', () => {
  const cmap = cmapOf(groups([65, 65, 1]))
  const filler = (length: number): Buffer => Buffer.alloc(length, 1)

  it.each<[string, Table[]]>([
    ['first', [cmap, { tag: HEAD, bytes: filler(9) }]],
    ['behind another of more than 128 bytes', [{ tag: HEAD, bytes: filler(300) }, cmap]],
    ['behind one with a name of its own', [{ tag: OTHER, bytes: filler(9) }, cmap]],
    ['behind outlines that are transformed', [{ tag: GLYF, bytes: filler(9), original: 500 }, cmap]],
    ['behind outlines that are as they were', [{ tag: GLYF, bytes: filler(9), version: 3 }, cmap]],
    ['behind places that are transformed away', [{ tag: LOCA, bytes: filler(0), original: 500 }, cmap]],
    ['behind another that is transformed', [{ tag: HEAD, bytes: filler(9), version: 1, original: 4 }, cmap]],
  ])('is found %s', (_where, tables) => {
    expect(charactersIn(...tables)).toEqual([65])
  })

  it('is missed where there is none', () => {
    expect(() => charactersIn({ tag: HEAD, bytes: filler(9) })).toThrow('no such table')
  })
})
