/** A file of what happened with updates: entries are added line by line while the bot runs, and read when it starts again. */
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Logger } from '../log.ts'
import { createQueue } from '../queue.ts'

/** One line of the file. `name` is an update's, see nameOf(). */
export type JournalEntry =
  /** Work on it has begun `times` times since `at`; once where `times` is left out. */
  | { readonly kind: 'begun'; readonly name: string; readonly at: number; readonly times?: number }
  | { readonly kind: 'done'; readonly name: string; readonly at: number }
  | { readonly kind: 'kept'; readonly update: { readonly update_id: number } }

export interface Journal {
  /** What an earlier process wrote. */
  readonly entries: readonly JournalEntry[]
  /** How many entries the file holds now. */
  readonly length: number
  /**
   * Adds an entry; false when it could not be written.
   *
   * `isSynced`: wait until the disk has it. Without it the entry survives the process, but not a loss of power.
   */
  append(entry: JournalEntry, options?: { readonly isSynced?: boolean }): Promise<boolean>
  /** Puts other entries in the place of all, in one move. */
  replace(entries: readonly JournalEntry[]): Promise<void>
  close(): Promise<void>
}

/** For a bot without a folder to write to. */
export const NO_JOURNAL: Journal = {
  entries: [],
  length: 0,
  append: async () => false,
  replace: async () => {},
  close: async () => {},
}

/** The file holds questions while they wait: only its owner may read it. */
const MODE = 0o600

/** Opens the file, and makes its folder. Where that cannot be written, the log says so once and the bot goes on without. */
export async function openJournal(path: string, log: Logger): Promise<Journal> {
  const entries = await readEntries(path)
  const file = await openFile(path, entries).catch((error: unknown) => error)
  if (file instanceof Error || typeof file !== 'object') {
    tell(log, path, file)
    return { ...NO_JOURNAL, entries }
  }
  return createJournal({ path, log, entries }, file as FileHandle)
}

interface Place {
  readonly path: string
  readonly log: Logger
  readonly entries: readonly JournalEntry[]
}

interface Line {
  readonly text: string
  readonly isSynced: boolean
  readonly settle: (isWritten: boolean) => void
}

function createJournal({ path, log, entries }: Place, first: FileHandle): Journal {
  let file = first
  let length = entries.length
  let isTold = false
  /** What goes into the next write together; null while none is due. */
  let waiting: Line[] | null = null
  const inTurn = createQueue()
  const fail = (error: unknown): void => {
    if (!isTold) tell(log, path, error)
    isTold = true
  }
  const flush = async (batch: readonly Line[]): Promise<void> => {
    if (waiting === batch) waiting = null
    const error = await write(file, batch)
    if (error === null) {
      length += batch.length
      isTold = false
    } else fail(error)
    for (const { settle } of batch) settle(error === null)
  }
  return {
    entries,
    get length() {
      return length
    },
    append: (entry, { isSynced = false } = {}) =>
      new Promise<boolean>((settle) => {
        const next = { text: format(entry), isSynced, settle }
        if (waiting !== null) return void waiting.push(next)
        const batch = [next]
        waiting = batch
        void inTurn(() => flush(batch))
      }),
    replace: (fresh) => {
      // What is added from now on comes after it: among what waits already it would be replaced, too.
      waiting = null
      return inTurn(async () => {
        try {
          const renewed = await openFile(path, fresh)
          await file.close()
          file = renewed
          length = fresh.length
        } catch (error) {
          fail(error)
        }
      })
    },
    close: () => inTurn(() => file.close()),
  }
}

/** What is wrong when lines could not be written; null when they were. */
async function write(file: FileHandle, lines: readonly Line[]): Promise<unknown> {
  try {
    await file.appendFile(lines.map(({ text }) => text).join(''))
    if (lines.some(({ isSynced }) => isSynced)) await file.datasync()
    return null
  } catch (error) {
    return error
  }
}

/** Writes the entries beside the file's place and moves them there: a kill at any moment leaves the old file or the new one. */
async function openFile(path: string, entries: readonly JournalEntry[]): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${process.pid}.tmp`
  const file = await open(temporary, 'w', MODE)
  try {
    await file.writeFile(entries.map(format).join(''))
    await file.datasync()
    await rename(temporary, path)
    return file
  } catch (error) {
    await file.close()
    await rm(temporary, { force: true })
    throw error
  }
}

/** The last line may be cut, where the process ended in the middle of it. */
async function readEntries(path: string): Promise<JournalEntry[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    try {
      const entry = JSON.parse(line) as JournalEntry
      const isWhole = entry.kind === 'kept' ? Number.isSafeInteger(entry.update.update_id) : 'name' in entry
      return isWhole ? [entry] : []
    } catch {
      return []
    }
  })
}

function format(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`
}

function tell(log: Logger, path: string, error: unknown): void {
  const why = (error as NodeJS.ErrnoException | null)?.code ?? String(error)
  log.warn(
    `${dirname(path)}: cannot be written (${why}); after a crash an answer may come twice; make it a folder that can be written, or set DATA_DIR to one`,
  )
}
