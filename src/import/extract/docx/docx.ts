/** Turns a Word file (.docx) into its paragraphs and table rows as lines, with what Word knows of them. */
import { type ExtractedLines, SourceError } from '../../source/source.ts'
import { type InflateBudget, readZip } from '../../source/zip.ts'
import { attribute, childElement, childElements, parseXml, type XmlElement } from '../xml.ts'
import { readBody } from './body.ts'
import type { DocxState } from './runs.ts'
import { readStyles } from './styles.ts'

const PARTS = /^word\/(?:document|styles|numbering|footnotes|endnotes)\d*\.xml$/i

/**
 * Reads the text as Word prints it: inserted text stays, deleted and hidden text goes, automatic numbers are written
 * out, notes follow at the end behind their mark `[1]`. Headers, footers, comments and generated contents are left out.
 *
 * @throws SourceError when the file is broken, locked, or holds pictures alone.
 */
export async function extractDocx(bytes: Uint8Array, budget?: InflateBudget): Promise<ExtractedLines> {
  const members = await readZip(bytes, (path) => PARTS.test(path), budget)
  const part = (pattern: RegExp): XmlElement | null => {
    const member = members.find(({ path }) => pattern.test(path))
    if (member?.error !== undefined) throw member.error
    return member === undefined ? null : parseXml(member.bytes, member.path)
  }
  const root = part(/^word\/document\d*\.xml$/i)
  const body = childElement(root ?? undefined, 'body')
  if (body === undefined)
    throw new SourceError('is no Word document (word/document.xml is missing); save it anew from Word')
  const damaged: string[] = []
  const optional = (name: string, loss: string): XmlElement | null => {
    try {
      return part(new RegExp(`^word/${name}\\d*\\.xml$`, 'i'))
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      damaged.push(`the part ${name}.xml is damaged: ${loss}`)
      return null
    }
  }
  const settings = {
    styleOf: readStyles(optional('styles', 'heading styles are not known')),
    numbering: optional('numbering', 'automatic numbers are missing in the text'),
    footnotes: notesById(optional('footnotes', 'footnotes are missing')),
    endnotes: notesById(optional('endnotes', 'endnotes are missing')),
  }
  let state = readBody(body, settings, true)
  // A field without an end would swallow the rest of the document: read it anew, the fields' codes are elsewhere.
  if (state.fields.length > 0) state = readBody(body, settings, false)
  if (state.lines.every((line) => line.text.trim() === '')) throw new SourceError(emptyMessage(state))
  return { lines: state.lines, warnings: [...damaged, ...warningsOf(state)] }
}

function notesById(part: XmlElement | null): Map<string, XmlElement> {
  return new Map((part === null ? [] : childElements(part)).map((note) => [attribute(note, 'id'), note]))
}

function warningsOf(state: DocxState): string[] {
  const warnings: string[] = []
  if (state.numbered > 0)
    warnings.push(`automatic numbers of ${state.numbered} paragraphs written out as Word prints them`)
  if (state.contents > 0) warnings.push(`generated table of contents left out (${state.contents} lines)`)
  if (state.deleted > 0)
    warnings.push(`${state.deleted} tracked deletions left out; check that the file is the final version`)
  if (state.embedded > 0) warnings.push(`${state.embedded} embedded files not read`)
  if (state.unknownSigns > 0)
    warnings.push(`${state.unknownSigns} signs of a symbol font with no known character left out`)
  return warnings
}

function emptyMessage(state: DocxState): string {
  return state.pictures > 0
    ? 'holds pictures without text; run text recognition (OCR) and save the text'
    : 'holds no text; check that it is the right file'
}
