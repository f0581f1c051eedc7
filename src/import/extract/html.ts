/** Turns a web page into its text as a browser shows it: blocks, line breaks, table rows, headings, bold. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { type ExtractedLines, SourceError, type SourceLine } from '../source/source.ts'
import { blockLines, type Inline, joinInline, type Piece } from './inline.ts'
import { joinTable } from './table.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** The head of a page that declares its charset lies within this. */
const CHARSET_BYTES = 4096
/** The part of a page in which it says where it comes from. */
const URL_UTF16 = 16_384
/** Marks nested deeper than this come from a generator gone wild; browsers stop at 512. */
const MAX_DEPTH = 1500
/** With fewer Chinese characters left, what was taken for navigation is the page itself. */
const MIN_ARTICLE_HAN = 200

/** The charset a page declares for itself, or ''. */
export function htmlCharset(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, CHARSET_BYTES)).toString('latin1')
  return /<(?:meta|\?xml)[^>]+(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? ''
}

/** The address a page was saved from: the browser's comment, or what the page calls its own address; '' if neither. */
export function htmlUrl(html: string): string {
  const head = html.slice(0, URL_UTF16)
  const found =
    /<!--\s*saved from url=\(\d+\)(\S+)/i.exec(head)?.[1] ??
    /<link[^>]*\brel=["']?canonical["']?[^>]*\bhref=["']?([^"'\s>]+)/i.exec(head)?.[1] ??
    /<meta[^>]*\bproperty=["']?og:url["']?[^>]*\bcontent=["']?([^"'\s>]+)/i.exec(head)?.[1] ??
    ''
  const url = found.replaceAll('&amp;', '&')
  return /^https?:\/\/[^/]+\/./i.test(url) ? url : ''
}

/** XHTML may close any element at once (<title/>), which the parser of HTML takes for an open one that swallows the page. */
function closeElements(html: string): string {
  if (
    !/^\s*\uFEFF?\s*<\?xml|xmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/i.test(html.slice(0, URL_UTF16))
  )
    return html
  return html.replace(
    /<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)([a-z][\w:-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/giu,
    '<$1$2></$1>',
  )
}

/**
 * Reads the text of a page. Scripts, styles, controls, hidden parts and lists of links are left out; anything else stays,
 * because an article is lost more easily than a line of furniture is removed.
 *
 * @throws SourceError when no text is in the page.
 */
export function extractHtml(html: string): ExtractedLines {
  const document = parse(closeElements(html))
  let page = readPage(document, { withHidden: false, withLinks: false })
  const warnings: string[] = []
  if (page.hiddenHan > page.keptHan) {
    page = readPage(document, { withHidden: true, withLinks: false })
    warnings.push('most of the text is hidden in the page until something is clicked; it was read')
  }
  if (page.keptHan < MIN_ARTICLE_HAN && page.linkedHan > 0)
    page = readPage(document, { withHidden: true, withLinks: true })
  if (page.linkedHan > 0) warnings.push(`lists of links left out (${page.linkedHan} characters)`)
  if (page.listItems > 0)
    warnings.push(`a numbered list has ${page.listItems} items whose numbers are not in the text`)
  if (page.lines.every((line) => line.text.trim() === '')) {
    throw new SourceError(
      'holds no text (the page loads it by a script, or shows pictures); copy the text into a .txt file',
    )
  }
  return { lines: page.lines, warnings }
}

interface Wish {
  readonly withHidden: boolean
  readonly withLinks: boolean
}

interface Page {
  readonly lines: SourceLine[]
  readonly keptHan: number
  readonly hiddenHan: number
  readonly linkedHan: number
  readonly listItems: number
}

/** What reading leaves behind; cells of tables are read into a reader of their own with the same counts. */
interface Reader {
  readonly wish: Wish
  readonly counts: { hidden: number; linked: number; listItems: number }
  lines: SourceLine[]
  inlines: Inline[]
  /** White space seen since the last word of the line. */
  gap: '' | 'space' | 'newline'
}

/** The looks that a node inherits. */
interface Looks {
  readonly depth: number
  readonly isBold: boolean
  readonly isSuperscript: boolean
  readonly isPreformatted: boolean
  readonly heading: number
}

const PLAIN: Looks = { depth: 0, isBold: false, isSuperscript: false, isPreformatted: false, heading: 0 }

function readPage(document: Node, wish: Wish): Page {
  const counts = { hidden: 0, linked: 0, listItems: 0 }
  const reader: Reader = { wish, counts, lines: [], inlines: [], gap: '' }
  readNodes(document, reader, PLAIN)
  endBlock(reader, PLAIN)
  const keptHan = reader.lines.reduce((sum, line) => sum + countHan(line.text), 0)
  const { hidden: hiddenHan, linked: linkedHan, listItems } = counts
  return { lines: reader.lines, keptHan, hiddenHan, linkedHan, listItems }
}

const NEVER_TEXT = new Set(
  `script style noscript template head title iframe object embed svg canvas audio video map
  select button textarea input datalist rt rp frameset`.split(/\s+/),
)
const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2
  h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul
  caption xmp listing`.split(/\s+/),
)

function readNodes(parent: Node, reader: Reader, looks: Looks): void {
  if (looks.depth > MAX_DEPTH)
    throw new SourceError('nests its marks too deeply; copy the text into a .txt file')
  for (const node of childNodes(parent)) {
    if (node.nodeName === '#text') addText(reader, (node as DefaultTreeAdapterTypes.TextNode).value, looks)
    else if ('tagName' in node) readElement(node, reader, looks)
  }
}

function readElement(element: Element, reader: Reader, looks: Looks): void {
  const tag = element.tagName
  if (NEVER_TEXT.has(tag)) return
  if (!reader.wish.withHidden && isHidden(element)) {
    reader.counts.hidden += measure(element).han
    return
  }
  if (tag === 'br') {
    reader.inlines.push('break')
    reader.gap = ''
    return
  }
  const inner = looksOf(element, looks)
  if (!BLOCKS.has(tag)) {
    readNodes(element, reader, inner)
    return
  }
  if (!reader.wish.withLinks && isLinkList(element)) {
    reader.counts.linked += measure(element).han
    return
  }
  endBlock(reader, looks)
  if (tag === 'table') readTable(element, reader, inner)
  else readNodes(element, reader, inner)
  if (tag === 'li' && element.parentNode?.nodeName === 'ol') reader.counts.listItems++
  endBlock(reader, inner)
}

function looksOf(element: Element, looks: Looks): Looks {
  const tag = element.tagName
  const style = attribute(element, 'style')
  const weight = /font-weight\s*:\s*(bold|bolder|normal|\d+)/i.exec(style)?.[1]
  const styledBold = weight === undefined ? null : weight.startsWith('bold') || Number(weight) >= 600
  return {
    depth: looks.depth + 1,
    isBold: styledBold ?? (tag === 'b' || tag === 'strong' || looks.isBold),
    isSuperscript: tag === 'sup' || /vertical-align\s*:\s*super/i.test(style) || looks.isSuperscript,
    isPreformatted:
      /^(?:pre|xmp|listing)$/.test(tag) || /white-space\s*:\s*pre/i.test(style) || looks.isPreformatted,
    heading: /^h[1-6]$/.test(tag) ? Number(tag[1]) : looks.heading,
  }
}

const CJK = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…·]/u

/** White space shrinks to one space, as in a browser; a line end of the source between Chinese characters to none. */
function addText(reader: Reader, text: string, looks: Looks): void {
  const piece = (part: string): Piece => ({
    text: part,
    isBold: looks.isBold,
    isSuperscript: looks.isSuperscript,
  })
  if (looks.isPreformatted) {
    const lines = text.split('\n')
    lines.forEach((line, index) => {
      reader.inlines.push(...(index > 0 ? (['break'] as const) : []), piece(line))
    })
    return
  }
  for (const part of text.split(/([ \t\n\r\f]+)/)) {
    if (part === '') continue
    if (/^[ \t\n\r\f]/.test(part)) {
      const isNewline = /[\n\r]/.test(part) && reader.gap !== 'space'
      reader.gap = isNewline ? 'newline' : 'space'
      continue
    }
    const last = reader.inlines.at(-1)
    const hasWords = last !== undefined && last !== 'break'
    const isSegmentBreak =
      reader.gap === 'newline' && hasWords && CJK.test(last.text.at(-1) ?? '') && CJK.test(part[0] ?? '')
    if (reader.gap !== '' && hasWords && !isSegmentBreak) reader.inlines.push({ text: ' ' })
    reader.gap = ''
    reader.inlines.push(piece(part))
  }
}

function endBlock(reader: Reader, looks: Looks): void {
  if (reader.inlines.length > 0) {
    const lines = blockLines(joinInline(reader.inlines), looks.heading)
    if (lines.some((line) => line.text.trim() !== '')) reader.lines.push(...lines)
  }
  reader.inlines = []
  reader.gap = ''
}

function readTable(table: Element, reader: Reader, looks: Looks): void {
  const rows = rowsOf(table).map((row) =>
    childNodes(row)
      .filter((cell): cell is Element => cell.nodeName === 'td' || cell.nodeName === 'th')
      .map((cell) => {
        const inner: Reader = { wish: reader.wish, counts: reader.counts, lines: [], inlines: [], gap: '' }
        readElement(cell, inner, looks)
        const lines = inner.lines.filter((line) => line.text.trim() !== '')
        return { lines, columns: spanOf(cell, 'colspan'), rows: spanOf(cell, 'rowspan') }
      }),
  )
  const caption = childNodes(table).find((node): node is Element => node.nodeName === 'caption')
  if (caption !== undefined) readElement(caption, reader, looks)
  reader.lines.push(...joinTable(rows))
}

/** Over how many columns or rows a cell goes; 0 for all rows that are left. */
function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = /^\s*(\d{1,4})/.exec(attribute(cell, name))?.[1]
  return value === undefined ? 1 : Number(value)
}

function rowsOf(container: Node): Element[] {
  return childNodes(container).flatMap((node) => {
    if (node.nodeName === 'tr') return [node as Element]
    return /^t(?:head|body|foot)$/.test(node.nodeName) ? rowsOf(node) : []
  })
}

function isHidden(element: Element): boolean {
  if (element.attrs.some(({ name }) => name === 'hidden')) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)/i.test(
    attribute(element, 'style'),
  )
}

interface Measure {
  readonly han: number
  readonly linkedHan: number
  readonly links: number
}

const measures = new WeakMap<Node, Measure>()

/** Counts the Chinese characters in a part of the page, and those in links. */
function measure(node: Node, depth = 0): Measure {
  const known = measures.get(node)
  if (known !== undefined) return known
  let han = 0
  let linkedHan = 0
  let links = 0
  if (node.nodeName === '#text') han = countHan((node as DefaultTreeAdapterTypes.TextNode).value)
  else if (!NEVER_TEXT.has(node.nodeName) && depth <= MAX_DEPTH) {
    for (const child of childNodes(node)) {
      const inner = measure(child, depth + 1)
      han += inner.han
      linkedHan += inner.linkedHan
      links += inner.links
    }
    if (node.nodeName === 'a' && han > 0 && attribute(node as Element, 'href') !== '') {
      linkedHan = han
      links = 1
    }
  }
  const measured = { han, linkedHan, links }
  measures.set(node, measured)
  return measured
}

/** Navigation, breadcrumbs, related articles: several links and hardly a word outside them. */
function isLinkList(element: Element): boolean {
  const { han, linkedHan, links } = measure(element)
  return (
    (element.tagName === 'nav' && linkedHan > 0) ||
    (links >= 4 && linkedHan >= han * 0.8 && linkedHan / links < 40)
  )
}

function childNodes(node: Node): DefaultTreeAdapterTypes.ChildNode[] {
  return 'childNodes' in node ? node.childNodes : []
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((item) => item.name === name)?.value ?? ''
}

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}
