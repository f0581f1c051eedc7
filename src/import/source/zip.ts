/** Inflates the wanted members of a zip archive, within a budget that no archive can talk its way past. */
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { bufferOn, decodeText } from './decode.ts'
import { SourceError } from './source.ts'

/** A member of an archive: its bytes, or why it has none. */
export interface ZipMember {
  /** Path inside the archive, for showing only: `..`, drive letters and leading slashes are taken out. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly error?: SourceError
}

/** What may still be inflated; shared by an archive and the archives inside it. */
export interface InflateBudget {
  /** Bytes left. Counted down while inflating. */
  bytesLeft: number
  /** Directory entries left, those that nobody wants included. */
  entriesLeft: number
}

/** Whatever the archive's size, this much may come out of it: Word files are small and pack text twentyfold. */
const MIN_INFLATED_BYTES = 32 * 1024 * 1024
const MAX_INFLATED_BYTES = 256 * 1024 * 1024
/** Reports pack five- to twentyfold; deflate's limit, which bombs use, is 1,032. */
const MAX_RATIO = 100
const MAX_ENTRIES = 5000

const NAME_IS_UTF8 = 0x800
const UNICODE_PATH_FIELD = 0x7075

/** The budget of an archive of this size. */
export function inflateBudget(archiveBytes: number): InflateBudget {
  const bytesLeft = Math.min(MAX_INFLATED_BYTES, Math.max(MIN_INFLATED_BYTES, archiveBytes * MAX_RATIO))
  return { bytesLeft, entriesLeft: MAX_ENTRIES }
}

/**
 * Inflates the members whose path is wanted, in the order of the archive's directory. A damaged or encrypted member
 * has an `error` and the others go on.
 *
 * @throws SourceError when the archive is broken or goes over the budget.
 */
export async function readZip(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
  budget: InflateBudget = inflateBudget(bytes.length),
): Promise<ZipMember[]> {
  const archive = await openArchive(bytes)
  const entries = await listEntries(archive, budget)
  const paths = decodeNames(entries)
  const members: ZipMember[] = []
  for (const [index, entry] of entries.entries()) {
    const path = paths[index] ?? ''
    if (path !== '' && !path.endsWith('/') && isWanted(path))
      members.push(await inflate(archive, { entry, path }, budget))
  }
  return members
}

/** The paths in an archive's directory, in its order; nothing is inflated. */
export async function listZip(
  bytes: Uint8Array,
  budget: InflateBudget = inflateBudget(bytes.length),
): Promise<string[]> {
  return decodeNames(await listEntries(await openArchive(bytes), budget))
}

async function openArchive(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bufferOn(bytes), { decodeStrings: false, lazyEntries: true })
  } catch (error) {
    throw broken(error)
  }
}

async function listEntries(archive: ZipFile, budget: InflateBudget): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of archive.eachEntry()) {
      if (--budget.entriesLeft < 0) throw new SourceError(`holds more than ${MAX_ENTRIES} files; pack fewer`)
      entries.push(entry)
    }
  } catch (error) {
    throw error instanceof SourceError ? error : broken(error)
  }
  return entries
}

/**
 * Archives made on Chinese Windows hold GBK names without saying so, those of macOS UTF-8 without saying so: the
 * unmarked names are judged together, because one short name is too little to tell.
 */
function decodeNames(entries: readonly Entry[]): string[] {
  const unmarked = entries
    .filter((entry) => utf8Name(entry) === null)
    .map((entry) => Buffer.from(entry.fileNameRaw))
  const joined = Buffer.concat(unmarked.flatMap((name) => [name, Buffer.from('\n')]))
  const names = decodeJoined(joined).split('\n')
  let next = 0
  return entries.map((entry) => safePath(utf8Name(entry) ?? names[next++] ?? ''))
}

function utf8Name(entry: Entry): string | null {
  if ((entry.generalPurposeBitFlag & NAME_IS_UTF8) !== 0) return entry.fileNameRaw.toString('utf8')
  // Info-ZIP's Unicode path: version 1, checksum of the plain name (4 bytes), the name in UTF-8.
  const field = entry.extraFields.find((extra) => extra.id === UNICODE_PATH_FIELD)?.data
  if (field === undefined || field.length < 6 || field[0] !== 1) return null
  return field.readUInt32LE(1) === crc32(entry.fileNameRaw) ? field.subarray(5).toString('utf8') : null
}

function decodeJoined(names: Uint8Array): string {
  try {
    return decodeText(names).text
  } catch {
    return Buffer.from(names).toString('latin1')
  }
}

function safePath(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    .split('/')
  const kept = parts.filter(
    (part, index) => part !== '.' && part !== '..' && (part !== '' || index === parts.length - 1),
  )
  return kept.join('/').replaceAll('\0', '')
}

interface NamedEntry {
  readonly entry: Entry
  readonly path: string
}

async function inflate(
  archive: ZipFile,
  { entry, path }: NamedEntry,
  budget: InflateBudget,
): Promise<ZipMember> {
  const failed = (error: SourceError): ZipMember => ({ path, bytes: new Uint8Array(), error })
  if (entry.isEncrypted())
    return failed(new SourceError('is locked with a password; unpack it and give the files'))
  if (!entry.canDecodeFileData()) {
    return failed(
      new SourceError(
        `is packed by an unknown method (${entry.compressionMethod}); pack it anew as a plain zip`,
      ),
    )
  }
  const chunks: Buffer[] = []
  try {
    const stream = await archive.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      budget.bytesLeft -= chunk.length
      if (budget.bytesLeft < 0)
        throw new SourceError('unpacks to far more than a report needs; give the files one by one')
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof SourceError) throw error
    return failed(broken(error))
  }
  const bytes = Buffer.concat(chunks)
  if (crc32(bytes) !== entry.crc32) return failed(broken(new Error(`checksum of ${path} differs`)))
  return { path, bytes }
}

function broken(error: unknown): SourceError {
  const detail = error instanceof Error ? error.message : String(error)
  return new SourceError(`is damaged (${detail}); obtain it again`)
}
