/** A thread's whole life: builds the segments that it is told, or updates an index and saves it once it is in use. */
import { parentPort } from 'node:worker_threads'
import type { Report } from '../corpus/report.ts'
import { decodePack, type LoadedPack } from '../search/embedded/file.ts'
import { type BuildAnswer, type BuildMessage, buildSegment } from './build-segment.ts'
import { codeHash } from './corpus-fingerprint.ts'
import { readWhole, writeWhole } from './index-folder.ts'
import type { Failure } from './index-thread.ts'
import { type UpdatedIndex, type UpdateTask, updateIndex } from './update-index.ts'

/** What a thread that updates an index is told, and answers. */
export type UpdateMessage =
  /** An update of this folder may follow soon. */
  | { readonly kind: 'prepare'; readonly folder: string }
  | ({ readonly kind: 'update' } & UpdateTask)
  | { readonly kind: 'earlier'; readonly reports: readonly Report[] }
  | { readonly kind: 'save' }
export type UpdateAnswer =
  /** These reports are broken; their earlier states are expected in return. */
  | { readonly kind: 'broken'; readonly ids: readonly string[] }
  | { readonly kind: 'updated'; readonly updated: UpdatedIndex }
  | { readonly kind: 'saved'; readonly error: string | null }

/** The pack of all reports, as it was read or made: the next update begins with it. */
let whole: { readonly folder: string; readonly pack: Promise<LoadedPack> } | null = null
/** What is to be saved, and where. */
let unsaved: { readonly folder: string; readonly updated: UpdatedIndex } | null = null
let takeEarlier: (reports: readonly Report[]) => void = () => {}

parentPort?.on('message', (message: BuildMessage | UpdateMessage) => {
  answer(message).catch((error: Error) => send({ kind: 'failed', error }))
})

async function answer(message: BuildMessage | UpdateMessage): Promise<void> {
  if (message.kind === 'earlier') takeEarlier(message.reports)
  if (message.kind === 'build') send({ kind: 'built', ...(await buildSegment(message)) })
  // The update that begins with it tells what is wrong.
  if (message.kind === 'prepare') await wholeOf(message.folder).catch(() => {})
  if (message.kind === 'update') await update(message)
  if (message.kind === 'save') await save()
}

/** Read but once: while the folder comes to rest, or when the update begins. */
function wholeOf(folder: string): Promise<LoadedPack> {
  if (whole?.folder !== folder) whole = { folder, pack: codeHash().then((code) => readWhole(folder, code)) }
  return whole.pack
}

async function update(task: UpdateTask): Promise<void> {
  const { folder } = task
  const updated = await updateIndex(task, {
    whole: await wholeOf(folder),
    earlierOf: (ids) => {
      send({ kind: 'broken', ids })
      return new Promise((resolve) => {
        takeEarlier = resolve
      })
    },
  })
  const { encoded } = updated
  whole = { folder, pack: Promise.resolve({ encoded, pack: decodePack(encoded) }) }
  unsaved = updated.isNew ? { folder, updated } : null
  send({ kind: 'updated', updated })
}

async function save(): Promise<void> {
  try {
    if (unsaved !== null) await writeWhole(unsaved.folder, unsaved.updated.encoded, unsaved.updated.segments)
    send({ kind: 'saved', error: null })
  } catch (error) {
    send({ kind: 'saved', error: (error as Error).message })
  }
  unsaved = null
}

function send(message: BuildAnswer | UpdateAnswer | Failure): void {
  parentPort?.postMessage(message)
}
