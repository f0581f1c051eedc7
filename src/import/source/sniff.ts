/** Tells the format of a file by its content, since endings lie; or what it is instead and the fix. */
import { foreignArchive, foreignFormat } from './foreign.ts'
import { SourceError } from './source.ts'
import { type InflateBudget, listZip } from './zip.ts'

/** `text` covers plain text, Markdown and web pages, which are told apart once they are decoded. */
export type SniffedFormat = 'text' | 'docx' | 'pdf' | 'zip'

/** A PDF may have this much before its head. */
const PDF_HEAD_BYTES = 1024

const ZIP_HEADS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/**
 * Tells the format by the first bytes, and for archives by what is in them.
 *
 * @param name tells formats apart that are not read and look alike.
 * @throws SourceError for formats that are not read, with what to save them as.
 */
export async function sniffFormat(
  bytes: Uint8Array,
  budget: InflateBudget,
  name = '',
): Promise<SniffedFormat> {
  if (bytes.length === 0) throw new SourceError('is empty; obtain it again')
  const head = Buffer.from(bytes.subarray(0, PDF_HEAD_BYTES)).toString('latin1')
  if (ZIP_HEADS.some((start) => head.startsWith(start))) {
    const paths = await listZip(bytes, { ...budget })
    if (paths.some((path) => /^word\/document\d*\.xml$/i.test(path))) return 'docx'
    const foreign = foreignArchive(head, paths, name)
    if (foreign !== null) throw new SourceError(foreign)
    return 'zip'
  }
  const foreign = foreignFormat(head, bytes, name)
  if (foreign !== null) throw new SourceError(foreign)
  return /%PDF-\d/.test(head) ? 'pdf' : 'text'
}

/** Says whether decoded text is a web page, whatever its file is called. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 4096).replace(/^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*/, '')
  if (/^<(?:!doctype\s+html|html|head|body|meta|title)\b/i.test(start)) return true
  // A fragment copied out of a page: paragraphs in marks, several of them closed.
  return (text.slice(0, 1 << 16).match(/<\/(?:p|div|span|td|li|h[1-6])\s*>|<br\s*\/?>/gi)?.length ?? 0) >= 5
}
