/** Turns a corpus folder into the names of all that its index depends on: each report file to the letter, and the code that reads them. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listReportFiles } from '../corpus/read-corpus.ts'
import { type ReportBytes, readReportBytes, reportIdOf } from '../corpus/report-bytes.ts'
import { INDICATORS_FILE } from '../figures/indicators.ts'
import { LEXICON_FILE } from '../figures/lexicon.ts'

/** Whatever decides what stands in an index: a change in any file of these folders makes saved indexes stale. */
export const INGREDIENTS = ['corpus', 'figures', 'search/embedded', 'search/indexing', 'text'] as const
const ENDING = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
/** What was hashed, and what the file system said of it then. Removing it costs the hashing of every file. */
const HASHES_FILE = join('.index', 'hashes.json')
/** A file that changed so shortly before may change again within one step of the file system's clock: its times would not show it. */
const SETTLED_MS = 2_000

interface Hashed {
  /** Size, both times, inode and device: a text cannot change without one of them, since nobody sets the second time. */
  readonly state: string
  readonly sha256: string
}

/** What the index of a folder depends on. */
export interface CorpusState {
  /** Names all of it together. */
  readonly fingerprint: string
  /** Names the code that decides what stands in an index. */
  readonly code: string
  /** In the order of their ids. */
  readonly files: readonly ContentOfFile[]
}

export interface ContentOfFile {
  /** Of the report: the file's name without `.md`. */
  readonly id: string
  /** SHA-256 of the file in hex, or of why it cannot be read. */
  readonly content: string
}

/**
 * Looks at the folder: content decides, never a time alone, since programs that copy or restore files set it back. A file is only left
 * unread when all that the file system knows of it is as it was at the last time.
 *
 * @throws CorpusError when the folder cannot be read.
 */
export async function lookAtCorpus(folder: string): Promise<CorpusState> {
  const code = await codeHash()
  const hash = createHash('sha256').update(code)
  const files: ContentOfFile[] = []
  const known = await readHashes(folder)
  const hashes: Record<string, Hashed> = {}
  let isNew = false
  const names = await listReportFiles(folder)
  for (const [at, { sha256, state, isSettled }] of (await hashFiles(folder, names, known)).entries()) {
    const name = names[at] as string
    hash.update(`${name}\0${sha256}\0`)
    files.push({ id: reportIdOf(name), content: sha256 })
    if (isSettled) hashes[name] = { state, sha256 }
    isNew ||= isSettled && known[name]?.state !== state
  }
  if (isNew) await writeHashes(folder, hashes)
  return { fingerprint: hash.digest('hex'), code, files }
}

/** So many are looked at together: one by one, each would wait for a turn of a busy bot. */
const FILES_AT_ONCE = 32

async function hashFiles(
  folder: string,
  names: readonly string[],
  known: Readonly<Record<string, Hashed>>,
): Promise<(Hashed & { readonly isSettled: boolean })[]> {
  const hashed: (Hashed & { readonly isSettled: boolean })[] = []
  for (let at = 0; at < names.length; at += FILES_AT_ONCE) {
    const some = names.slice(at, at + FILES_AT_ONCE)
    hashed.push(...(await Promise.all(some.map((name) => hashFile(join(folder, name), known[name])))))
  }
  return hashed
}

async function hashFile(path: string, known: Hashed | undefined) {
  const state = await stat(path, { bigint: true }).catch(() => null)
  const { size, mtimeNs, ctimeNs, ctimeMs, ino, dev } = state ?? {}
  const text = [size, mtimeNs, ctimeNs, ino, dev].join(' ')
  const isSettled = ctimeMs !== undefined && Date.now() - Number(ctimeMs) > SETTLED_MS
  if (isSettled && known?.state === text) return { sha256: known.sha256, state: text, isSettled }
  // What cannot be read is the reader's to report; it is another content than any.
  const read = await readReportBytes(path)
  return { sha256: hashContent(read), state: text, isSettled: isSettled && read.bytes !== undefined }
}

/** Names what a report file holds. */
export function hashContent({ bytes, fault }: ReportBytes): string {
  return createHash('sha256')
    .update(bytes ?? fault)
    .digest('hex')
}

let ofCode: Promise<string> | null = null

/** Names the code that decides what stands in an index. It does not change while the program runs. */
export function codeHash(): Promise<string> {
  ofCode ??= hashCode()
  return ofCode
}

async function hashCode(): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of INGREDIENTS) {
    const directory = new URL(`../${folder}/`, import.meta.url)
    for (const name of (await readdir(directory)).sort()) {
      if (name.endsWith(ENDING)) hash.update(await readFile(new URL(name, directory)))
    }
  }
  for (const file of [INDICATORS_FILE, LEXICON_FILE]) hash.update(await readFile(file))
  return hash.digest('hex')
}

async function readHashes(folder: string): Promise<Readonly<Record<string, Hashed>>> {
  try {
    const read: unknown = JSON.parse(await readFile(join(folder, HASHES_FILE), 'utf8'))
    return typeof read === 'object' && read !== null ? (read as Record<string, Hashed>) : {}
  } catch {
    return {}
  }
}

/** In one move; where it cannot be written, the files are hashed anew each time. */
async function writeHashes(folder: string, hashes: Readonly<Record<string, Hashed>>): Promise<void> {
  const path = join(folder, HASHES_FILE)
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(temporary, JSON.stringify(hashes))
    await rename(temporary, path)
  } catch {
    await rm(temporary, { force: true }).catch(() => {})
  }
}
