/** Brings the saved index of a folder up to date: what has not changed is taken over, the rest built in segments, and all merged. */
import { availableParallelism } from 'node:os'
import type { CorpusFault } from '../corpus/read-corpus.ts'
import type { Report } from '../corpus/report.ts'
import { reportIdOf } from '../corpus/report-bytes.ts'
import { compareText } from '../search/backend.ts'
import { buildPack } from '../search/embedded/builder.ts'
import { decodePack, type EncodedPack, encodePack, type LoadedPack } from '../search/embedded/file.ts'
import { mergePacks } from '../search/embedded/merge.ts'
import type { Pack } from '../search/embedded/pack.ts'
import { type BuildAnswer, type BuildMessage, type BuiltSegment, buildSegment } from './build-segment.ts'
import type { CorpusState } from './corpus-fingerprint.ts'
import { listSegments, readSegment } from './index-folder.ts'
import { makeIndexThread } from './index-thread.ts'

export interface UpdateTask {
  readonly folder: string
  readonly state: CorpusState
  /** The pack of all reports as it was before, where it could not be saved. */
  readonly held: EncodedPack | null
  /** Builds in no more threads than this one, because another is answering questions. */
  readonly isServing: boolean
}

export interface UpdatedIndex {
  readonly encoded: EncodedPack
  readonly faults: readonly CorpusFault[]
  /** Ids of the reports that were read and analyzed. */
  readonly built: readonly string[]
  /** False where the saved pack is this one. */
  readonly isNew: boolean
  /** Names of the segments that a pack of all reports replaces. */
  readonly segments: readonly string[]
}

interface Known {
  readonly whole: LoadedPack
  readonly earlierOf: (ids: readonly string[]) => Promise<readonly Report[]>
}

/** Reports in a segment, where many are built: ten thousand reports are five hundred files until they are one. */
const SEGMENT_REPORTS = 20
/** Fewer are built before a thread has loaded its code. */
const MIN_SEGMENTS_A_THREAD = 2

/**
 * Updates the index. Nothing is saved but segments, see writeWhole().
 *
 * @param known.whole the saved pack of all reports, or why there is none.
 * @param known.earlierOf gives the earlier states of reports whose files are broken now.
 */
export async function updateIndex(task: UpdateTask, known: Known): Promise<UpdatedIndex> {
  const { folder, state, held } = task
  const left = new Map(state.files.map(({ id, content }) => [id, content]))
  const parts: Part[] = []
  const whole = held === null ? known.whole : { pack: decodePack(held), encoded: held }
  if (whole.pack !== undefined) takeOver(whole.pack, left, parts)
  const segments = await listSegments(folder)
  for (const name of left.size > 0 ? segments : []) {
    const { pack } = await readSegment(folder, name, state.code)
    if (pack !== undefined) takeOver(pack, left, parts)
  }
  const built = await buildSegments(task, [...left.keys()])
  for (const { encoded, ids } of built) if (ids.length > 0) takeAll(decodePack(encoded), parts)
  const faults = built.flatMap((segment) => segment.faults).sort((a, b) => compareText(a.file, b.file))
  const broken = [...new Set(faults.map(({ file }) => reportIdOf(file)))]
  const earlier = broken.length === 0 ? [] : await known.earlierOf(broken)
  if (earlier.length > 0) takeAll(buildPack(earlier.map((report) => ({ report, content: '' }))), parts)

  const isSame =
    parts.length === 1 && parts[0]?.pack === whole.pack && parts[0]?.ids.size === whole.pack?.entries.length
  return {
    encoded: isSame && whole.encoded !== undefined ? whole.encoded : encodePack(merge(parts), state.code),
    faults,
    built: built.flatMap(({ ids }) => ids),
    isNew: !isSame || held !== null,
    segments: [...new Set([...segments, ...built.flatMap(({ name }) => name ?? [])])],
  }
}

/** A pack and the reports that are taken of it. */
interface Part {
  readonly pack: Pack
  readonly ids: ReadonlySet<string>
}

/** Takes over the reports that a pack has with the content that is wanted, and removes them from what is left to find. */
function takeOver(pack: Pack, left: Map<string, string>, parts: Part[]): void {
  const ids = new Set(pack.entries.filter(({ id, content }) => left.get(id) === content).map(({ id }) => id))
  for (const id of ids) left.delete(id)
  if (ids.size > 0) parts.push({ pack, ids })
}

function takeAll(pack: Pack, parts: Part[]): void {
  parts.push({ pack, ids: new Set(pack.entries.map(({ id }) => id)) })
}

function merge(parts: readonly Part[]): Pack {
  if (parts.length === 0) return buildPack([])
  return mergePacks(parts.map(({ pack, ids }) => ({ pack, takes: ({ id }) => ids.has(id) })))
}

/** Builds these reports, in threads where there is work for several. */
async function buildSegments(
  { folder, state: { code }, isServing }: UpdateTask,
  ids: readonly string[],
): Promise<BuiltSegment[]> {
  const tasks: (readonly string[])[] = []
  for (let at = 0; at < ids.length; at += SEGMENT_REPORTS) tasks.push(ids.slice(at, at + SEGMENT_REPORTS))
  const most = isServing ? 1 : availableParallelism()
  const threads = Math.min(most, Math.floor(tasks.length / MIN_SEGMENTS_A_THREAD))
  const built: BuiltSegment[] = []
  let next = 0
  const buildWith = async (build: (ids: readonly string[]) => Promise<BuiltSegment>): Promise<void> => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) built.push(await build(task))
  }
  if (threads < 2) {
    await buildWith((task) => buildSegment({ folder, code, ids: task }))
    return built
  }
  const running = Array.from({ length: threads }, () => makeIndexThread<BuildMessage, BuildAnswer>())
  try {
    await Promise.all(
      running.map((thread) => buildWith((task) => thread.ask({ kind: 'build', folder, code, ids: task }))),
    )
  } finally {
    for (const thread of running) thread.end()
  }
  return built
}
