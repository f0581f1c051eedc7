/** Turns a quote and a text into the chain of runs that are equal in both and stand in the same order, wrong characters, missing and foreign clauses between them. */
import { getOrMake } from '../../text/maps.ts'
import type { UnitRun } from './units.ts'

/** A run of equal units: `quote + i` equals `text + i` for every i below `length`. */
export interface Block {
  readonly quote: number
  readonly text: number
  readonly length: number
}

/** Shortest run that counts as found: two units in a short quote, four in a long one, where chance finds pairs. */
const LONG_QUOTE_UNITS = 300
const SHORT_BLOCK = 2
const LONG_BLOCK = 4
/** A gram that the quote repeats more often than this says nothing about where it stands. */
const MAX_PLACES = 32
/** More blocks than this come from repetition; the longest are kept. */
const MAX_BLOCKS = 1_000

/** The chain that covers the most of the quote, less a price for what lies between; blocks do not overlap. */
export function findChain(quote: string, quoteRun: UnitRun, text: string, textRun: UnitRun): Block[] {
  const minLength = quoteRun[1] - quoteRun[0] > LONG_QUOTE_UNITS ? LONG_BLOCK : SHORT_BLOCK
  const blocks = findBlocks(quote, quoteRun, text, { run: textRun, minLength })
  return withoutOverlaps(bestChain(blocks))
}

/** All maximal runs of at least `minLength` equal units. */
function findBlocks(
  quote: string,
  quoteRun: UnitRun,
  text: string,
  { run, minLength }: { readonly run: UnitRun; readonly minLength: number },
): Block[] {
  const places = placesOfGrams(quote, quoteRun, minLength)
  const blocks: Block[] = []
  for (let at = run[0]; at + minLength <= run[1]; at++) {
    for (const place of places.get(gramAt(text, at, minLength)) ?? NONE) {
      // The middle of a block that began earlier.
      if (place > quoteRun[0] && at > run[0] && quote[place - 1] === text[at - 1]) continue
      let length = minLength
      while (
        place + length < quoteRun[1] &&
        at + length < run[1] &&
        quote[place + length] === text[at + length]
      ) {
        length++
      }
      blocks.push({ quote: place, text: at, length })
    }
  }
  return blocks
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_BLOCKS)
    .sort((a, b) => a.text - b.text || a.quote - b.quote)
}

const NONE: readonly number[] = []

/** Two units in one number: a string for each place of a text would be most of the work. */
function gramAt(text: string, at: number, length: number): number | string {
  return length === 2 ? text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1) : text.slice(at, at + length)
}

function placesOfGrams(quote: string, [start, end]: UnitRun, length: number): Map<number | string, number[]> {
  const places = new Map<number | string, number[]>()
  for (let at = start; at + length <= end; at++) {
    const known = getOrMake(places, gramAt(quote, at, length), () => [])
    if (known.length < MAX_PLACES) known.push(at)
  }
  return places
}

/** The last block of a chain, and the chain before it. */
interface Link {
  readonly block: Block
  readonly score: number
  readonly before: Link | null
}

function bestChain(blocks: readonly Block[]): Block[] {
  const links: Link[] = []
  for (const block of blocks) {
    let link: Link = { block, score: block.length, before: null }
    for (const before of links) {
      const score = before.score + gainAfter(before.block, block)
      if (score > link.score) link = { block, score, before }
    }
    links.push(link)
  }
  const chain: Block[] = []
  let last = links.reduce<Link | null>(
    (best, link) => (best === null || link.score > best.score ? link : best),
    null,
  )
  for (; last !== null; last = last.before) chain.push(last.block)
  return chain.reverse()
}

/** Units that the next block adds, less a price for the gap: a long one costs little more than a short one. */
function gainAfter(before: Block, block: Block): number {
  if (block.text < before.text || block.quote < before.quote) return Number.NEGATIVE_INFINITY
  const overlap = overlapOf(before, block)
  const gain = block.length - overlap
  if (gain <= 0) return Number.NEGATIVE_INFINITY
  const quoteGap = block.quote + overlap - before.quote - before.length
  const textGap = block.text + overlap - before.text - before.length
  const unequal = Math.abs(quoteGap - textGap)
  return gain - 0.3 * Math.min(quoteGap, textGap) - (unequal === 0 ? 0 : 1 + 0.1 * unequal)
}

function overlapOf(before: Block, { quote, text }: Block): number {
  return Math.max(0, before.quote + before.length - quote, before.text + before.length - text)
}

function withoutOverlaps(chain: readonly Block[]): Block[] {
  const apart: Block[] = []
  for (const block of chain) {
    const before = apart.at(-1)
    const overlap = before === undefined ? 0 : overlapOf(before, block)
    const { quote, text, length } = block
    apart.push({ quote: quote + overlap, text: text + overlap, length: length - overlap })
  }
  return apart
}
