/** Opens the index of a corpus folder: the saved one where it fits, brought up to date where it does not, off the thread while the bot serves. */
import type { CorpusFault } from '../corpus/read-corpus.ts'
import type { Report } from '../corpus/report.ts'
import { decodePack, type EncodedPack } from '../search/embedded/file.ts'
import { openPack, type PackEntry, type SavedIndex } from '../search/embedded/pack.ts'
import { type CorpusState, lookAtCorpus } from './corpus-fingerprint.ts'
import { readWhole, writeWhole } from './index-folder.ts'
import type { IndexThread } from './index-thread.ts'
import type { UpdateAnswer, UpdateMessage } from './index-worker.ts'
import { type UpdatedIndex, type UpdateTask, updateIndex } from './update-index.ts'

export interface OpenedIndex {
  readonly index: SavedIndex
  /** What the index says of each of its reports. */
  readonly entries: readonly PackEntry[]
  readonly faults: readonly CorpusFault[]
  /** Ids of the reports that were read and analyzed for it; the others stood in the saved index. */
  readonly built: readonly string[]
  /** Whether the next start finds it on the disk, or why not. Known at once unless the bot is serving; never rejects. */
  readonly saved: Promise<true | Error>
  /** The whole pack where it could not be saved: the next update begins with it. */
  readonly held: Promise<EncodedPack | null>
}

export interface OpenIndexOptions {
  /** What stands in the folder, where the caller has looked already. */
  readonly state?: CorpusState
  /** What answered before: a report whose file is broken now keeps the state that it has here. */
  readonly earlier?: OpenedIndex
  /** The thread in which to update, because this one is answering questions. Default this one. */
  readonly thread?: UpdateThread
}

export type UpdateThread = IndexThread<UpdateMessage, UpdateAnswer>

/** Opens a folder's index. @throws CorpusError when the folder cannot be read. */
export async function openIndex(folder: string, options: OpenIndexOptions = {}): Promise<OpenedIndex> {
  const { earlier, thread } = options
  const state = options.state ?? (await lookAtCorpus(folder))
  // Two at once would save the earlier one last.
  const held = (await earlier?.held) ?? null
  const task = { folder, state, held, isServing: thread !== undefined }
  return thread === undefined ? updateHere(task, earlier) : updateInThread(thread, task, earlier)
}

async function updateHere(task: UpdateTask, earlier?: OpenedIndex): Promise<OpenedIndex> {
  const updated = await updateIndex(task, {
    whole: await readWhole(task.folder, task.state.code),
    earlierOf: async (ids) => statesOf(ids, earlier),
  })
  const save = async (): Promise<true | Error> => {
    if (!updated.isNew) return true
    try {
      await writeWhole(task.folder, updated.encoded, updated.segments)
      return true
    } catch (error) {
      return error as Error
    }
  }
  // The disk is waited for while the reports are parsed.
  const saved = save()
  const opened = await open(updated, saved, earlier)
  await saved
  return opened
}

async function updateInThread(
  thread: UpdateThread,
  task: UpdateTask,
  earlier?: OpenedIndex,
): Promise<OpenedIndex> {
  let answer = await thread.ask({ kind: 'update', ...task })
  if (answer.kind === 'broken')
    answer = await thread.ask({ kind: 'earlier', reports: statesOf(answer.ids, earlier) })
  if (answer.kind !== 'updated') throw new Error(`the thread that updates the index answered ${answer.kind}`)
  const { updated } = answer
  return open(updated, updated.isNew ? saveInThread(thread) : Promise.resolve(true), earlier)
}

/** Never rejects. */
async function saveInThread(thread: UpdateThread): Promise<true | Error> {
  try {
    const answer = await thread.ask({ kind: 'save' })
    return answer.kind === 'saved' && answer.error !== null ? new Error(answer.error) : true
  } catch (error) {
    return error as Error
  }
}

async function open(
  { encoded, faults, built }: UpdatedIndex,
  saved: Promise<true | Error>,
  earlier?: OpenedIndex,
): Promise<OpenedIndex> {
  const pack = decodePack(encoded)
  const index = await openPack(pack, findKnown(earlier))
  return { index, entries: pack.entries, faults, built, saved, held: keepUnlessSaved(encoded, saved) }
}

/** A closure of its own, so that the pack's lines are freed as soon as they are on the disk. */
async function keepUnlessSaved(
  encoded: EncodedPack,
  saved: Promise<true | Error>,
): Promise<EncodedPack | null> {
  return (await saved) === true ? null : encoded
}

/** Reports that have not changed are the same objects as before: no second parsing, no second copy of the texts. */
function findKnown(earlier?: OpenedIndex): (entry: PackEntry) => Report | undefined {
  const known = new Map(
    earlier?.entries.map(({ id, content }, at) => [`${id} ${content}`, earlier.index.reports[at]]),
  )
  return ({ id, content }) => known.get(`${id} ${content}`)
}

/** The earlier states of these reports. */
function statesOf(ids: readonly string[], earlier?: OpenedIndex): Report[] {
  const wanted = new Set(ids)
  return earlier?.index.reports.filter(({ id }) => wanted.has(id)) ?? []
}
