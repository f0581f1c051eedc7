/** Original files in; how long importing takes out: from bytes to the text of a report file, nothing written. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { importSource } from '../../src/import/import-report.ts'
import { readSourcesFromBytes } from '../../src/import/read-source.ts'
import { makeDocx, paragraph } from '../import/extract/make-docx.ts'
import { makePdf, type PlacedLine } from '../import/extract/make-pdf.ts'
import type { ImportFigures } from './results.ts'
import { timeEach } from './sampling.ts'

interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ImportTask {
  /** Folder of the originals. */
  readonly originals: string
  readonly seconds: number
}

/** Times one original in every format, and all as they are together. */
export async function measureImports({ originals, seconds }: ImportTask): Promise<ImportFigures[]> {
  const names = (await readdir(originals)).filter((name) => !name.startsWith('.')).sort()
  const files = await Promise.all(
    names.map(async (name): Promise<SourceFile> => ({ name, bytes: await readFile(join(originals, name)) })),
  )
  const [one] = files
    .filter(({ name }) => name.endsWith('.txt'))
    .sort((a, b) => lineLength(b) - lineLength(a))
  const figures: ImportFigures[] = []
  for (const file of one === undefined ? [] : inEveryFormat(one))
    figures.push(await timeFiles(file.name, [file], seconds))
  figures.push(await timeFiles(`all ${files.length} originals`, files, seconds))
  return figures
}

async function timeFiles(
  what: string,
  files: readonly SourceFile[],
  seconds: number,
): Promise<ImportFigures> {
  const ms = await timeEach(
    [files],
    async (all) => {
      for (const file of all) await importFile(file)
    },
    { seconds },
  )
  return { what, files: files.length, kilobytes: kilobytes(files), ms, isTogether: true }
}

/** Imports one file. @throws Error when it is refused: then there is nothing to time. */
async function importFile({ name, bytes }: SourceFile): Promise<string> {
  let text = ''
  for (const source of await readSourcesFromBytes(name, bytes)) {
    if (source.error !== undefined) throw new Error(`${name}: ${source.error.message}`)
    const outcome = importSource(source)
    if (outcome.status === 'refused') throw new Error(`${name}: ${outcome.reason}`)
    text += outcome.text
  }
  return text
}

function kilobytes(files: readonly SourceFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1_024
}

/** Bytes a line: a text whose lines are paragraphs makes a page or a Word file as people make them. */
function lineLength({ bytes }: SourceFile): number {
  return bytes.length / Buffer.from(bytes).toString('utf8').split('\n').length
}

/** The same text as it is, as a web page, in Word's format and as a printed page. */
function inEveryFormat(file: SourceFile): SourceFile[] {
  const lines = Buffer.from(file.bytes)
    .toString('utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const stem = basename(file.name, '.txt')
  const page = lines.map((line) => `<p>${escapeXml(line)}</p>`).join('\n')
  return [
    file,
    { name: `${stem}.html`, bytes: Buffer.from(`<html><meta charset="utf-8"><body>${page}</body></html>`) },
    { name: `${stem}.docx`, bytes: makeDocx(lines.map((line) => paragraph(escapeXml(line))).join('')) },
    { name: `${stem}.pdf`, bytes: makePdf(setPages(lines)) },
  ]
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const LINE_CHARACTERS = 28
const LINES_A_PAGE = 28
const LEFT = 72
const TOP = 770
const LINE_HEIGHT = 25
const EM = 16

/** Paragraphs broken into lines, the first one indented by two characters. */
function setPages(paragraphs: readonly string[]): PlacedLine[][] {
  const lines = paragraphs.flatMap((text) => {
    const first = { text: text.slice(0, LINE_CHARACTERS - 2), x: LEFT + 2 * EM }
    const rest = text.slice(LINE_CHARACTERS - 2).match(new RegExp(`.{1,${LINE_CHARACTERS}}`, 'gu')) ?? []
    return [first, ...rest.map((line) => ({ text: line, x: LEFT }))]
  })
  const pages: PlacedLine[][] = []
  lines.forEach((line, number) => {
    const row = number % LINES_A_PAGE
    if (row === 0) pages.push([])
    pages.at(-1)?.push({ ...line, y: TOP - row * LINE_HEIGHT, size: EM })
  })
  return pages
}
