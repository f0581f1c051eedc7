/** What every extractor makes of a file, whatever its format: lines of text in reading order, with what the format knows. */

/** The formats that are read, and how their files end. A format is told by its bytes: endings only say what to look at. */
export const ENDINGS = {
  txt: ['.txt'],
  md: ['.md', '.markdown'],
  html: ['.html', '.htm', '.xhtml', '.mht', '.mhtml'],
  docx: ['.docx'],
  pdf: ['.pdf'],
} as const satisfies Readonly<Record<string, readonly string[]>>
type SourceFormat = keyof typeof ENDINGS

/** The endings of all formats. */
export const ALL_ENDINGS: readonly string[] = Object.values(ENDINGS).flat()

/** One line as the source lays it out: a physical line of a text file or PDF page, a block of HTML, a paragraph of Word. */
export interface SourceLine {
  /** The line without its line end; nothing else is changed but what decoding requires. */
  readonly text: string
  /** Page of the original, from 1, where the format has pages (PDF; text with form feeds). */
  readonly page?: number
  /** 1 to 6 where the format says that this is a heading (HTML h1–h6, Word heading styles, underlined in Markdown). The # of Markdown stays in `text`. */
  readonly heading?: number
  /** Ranges of `text` set in bold, in UTF-16 units, where the format knows (HTML, Word). The ** of Markdown stays in `text`. */
  readonly bold?: readonly (readonly [start: number, end: number])[]
  /** Set where the format says that the line is a paragraph by itself (HTML blocks, Word), so that it is never joined. */
  readonly isBlock?: true
  /**
   * Whether the line begins a paragraph or goes on with the one above, where the page shows it (PDF: indents, gaps, lines
   * that stop short); missing where it does not. Page numbers and running heads between two lines are looked past.
   */
  readonly opens?: boolean
  /** Set on page numbers and running heads, where the page shows that they are (PDF). */
  readonly isRunning?: true
  /** Set on the lines of a note at the foot of a page (PDF): it stands between two lines of the text, and is none of it. */
  readonly isNote?: true
  /** Set on the rows of a table; cells are divided by a tab in `text`. */
  readonly isTableRow?: true
}

/** The lines of a file, and what of it was left out or may be wrong. */
export interface ExtractedLines {
  readonly lines: readonly SourceLine[]
  readonly warnings: readonly string[]
}

/** One document. A zip gives several. */
export interface Source {
  /** The path as given; inside an archive `reports.zip/伊宁市2023.txt`. */
  readonly file: string
  /** The file name alone, decoded: place and year are read from it where the text has none. */
  readonly name: string
  readonly format: SourceFormat
  /** Encoding the bytes were read in, for text formats, for example `utf-8` or `gb18030`. */
  readonly encoding: string
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly lines: readonly SourceLine[]
  /** Where a saved web page came from, where the page says so. */
  readonly url?: string
  /** What the reader noticed, in words for the person who imports: "12 undecodable bytes, first in line 40". */
  readonly warnings: readonly string[]
}

/** A file, or a member of an archive, that could not be read; the others of the same archive go on. */
interface UnreadSource {
  /** As in Source: the path as given; inside an archive `reports.zip/伊宁市2023.doc`. */
  readonly file: string
  readonly name: string
  readonly error: SourceError
}

/** What reading one document comes to. `'error' in read` tells the two apart. */
export type ReadSource = (Source & { readonly error?: never }) | UnreadSource

/** A file that cannot be read as text. The message says what is wrong and the fix; it does not repeat the path. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}
