/** Turns a file that somebody wrote (txt, md, html, docx, pdf) into its text, within the limits of imports. */
import { extname } from 'node:path'
import { cleanLines } from './lines/clean.ts'
import { unwrap } from './lines/unwrap.ts'
import { readSourcesSandboxed } from './sandbox.ts'
import { ALL_ENDINGS, type Source, SourceError } from './source/source.ts'

/** Whether a file is called like one that can be read. */
export function isDraftName(name: string): boolean {
  return ALL_ENDINGS.includes(extname(name).toLowerCase())
}

/**
 * The text of a draft: of a text file as it is, else its paragraphs, a line each.
 *
 * @throws SourceError, which says what is wrong and the fix.
 */
export async function readDraft(name: string, bytes: Uint8Array): Promise<string> {
  const sources = await readSourcesSandboxed(name, bytes)
  const [source, second] = sources
  if (source === undefined) throw new SourceError('holds no document; send the draft itself')
  if (second !== undefined) throw new SourceError(`holds ${sources.length} documents; send the draft alone`)
  if ('error' in source) throw source.error
  const text = textOf(source)
  if (!/[\p{L}\p{N}]/u.test(text)) throw new SourceError('has no text; a scan has to be made text first')
  return text
}

function textOf(source: Source): string {
  if (source.format === 'txt' || source.format === 'md')
    return source.lines.map(({ text }) => text).join('\n')
  return unwrap(cleanLines(source.lines).lines)
    .map(({ text }) => text)
    .join('\n')
}
