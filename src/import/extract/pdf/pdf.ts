/** Turns a PDF into the lines of its text layer, page by page in reading order. */
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { bufferOn, plausibility } from '../../source/decode.ts'
import { type ExtractedLines, SourceError, type SourceLine } from '../../source/source.ts'
import { layOutPage } from './layout.ts'
import { markParagraphs } from './paragraphs.ts'
import { type PlacedText, placeTexts } from './place-texts.ts'

/** Reports have 15 to 60 pages; a yearbook is no report. */
const MAX_PAGES = 600
/** Text layers whose fonts do not say which characters they show score under 0.3; reports over 0.9. */
const MIN_PLAUSIBILITY = 0.5

/**
 * Reads the text layer. Each line has its page and says whether it begins a paragraph; a line that stands in from the margin begins with two ideographic
 * spaces, as printed paragraphs do, and a gap between paragraphs is a blank line.
 *
 * @throws SourceError when the file is broken, locked, too long, or a scan without text.
 */
export async function extractPdf(bytes: Uint8Array): Promise<ExtractedLines> {
  const pdfjs = await loadPdfjs()
  const resources = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const folder = (name: string): string => join(resources, name) + sep
  const task = pdfjs.getDocument({
    // The library takes the bytes over and leaves them empty.
    data: widenTurnedPages(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    maxImageSize: 0,
    verbosity: 0,
  })
  const stopListening = hearRejections()
  try {
    return await readDocument(await task.promise)
  } catch (error) {
    throw error instanceof SourceError ? error : unreadable(error)
  } finally {
    await task.destroy()
    setImmediate(stopListening)
  }
}

/**
 * Some programs turn a page by its Rotate entry and exchange the sides of its box as well, which then cuts off what was
 * set for the page as it was: such a box is made as high as it is wide. Its length in the file stays, and so do all places.
 */
function widenTurnedPages(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes)
  const file = bufferOn(bytes).toString('latin1')
  if (!/\/Rotate\s+(?:90|270)\b/.test(file)) return copy
  const boxes = /\/MediaBox\s*\[\s*0(?:\.0*)?\s+0(?:\.0*)?\s+(\d{2,4})(?:\.\d*)?\s+(\d{2,4})(\.\d*)?\s*\]/g
  for (const box of file.matchAll(boxes)) {
    const [all, width = '', height = '', rest = ''] = box
    if (Number(width) <= Number(height) || width.length > height.length) continue
    const at = box.index + all.lastIndexOf(height + rest)
    copy.set(Buffer.from(width.padStart(height.length, '0'), 'latin1'), at)
  }
  return copy
}

/** Errors that the library makes itself; they carry their name, but often no stack. */
const LIBRARY_ERROR =
  /^(?:FormatError|XRef\w+|MissingDataException|\w+PDFException|UnknownErrorException|AbortException|Jpe?[gx]Error|Jbig2Error|BaseException)$/

let reading = 0

/**
 * On some damaged files the library rejects a promise that it has dropped itself (found by fuzzing: an invalid number in
 * an object), which would end the process. What is wrong with the file is heard from the promises that are awaited.
 * All files that are being read share one listener.
 */
function hearRejections(): () => void {
  if (reading++ === 0) process.on('unhandledRejection', passOver)
  return () => {
    if (--reading === 0) process.off('unhandledRejection', passOver)
  }
}

function passOver(reason: unknown): void {
  if (!(reason instanceof Error) || !LIBRARY_ERROR.test(reason.name)) throw reason
}

/** Loaded when the first PDF comes: the library takes 0.2 s and wants a canvas, which reading text never uses. */
async function loadPdfjs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const globals = globalThis as { DOMMatrix?: unknown }
  globals.DOMMatrix ??= class {}
  const { warn } = console
  console.warn = () => {}
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
  }
}

async function readDocument(document: PDFDocumentProxy): Promise<ExtractedLines> {
  if (document.numPages > MAX_PAGES) {
    throw new SourceError(
      `has ${document.numPages} pages, more than the ${MAX_PAGES} of any report; cut the report out`,
    )
  }
  const pages: (readonly PlacedText[])[] = []
  const empty: number[] = []
  let turned = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { texts, turnedCount } = await placeTexts(page)
    page.cleanup()
    turned += turnedCount
    if (texts.length === 0) empty.push(number)
    pages.push(texts)
  }
  return checkText(markParagraphs(closeSpaced(pages).map(layOutPage)), {
    empty,
    turned,
    pages: document.numPages,
  })
}

const SPACED = /(?<=[\p{Script=Han}\d.,%，。、]) (?=[\p{Script=Han}\d.,%，。、])/gu
const CLOSED = /(?<=[\p{Script=Han}\d])(?=[\p{Script=Han}\d])/gu

/** Where letters are set apart, the library takes each gap for a space: more spaces than none between characters. */
function closeSpaced(pages: readonly (readonly PlacedText[])[]): readonly (readonly PlacedText[])[] {
  const text = pages.flatMap((texts) => texts.map((piece) => piece.text)).join('\n')
  const count = (place: RegExp): number => [...text.matchAll(place)].length
  if (count(SPACED) <= count(CLOSED)) return pages
  return pages.map((texts) =>
    texts.map((piece) => ({ ...piece, text: piece.text.replace(/(\S) (?=\S)/g, '$1') })),
  )
}

interface PageCounts {
  readonly pages: number
  readonly empty: readonly number[]
  /** Pieces of text that stand aslant. */
  readonly turned: number
}

function checkText(lines: readonly SourceLine[], { pages, empty, turned }: PageCounts): ExtractedLines {
  const text = lines.map((line) => line.text).join('\n')
  if (text.trim() === '') {
    throw new SourceError('is a scan without a text layer; run text recognition (OCR) and import the result')
  }
  if (plausibility(text) < MIN_PLAUSIBILITY) {
    throw new SourceError(
      'has a text layer that does not say which characters it shows; run text recognition (OCR)',
    )
  }
  const warnings: string[] = []
  if (empty.length > 0)
    warnings.push(`${empty.length} of ${pages} pages without text (pictures?): ${listPages(empty)}`)
  if (turned > 0) warnings.push(`${turned} pieces of slanted text left out (watermarks)`)
  return { lines, warnings }
}

function listPages(pages: readonly number[]): string {
  return pages.length <= 10 ? pages.join(', ') : `${pages.slice(0, 10).join(', ')} …`
}

function unreadable(error: unknown): SourceError {
  const name = error instanceof Error ? error.name : ''
  const detail = error instanceof Error ? error.message.split('\n')[0] : String(error)
  if (name === 'PasswordException') return new SourceError('is locked with a password; save it without one')
  return new SourceError(`is a damaged PDF (${detail}); obtain it again`)
}
