/** Tells whether an update is new, so that one which Telegram sends twice, or sends again after a crash, is answered once. */
import { createHash } from 'node:crypto'
import { type Journal, type JournalEntry, NO_JOURNAL } from './journal.ts'

/** What is needed of an update here. */
export interface AnyUpdate {
  readonly update_id: number
}

/**
 * `new`: the caller has it now; `busy`: somebody else has it and is not done; `done`: it was handled; `given-up`: processes have died of it
 * so often that nobody shall try again.
 */
export type UpdateState = 'new' | 'busy' | 'done' | 'given-up'

export interface UpdateLog {
  begin(update: AnyUpdate): Promise<UpdateState>
  end(update: AnyUpdate): Promise<void>
  /** Stores an update that is under way, so that it is not lost with this process; false where there is nowhere to store it. */
  keep(update: AnyUpdate): Promise<boolean>
  /** The kept updates that nobody is at work on: their process has ended. */
  left(): Promise<readonly AnyUpdate[]>
  /** Telegram will bring no update before this id any more. */
  forget(firstId: number): Promise<void>
  close(): Promise<void>
}

/** Telegram keeps an undelivered update for 24 hours. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000
const MAX_REMEMBERED = 100_000
/**
 * An update of which so many processes have died, over so long a time, is given up: a bot that dies of it each time would never answer anybody
 * again. Processes that are killed for other reasons soon get done with what they have begun.
 */
export const MAX_TRIES = 10
export const MAX_TRYING_MS = 10 * 60 * 1000

/**
 * An update's name. Ids alone will not do: Telegram draws new ones at random after a quiet week, and a server of one's own begins anew;
 * but what is brought again is the same to the letter.
 */
export function nameOf(update: AnyUpdate): string {
  const hash = createHash('sha256').update(JSON.stringify(update)).digest('hex').slice(0, 16)
  return `${update.update_id}:${hash}`
}

/** Remembers in this process, and beyond it what the journal takes. */
export function createUpdateLog(journal: Journal = NO_JOURNAL, now: () => number = Date.now): UpdateLog {
  const remembered = readEntries(journal.entries)
  const { done, tries, kept } = remembered
  const underWay = new Set<string>()
  const finish = async (name: string): Promise<void> => {
    underWay.delete(name)
    const at = now()
    const wasKept = noteDone(remembered, name, at)
    await journal.append({ kind: 'done', name, at })
    // A question does not stay on the disk when it has its answer.
    if (wasKept && kept.size === 0) await compact(journal, remembered, -1)
  }

  return {
    async begin(update) {
      forgetOld(done, now())
      const name = nameOf(update)
      if (done.has(name)) return 'done'
      if (underWay.has(name)) return 'busy'
      if (isGivenUp(tries.get(name), now())) {
        await finish(name)
        return 'given-up'
      }
      underWay.add(name)
      const { since } = noteBegun(remembered, { name, at: now() })
      await journal.append({ kind: 'begun', name, at: since })
      return 'new'
    },
    end: async (update) => await finish(nameOf(update)),
    async keep(update) {
      const name = nameOf(update)
      if (done.has(name)) return true
      const isNew = !kept.has(name)
      if (isNew) kept.set(name, update)
      const isWritten = await journal.append({ kind: 'kept', update }, { isSynced: true })
      if (!isWritten && isNew) kept.delete(name)
      return isWritten
    },
    left: async () => [...kept].filter(([name]) => !underWay.has(name)).map(([, update]) => update),
    async forget(firstId) {
      forgetBefore(remembered, firstId)
      await compact(journal, remembered, 1_000)
    },
    async close() {
      await compact(journal, remembered, 0)
      await journal.close()
    },
  }
}

interface Remembered {
  /** When each was done, in the order in which they came, so that the oldest are at the front. */
  readonly done: Map<string, number>
  readonly tries: Map<string, Tries>
  readonly kept: Map<string, AnyUpdate>
}

interface Tries {
  readonly times: number
  /** Milliseconds since the epoch. */
  readonly since: number
}

function readEntries(entries: readonly JournalEntry[]): Remembered {
  const remembered: Remembered = { done: new Map(), tries: new Map(), kept: new Map() }
  for (const entry of entries) {
    if (entry.kind === 'begun') noteBegun(remembered, entry)
    else if (entry.kind === 'kept') remembered.kept.set(nameOf(entry.update), entry.update)
    else noteDone(remembered, entry.name, entry.at)
  }
  return remembered
}

type Begun = Omit<Extract<JournalEntry, { kind: 'begun' }>, 'kind'>

function noteBegun({ tries }: Remembered, { name, at, times = 1 }: Begun): Tries {
  const known = tries.get(name) ?? { times: 0, since: at }
  const noted = { times: known.times + times, since: Math.min(known.since, at) }
  tries.set(name, noted)
  return noted
}

/** Tells whether it was kept. */
function noteDone({ done, tries, kept }: Remembered, name: string, at: number): boolean {
  done.set(name, at)
  tries.delete(name)
  return kept.delete(name)
}

function isGivenUp(tries: Tries | undefined, now: number): boolean {
  return tries !== undefined && tries.times >= MAX_TRIES && now - tries.since >= MAX_TRYING_MS
}

function forgetBefore({ done, tries, kept }: Remembered, firstId: number): void {
  const isOver = (name: string): boolean => Number.parseInt(name, 10) < firstId
  for (const name of done.keys()) if (isOver(name)) done.delete(name)
  for (const name of tries.keys()) if (isOver(name) && !kept.has(name)) tries.delete(name)
}

/** Writes the journal anew when most of it is out of date. */
async function compact(journal: Journal, remembered: Remembered, limit: number): Promise<void> {
  const { done, tries, kept } = remembered
  const entries = done.size + tries.size + kept.size
  if (journal.length > 2 * entries + limit) await journal.replace(toEntries(remembered))
}

function toEntries({ done, tries, kept }: Remembered): JournalEntry[] {
  return [
    ...[...done].map(([name, at]) => ({ kind: 'done', name, at }) as const),
    ...[...tries].map(([name, { times, since }]) => ({ kind: 'begun', name, at: since, times }) as const),
    ...[...kept.values()].map((update) => ({ kind: 'kept', update }) as const),
  ]
}

function forgetOld(done: Map<string, number>, now: number): void {
  for (const [name, at] of done) {
    if (done.size <= MAX_REMEMBERED && now - at < REMEMBERED_MS) return
    done.delete(name)
  }
}
