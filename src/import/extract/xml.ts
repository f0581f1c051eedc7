/** Parses an XML part and gives its elements. Names are compared without their prefix: writers differ in them. */
import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import { decodeText } from '../source/decode.ts'
import { SourceError } from '../source/source.ts'

export type XmlElement = Element

const ELEMENT_NODE = 1

/**
 * Parses a part of a Word file and gives its outermost element. Entities that the part defines for itself are never
 * expanded, so a billion laughs stay one.
 *
 * @throws SourceError when it is not well-formed.
 */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const { text } = decodeText(bytes, 'utf-8')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    throw new SourceError(
      `is damaged (${part} declares entities, which no Word file does); save it anew from Word`,
    )
  }
  const parser = new DOMParser({
    locator: false,
    // The default also turns U+0085 and U+2028 into line ends, which would change the text.
    normalizeLineEndings: (source) => source.replace(/\r\n?/g, '\n'),
    onError: (level, message) => {
      if (level === 'fatalError') throw new Error(message)
    },
  })
  let root: Element | null
  try {
    root = parser.parseFromString(text, 'text/xml').documentElement
  } catch (error) {
    const detail =
      error instanceof Error ? error.message.replace(/^.*caused Error: |\n.*$/gs, '') : String(error)
    throw new SourceError(`is damaged (${part}: ${detail}); obtain it again, or save it anew from Word`)
  }
  if (root === null)
    throw new SourceError(`is damaged (${part} is empty); obtain it again, or save it anew from Word`)
  return root
}

/** The elements directly inside, in order. */
export function childElements(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  for (let node: Node | null = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === ELEMENT_NODE) found.push(node as Element)
  }
  return found
}

/** The first element directly inside that has the name. */
export function childElement(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined
  for (let node: Node | null = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === ELEMENT_NODE && (node as Element).localName === name) return node as Element
  }
  return undefined
}

/** Follows a path of names downwards. */
export function descend(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => childElement(at, name), element)
}

/** The attribute's value, or '' where it is missing. */
export function attribute(element: XmlElement | undefined, name: string): string {
  if (element === undefined) return ''
  for (let index = 0; index < element.attributes.length; index++) {
    const item = element.attributes.item(index)
    if (item !== null && (item.localName ?? item.name) === name) return item.value
  }
  return ''
}

/** Word's switches: present means on, unless the value says off; null where the element is missing. */
export function toggle(parent: XmlElement | undefined, name: string): boolean | null {
  const element = childElement(parent, name)
  if (element === undefined) return null
  return !['0', 'false', 'off'].includes(attribute(element, 'val'))
}
