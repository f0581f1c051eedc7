/** Reads what each of Word's styles says about the paragraphs and runs that use it, inheritance resolved. */
import { attribute, childElement, childElements, descend, toggle, type XmlElement } from '../xml.ts'

/** What matters of a style here. */
export interface DocxStyle {
  /** 1 to 6 for headings, 0 for body text. */
  readonly heading: number
  readonly bold: boolean
  readonly isHidden: boolean
  /** Set for the entries of a generated table of contents. */
  readonly isContents: boolean
  readonly numbering: NumberingRef | null
}

/** A paragraph's place in a list: which list, how deep. `list` is '0' where numbering is switched off. */
export interface NumberingRef {
  readonly list: string
  readonly depth: number
}

const PLAIN: DocxStyle = { heading: 0, bold: false, isHidden: false, isContents: false, numbering: null }
/** A chain of styles longer than this goes round in circles. */
const MAX_STYLE_CHAIN = 30

/** Gives the look-up from a style's id to what it says. Unknown ids say nothing. */
export function readStyles(root: XmlElement | null): (id: string) => DocxStyle {
  const elements = new Map<string, XmlElement>()
  for (const element of root === null ? [] : childElements(root)) {
    if (element.localName === 'style') elements.set(attribute(element, 'styleId'), element)
  }
  const resolved = new Map<string, DocxStyle>()
  const resolve = (id: string, depth: number): DocxStyle => {
    const known = resolved.get(id)
    if (known !== undefined) return known
    const element = elements.get(id)
    if (element === undefined || depth > MAX_STYLE_CHAIN) return PLAIN
    const base = attribute(childElement(element, 'basedOn'), 'val')
    const style = readStyle(element, base === '' ? PLAIN : resolve(base, depth + 1))
    resolved.set(id, style)
    return style
  }
  return (id) => resolve(id, 0)
}

function readStyle(element: XmlElement, base: DocxStyle): DocxStyle {
  const name = attribute(childElement(element, 'name'), 'val').toLowerCase()
  const paragraph = childElement(element, 'pPr')
  const run = childElement(element, 'rPr')
  return {
    heading: headingOf(paragraph, name) ?? base.heading,
    bold: toggle(run, 'b') ?? base.bold,
    isHidden: toggle(run, 'vanish') ?? base.isHidden,
    isContents: /^toc \d$/.test(name) || base.isContents,
    numbering: readNumberingRef(paragraph, base.numbering) ?? base.numbering,
  }
}

function headingOf(paragraph: XmlElement | undefined, styleName: string): number | null {
  const level = outlineLevel(paragraph)
  if (level !== null) return level
  if (styleName === 'title') return 1
  const named = /^(?:heading|标题)\s*([1-6])$/.exec(styleName)?.[1]
  return named === undefined ? null : Number(named)
}

/** Heading level by a paragraph's own properties: 1 to 6; 0 where they say body text; null where they say nothing. */
export function outlineLevel(properties: XmlElement | undefined): number | null {
  const value = attribute(childElement(properties, 'outlineLvl'), 'val')
  if (!/^\d$/.test(value)) return null
  return Number(value) < 6 ? Number(value) + 1 : 0
}

/** The list that paragraph properties put a paragraph in; what they leave out comes from the style. */
export function readNumberingRef(
  properties: XmlElement | undefined,
  inherited: NumberingRef | null,
): NumberingRef | null {
  const reference = childElement(properties, 'numPr')
  if (reference === undefined) return null
  const list = attribute(descend(reference, 'numId'), 'val')
  const depth = attribute(descend(reference, 'ilvl'), 'val')
  return {
    list: list === '' ? (inherited?.list ?? '0') : list,
    depth: /^[0-8]$/.test(depth) ? Number(depth) : (inherited?.depth ?? 0),
  }
}
