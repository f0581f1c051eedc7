/** Writes an import to disk as a report file and a copy of the original; nothing half-written, nothing overwritten. */
import { createHash } from 'node:crypto'
import { link, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { stringify } from 'yaml'
import { readFrontMatterField } from '../corpus/front-matter.ts'
import { isReportName, readReportBytes, reportIdOf } from '../corpus/report-bytes.ts'
import type { Imported } from './import-report.ts'
import { ALL_ENDINGS, type Source } from './source/source.ts'

/** Folder of the originals, inside the corpus folder. */
const ORIGINALS = 'originals'

/** The report file is there already. The message names it and the fix. */
export class ReportExistsError extends Error {
  override readonly name = 'ReportExistsError'
}

export interface WrittenReport {
  /** Path of the report file. */
  readonly out: string
  /** Path of the original relative to the corpus folder, as the front matter has it. */
  readonly source: string
}

/** What an id on the shelf stands for; '' where the file does not tell. */
export interface Shelved {
  readonly place: string
  /** SHA-256 of the source. */
  readonly sha256: string
}

/** Reports that a corpus folder holds: which ids are taken, by which place, and which source each was made from. */
export type ReportShelf = ReadonlyMap<string, Shelved>

/** Looks at the front matter of every report file; a folder that is not there yet is empty. What cannot be read takes its id all the same. */
export async function readShelf(corpus: string): Promise<ReportShelf> {
  let names: string[]
  try {
    names = await readdir(corpus)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw error
  }
  const shelf = new Map<string, Shelved>()
  for (const name of names.filter(isReportName)) {
    const { bytes } = await readReportBytes(join(corpus, name))
    const text = bytes?.toString('utf8') ?? ''
    shelf.set(reportIdOf(name), {
      place: readFrontMatterField(text, 'place'),
      sha256: readFrontMatterField(text, 'sha256'),
    })
  }
  return shelf
}

/**
 * Tells the place of the other report that has an id, null where there is none. A report made from the same source
 * is no other: importing a file again comes to the same report.
 */
export function holderOn(shelf: ReportShelf, sha256: string): (id: string) => string | null {
  return (id) => {
    const shelved = shelf.get(id)
    return shelved === undefined || shelved.sha256 === sha256 ? null : shelved.place
  }
}

/**
 * Writes `<corpus>/<id>.md` and `<corpus>/originals/<id>.<ending>`.
 *
 * Each file is written beside its place under another name and then put there at once, so a reader never meets half
 * a file and a crash leaves at most a stray `.tmp`. The original is copied byte for byte, once: a copy with the same
 * bytes stays.
 *
 * @throws ReportExistsError when the report file exists and `force` is not set.
 */
export async function writeReportFile(
  imported: Imported,
  source: Source,
  { corpus, force = false }: { readonly corpus: string; readonly force?: boolean },
): Promise<WrittenReport> {
  const { id } = imported.meta
  const out = join(corpus, `${id}.md`)
  await mkdir(join(corpus, ORIGINALS), { recursive: true })
  if (!force && (await exists(out)))
    throw new ReportExistsError(`${out} exists already; --force writes it anew`)
  const original = await keepOriginal(source, id, corpus)
  await putFile(out, withSource(imported.text, original), force)
  return { out, source: original }
}

/** The report file's text with its `source:` line filled in. */
export function withSource(text: string, original: string): string {
  return text.replace(/^source:.*$/mu, () => stringify({ source: original }, { lineWidth: 0 }).trim())
}

async function keepOriginal(source: Source, id: string, corpus: string): Promise<string> {
  const ending = endingOf(source)
  for (let count = 1; ; count++) {
    const name = `${ORIGINALS}/${count === 1 ? id : `${id}-${count}`}${ending}`
    const path = join(corpus, name)
    if (!(await exists(path))) {
      await putFile(path, source.bytes, false)
      return name
    }
    const { bytes } = await readReportBytes(path, Math.max(1, source.bytes.length))
    if (bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === source.sha256) return name
  }
}

/** The name's own where it is one of a format that is read; whatever else stands behind its last full stop is no ending. */
function endingOf({ name, format }: Source): string {
  const own = extname(name).toLowerCase()
  return ALL_ENDINGS.includes(own) ? own : `.${format}`
}

async function exists(path: string): Promise<boolean> {
  try {
    // Not opened: it may be a pipe.
    await lstat(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** Writes, flushes to the disk, and only then gives the file its name. */
async function putFile(path: string, content: string | Uint8Array, force: boolean): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const file = await open(temporary, 'w')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    if (force) await rename(temporary, path)
    else await linkNew(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Unlike a rename a link fails when somebody else was faster. */
async function linkNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new ReportExistsError(`${path} exists already; --force writes it anew`)
    // Some file systems know no links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    await rename(temporary, path)
  }
}
