/** A built index in, one file out, and back: versioned, checksummed, written in one move. */
import { createHash, randomUUID, webcrypto } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Report } from '../../corpus/report.ts'
import type { FigureArrays } from '../../figures/table.ts'
import { makePause } from '../pauses.ts'
import type { FoldedArrays } from './folded-texts.ts'
import type { FrozenArrays } from './postings.ts'

export interface IndexArrays extends FrozenArrays, FoldedArrays, FigureArrays {
  /** The years that passage n speaks about are `years[yearStarts[n] … yearStarts[n + 1])`. */
  readonly years: Uint16Array
  readonly yearStarts: Uint32Array
}

export interface SavedIndex {
  readonly arrays: IndexArrays
  /** In the order of their ids; the index numbers their passages through. */
  readonly reports: readonly Report[]
}

/** Why a saved index was not taken; each is fixed by building anew. */
export type Unusable = 'missing' | 'unreadable' | 'damaged' | 'stale'

export type LoadedIndex =
  | { readonly index: SavedIndex; readonly unusable?: never }
  | { readonly index?: never; readonly unusable: Unusable }

/** An index as it stands in its file: one part behind the other. */
export interface EncodedIndex {
  /** Sizes, header, arrays and the checksum of all these. The arrays in use are views on it. */
  readonly head: Uint8Array<ArrayBuffer>
  /** A line of JSON for each report; of no use once they are parsed. */
  readonly reports: Uint8Array<ArrayBuffer>
}

/** Raised whenever the layout of the file or what the analyzer makes of a text changes. */
const FORMAT = 'yinju-index-6'
/** In front of the header: its length and that of the whole head, in bytes. */
const SIZES_BYTES = 8
const CHECKSUM_BYTES = 32
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
] as const satisfies readonly (readonly [keyof IndexArrays, unknown])[]

interface Header {
  readonly format: string
  readonly fingerprint: string
  /** Byte order of the machine that wrote the arrays. */
  readonly littleEndian: boolean
  /** Start (from the end of the header) and length of each array in bytes. */
  readonly arrays: Readonly<Record<string, readonly [start: number, bytes: number]>>
  readonly reportsSha256: string
}

/**
 * Writes an encoded index beside its place and moves it there: a kill at any moment leaves the old file or the new one.
 */
export async function writeIndexFile(path: string, { head, reports }: EncodedIndex): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(head)
      await file.writeFile(reports)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Reads a saved index, or says why it cannot be used. Never throws on a bad file. */
export async function readIndexFile(path: string, fingerprint: string): Promise<LoadedIndex> {
  let encoded: EncodedIndex | null
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
  return encoded === null ? { unusable: 'damaged' } : decodeIndex(encoded, fingerprint)
}

/** Null where the sizes that the file tells cannot be. */
async function readParts(file: FileHandle): Promise<EncodedIndex | null> {
  const { size } = await file.stat()
  if (size < SIZES_BYTES) return null
  const sizes = new Uint8Array(SIZES_BYTES)
  await readInto(file, sizes, 0)
  const { headBytes } = readSizes(sizes)
  if (headBytes > size) return null
  const head = new Uint8Array(headBytes)
  const reports = new Uint8Array(size - headBytes)
  await readInto(file, head, 0)
  await readInto(file, reports, headBytes)
  return { head, reports }
}

async function readInto(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, at, Math.min(READ_BYTES, bytes.length - at), position + at)
    // Someone cut the file meanwhile: the checksum will tell.
    if (bytesRead === 0) return
    at += bytesRead
  }
}

function readSizes({ buffer, byteOffset }: Uint8Array): { jsonBytes: number; headBytes: number } {
  const view = new DataView(buffer, byteOffset)
  return { jsonBytes: view.getUint32(0, true), headBytes: view.getUint32(4, true) }
}

/**
 * Encodes an index.
 *
 * @param fingerprint names everything that the index depends on; a reader that has another one calls it stale.
 */
export function encodeIndex(index: SavedIndex, fingerprint: string): EncodedIndex {
  const reports = encodeLines(index.reports)
  const places: Record<string, readonly [number, number]> = {}
  let end = 0
  for (const [name] of ARRAYS) {
    const { byteLength } = index.arrays[name]
    places[name] = [end, byteLength]
    end = aligned(end + byteLength)
  }
  const header: Header = {
    format: FORMAT,
    fingerprint,
    littleEndian: isLittleEndian(),
    arrays: places,
    reportsSha256: createHash('sha256').update(reports).digest('hex'),
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const body = aligned(SIZES_BYTES + json.length)
  const head = new Uint8Array(body + end + CHECKSUM_BYTES)
  const sizes = new DataView(head.buffer)
  sizes.setUint32(0, json.length, true)
  sizes.setUint32(4, head.length, true)
  head.set(json, SIZES_BYTES)
  for (const [name] of ARRAYS) {
    const { buffer, byteOffset, byteLength } = index.arrays[name]
    head.set(new Uint8Array(buffer, byteOffset, byteLength), body + (places[name]?.[0] ?? 0))
  }
  const content = head.subarray(0, body + end)
  head.set(createHash('sha256').update(content).digest(), content.length)
  return { head, reports }
}

function encodeLines(reports: readonly Report[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  // One by one: all together may be longer than a string can be.
  const lines = reports.map((report) => encoder.encode(`${JSON.stringify(report)}\n`))
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + line.length, 0))
  let at = 0
  for (const line of lines) {
    bytes.set(line, at)
    at += line.length
  }
  return bytes
}

/** Decodes an index; its arrays are views on the head. Long work is done off the thread or in short turns. */
export async function decodeIndex(encoded: EncodedIndex, fingerprint: string): Promise<LoadedIndex> {
  try {
    return await decode(encoded, fingerprint)
  } catch {
    return { unusable: 'damaged' }
  }
}

async function decode({ head, reports }: EncodedIndex, fingerprint: string): Promise<LoadedIndex> {
  const { jsonBytes } = readSizes(head)
  const json = head.subarray(SIZES_BYTES, SIZES_BYTES + jsonBytes)
  const header = JSON.parse(new TextDecoder().decode(json)) as Header
  if (header.format !== FORMAT || header.littleEndian !== isLittleEndian()) return { unusable: 'stale' }
  if (header.fingerprint !== fingerprint) return { unusable: 'stale' }
  const content = head.subarray(0, head.length - CHECKSUM_BYTES)
  const [ofHead, ofReports] = await Promise.all([sha256(content), sha256(reports)])
  const isWhole =
    ofHead.equals(head.subarray(content.length)) && ofReports.toString('hex') === header.reportsSha256
  if (!isWhole) return { unusable: 'damaged' }
  const body = aligned(SIZES_BYTES + jsonBytes)
  const arrays = Object.fromEntries(
    ARRAYS.map(([name, View]) => {
      const [start, bytes] = header.arrays[name] as readonly [number, number]
      return [name, new View(head.buffer, head.byteOffset + body + start, bytes / View.BYTES_PER_ELEMENT)]
    }),
  ) as unknown as IndexArrays
  return { index: { arrays, reports: await parseLines(reports) } }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Buffer> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes))
}

async function parseLines(bytes: Uint8Array): Promise<Report[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const reports: Report[] = []
  const pause = makePause()
  for (let start = 0; start < buffer.length; ) {
    const end = buffer.indexOf('\n', start)
    reports.push(JSON.parse(buffer.toString('utf8', start, end)) as Report)
    start = end + 1
    await pause()
  }
  return reports
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
}
