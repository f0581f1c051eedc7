/** Merges packs into the one that would have been built of their reports together, byte for byte. */

import { FIELDS } from '../indexing/fields.ts'
import { type FigureStretch, mergeFigures } from './figure-table.ts'
import type { FoldedArrays } from './folded-texts.ts'
import { mergePostings, type Stretch } from './merge-postings.ts'
import type { IndexArrays, Pack, PackEntry } from './pack.ts'

/** What is taken of a pack. */
export interface PackPart {
  readonly pack: Pack
  readonly takes: (entry: PackEntry) => boolean
}

/** Merges what is taken of these packs. No id may be taken twice. */
export function mergePacks(parts: readonly PackPart[]): Pack {
  const taken = parts.flatMap(({ pack, takes }, part) =>
    placesOf(pack, part).filter(({ entry }) => takes(entry)),
  )
  taken.sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1))
  const stretches = joinNeighbours(taken)
  const arrays = parts.map(({ pack }) => pack.arrays)
  const inParts = stretches.map((stretch) => ({ ...stretch, arrays: arrays[stretch.part] as IndexArrays }))
  const lines = joinBytes(
    stretches.map(({ part, fromByte, toByte }) => parts[part]?.pack.lines.subarray(fromByte, toByte) ?? NONE),
  )
  return {
    arrays: {
      ...mergePostings(arrays, stretches, FIELDS.length),
      ...mergeTexts(inParts),
      ...mergeFigures(inParts),
      ...mergeYears(inParts),
    },
    entries: taken.map(({ entry }) => entry),
    lines,
  }
}

const NONE = new Uint8Array()

/** Where a report stands in its pack: passages `[from, to)`, and the bytes of its line. */
interface Placed extends Omit<Stretch, 'start'> {
  readonly entry: PackEntry
  readonly fromByte: number
  readonly toByte: number
}

function placesOf({ entries }: Pack, part: number): Placed[] {
  let [to, toByte] = [0, 0]
  return entries.map((entry) => {
    const [from, fromByte] = [to, toByte]
    to += entry.passages
    toByte += entry.bytes
    return { part, entry, from, to, fromByte, toByte }
  })
}

interface LinedStretch extends Stretch {
  readonly fromByte: number
  readonly toByte: number
}

/** Reports that follow each other in a pack and in the whole are one stretch. */
function joinNeighbours(taken: readonly Placed[]): LinedStretch[] {
  const stretches: LinedStretch[] = []
  let start = 0
  for (const { part, from, to, fromByte, toByte } of taken) {
    const last = stretches.at(-1)
    if (last !== undefined && last.part === part && last.to === from)
      stretches[stretches.length - 1] = { ...last, to, toByte }
    else stretches.push({ part, from, to, start, fromByte, toByte })
    start += to - from
  }
  return stretches
}

function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}

type InPart = Stretch & FigureStretch & { readonly arrays: IndexArrays }

function mergeTexts(stretches: readonly InPart[]): FoldedArrays {
  const foldedStarts = mergeStarts(stretches, ({ foldedStarts: own }) => own)
  const foldedUnits = new Uint16Array(foldedStarts.at(-1) ?? 0)
  for (const { arrays, from, to, start } of stretches) {
    const units = arrays.foldedUnits.subarray(arrays.foldedStarts[from], arrays.foldedStarts[to])
    foldedUnits.set(units, foldedStarts[start])
  }
  return { foldedUnits, foldedStarts }
}

function mergeYears(stretches: readonly InPart[]): Pick<IndexArrays, 'years' | 'yearStarts'> {
  const yearStarts = mergeStarts(stretches, ({ yearStarts: own }) => own)
  const years = new Uint16Array(yearStarts.at(-1) ?? 0)
  for (const { arrays, from, to, start } of stretches)
    years.set(arrays.years.subarray(arrays.yearStarts[from], arrays.yearStarts[to]), yearStarts[start])
  return { years, yearStarts }
}

/** Where what passages hold begins, laid end to end. */
function mergeStarts(
  stretches: readonly InPart[],
  startsOf: (arrays: IndexArrays) => Uint32Array,
): Uint32Array<ArrayBuffer> {
  const passages = stretches.reduce((sum, { from, to }) => sum + to - from, 0)
  const merged = new Uint32Array(passages + 1)
  for (const { arrays, from, to, start } of stretches) {
    const own = startsOf(arrays)
    const shift = (merged[start] as number) - (own[from] as number)
    for (let passage = from; passage < to; passage++)
      merged[start + passage - from + 1] = (own[passage + 1] as number) + shift
  }
  return merged
}
