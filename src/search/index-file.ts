/** A built index in, the bytes of one file out, and back: versioned, checksummed, written in one move. */
import { createHash, randomUUID, webcrypto } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Report } from '../corpus/report.ts'
import type { FoldedArrays } from './folded-texts.ts'
import type { FrozenArrays } from './frozen-index.ts'

export interface IndexArrays extends FrozenArrays, FoldedArrays {
  /** The years that passage n speaks about are `years[yearStarts[n] … yearStarts[n + 1])`. */
  readonly years: Uint16Array
  readonly yearStarts: Uint32Array
}

export interface SavedIndex {
  readonly arrays: IndexArrays
  /** In the order of their ids; the index numbers their passages through. */
  readonly reports: readonly Report[]
}

/** Why a saved index was not taken; each is mended by building anew. */
export type Unusable = 'missing' | 'unreadable' | 'damaged' | 'stale'

export type LoadedIndex =
  | { readonly index: SavedIndex; readonly unusable?: never }
  | { readonly index?: never; readonly unusable: Unusable }

/** Raised whenever the layout of the file or what the analyzer makes of a text changes. */
const FORMAT = 'yinju-index-3'
const CHECKSUM_BYTES = 32
/** Typed arrays are views on the file's bytes, so each begins at a multiple of the largest element. */
const ALIGNMENT = 8
/** Reports are parsed in turns of at most this long, because the bot may be answering meanwhile. */
const TURN_MS = 10

const ARRAYS = [
  ['termUnits', Uint16Array],
  ['termStarts', Uint32Array],
  ['postingStarts', Uint32Array],
  ['postingDocuments', Uint32Array],
  ['postingFrequencies', Uint16Array],
  ['fieldLengths', Uint32Array],
  ['averageFieldLengths', Float64Array],
  ['foldedUnits', Uint16Array],
  ['foldedStarts', Uint32Array],
  ['years', Uint16Array],
  ['yearStarts', Uint32Array],
] as const satisfies readonly (readonly [keyof IndexArrays, unknown])[]

interface Header {
  readonly format: string
  readonly fingerprint: string
  /** Byte order of the machine that wrote the arrays. */
  readonly littleEndian: boolean
  /** Start (from the end of the header) and length in bytes of each array, then of the reports, a line of JSON each. */
  readonly sections: Readonly<Record<string, readonly [start: number, bytes: number]>>
}

/**
 * Writes encoded bytes beside their place and moves them there: a kill at any moment leaves the old file or the new one.
 */
export async function writeIndexFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
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
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    return { unusable: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable' }
  }
  return decodeIndex(bytes, fingerprint)
}

/**
 * Encodes an index.
 *
 * @param fingerprint names everything that the index depends on; a reader that has another one calls it stale.
 */
export function encodeIndex({ arrays, reports }: SavedIndex, fingerprint: string): Uint8Array<ArrayBuffer> {
  const lines = new TextEncoder().encode(reports.map((report) => JSON.stringify(report)).join('\n'))
  const parts: (readonly [name: string, bytes: Uint8Array])[] = ARRAYS.map(([name]) => {
    const { buffer, byteOffset, byteLength } = arrays[name]
    return [name, new Uint8Array(buffer, byteOffset, byteLength)]
  })
  parts.push(['reports', lines])
  const sections: Record<string, readonly [number, number]> = {}
  let end = 0
  for (const [name, bytes] of parts) {
    sections[name] = [end, bytes.length]
    end = aligned(end + bytes.length)
  }
  const header: Header = { format: FORMAT, fingerprint, littleEndian: isLittleEndian(), sections }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const body = aligned(4 + json.length)
  const file = new Uint8Array(body + end + CHECKSUM_BYTES)
  new DataView(file.buffer).setUint32(0, json.length, true)
  file.set(json, 4)
  for (const [name, bytes] of parts) file.set(bytes, body + (sections[name]?.[0] ?? 0))
  file.set(
    createHash('sha256')
      .update(file.subarray(0, body + end))
      .digest(),
    body + end,
  )
  return file
}

/** Decodes an index; its arrays are views on `bytes`. Long work is done off the thread or in short turns. */
export async function decodeIndex(bytes: Uint8Array, fingerprint: string): Promise<LoadedIndex> {
  try {
    return await decode(bytes, fingerprint)
  } catch {
    return { unusable: 'damaged' }
  }
}

async function decode(bytes: Uint8Array, fingerprint: string): Promise<LoadedIndex> {
  // Node hands small files out as views on a pool, where arrays may lie unaligned: those are copied once.
  const file = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice()
  const content = file.subarray(0, file.length - CHECKSUM_BYTES) as Uint8Array<ArrayBuffer>
  const jsonBytes = new DataView(file.buffer, file.byteOffset).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(content.subarray(4, 4 + jsonBytes))) as Header
  if (header.format !== FORMAT || header.littleEndian !== isLittleEndian()) return { unusable: 'stale' }
  if (header.fingerprint !== fingerprint) return { unusable: 'stale' }
  const checksum = Buffer.from(await webcrypto.subtle.digest('SHA-256', content))
  if (!checksum.equals(file.subarray(content.length))) return { unusable: 'damaged' }
  const body = aligned(4 + jsonBytes)
  const section = (name: string): Uint8Array => {
    const [start, length] = header.sections[name] as readonly [number, number]
    return content.subarray(body + start, body + start + length)
  }
  const arrays = Object.fromEntries(
    ARRAYS.map(([name, View]) => {
      const { buffer, byteOffset, byteLength } = section(name)
      return [name, new View(buffer as ArrayBuffer, byteOffset, byteLength / View.BYTES_PER_ELEMENT)]
    }),
  ) as unknown as IndexArrays
  return { index: { arrays, reports: await parseLines(section('reports')) } }
}

async function parseLines(bytes: Uint8Array): Promise<Report[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const reports: Report[] = []
  let turn = performance.now()
  for (let start = 0; start < buffer.length; ) {
    const found = buffer.indexOf('\n', start)
    const end = found < 0 ? buffer.length : found
    reports.push(JSON.parse(buffer.toString('utf8', start, end)) as Report)
    start = end + 1
    if (performance.now() - turn < TURN_MS) continue
    await nextTurn()
    turn = performance.now()
  }
  return reports
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
}
