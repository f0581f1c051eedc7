/** The saved index of a corpus folder: the pack of all reports, and segments that are not in it yet. */
import { createHash } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  decodePack,
  type EncodedPack,
  type LoadedPack,
  readPackFile,
  writePackFile,
} from '../search/embedded/file.ts'
import type { Pack } from '../search/embedded/pack.ts'

/** Hidden, so that no one takes it for a report; removing it costs one build. */
const INDEX = '.index'
const WHOLE = join(INDEX, 'minisearch.bin')
const SEGMENTS = join(INDEX, 'segments')
const NAME_DIGITS = 32
/** What was not written to for so long was left by a process that was killed. */
const ABANDONED_MS = 10 * 60_000

/** Reads the pack of all reports. @param code names the code that must have made it. */
export function readWhole(folder: string, code: string): Promise<LoadedPack> {
  return readPackFile(join(folder, WHOLE), code)
}

/**
 * Writes the pack of all reports, and removes the segments that it replaces. Whoever is killed in between leaves both, which
 * is as good; another process that does the same at the same time leaves its own pack or this one.
 */
export async function writeWhole(
  folder: string,
  encoded: EncodedPack,
  replaced: readonly string[],
): Promise<void> {
  await writePackFile(join(folder, WHOLE), encoded, { isDurable: true })
  for (const name of replaced) await rm(join(folder, SEGMENTS, name), { force: true })
  await removeAbandoned(join(folder, INDEX))
  await removeAbandoned(join(folder, SEGMENTS))
}

/** Names of the segments that lie in the folder. */
export async function listSegments(folder: string): Promise<string[]> {
  return (await namesIn(join(folder, SEGMENTS))).filter((name) => name.endsWith('.seg'))
}

/** Reads a segment. */
export function readSegment(folder: string, name: string, code: string): Promise<LoadedPack> {
  return readPackFile(join(folder, SEGMENTS, name), code)
}

/** Writes a segment under the name of what it was made of, and gives the name back; null where nothing can be written. */
export async function writeSegment(
  folder: string,
  code: string,
  encoded: EncodedPack,
): Promise<string | null> {
  const name = `${nameSegment(decodePack(encoded), code)}.seg`
  try {
    await writePackFile(join(folder, SEGMENTS, name), encoded)
    return name
  } catch {
    return null
  }
}

function nameSegment({ entries }: Pack, code: string): string {
  const hash = createHash('sha256').update(code)
  for (const { id, content } of entries) hash.update(`\0${id}\0${content}`)
  return hash.digest('hex').slice(0, NAME_DIGITS)
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!name.endsWith('.tmp')) continue
    const path = join(folder, name)
    const state = await stat(path).catch(() => null)
    if (state !== null && Date.now() - state.mtimeMs > ABANDONED_MS) await rm(path, { force: true })
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
