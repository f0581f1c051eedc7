/** Turns a pack into one file and back: versioned, checksummed, written in one move. */
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { IndexArrays, Pack, PackEntry } from './pack.ts'

/** Why a file was not taken; each is fixed by building anew. */
export type Unusable = 'missing' | 'unreadable' | 'damaged' | 'stale'

export type LoadedPack =
  | { readonly pack: Pack; readonly encoded: EncodedPack; readonly unusable?: never }
  | { readonly pack?: never; readonly encoded?: never; readonly unusable: Unusable }

/** A pack as it stands in its file: one part behind the other. Memory that threads can share. */
export interface EncodedPack {
  /** Sizes, header, arrays and, once sealed, the checksums. The arrays in use are views on it. */
  readonly head: Uint8Array<SharedArrayBuffer>
  /** See Pack.lines. */
  readonly lines: Uint8Array<SharedArrayBuffer>
}

/** Raised whenever the layout of the file changes. Changes of what the code makes of a text show in the fingerprint. */
const FORMAT = 'yinju-index-8'
/** In front of the header: its length and that of the whole head, in bytes. */
const SIZES_BYTES = 8
/** Of the head before them, and of the lines. */
const CHECKSUM_BYTES = 32
const CHECKSUMS_BYTES = 2 * CHECKSUM_BYTES
/** Typed arrays are views on the file's bytes, so each begins at a multiple of the largest element. */
const ALIGNMENT = 8
/** Node reads no more than 2 GiB at once. */
const READ_BYTES = 2 ** 30

const ARRAYS = [
  ['termUnits', Uint16Array],
  ['termStarts', Uint32Array],
  ['postingCounts', Uint32Array],
  ['postingStarts', Uint32Array],
  ['postings', Uint8Array],
  ['fieldLengths', Uint16Array],
  ['averageFieldLengths', Float64Array],
  ['foldedUnits', Uint16Array],
  ['foldedStarts', Uint32Array],
  ['years', Uint16Array],
  ['yearStarts', Uint32Array],
  ['figurePassages', Uint32Array],
  ['figureIndicators', Uint32Array],
  ['figureYears', Uint16Array],
  ['figureTargets', Uint8Array],
  ['figureRecords', Uint8Array],
  ['figureStarts', Uint32Array],
  ['indicatorUnits', Uint16Array],
  ['indicatorStarts', Uint32Array],
  ['groupedFigures', Uint32Array],
  ['groupStarts', Uint32Array],
] as const satisfies readonly (readonly [keyof IndexArrays, unknown])[]

interface Header {
  readonly format: string
  readonly fingerprint: string
  /** Byte order of the machine that wrote the arrays. */
  readonly littleEndian: boolean
  /** Start (from the end of the header) and length of each array in bytes. */
  readonly arrays: Readonly<Record<string, readonly [start: number, bytes: number]>>
  readonly entries: readonly PackEntry[]
}

/** How a file is written. */
export interface WriteOptions {
  /** Wait until the disk has it: what it stands for is removed next. Default false: a torn file is known by its checksums. */
  readonly isDurable?: boolean
}

/**
 * Seals a pack, writes it beside its place and moves it there: a kill at any moment leaves the old file or the new one.
 */
export async function writePackFile(
  path: string,
  encoded: EncodedPack,
  { isDurable = false }: WriteOptions = {},
): Promise<void> {
  seal(encoded)
  const temporary = `${path}.${randomUUID()}.tmp`
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(temporary, 'wx')
    try {
      await writeAll(file, encoded.head)
      await writeAll(file, encoded.lines)
      if (isDurable) await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, Math.min(READ_BYTES, bytes.length - at))
    at += bytesWritten
  }
}

