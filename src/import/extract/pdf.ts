/** placeholder while being written */
import { SourceError } from '../source.ts'
import type { ExtractedLines } from './docx.ts'
export async function extractPdf(_bytes: Uint8Array): Promise<ExtractedLines> {
  throw new SourceError('is a PDF; save it as .docx or .txt, and import that')
}
