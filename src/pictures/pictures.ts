/** Makes pictures: quote cards and charts, one or two at a time, when they are asked for. */
import { type CanvasLibrary, isInstalled, loadCanvas } from './canvas.ts'
import { layOutCard, type QuoteCard, type Shape } from './card-layout.ts'
import type { Chart } from './chart.ts'
import { drawChart } from './draw-chart.ts'
import { missingCharacters } from './fonts.ts'
import { createMeasure, type Paper, type WidthOf } from './paper.ts'
import { drawCard } from './quote-card.ts'

/** JPEG where Telegram asks for it. */
export type PictureFormat = 'png' | 'jpeg'

export interface Picture {
  readonly kind: 'picture'
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

export interface Refusal {
  readonly kind: 'refused'
  /** `characters`: the typeface lacks some; `unavailable`: there is no drawing library for this machine; `busy`: too many wait. */
  readonly reason: 'too-long' | 'characters' | 'unavailable' | 'busy'
  /** The characters that are lacking. */
  readonly characters: string
}

export interface Pictures {
  /** False once the drawing library turned out not to run on this machine. */
  readonly isAvailable: () => boolean
  readonly card: (card: QuoteCard, shape: Shape, format?: PictureFormat) => Promise<Picture | Refusal>
  readonly chart: (chart: Chart, format?: PictureFormat) => Promise<Picture | Refusal>
}

/** null where the packages are not installed. `onUnavailable` is told once when they are, and do not run. */
export function openPictures(onUnavailable: (error: unknown) => void): Pictures | null {
  if (!isInstalled()) return null
  let isBroken = false
  let tools: Promise<Tools | null> | null = null
  const open = (): Promise<Tools | null> => {
    tools ??= loadCanvas().then(
      (library) => ({ library, widthOf: createMeasure(library) }),
      (error: unknown) => {
        isBroken = true
        onUnavailable(error)
        return null
      },
    )
    return tools
  }
  const draw = async (
    words: string,
    make: (tools: Tools) => Promise<Paper | null>,
    format: PictureFormat,
  ): Promise<Picture | Refusal> => {
    const opened = await open()
    if (opened === null) return refuse('unavailable')
    const characters = missingCharacters(words)
    if (characters !== '') return refuse('characters', characters)
    if (waiting >= MAX_WAITING) return refuse('busy')
    return await inTurn(async () => {
      const paper = await make(opened)
      return paper === null ? refuse('too-long') : await encode(paper, format)
    })
  }
  return {
    isAvailable: () => !isBroken,
    card: (card, shape, format = 'png') =>
      draw(wordsOfCard(card), (opened) => makeCard(opened, card, shape), format),
    chart: (chart, format = 'png') =>
      draw(JSON.stringify(chart), async ({ library, widthOf }) => drawChart(library, chart, widthOf), format),
  }
}

interface Tools {
  readonly library: CanvasLibrary
  readonly widthOf: WidthOf
}

async function makeCard({ library, widthOf }: Tools, card: QuoteCard, shape: Shape): Promise<Paper | null> {
  const layout = layOutCard(card, shape, widthOf)
  if (layout === null) return null
  return drawCard(library, layout, { widthOf, isVerified: await card.verify(layout.extract.range) })
}

/** The labels are the program's own, and the typeface has them all. */
function wordsOfCard({ text, heading, citation, link }: QuoteCard): string {
  return [text, heading, citation, link ?? ''].join('')
}

/** Of JPEG, 0 to 100: type stays sharp. */
const JPEG_QUALITY = 92

/** Packed off this thread: it takes most of the time that a picture takes. */
async function encode({ canvas }: Paper, format: PictureFormat): Promise<Picture> {
  const bytes = format === 'png' ? await canvas.encode('png') : await canvas.encode('jpeg', JPEG_QUALITY)
  return { kind: 'picture', bytes: new Uint8Array(bytes), width: canvas.width, height: canvas.height }
}

function refuse(reason: Refusal['reason'], characters = ''): Refusal {
  return { kind: 'refused', reason, characters }
}

/** Packing takes a thread of the four that files and names of hosts are read with, too. */
const AT_ONCE = 2
const MAX_WAITING = 30
let waiting = 0
const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve())
let turn = 0

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  waiting++
  const lane = turn++ % AT_ONCE
  const mine = (lanes[lane] as Promise<unknown>).then(work)
  lanes[lane] = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    waiting--
  }
}
