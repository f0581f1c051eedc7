/** A frozen index and its reports in, one file out, and back: versioned, checksummed, written in one move. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Report } from '../corpus/report.ts'
import type { FrozenArrays } from './frozen-index.ts'

export interface SavedIndex {
  readonly fields: readonly string[]
  readonly arrays: FrozenArrays
  readonly reports: readonly Report[]
}

/** Why a saved index was not taken; each is mended by building anew. */
export type Unusable = 'missing' | 'unreadable' | 'damaged' | 'stale'

export type LoadedIndex =
  | { readonly index: SavedIndex; readonly unusable?: never }
  | { readonly index?: never; readonly unusable: Unusable }

/** Raised whenever the layout of the file changes. */
const FORMAT = 'yinju-index-1'
const CHECKSUM_BYTES = 32
/** Typed arrays are views on the file's bytes, so each begins at a multiple of the largest element. */
const ALIGNMENT = 8

const ARRAYS = [
  ['termUnits', Uint16Array],
  ['termStarts', Uint32Array],
  ['postingStarts', Uint32Array],
  ['postingDocuments', Uint32Array],
  ['postingFrequencies', Uint16Array],
  ['fieldLengths', Uint32Array],
  ['averageFieldLengths', Float64Array],
] as const

interface Header {
  readonly format: string
  readonly fingerprint: string
  /** Byte order of the machine that wrote the arrays. */
  readonly littleEndian: boolean
  readonly fields: readonly string[]
  /** Start (from the end of the header) and length in bytes of each array, then of the reports' JSON. */
  readonly sections: Readonly<Record<string, readonly [start: number, bytes: number]>>
}

/**
 * Writes the index beside its place and moves it there, so that a kill at any moment leaves the old file or the new one.
 *
 * @param fingerprint names everything the index depends on; a reader that has another one calls the file stale.
 */
export async function writeIndexFile(path: string, saved: SavedIndex, fingerprint: string): Promise<void> {
  const bytes = encode(saved, fingerprint)
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
  try {
    return decode(bytes, fingerprint)
  } catch {
    return { unusable: 'damaged' }
  }
}

function encode(saved: SavedIndex, fingerprint: string): Uint8Array {
  const reports = new TextEncoder().encode(JSON.stringify(saved.reports))
  const parts: [name: string, bytes: Uint8Array][] = ARRAYS.map(([name]) => {
    const { buffer, byteOffset, byteLength } = saved.arrays[name]
    return [name, new Uint8Array(buffer, byteOffset, byteLength)]
  })
  parts.push(['reports', reports])
  const sections: Record<string, readonly [number, number]> = {}
  let end = 0
  for (const [name, bytes] of parts) {
    sections[name] = [end, bytes.length]
    end = aligned(end + bytes.length)
  }
  const header: Header = {
    format: FORMAT,
    fingerprint,
    littleEndian: isLittleEndian(),
    fields: saved.fields,
    sections,
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const body = aligned(4 + json.length)
  const file = new Uint8Array(body + end + CHECKSUM_BYTES)
  new DataView(file.buffer).setUint32(0, json.length, true)
  file.set(json, 4)
  for (const [name, bytes] of parts) file.set(bytes, body + (sections[name]?.[0] ?? 0))
  file.set(checksum(file.subarray(0, body + end)), body + end)
  return file
}

function decode(file: Uint8Array, fingerprint: string): LoadedIndex {
  const content = file.subarray(0, file.length - CHECKSUM_BYTES)
  const jsonBytes = new DataView(file.buffer, file.byteOffset).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(content.subarray(4, 4 + jsonBytes))) as Header
  const isMine = header.format === FORMAT && header.littleEndian === isLittleEndian()
  if (!isMine || header.fingerprint !== fingerprint) return { unusable: 'stale' }
  if (!Buffer.from(checksum(content)).equals(file.subarray(content.length))) return { unusable: 'damaged' }
  const body = aligned(4 + jsonBytes)
  const section = (name: string): Uint8Array => {
    const [start, bytes] = header.sections[name] as readonly [number, number]
    return content.subarray(body + start, body + start + bytes)
  }
  const arrays = Object.fromEntries(
    ARRAYS.map(([name, View]) => {
      const bytes = section(name)
      // readFile may hand out a view on a pool: an unaligned one is copied once.
      const view = bytes.byteOffset % View.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice()
      return [
        name,
        new View(view.buffer as ArrayBuffer, view.byteOffset, view.byteLength / View.BYTES_PER_ELEMENT),
      ]
    }),
  ) as unknown as FrozenArrays
  const reports = JSON.parse(new TextDecoder().decode(section('reports'))) as Report[]
  return { index: { fields: header.fields, arrays, reports } }
}

function checksum(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
}
