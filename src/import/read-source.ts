/** A file as it was obtained in, the documents it holds out: decoded and taken apart into lines. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { decodeText } from './decode.ts'
import { extractText } from './extract/text.ts'
import { type ReadSource, type Source, SourceError } from './source.ts'

/**
 * Reads one file; an archive gives several documents, in the order of their names. A file that cannot be read is a
 * value with an `error`, so that the others go on.
 */
export async function readSources(path: string): Promise<readonly ReadSource[]> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    return [{ file: path, name: basename(path), error: new SourceError(unreadable(error)) }]
  }
  return readSourcesFromBytes(path, bytes)
}

/** As readSources, for bytes that came another way. `name` is the path as shown to people; its ending is looked at. */
export async function readSourcesFromBytes(name: string, bytes: Uint8Array): Promise<readonly ReadSource[]> {
  const file = { file: name, name: basename(name) }
  try {
    return [readDocument(file, bytes)]
  } catch (error) {
    if (error instanceof SourceError) return [{ ...file, error }]
    throw error
  }
}

function readDocument(file: Pick<Source, 'file' | 'name'>, bytes: Uint8Array): Source {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (bytes.length === 0) throw new SourceError('is empty; obtain it again')
  const format = /^\.(md|markdown)$/i.test(extname(file.name)) ? 'md' : 'txt'
  const { text, encoding, warnings } = decodeText(bytes)
  return { ...file, format, encoding, sha256, bytes, lines: extractText(text), warnings }
}

function unreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return 'not found; check the path'
  if (code === 'EISDIR') return 'is a folder; name the files in it'
  if (code === 'EACCES') return 'no permission to read it; change its rights'
  return error instanceof Error ? error.message : String(error)
}
