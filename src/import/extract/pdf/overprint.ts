/** Takes out what a page prints twice, a hair apart, to make it bold: whole pieces, or letter by letter. */
import { addTo } from '../../../text/maps.ts'
import type { PlacedText } from './place-texts.ts'

/** The second print stands within this of the first, in em; equal letters side by side stand 0.4 or more apart. */
const NEAR_EM = 0.25
/** Letters of different pieces that overlap by more than this are printed over each other. */
const OVERLAP_EM = 0.3
/** From this distance on, in em, Latin letters and figures are set on the grid of the Chinese ones, no spaces between. */
const GRID_EM = 0.85
/** Fonts that state wrong widths make pieces overlap, too: of what is printed twice, this share of the letters goes. */
const MIN_COPIED_SHARE = 0.3

/** The pieces without their second prints. Pieces that lie over each other come back as single letters. */
export function withoutOverprint(texts: readonly PlacedText[]): PlacedText[] {
  const once = withoutCopies(texts)
  return overlapping(once).flatMap((cluster) => (cluster.length === 1 ? cluster : singleLetters(cluster)))
}

/** The first of equal pieces at one place. */
function withoutCopies(texts: readonly PlacedText[]): PlacedText[] {
  const seen = new Map<string, PlacedText[]>()
  return texts.filter((piece) => {
    if (seen.get(piece.text)?.some((other) => isNear(other, piece))) return false
    addTo(seen, piece.text, piece)
    return true
  })
}

function isNear(a: PlacedText, b: PlacedText): boolean {
  const near = b.size * NEAR_EM
  return Math.abs(a.left - b.left) < near && Math.abs(a.baseline - b.baseline) < near
}

/** Pieces of one line and size that lie over each other, together; others alone. */
function overlapping(texts: readonly PlacedText[]): PlacedText[][] {
  const lines = new Map<string, PlacedText[][]>()
  const clusters: PlacedText[][] = []
  for (const piece of [...texts].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const size = Math.round(piece.size * 2) / 2
    const row = Math.round(piece.baseline / size / NEAR_EM)
    const key = `${size} ${row}`
    // From the top down: nothing stands below the piece yet.
    const near = [`${size} ${row - 1}`, key].flatMap((other) => lines.get(other) ?? [])
    const found = near.filter((cluster) => cluster.some((other) => liesOver(other, piece)))
    const [first, ...others] = found
    if (first === undefined) {
      const cluster = [piece]
      clusters.push(cluster)
      addTo(lines, key, cluster)
      continue
    }
    first.push(piece, ...others.flat())
    // What the piece connects is one cluster now.
    for (const other of others) other.length = 0
  }
  return clusters
}

function liesOver(a: PlacedText, b: PlacedText): boolean {
  return (
    Math.abs(a.baseline - b.baseline) < b.size * NEAR_EM &&
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > b.size * OVERLAP_EM
  )
}

interface Letter extends PlacedText {
  readonly followsSpace: boolean
}

function singleLetters(cluster: readonly PlacedText[]): readonly PlacedText[] {
  const kept: Letter[] = []
  const letters = cluster.flatMap(takeApart).sort((a, b) => a.left - b.left)
  for (const letter of letters)
    if (!kept.some((other) => other.text === letter.text && isNear(other, letter))) kept.push(letter)
  if (letters.length - kept.length < letters.length * MIN_COPIED_SHARE) return cluster
  const isLatin = (letter: Letter | undefined): boolean => letter !== undefined && letter.text <= '~'
  const distances = kept
    .flatMap((letter, index) => {
      const next = kept[index + 1]
      return isLatin(letter) && isLatin(next) ? [((next?.left ?? 0) - letter.left) / letter.size] : []
    })
    .sort((a, b) => a - b)
  const middle = distances[Math.floor(distances.length / 2)]
  if (middle === undefined || middle < GRID_EM) return kept
  return kept.map((letter, index) => {
    const next = kept[index + 1]
    // Each fills its place on the grid, as Chinese characters do.
    const right = next !== undefined && isLatin(letter) ? Math.max(letter.right, next.left) : letter.right
    return { ...letter, right, followsSpace: false }
  })
}

/** The letters of a piece, placed by what their kind takes: an em, or an equal share of what is left. */
function takeApart(piece: PlacedText): Letter[] {
  const characters = Array.from(piece.text)
  const wide = characters.filter((character) => character > '~').length
  const narrow = characters.filter((character) => character <= '~' && character !== ' ').length
  const spaces = characters.length - wide - narrow
  const width = piece.right - piece.left
  const rest = width - wide * piece.size
  const each = rest / Math.max(1, narrow)
  const narrowWidth = spaces === 0 ? each : Math.min(piece.size / 2, each)
  const isFitting = narrow === 0 || (narrowWidth > piece.size * 0.25 && narrowWidth < piece.size * 1.05)
  const scale = isFitting ? 1 : width / (wide + narrow / 2 + spaces / 2) / piece.size
  const space = isFitting && spaces > 0 ? (rest - narrow * narrowWidth) / spaces : (piece.size * scale) / 2
  let left = piece.left
  let followsSpace = piece.followsSpace ?? false
  return characters.flatMap((character) => {
    if (character === ' ') {
      left += space
      followsSpace = true
      return []
    }
    const advance = character > '~' ? piece.size * scale : isFitting ? narrowWidth : (piece.size * scale) / 2
    const letter = { ...piece, text: character, left, right: left + advance, followsSpace }
    left += advance
    followsSpace = false
    return [letter]
  })
}