/** Reads a pack, or says why it cannot be used. Never throws on a bad file. */
export async function readPackFile(path: string, fingerprint: string): Promise<LoadedPack> {
  let encoded: EncodedPack | null
  try {
    const file = await open(path)
    try {
      encoded = await readParts(file)
    } finally {
      await file.close()
    }
  } catch (error) {
    return { unusable: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable' }
  }
  if (encoded === null) return { unusable: 'damaged' }
  try {
    // A file of an earlier version is told apart before its checksums are looked for.
    const header = readHeader(encoded.head)
    if (header.format !== FORMAT || header.littleEndian !== isLittleEndian()) return { unusable: 'stale' }
    if (header.fingerprint !== fingerprint) return { unusable: 'stale' }
    return isWhole(encoded) ? { pack: decodePack(encoded), encoded } : { unusable: 'damaged' }
  } catch {
    return { unusable: 'damaged' }
  }
}

/** Null where the sizes that the file tells cannot be. */
async function readParts(file: FileHandle): Promise<EncodedPack | null> {
  const { size } = await file.stat()
  if (size < SIZES_BYTES) return null
  const sizes = new Uint8Array(SIZES_BYTES)
  await readInto(file, sizes, 0)
  const { headBytes } = readSizes(sizes)
  if (headBytes > size || headBytes < SIZES_BYTES + CHECKSUMS_BYTES) return null
  const head = allocate(headBytes)
  const lines = allocate(size - headBytes)
  await readInto(file, head, 0)
  await readInto(file, lines, headBytes)
  return { head, lines }
}

async function readInto(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, at, Math.min(READ_BYTES, bytes.length - at), position + at)
    // Someone cut the file meanwhile: the checksum will tell.
    if (bytesRead === 0) return
    at += bytesRead
  }
}

function allocate(bytes: number): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(bytes))
}

function readSizes({ buffer, byteOffset }: Uint8Array<ArrayBufferLike>): {
  jsonBytes: number
  headBytes: number
} {
  const view = new DataView(buffer as ArrayBuffer, byteOffset)
  return { jsonBytes: view.getUint32(0, true), headBytes: view.getUint32(4, true) }
}

function readHeader(head: Uint8Array): Header {
  const { jsonBytes } = readSizes(head)
  return JSON.parse(Buffer.from(head.buffer, SIZES_BYTES, jsonBytes).toString('utf8')) as Header
}

/**
 * Encodes a pack.
 *
 * @param fingerprint names the code that made it; a reader that has another one calls it stale.
 */
export function encodePack({ arrays, entries, lines: ofPack }: Pack, fingerprint: string): EncodedPack {
  const places: Record<string, readonly [number, number]> = {}
  let end = 0
  for (const [name] of ARRAYS) {
    const { byteLength } = arrays[name]
    places[name] = [end, byteLength]
    end = aligned(end + byteLength)
  }
  const header: Header = {
    format: FORMAT,
    fingerprint,
    littleEndian: isLittleEndian(),
    arrays: places,
    entries,
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const body = aligned(SIZES_BYTES + json.length)
  const head = allocate(body + end + CHECKSUMS_BYTES)
  const sizes = new DataView(head.buffer)
  sizes.setUint32(0, json.length, true)
  sizes.setUint32(4, head.length, true)
  head.set(json, SIZES_BYTES)
  for (const [name] of ARRAYS) {
    const { buffer, byteOffset, byteLength } = arrays[name]
    head.set(new Uint8Array(buffer, byteOffset, byteLength), body + (places[name]?.[0] ?? 0))
  }
  const lines = allocate(ofPack.length)
  lines.set(ofPack)
  return { head, lines }
}

/** Opens an encoded pack; its arrays are views on the head. */
export function decodePack({ head, lines }: EncodedPack): Pack {
  const { jsonBytes } = readSizes(head)
  const header = readHeader(head)
  const body = aligned(SIZES_BYTES + jsonBytes)
  // The constructors take shared memory; as a union their types do not say so.
  const buffer = head.buffer as ArrayBufferLike as ArrayBuffer
  const arrays = Object.fromEntries(
    ARRAYS.map(([name, View]) => {
      const [start, bytes] = header.arrays[name] as readonly [number, number]
      return [name, new View(buffer, body + start, bytes / View.BYTES_PER_ELEMENT)]
    }),
  ) as unknown as IndexArrays
  return { arrays, entries: header.entries, lines }
}

function seal(encoded: EncodedPack): void {
  encoded.head.set(checksums(encoded), encoded.head.length - CHECKSUMS_BYTES)
}

function isWhole(encoded: EncodedPack): boolean {
  return checksums(encoded).equals(encoded.head.subarray(encoded.head.length - CHECKSUMS_BYTES))
}

function checksums({ head, lines }: EncodedPack): Buffer {
  const content = head.subarray(0, head.length - CHECKSUMS_BYTES)
  return Buffer.concat([content, lines].map((bytes) => createHash('sha256').update(bytes).digest()))
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
}
