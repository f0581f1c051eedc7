/** Turns lines with their places into a PDF, set in a Chinese font that the reader must know by its name. */

export interface PlacedLine {
  readonly text: string
  readonly x: number
  /** From the bottom of the page, 842 high and 595 wide. */
  readonly y: number
  /** Size of the font. Default 16. */
  readonly size?: number
  /** Space between letters, in the units of the page. */
  readonly spacing?: number
  /** Degrees to the left. */
  readonly turn?: number
}

export interface PdfOptions {
  /** What the pages are turned by, all of them or each. */
  readonly rotate?: number | readonly number[]
  /** The pages' width and height. Default 595 and 842. */
  readonly size?: readonly [number, number]
  /** Writes glyph numbers instead of characters, and what the file says that they stand for; '' to say nothing. */
  readonly toUnicode?: (char: string) => string
}

export function makePdf(pages: readonly (readonly PlacedLine[])[], options: PdfOptions = {}): Uint8Array {
  const kids = pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ')
  const encoding = options.toUnicode !== undefined ? '/Identity-H' : '/UniGB-UCS2-H'
  const ordering = options.toUnicode !== undefined ? 'Identity' : 'GB1'
  const names = options.toUnicode === undefined ? '' : `/ToUnicode ${5 + 2 * pages.length} 0 R`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding${encoding}/DescendantFonts[4 0 R]${names}>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>` +
      '/DW 1000/W[1[1000] 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 0 1000 1000]' +
      '/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>>>>',
  ]
  pages.forEach((lines, index) => {
    const content = lines.map(showLine).join('\n')
    const rotate = typeof options.rotate === 'object' ? options.rotate[index] : options.rotate
    const turned = rotate === undefined ? '' : `/Rotate ${rotate}`
    const [width, height] = options.size ?? [595, 842]
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]${turned}/Resources<</Font<</F1 3 0 R>>>>/Contents ${6 + 2 * index} 0 R>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    )
  })
  if (options.toUnicode !== undefined) objects.push(nameGlyphs(pages.flat(), options.toUnicode))
  return writeObjects(objects)
}

function nameGlyphs(lines: readonly PlacedLine[], toUnicode: (char: string) => string): string {
  const chars = [...new Set(lines.flatMap(({ text }) => [...text]))].filter((char) => toUnicode(char) !== '')
  const hex = (char: string): string => `<${Buffer.from(char, 'utf16le').swap16().toString('hex')}>`
  const pairs = chars.map((char) => `${hex(char)} ${hex(toUnicode(char))}`).join('\n')
  const map = `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n${chars.length} beginbfchar\n${pairs}\nendbfchar endcmap`
  return `<</Length ${map.length}>>\nstream\n${map}\nendstream`
}

function showLine({ text, x, y, size = 16, spacing = 0, turn = 0 }: PlacedLine): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex')
  return `BT /F1 ${size} Tf ${spacing} Tc ${cos.toFixed(4)} ${sin.toFixed(4)} ${(-sin).toFixed(4)} ${cos.toFixed(4)} ${x} ${y} Tm <${codes}> Tj ET`
}

/** Numbers the objects from 1; the first is the catalog. */
export function writeObjects(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`
  return new Uint8Array(Buffer.from(file + tail, 'latin1'))
}
