/** Calls back each time the report files of a corpus folder have changed, however that came about. */
import { createHash } from 'node:crypto'
import { type FSWatcher, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isReportName } from '../corpus/report-bytes.ts'
import type { Logger } from '../log.ts'

export interface WatchOptions {
  /** Editors and copies write in several steps; the corpus is read when it has been still for so long. Default 300. */
  readonly stillMs?: number
  /** How often the folder is looked at. Default 2,000. */
  readonly lookMs?: number
}

interface WatchedSince {
  readonly log: Logger
  /** Called at the first sign of a change, while it is not known yet whether more follows. */
  readonly onStir?: () => void
  /** How the folder looked before it was read: what changed while it was being read has changed, too. */
  readonly since: FolderLook
}

/** However much goes on in the folder, it is read no later than this after the first change. */
const MAX_WAIT_MS = 3_000
/** The pause between two looks is at least so many times as long as a look takes. */
const LOOK_FACTOR = 50

/**
 * Watches a folder. The system tells of changes at once, but only of those in the folder that stood there when the watching began, and on
 * some file systems of none: when the folder is replaced, made anew, or reached through a link that now leads elsewhere, a look from time to time
 * sees it.
 */
export function watchCorpus(
  folder: string,
  onChange: () => void,
  { log, since, onStir, stillMs = 300, lookMs = 2_000 }: WatchOptions & WatchedSince,
): { close(): void } {
  const changes = whenStill(onChange, stillMs, onStir)
  let watcher: FSWatcher | null = null
  let look: NodeJS.Timeout | null = null
  let isClosed = false
  let seen = since

  const stopListening = (): void => {
    watcher?.close()
    watcher = null
  }
  const listen = (): void => {
    stopListening()
    try {
      watcher = watch(folder, { persistent: false }, (_event, name) => {
        if (name === null || isReportName(name)) changes.note()
      })
      watcher.on('error', stopListening)
    } catch (error) {
      log.debug({ err: error }, 'the corpus folder cannot be watched; it is looked at from time to time')
    }
  }
  const lookAgain = async (): Promise<void> => {
    const started = performance.now()
    const now = await lookAtFolder(folder)
    if (isClosed) return
    if (now.files !== seen.files) changes.note()
    if (now.folder !== '' && (watcher === null || now.folder !== seen.folder)) listen()
    seen = now
    look = setTimeout(() => void lookAgain(), Math.max(lookMs, LOOK_FACTOR * (performance.now() - started)))
    look.unref()
  }
  listen()
  void lookAgain()
  return {
    close() {
      isClosed = true
      stopListening()
      changes.forget()
      if (look !== null) clearTimeout(look)
    },
  }
}

/** Calls back once the changes that are noted have come to rest, or after MAX_WAIT_MS. */
function whenStill(
  onChange: () => void,
  stillMs: number,
  onStir: () => void = () => {},
): { note(): void; forget(): void } {
  let still: NodeJS.Timeout | null = null
  let changedAt = 0
  return {
    note() {
      if (still === null) {
        changedAt = Date.now()
        onStir()
      } else clearTimeout(still)
      const fire = (): void => {
        still = null
        onChange()
      }
      still = setTimeout(fire, Math.max(0, Math.min(stillMs, changedAt + MAX_WAIT_MS - Date.now())))
    },
    forget() {
      if (still !== null) clearTimeout(still)
    },
  }
}

interface FolderLook {
  /** Which folder it is; '' when there is none. */
  readonly folder: string
  /** What the file system says of the report files. */
  readonly files: string
}

/** Costs the asking of the file system, and reads no file. */
export async function lookAtFolder(folder: string): Promise<FolderLook> {
  try {
    const { dev, ino } = await stat(folder)
    const hash = createHash('sha256')
    for (const name of (await readdir(folder)).filter(isReportName).sort()) {
      const state = await stat(join(folder, name), { bigint: true }).catch(() => null)
      hash.update(`${name} ${state?.size} ${state?.mtimeNs} ${state?.ctimeNs} ${state?.ino}\0`)
    }
    return { folder: `${dev}:${ino}`, files: hash.digest('hex') }
  } catch {
    return { folder: '', files: '' }
  }
}
