/** A thread's whole life: builds the segments that it is told, or updates an index and saves it once it is in use. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Report } from '../corpus/report.ts'
import { type BuildAnswer, type BuildMessage, type BuildThreadTask, buildSegment } from './build-segment.ts'
import { writeWhole } from './index-folder.ts'
import type { Failure } from './index-thread.ts'
import { type UpdatedIndex, type UpdateTask, updateIndex } from './update-index.ts'

/** What a thread is started with that updates an index, is told, and answers. */
export type UpdateThreadTask = { readonly kind: 'update' } & UpdateTask
export type UpdateMessage =
  | { readonly kind: 'start' }
  | { readonly kind: 'earlier'; readonly reports: readonly Report[] }
  | { readonly kind: 'save' }
export type UpdateAnswer =
  /** These reports are broken; their earlier states are expected in return. */
  | { readonly kind: 'broken'; readonly ids: readonly string[] }
  | { readonly kind: 'updated'; readonly updated: UpdatedIndex }
  | { readonly kind: 'saved'; readonly error: string | null }

const task = workerData as BuildThreadTask | UpdateThreadTask
let updated: UpdatedIndex | null = null
let takeEarlier: (reports: readonly Report[]) => void = () => {}

parentPort?.on('message', (message: BuildMessage | UpdateMessage) => {
  answer(message).catch((error: Error) => send({ kind: 'failed', error }))
})

async function answer(message: BuildMessage | UpdateMessage): Promise<void> {
  if (message.kind === 'earlier') takeEarlier(message.reports)
  if (message.kind === 'build' && task.kind === 'build')
    send({ kind: 'built', ...(await buildSegment({ ...task, ids: message.ids })) })
  if (message.kind === 'start' && task.kind === 'update') await update(task)
  if (message.kind === 'save' && updated !== null) await save(task.folder, updated)
}

async function update(updateTask: UpdateTask): Promise<void> {
  updated = await updateIndex(updateTask, (ids) => {
    send({ kind: 'broken', ids })
    return new Promise((resolve) => {
      takeEarlier = resolve
    })
  })
  send({ kind: 'updated', updated })
}

async function save(folder: string, { encoded, segments }: UpdatedIndex): Promise<void> {
  try {
    await writeWhole(folder, encoded, segments)
    send({ kind: 'saved', error: null })
  } catch (error) {
    send({ kind: 'saved', error: (error as Error).message })
  }
}

function send(message: BuildAnswer | UpdateAnswer | Failure): void {
  parentPort?.postMessage(message)
}
