/** Turns the runs of a Word paragraph into pieces of text: fields, notes, symbols and pictures told apart from words. */
import type { SourceLine } from '../../source/source.ts'
import type { Inline } from '../inline.ts'
import { attribute, childElement, childElements, toggle, type XmlElement } from '../xml.ts'
import type { Numberer } from './numbering.ts'
import type { DocxStyle } from './styles.ts'

/** The parts of the file that its text refers to. */
export interface DocxSettings {
  readonly styleOf: (id: string) => DocxStyle
  readonly numbering: XmlElement | null
  /** The notes by their ids. */
  readonly footnotes: ReadonlyMap<string, XmlElement>
  readonly endnotes: ReadonlyMap<string, XmlElement>
}

/** What reading leaves behind; one for each document. */
export interface DocxState extends DocxSettings {
  readonly numberer: Numberer
  readonly lines: SourceLine[]
  readonly heedsFields: boolean
  /** The open fields, innermost last: whether their code or result is being read, and whether the result is wanted. */
  readonly fields: { part: 'code' | 'result'; code: string; isWanted: boolean }[]
  /** Notes in the order of their marks. */
  readonly notes: { readonly mark: number; readonly element: XmlElement }[]
  /** Pieces of a paragraph whose end was deleted: they open the next one. */
  carried: Inline[]
  /** Set while the notes are read: notes to notes would go on for ever. */
  isInNotes: boolean
  numbered: number
  contents: number
  pictures: number
  deleted: number
  embedded: number
  /** Signs of a symbol font that have no known character. */
  unknownSigns: number
}

/** What holds for the runs of a paragraph. */
export interface Paragraph {
  readonly inlines: Inline[]
  readonly style: DocxStyle
  /** Text boxes anchored in the paragraph; they follow it. */
  readonly boxes: XmlElement[]
}

const SKIPPED = new Set(['del', 'moveFrom', 'rt', 'rubyPr', 'sdtPr', 'pPr', 'rPr', 'instrText', 'delText'])

/** Reads everything inside a paragraph, or inside a wrapper within it, in reading order. */
export function readInlines(container: XmlElement, state: DocxState, paragraph: Paragraph): void {
  for (const element of childElements(container)) {
    const name = element.localName ?? ''
    if (name === 'del' || name === 'moveFrom') state.deleted++
    if (SKIPPED.has(name)) continue
    if (name === 'fldSimple' && GENERATED_FIELD.test(attribute(element, 'instr'))) continue
    if (name === 'r') readRun(element, state, paragraph)
    else if (name === 'AlternateContent') readInlines(alternative(element), state, paragraph)
    else readInlines(element, state, paragraph)
  }
}

function readRun(run: XmlElement, state: DocxState, paragraph: Paragraph): void {
  const properties = childElement(run, 'rPr')
  const style = state.styleOf(attribute(childElement(properties, 'rStyle'), 'val'))
  const isHidden = toggle(properties, 'vanish') ?? (style.isHidden || paragraph.style.isHidden)
  const isBold = toggle(properties, 'b') ?? (style.bold || paragraph.style.bold)
  const isSuperscript = attribute(childElement(properties, 'vertAlign'), 'val') === 'superscript'
  const write = (text: string): void => {
    if (isHidden || !isShown(state)) return
    paragraph.inlines.push(text === '\n' ? 'break' : { text, isBold, isSuperscript })
  }
  for (const element of childElements(run)) readRunPart(element, { state, paragraph, write })
}

interface RunContext {
  readonly state: DocxState
  readonly paragraph: Paragraph
  readonly write: (text: string) => void
}

function readRunPart(element: XmlElement, context: RunContext): void {
  const { state, paragraph, write } = context
  const name = element.localName ?? ''
  if (name === 't') write(readText(element))
  else if (name === 'tab' || name === 'ptab') write('\t')
  else if (name === 'br' || name === 'cr') write('\n')
  else if (name === 'noBreakHyphen') write('\u2011')
  else if (name === 'sym') write(readSymbol(element, state))
  else if (name === 'footnoteReference' || name === 'endnoteReference') write(readNoteMark(element, state))
  else if (name === 'fldChar') readField(attribute(element, 'fldCharType'), context)
  else if (name === 'instrText') readFieldCode(element, state)
  else if (name === 'ruby') readInlines(childElement(element, 'rubyBase') ?? element, state, paragraph)
  else if (name === 'drawing' || name === 'pict' || name === 'object') readDrawing(element, state, paragraph)
  else if (name === 'AlternateContent') {
    for (const inner of childElements(alternative(element))) readRunPart(inner, context)
  }
}

