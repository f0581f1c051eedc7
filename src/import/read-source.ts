/** Turns a file as it was obtained into the documents it holds, decoded and taken apart into lines. */
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { megabytes, readReportBytes } from '../corpus/report-bytes.ts'
import { extractDocx } from './extract/docx/docx.ts'
import { extractHtml, htmlCharset, htmlUrl } from './extract/html.ts'
import { readMarkdown } from './extract/markdown.ts'
import { htmlOfMhtml, isMhtml } from './extract/mhtml.ts'
import { extractPdf } from './extract/pdf/pdf.ts'
import { extractText } from './extract/text.ts'
import { decodeText } from './source/decode.ts'
import { isForeignEnding } from './source/foreign.ts'
import { looksLikeHtml, sniffFormat } from './source/sniff.ts'
import { ALL_ENDINGS, ENDINGS, type ReadSource, type Source, SourceError } from './source/source.ts'
import { type InflateBudget, inflateBudget, readZip } from './source/zip.ts'

/** The longest report known has 0.7 MB as text; a PDF of one with pictures up to 30 MB. */
const MAX_FILE_BYTES = 64 * 1024 * 1024
/** An archive of archives is read, nothing deeper. */
const MAX_ARCHIVE_DEPTH = 2

/** Reads a regular file, and no more of it than MAX_FILE_BYTES. @throws SourceError */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    const state = await stat(path)
    if (state.size > MAX_FILE_BYTES) throw new SourceError(tooLarge(state.size))
    if (!state.isFile() && !state.isDirectory()) throw new SourceError('is a pipe or a device; name a file')
    if (state.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    // A link may lead elsewhere by now.
    await access(path, constants.R_OK)
    const { bytes, fault } = await readReportBytes(path, MAX_FILE_BYTES)
    if (bytes === undefined) throw new SourceError(fault)
    return bytes
  } catch (error) {
    throw unreadable(error)
  }
}

/** Says whether it is text without any marks to be taken apart, whose reading takes no more than its length. */
export async function isPlainText(bytes: Uint8Array): Promise<boolean> {
  try {
    const format = await sniffFormat(bytes, inflateBudget(bytes.length))
    return format === 'text' && !isMhtml(bytes) && !looksLikeHtml(Buffer.from(bytes).toString('latin1'))
  } catch {
    return false
  }
}

/**
 * Reads the bytes of one file; an archive gives several documents, in the order of their names. A file that cannot be read is
 * a value with an `error`, so that the others go on. `name` is the path as shown to people; its ending is looked at.
 */
export async function readSourcesFromBytes(name: string, bytes: Uint8Array): Promise<readonly ReadSource[]> {
  const file = { file: name, name: basename(name) }
  if (bytes.length > MAX_FILE_BYTES) return [unread(file, new SourceError(tooLarge(bytes.length)))]
  return readFileOrArchive(file, bytes, { depth: 0, budget: inflateBudget(bytes.length) })
}

type FileName = Pick<Source, 'file' | 'name'>

interface Nesting {
  /** Archives around the file. */
  readonly depth: number
  readonly budget: InflateBudget
}

async function readFileOrArchive(file: FileName, bytes: Uint8Array, nesting: Nesting): Promise<ReadSource[]> {
  try {
    const format = await sniffFormat(bytes, nesting.budget, file.name)
    if (format === 'zip') return await readArchive(file, bytes, nesting)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (format === 'text') return [{ ...file, sha256, bytes, ...(await readTextOrHtml(file, bytes)) }]
    const extracted = format === 'docx' ? await extractDocx(bytes, nesting.budget) : await extractPdf(bytes)
    return [{ ...file, format, encoding: '', sha256, bytes, ...extracted }]
  } catch (error) {
    return [unread(file, error instanceof SourceError ? error : damaged(error))]
  }
}

type Content = Pick<Source, 'format' | 'encoding' | 'lines' | 'warnings' | 'url'>

async function readTextOrHtml(file: FileName, bytes: Uint8Array): Promise<Content> {
  const saved = isMhtml(bytes) ? htmlOfMhtml(bytes) : { html: bytes, charset: '', url: '' }
  const { text, encoding, warnings } = decodeText(saved.html, saved.charset || htmlCharset(saved.html))
  if (looksLikeHtml(text)) {
    const extracted = extractHtml(text)
    const url = htmlUrl(text) || saved.url
    const all = [...warnings, ...extracted.warnings]
    return { format: 'html', encoding, lines: extracted.lines, warnings: all, ...(url !== '' && { url }) }
  }
  const ending = extname(file.name).toLowerCase()
  const format = ENDINGS.md.some((known) => known === ending) ? 'md' : 'txt'
  const lines = extractText(text)
  return { format, encoding, lines: format === 'md' ? readMarkdown(lines) : lines, warnings }
}

/** .txt, .md, .html, .docx or .pdf */
const FORMATS = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
  Object.keys(ENDINGS).map((format) => `.${format}`),
)
/** What systems and browsers put beside the files. */
const BESIDE = /(?:^|\/)(?:__MACOSX\/|\.|~\$)|_files\//

async function readArchive(
  file: FileName,
  bytes: Uint8Array,
  { depth, budget }: Nesting,
): Promise<ReadSource[]> {
  if (depth >= MAX_ARCHIVE_DEPTH)
    throw new SourceError('is an archive too deep inside others; unpack it and give the files')
  const isWanted = (path: string): boolean => {
    const ending = extname(path).toLowerCase()
    const isMeant = ending === '.zip' || ALL_ENDINGS.includes(ending) || isForeignEnding(ending)
    return isMeant && !BESIDE.test(path)
  }
  const members = await readZip(bytes, isWanted, budget)
  if (members.length === 0) throw new SourceError(`holds no ${FORMATS}; check that it is the right file`)
  members.sort((a, b) => (a.path < b.path ? -1 : 1))
  const read: ReadSource[] = []
  for (const member of members) {
    const inner = { file: `${file.file}/${member.path}`, name: basename(member.path) }
    if (member.error !== undefined) read.push(unread(inner, member.error))
    else read.push(...(await readFileOrArchive(inner, member.bytes, { depth: depth + 1, budget })))
    if (budget.bytesLeft < 0)
      throw new SourceError('unpacks to far more than reports need; give the files one by one')
  }
  return read
}

function unread(file: FileName, error: SourceError): ReadSource {
  return { ...file, error }
}

function tooLarge(bytes: number): string {
  return `has ${megabytes(bytes)} MB, more than the ${megabytes(MAX_FILE_BYTES)} MB that are read; give the text alone`
}

/** What a library throws on bytes it was not made for. */
function damaged(error: unknown): SourceError {
  const detail = error instanceof Error ? error.message : String(error)
  if (/call stack/.test(detail))
    return new SourceError('nests its parts too deeply; copy the text into a .txt file')
  return new SourceError(`is damaged (${detail.split('\n')[0]}); obtain it again`)
}

function unreadable(error: unknown): SourceError {
  if (error instanceof SourceError) return error
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return new SourceError('not found; check the path')
  if (code === 'EISDIR') return new SourceError('is a folder; name the files in it')
  if (code === 'EACCES') return new SourceError('no permission to read it; change its rights')
  return new SourceError(error instanceof Error ? error.message : String(error))
}
