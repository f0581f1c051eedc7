/** Turns the changes between two reports into the bytes of a document to take away. */
import { changesToDocx } from './changes-docx.ts'
import { changesToHtml } from './changes-html.ts'
import type { ChangesSheet } from './changes-sheet.ts'

export type ChangesForm = 'docx' | 'html'

export async function changesFile(sheet: ChangesSheet, form: ChangesForm): Promise<Uint8Array> {
  if (form === 'docx') return await changesToDocx(sheet)
  return new TextEncoder().encode(changesToHtml(sheet))
}