/** Without xml:space="preserve" Word itself drops white space at both ends. */
function readText(element: XmlElement): string {
  const text = (element.textContent ?? '').replace(/[\t\n\r]+/g, ' ')
  return attribute(element, 'space') === 'preserve' ? text : text.replace(/^ +| +$/g, '')
}

function readSymbol(element: XmlElement, state: DocxState): string {
  const code = Number.parseInt(attribute(element, 'char'), 16)
  // Fonts of symbols have their signs at U+F0xx, or at xx itself.
  const isOfFont = code >= 0xf000 && code <= 0xf0ff
  if (/^symbol$/i.test(attribute(element, 'font').trim()) && (isOfFont || code <= 0xff)) {
    const sign = SYMBOL.get(code & 0xff)
    if (sign !== undefined) return sign
  }
  if (isOfFont) {
    state.unknownSigns++
    return ''
  }
  return Number.isInteger(code) && code > 0 && code <= 0xffff ? String.fromCharCode(code) : ''
}

/** What stands at a place of the Symbol font, after Adobe's encoding of it; places that are not named are those of ASCII. */
const SYMBOL = new Map<number, string>([
  ...Array.from(
    ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ ',
    (sign, at) => [0x20 + at, sign] as const,
  ),
  ...Array.from('αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼', (sign, at) => [0x61 + at, sign] as const),
  ...Array.from('€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…', (sign, at) => [0xa0 + at, sign] as const),
  ...Array.from('ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊', (sign, at) => [0xc0 + at, sign] as const),
  [0xe5, '∑'],
  [0xf2, '∫'],
])

/** Fields whose result is not the author's text. */
const GENERATED_FIELD = /^\s*(?:TOC|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|INDEX)\b/i

function readField(type: string, { state, write }: RunContext): void {
  if (!state.heedsFields) return
  const field = state.fields.at(-1)
  if (type === 'begin') state.fields.push({ part: 'code', code: '', isWanted: true })
  else if (type === 'end') {
    state.fields.pop()
    // The text of an EQ field stands in its code; Word keeps no result of it.
    if (field?.part === 'code') write(readEquation(field.code))
  } else if (type === 'separate' && field !== undefined) {
    field.part = 'result'
    field.isWanted = !GENERATED_FIELD.test(field.code)
  }
}

/** The text of an EQ field: \\o\\ac(○,1) is ①, \\f(1,2) is 1/2; '' for other fields. */
function readEquation(code: string): string {
  const equation = /^\s*eq\b\s*(.*)$/isu.exec(code)?.[1]
  if (equation === undefined) return ''
  const circled = /^\\o\s*(?:\\a[clr])?\s*\(\s*[○〇◯]\s*[,;，]\s*(\d{1,2})\s*\)/iu.exec(equation)?.[1]
  const number = Number(circled ?? 0)
  if (number >= 1 && number <= 20) return String.fromCodePoint(0x245f + number)
  return equation
    .replace(/\\f\s*\(([^(),;]*)[,;]([^(),;]*)\)/giu, '$1/$2')
    .replace(/\\[a-z]+\d*|[()]/giu, '')
    .replace(/\s*[,;]\s*/gu, '')
    .trim()
}

function readFieldCode(element: XmlElement, state: DocxState): void {
  const field = state.fields.at(-1)
  if (field !== undefined) field.code += element.textContent ?? ''
}

function isShown(state: DocxState): boolean {
  return state.fields.every((field) => field.part === 'result' && field.isWanted)
}

function readNoteMark(element: XmlElement, state: DocxState): string {
  const notes = element.localName === 'footnoteReference' ? state.footnotes : state.endnotes
  const note = notes.get(attribute(element, 'id'))
  if (note === undefined || state.isInNotes) return ''
  const mark = state.notes.length + 1
  state.notes.push({ mark, element: note })
  return attribute(element, 'customMarkFollows') === '' ? `[${mark}]` : ''
}

function readDrawing(drawing: XmlElement, state: DocxState, paragraph: Paragraph): void {
  const boxes: XmlElement[] = []
  const open = [drawing]
  let hasPicture = false
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.localName === 'txbxContent') {
      boxes.unshift(element)
      continue
    }
    if (element.localName === 'blip' || element.localName === 'imagedata') hasPicture = true
    open.push(...childElements(element.localName === 'AlternateContent' ? alternative(element) : element))
  }
  if (hasPicture) state.pictures++
  if (isShown(state)) paragraph.boxes.push(...boxes)
}

/** Word writes newer content twice; the first writing is the one it shows. */
export function alternative(element: XmlElement): XmlElement {
  return childElement(element, 'Choice') ?? childElement(element, 'Fallback') ?? element
}
