/** Turns the body of a Word document into lines: its paragraphs, notes and table rows. */
import type { SourceLine } from '../../source/source.ts'
import { blockLines, cropLine, joinInline, type Worded } from '../inline.ts'
import { type Cell, joinTable } from '../table.ts'
import { attribute, childElement, childElements, descend, type XmlElement } from '../xml.ts'
import { makeNumberer } from './numbering.ts'
import { alternative, type DocxSettings, type DocxState, type Paragraph, readInlines } from './runs.ts'
import { type DocxStyle, type NumberingRef, outlineLevel, readNumberingRef } from './styles.ts'

/** Reads the whole body, then the notes that it refers to. */
export function readBody(body: XmlElement, settings: DocxSettings, heedsFields: boolean): DocxState {
  const state: DocxState = {
    ...settings,
    numberer: makeNumberer(settings.numbering, (id) => settings.styleOf(id).numbering?.list),
    lines: [],
    heedsFields,
    fields: [],
    notes: [],
    carried: [],
    isInNotes: false,
    numbered: 0,
    contents: 0,
    pictures: 0,
    deleted: 0,
    embedded: 0,
    unknownSigns: 0,
  }
  readBlocks(body, state, state.lines)
  state.isInNotes = true
  for (const note of state.notes) readNote(note, state)
  return state
}

const WRAPPERS = new Set(['ins', 'moveTo', 'customXml', 'smartTag', 'sdtContent', 'Choice', 'Fallback'])

function readBlocks(container: XmlElement, state: DocxState, lines: SourceLine[]): void {
  for (const element of childElements(container)) {
    const name = element.localName ?? ''
    if (name === 'p') readParagraph(element, state, lines)
    else if (name === 'tbl') readTable(element, state, lines)
    else if (name === 'sdt') readControl(element, state, lines)
    else if (name === 'AlternateContent') readBlocks(alternative(element), state, lines)
    else if (name === 'altChunk') state.embedded++
    else if (WRAPPERS.has(name)) readBlocks(element, state, lines)
  }
}

/** Content controls; the gallery names the generated contents. */
function readControl(control: XmlElement, state: DocxState, lines: SourceLine[]): void {
  const content = childElement(control, 'sdtContent')
  if (content === undefined) return
  const gallery = attribute(descend(control, 'sdtPr', 'docPartObj', 'docPartGallery'), 'val')
  if (gallery !== 'Table of Contents') {
    readBlocks(content, state, lines)
    return
  }
  const dropped: SourceLine[] = []
  readBlocks(content, state, dropped)
  state.contents += dropped.length
}

function readParagraph(element: XmlElement, state: DocxState, lines: SourceLine[]): void {
  const properties = childElement(element, 'pPr')
  const styleId = attribute(childElement(properties, 'pStyle'), 'val')
  const style = state.styleOf(styleId)
  const paragraph: Paragraph = { inlines: state.carried, style, boxes: [] }
  state.carried = []
  const contentsBefore = state.contents
  readInlines(element, state, paragraph)
  if (childElement(childElement(properties, 'rPr'), 'del') !== undefined) {
    state.carried = paragraph.inlines
    return
  }
  const texts = joinInline(paragraph.inlines)
  const isEmpty = texts.every(({ text }) => text.trim() === '')
  if (style.isContents && !isEmpty) state.contents++
  else if (!isEmpty || state.contents === contentsBefore) {
    const number = isEmpty ? '' : readNumber({ properties, style, styleId }, state)
    const heading = outlineLevel(properties) ?? style.heading
    const numbered =
      number === '' ? texts : texts.map((line, index) => (index === 0 ? prefixLine(line, number) : line))
    lines.push(...blockLines(numbered, heading))
  }
  for (const box of paragraph.boxes) readBlocks(box, state, lines)
}

interface NumberedParagraph {
  readonly properties: XmlElement | undefined
  readonly style: DocxStyle
  readonly styleId: string
}

function readNumber({ properties, style, styleId }: NumberedParagraph, state: DocxState): string {
  const own = readNumberingRef(properties, style.numbering)
  const reference: NumberingRef | null = own ?? style.numbering
  if (reference === null || reference.list === '0') return ''
  const depth =
    own === null ? (state.numberer.depthOfStyle(reference.list, styleId) ?? reference.depth) : reference.depth
  const number = state.numberer.next({ list: reference.list, depth })
  if (number !== '') state.numbered++
  // A figure or letter without a point would grow together with the first word.
  return /[0-9A-Za-z]$/.test(number) ? `${number} ` : number
}

function prefixLine(line: Worded, prefix: string): Worded {
  const bold = line.bold?.map(
    ([start, end]) => [start === 0 ? 0 : start + prefix.length, end + prefix.length] as const,
  )
  return bold === undefined ? { text: prefix + line.text } : { text: prefix + line.text, bold }
}

function readNote({ mark, element }: DocxState['notes'][number], state: DocxState): void {
  const lines: SourceLine[] = []
  readBlocks(element, state, lines)
  const [first, ...others] = lines.filter((line) => line.text.trim() !== '')
  if (first === undefined) return
  const indent = first.text.length - first.text.trimStart().length
  state.lines.push(
    { ...prefixLine(cropLine(first, indent, first.text.length), `[${mark}] `), isBlock: true },
    ...others,
  )
}

/** A table of figures gives a line a row; one that lays out an article gives the article's paragraphs. */
function readTable(table: XmlElement, state: DocxState, lines: SourceLine[]): void {
  const rows: Cell[][] = []
  for (const row of rowsOf(table)) {
    const cells: Cell[] = []
    const before = numberOf(childElement(row, 'trPr'), 'gridBefore')
    if (before > 0) cells.push({ lines: [], columns: before })
    for (const element of unwrap(row, 'tc')) {
      const content: SourceLine[] = []
      readBlocks(element, state, content)
      const properties = childElement(element, 'tcPr')
      // Older files merge side by side by marking the cells that only go on.
      const last = cells.at(-1)
      if (isGoingOn(properties, 'hMerge') && last !== undefined) {
        cells[cells.length - 1] = { ...last, columns: last.columns + 1 }
        continue
      }
      cells.push({
        lines: content.filter((line) => line.text.trim() !== ''),
        columns: Math.max(1, numberOf(properties, 'gridSpan')),
        isBelow: isGoingOn(properties, 'vMerge'),
      })
    }
    rows.push(cells)
  }
  lines.push(...joinTable(rows))
}

function numberOf(properties: XmlElement | undefined, name: string): number {
  const value = attribute(childElement(properties, name), 'val')
  return /^\d{1,4}$/.test(value) ? Number(value) : 0
}

/** Word marks the first of merged cells `restart` and the others `continue`, which is also meant where nothing is said. */
function isGoingOn(properties: XmlElement | undefined, name: 'vMerge' | 'hMerge'): boolean {
  const mark = childElement(properties, name)
  return mark !== undefined && attribute(mark, 'val') !== 'restart'
}

function rowsOf(table: XmlElement): XmlElement[] {
  return unwrap(table, 'tr').filter((row) => childElement(childElement(row, 'trPr'), 'del') === undefined)
}

function unwrap(container: XmlElement, name: string): XmlElement[] {
  return childElements(container).flatMap((element) => {
    if (element.localName === name) return [element]
    if (element.localName === 'sdt') return unwrap(childElement(element, 'sdtContent') ?? element, name)
    return WRAPPERS.has(element.localName ?? '') ? unwrap(element, name) : []
  })
}
