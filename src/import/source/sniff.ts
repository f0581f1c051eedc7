/** The bytes of a file in, its format out: told by the content, since endings lie; or what it is instead and the fix. */
import { SourceError } from './source.ts'
import { type InflateBudget, listZip } from './zip.ts'

/** `text` covers plain text and Markdown, which look alike. */
export type SniffedFormat = 'text' | 'html' | 'docx' | 'pdf' | 'zip'

/** A PDF may have this much before its head. */
const PDF_HEAD_BYTES = 1024

const ZIP_HEADS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

const AS_TEXT = 'open it, save it as .docx or .txt, and import that'
const UNPACK = 'unpack it and give the files'
const RECOGNISE = 'is a picture; run text recognition (OCR) and save the text'

/** What other formats begin with, and what to say of them. */
const FOREIGN: readonly (readonly [head: string, message: string])[] = [
  [
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    `is an old Office or WPS file (.doc, .xls, .wps) or locked with a password; ${AS_TEXT}`,
  ],
  ['{\\rtf', `is RTF; ${AS_TEXT}`],
  ['Rar!', `is a RAR archive; ${UNPACK}`],
  ['7z\xbc\xaf\x27\x1c', `is a 7z archive; ${UNPACK}`],
  ['\x1f\x8b', `is a gzip archive; ${UNPACK}`],
  ['BZh', `is a bzip2 archive; ${UNPACK}`],
  ['\xfd7zXZ', `is an xz archive; ${UNPACK}`],
  ['\x89PNG', RECOGNISE],
  ['\xff\xd8\xff', RECOGNISE],
  ['GIF8', RECOGNISE],
  ['II*\x00', RECOGNISE],
  ['MM\x00*', RECOGNISE],
  ['AT&TFORM', RECOGNISE],
  ['CAJ\x00', `is a CAJ file; ${AS_TEXT}`],
  ['HN\x00\x00', `is a CAJ file; ${AS_TEXT}`],
  ['%!PS', 'is PostScript; turn it into PDF and import that'],
  ['SQLite format 3', `is a database; ${AS_TEXT}`],
]

/** What documents of XML say of themselves near their head. */
const FOREIGN_XML: readonly (readonly [head: RegExp, message: string])[] = [
  [/<pkg:package\b/, `is a Word document in one XML file (flat OPC); ${AS_TEXT}`],
  [/<\?mso-application[^>]*Word\.Document|<w:wordDocument\b/, `is Word 2003 XML; ${AS_TEXT}`],
  [/<\?mso-application[^>]*Excel\.Sheet/, `is an Excel 2003 XML spreadsheet; ${AS_TEXT}`],
  [/<office:document\b/, `is an OpenDocument file in one XML file; ${AS_TEXT}`],
]

/** What a zip archive is when it has this member. */
const OFFICE: readonly (readonly [member: RegExp, format: SniffedFormat | string])[] = [
  [/^word\/document\d*\.xml$/i, 'docx'],
  [/^xl\/workbook/i, `is a spreadsheet (.xlsx); ${AS_TEXT}`],
  [/^ppt\/presentation/i, `is a presentation (.pptx); ${AS_TEXT}`],
  [/^OFD\.xml$/i, 'is an OFD file; print it to PDF and import that'],
  [/^META-INF\/container\.xml$/i, `is an e-book; ${AS_TEXT}`],
  [/^content\.xml$/, `is an OpenDocument file; ${AS_TEXT}`],
]

/**
 * Tells the format by the first bytes, and for archives by what is in them.
 *
 * @throws SourceError for formats that hold no readable text, with the fix.
 */
export async function sniffFormat(bytes: Uint8Array, budget: InflateBudget): Promise<SniffedFormat> {
  if (bytes.length === 0) throw new SourceError('is empty; obtain it again')
  const head = Buffer.from(bytes.subarray(0, PDF_HEAD_BYTES)).toString('latin1')
  if (ZIP_HEADS.some((start) => head.startsWith(start))) return sniffArchive(bytes, budget)
  for (const [start, message] of FOREIGN) if (head.startsWith(start)) throw new SourceError(message)
  for (const [pattern, message] of FOREIGN_XML) if (pattern.test(head)) throw new SourceError(message)
  if (/%PDF-\d/.test(head)) return 'pdf'
  return 'text'
}

async function sniffArchive(bytes: Uint8Array, budget: InflateBudget): Promise<SniffedFormat> {
  const paths = await listZip(bytes, { ...budget })
  for (const [member, format] of OFFICE) {
    if (!paths.some((path) => member.test(path))) continue
    if (format !== 'docx') throw new SourceError(format)
    return 'docx'
  }
  return 'zip'
}

/** Says whether decoded text is a web page, whatever its file is called. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 4096).replace(/^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*/, '')
  if (/^<(?:!doctype\s+html|html|head|body|meta|title)\b/i.test(start)) return true
  // A fragment copied out of a page: paragraphs in marks, several of them closed.
  return (text.slice(0, 1 << 16).match(/<\/(?:p|div|span|td|li|h[1-6])\s*>|<br\s*\/?>/gi)?.length ?? 0) >= 5
}
