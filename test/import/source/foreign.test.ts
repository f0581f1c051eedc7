import { describe, expect, it } from 'vitest'
import { readSourcesFromBytes } from '../../../src/import/read-source.ts'
import { isForeignEnding } from '../../../src/import/source/foreign.ts'
import { makeZip } from './make-zip.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
/** A compound file whose directory names these parts. */
const compound = (...parts: string[]): Uint8Array =>
  Uint8Array.from(
    Buffer.concat([
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
      ...parts.map((part) => Buffer.from(`${part}\0`, 'utf16le')),
    ]),
  )
const zip = (...names: string[]): Uint8Array => makeZip(names.map((name) => ({ name, content: '' })))
const typed = (type: string): Uint8Array => makeZip([{ name: 'mimetype', content: type, isStored: true }])
const message = async (name: string, bytes: Uint8Array): Promise<string> => {
  const [source] = await readSourcesFromBytes(name, bytes)
  return source?.error?.message ?? 'read'
}

describe('formats that are not read', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['a.doc', compound('WordDocument'), 'an old Word document (.doc)', '.docx'],
    ['a.bin', compound('WordDocument'), 'an old Word document (.doc)', '.docx'],
    ['a.wps', compound('WordDocument'), 'a WPS document (.wps)', '.docx'],
    ['a.xls', compound('Workbook'), 'an old Excel spreadsheet (.xls)', '.html'],
    ['a.dat', compound('Book'), 'an old Excel spreadsheet (.xls)', '.html'],
    ['a.et', compound('Workbook'), 'a WPS spreadsheet (.et)', '.html'],
    ['a.ppt', compound('PowerPoint Document'), 'an old PowerPoint presentation (.ppt)', 'PDF'],
    ['a.docx', compound('EncryptedPackage'), 'locked with a password', 'without one'],
    ['a.doc', latin1('{\\rtf1\\ansi'), 'RTF (.rtf)', '.docx'],
    ['a.odt', typed('application/vnd.oasis.opendocument.text'), 'an OpenDocument text (.odt)', '.docx'],
    [
      'a',
      typed('application/vnd.oasis.opendocument.spreadsheet'),
      'an OpenDocument spreadsheet (.ods)',
      '.html',
    ],
    ['a.odt', zip('content.xml'), 'an OpenDocument text (.odt)', '.docx'],
    ['a.epub', typed('application/epub+zip'), 'an e-book (.epub)', '.txt'],
    ['a.zip', zip('META-INF/container.xml'), 'an e-book (.epub)', '.txt'],
    ['a.ofd', zip('OFD.xml'), 'an OFD file (.ofd)', 'PDF'],
    ['a.et', zip('xl/workbook.xml'), 'a WPS spreadsheet (.et)', '.html'],
    ['a.pages', zip('Index/Document.iwa'), 'a Pages document (.pages)', '.docx'],
    ['a.caj', latin1('CAJ\0\x01'), 'a CAJ file (.caj)', 'PDF'],
    ['a.caj', latin1('\xc8\0\0\0'), 'a CAJ file (.caj)', 'PDF'],
    ['a.ceb', latin1('Founder CEB 3.0'), 'a CEB file (.ceb)', 'PDF'],
    ['a.uof', latin1('<?xml version="1.0"?><uof:UOF>'), 'a UOF document (.uof)', '.docx'],
    ['a.mobi', latin1(`${'\0'.repeat(60)}BOOKMOBI`), 'an e-book (.mobi)', '.txt'],
    ['a.webp', latin1('RIFF\x01\x02\x03\x04WEBPVP8 '), 'a picture', 'text recognition'],
  ])('names %s and says what to save it as', async (name, bytes, what, fix) => {
    const said = await message(name, bytes)
    expect(said.startsWith(`is ${what}; `)).toBe(true)
    expect(said.slice(said.indexOf(';'))).toContain(fix)
  })

  it.each([
    ['{\\rtf1', 'RTF'],
    ['Rar!\x1a', 'a RAR archive'],
    ['7z\xbc\xaf\x27\x1c', 'a 7z archive'],
    ['\x1f\x8b\x08', 'a gzip archive'],
    ['BZh9', 'a bzip2 archive'],
    ['\xfd7zXZ\0', 'an xz archive'],
    ['\x89PNG\r\n', 'a picture'],
    ['\xff\xd8\xff\xe0', 'a picture'],
    ['GIF89a', 'a picture'],
    ['II*\0', 'a picture'],
    ['MM\0*', 'a picture'],
    ['RIFF\x01\x02\x03\x04WEBPVP8 ', 'a picture'],
    ['\0\0\0\x18ftypheic', 'a picture'],
    ['\0\0\0\x18ftypmif1', 'a picture'],
    ['\0\0\0\x18ftypavif', 'a picture'],
    ['HN\0\0', 'a CAJ file (.caj)'],
    ['KDH 2', 'a CAJ file (.kdh)'],
    ['AT&TFORM', 'DjVu (.djvu)'],
    ['ITSF\x03', 'a help file (.chm)'],
    ['%!PS-Adobe', 'PostScript (.ps)'],
    ['SQLite format 3', 'a database'],
    ['<?xml version="1.0"?><pkg:package>', 'a Word document in one XML file'],
    ['<?mso-application progid="Word.Document"?>', 'Word 2003 XML'],
    ['<w:wordDocument>', 'Word 2003 XML'],
    ['<?mso-application progid="Excel.Sheet"?>', 'an Excel 2003 XML spreadsheet'],
    ['<office:document>', 'an OpenDocument file in one XML file'],
    ['<UOF>', 'a UOF document'],
    ['<FictionBook>', 'an e-book (.fb2)'],
  ])('tells %j by its first bytes: %s', async (bytes, what) => {
    expect(await message('a', latin1(bytes))).toMatch(
      new RegExp(`^is ${what.replace(/[().]/gu, '\\$&')}`, 'u'),
    )
    expect(await message('a', latin1(`x${bytes}`))).not.toMatch(
      /^is (?:RTF|a picture|a CAJ|an? \S+ archive|PostScript|DjVu)/u,
    )
  })

  it.each([
    [
      'presentation',
      typed('application/vnd.oasis.opendocument.presentation'),
      'an OpenDocument presentation',
    ],
    ['workbook', zip('xl/workbook.xml'), 'a spreadsheet (.xlsx)'],
    ['slides', zip('ppt/presentation.xml'), 'a presentation (.pptx)'],
    ['pages', zip('Index/Document.iwa'), 'a file of Apple'],
    ['mail', compound('__substg1.0_'), 'an Outlook message'],
    ['hangul', compound('HwpSummaryInformation'), 'a Hangul document'],
    ['old', compound('Other'), 'an old Office or WPS file'],
  ])('tells a %s by what is in it', async (_, bytes, what) => {
    expect((await message('a', bytes)).startsWith(`is ${what}`)).toBe(true)
  })

  it('believes the ending of bytes that are no text, unless they say otherwise', async () => {
    expect(await message('a.caj', latin1('x\0y'))).toContain('a CAJ file')
    expect(await message('a.caj', latin1('\xff\xfex\0y\0'))).not.toContain('a CAJ file')
    expect(await message('a.caj', latin1('plain text'))).toBe('read')
  })

  it.each([
    ['.doc', true],
    ['.docm', true],
    ['.rar', true],
    ['.docx', false],
    ['.png', false],
    ['', false],
  ])('takes %j in an archive for meant to be read: %s', (ending, isMeant) => {
    expect(isForeignEnding(ending)).toBe(isMeant)
  })

  it('reads what is read whatever its ending says', async () => {
    expect(await message('a.doc', latin1('<html><body><p>text</p></body></html>'))).toBe('read')
    expect(await message('a.wps', Uint8Array.from(Buffer.from('各位代表：', 'utf8')))).toBe('read')
  })
})
