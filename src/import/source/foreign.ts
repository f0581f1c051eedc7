/** Names the formats that may hold a report but are not read, and says what to save them as. */
import { extname } from 'node:path'
import { bufferOn } from './decode.ts'

const AS_DOCUMENT = 'open it in Word or WPS, save it as .docx, and import that'
const AS_PAGE = 'open it, save it as a web page (.html) or as PDF, and import that'
const AS_PDF = 'open it, print it to PDF, and import that'
const AS_TEXT = 'turn it into .html or .txt, and import that'
const UNPACK = 'unpack it and give the files'
const RECOGNISE = 'run text recognition (OCR) and save the text'

/** What files with these endings are, where their first bytes alone do not say it. */
const BY_ENDING: Readonly<Record<string, string>> = {
  '.doc': `is an old Word document (.doc); ${AS_DOCUMENT}`,
  '.dot': `is an old Word template (.dot); ${AS_DOCUMENT}`,
  '.wps': `is a WPS document (.wps); ${AS_DOCUMENT}`,
  '.wpt': `is a WPS template (.wpt); ${AS_DOCUMENT}`,
  '.xls': `is an old Excel spreadsheet (.xls); ${AS_PAGE}`,
  '.et': `is a WPS spreadsheet (.et); ${AS_PAGE}`,
  '.ppt': `is an old PowerPoint presentation (.ppt); ${AS_PDF}`,
  '.dps': `is a WPS presentation (.dps); ${AS_PDF}`,
  '.hwp': `is a Hangul document (.hwp); ${AS_PDF}`,
  '.msg': `is an Outlook message (.msg); save what is attached to it, and import that`,
  '.rtf': `is RTF (.rtf); ${AS_DOCUMENT}`,
  '.odt': `is an OpenDocument text (.odt); ${AS_DOCUMENT}`,
  '.ods': `is an OpenDocument spreadsheet (.ods); ${AS_PAGE}`,
  '.odp': `is an OpenDocument presentation (.odp); ${AS_PDF}`,
  '.pages': `is a Pages document (.pages); ${AS_DOCUMENT}`,
  '.numbers': `is a Numbers spreadsheet (.numbers); ${AS_PAGE}`,
  '.key': `is a Keynote presentation (.key); ${AS_PDF}`,
  '.xlsx': `is a spreadsheet (.xlsx); ${AS_PAGE}`,
  '.pptx': `is a presentation (.pptx); ${AS_PDF}`,
  '.epub': `is an e-book (.epub); ${AS_TEXT}`,
  '.mobi': `is an e-book (.mobi); ${AS_TEXT}`,
  '.azw3': `is an e-book (.azw3); ${AS_TEXT}`,
  '.chm': `is a help file (.chm); ${AS_TEXT}`,
  '.ofd': `is an OFD file (.ofd); ${AS_PDF}`,
  '.caj': `is a CAJ file (.caj); ${AS_PDF}`,
  '.kdh': `is a CAJ file (.kdh); ${AS_PDF}`,
  '.nh': `is a CAJ file (.nh); ${AS_PDF}`,
  '.ceb': `is a CEB file (.ceb); ${AS_PDF}`,
  '.uof': `is a UOF document (.uof); ${AS_DOCUMENT}`,
  '.uot': `is a UOF document (.uot); ${AS_DOCUMENT}`,
  '.djvu': `is DjVu (.djvu); ${AS_PDF}`,
}

/** Of these only the bytes say what they are. */
const BY_BYTES: ReadonlySet<string> = new Set(['.docm', '.dotx', '.rar', '.7z'])

/** Says whether whoever put a file with this ending into an archive meant it to be read: it gets its line, even so. */
export function isForeignEnding(ending: string): boolean {
  return Object.hasOwn(BY_ENDING, ending) || BY_BYTES.has(ending)
}

const of = (ending: string): string => BY_ENDING[ending] ?? ''

const PICTURE = `is a picture; ${RECOGNISE}`
/** What their bytes are at a place near the beginning. */
const HEADS: readonly (readonly [head: string, message: string, at?: number])[] = [
  ['{\\rtf', of('.rtf')],
  ['Rar!', `is a RAR archive (.rar); ${UNPACK}`],
  ['7z\xbc\xaf\x27\x1c', `is a 7z archive (.7z); ${UNPACK}`],
  ['\x1f\x8b', `is a gzip archive (.gz); ${UNPACK}`],
  ['BZh', `is a bzip2 archive (.bz2); ${UNPACK}`],
  ['\xfd7zXZ', `is an xz archive (.xz); ${UNPACK}`],
  ['\x89PNG', PICTURE],
  ['\xff\xd8\xff', PICTURE],
  ['GIF8', PICTURE],
  ['II*\x00', PICTURE],
  ['MM\x00*', PICTURE],
  ['WEBPVP8', PICTURE, 8],
  ['ftypheic', PICTURE, 4],
  ['ftypmif1', PICTURE, 4],
  ['ftypavif', PICTURE, 4],
  ['CAJ\x00', of('.caj')],
  ['HN\x00\x00', of('.caj')],
  ['KDH ', of('.kdh')],
  ['Founder CEB', of('.ceb')],
  ['AT&TFORM', of('.djvu')],
  ['ITSF', of('.chm')],
  ['BOOKMOBI', of('.mobi'), 60],
  ['%!PS', 'is PostScript (.ps); turn it into PDF and import that'],
  ['SQLite format 3', 'is a database; save the text as .txt, and import that'],
]

/** What documents of XML say of themselves near their head. */
const XML: readonly (readonly [head: RegExp, message: string])[] = [
  [/<pkg:package\b/, `is a Word document in one XML file (flat OPC); ${AS_DOCUMENT}`],
  [/<\?mso-application[^>]*Word\.Document|<w:wordDocument\b/, `is Word 2003 XML; ${AS_DOCUMENT}`],
  [/<\?mso-application[^>]*Excel\.Sheet/, `is an Excel 2003 XML spreadsheet; ${AS_PAGE}`],
  [/<office:document\b/, `is an OpenDocument file in one XML file; ${AS_DOCUMENT}`],
  [/<(?:uof:)?UOF\b/i, of('.uof')],
  [/<FictionBook\b/, `is an e-book (.fb2); ${AS_TEXT}`],
]

const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** What a file of Microsoft's compound format is when it has this part. */
const PARTS: readonly (readonly [part: string, message: string])[] = [
  ['EncryptedPackage', 'is locked with a password; save it without one'],
  ['WordDocument', of('.doc')],
  ['Workbook', of('.xls')],
  ['PowerPoint Document', of('.ppt')],
  ['HwpSummaryInformation', of('.hwp')],
  ['__substg1.0_', of('.msg')],
  ['Book', of('.xls')],
]

/**
 * Says what a file is and what to save it as; null for a format that is read, and for text. `head` are its first bytes in
 * Latin-1; `name` tells apart what looks alike inside.
 */
export function foreignFormat(head: string, bytes: Uint8Array, name: string): string | null {
  const byName = BY_ENDING[extname(name).toLowerCase()]
  if (head.startsWith(COMPOUND)) return ofCompound(bytes, byName)
  const found =
    HEADS.find(([start, , at = 0]) => head.startsWith(start, at)) ??
    XML.find(([pattern]) => pattern.test(head))
  if (found !== undefined) return found[1]
  return byName !== undefined && bytes.includes(0) && !/%PDF-\d|^\xff\xfe|^\xfe\xff/.test(head)
    ? byName
    : null
}

function ofCompound(bytes: Uint8Array, byName: string | undefined): string {
  const file = bufferOn(bytes)
  const part = PARTS.find(([name]) => file.includes(Buffer.from(name, 'utf16le')))
  if (part?.[0] === 'EncryptedPackage') return part[1]
  return byName ?? part?.[1] ?? `is an old Office or WPS file (.doc, .xls, .ppt, .wps); ${AS_DOCUMENT}`
}

/** What a zip archive is when it has this member. */
const MEMBERS: readonly (readonly [member: RegExp, message: string])[] = [
  [/^xl\/workbook/i, of('.xlsx')],
  [/^ppt\/presentation/i, of('.pptx')],
  [/^OFD\.xml$/i, of('.ofd')],
  [/^META-INF\/container\.xml$/i, of('.epub')],
  [
    /^Index\/.*\.iwa$|^Index\.zip$/i,
    `is a file of Apple’s office programs (.pages, .numbers, .key); ${AS_PDF}`,
  ],
  [/^content\.xml$/, of('.odt')],
]
/** What OpenDocument files and e-books say of themselves in their first member, which is not packed. */
const MIMETYPES: readonly (readonly [type: RegExp, message: string])[] = [
  [/mimetypeapplication\/epub/, of('.epub')],
  [/mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/, of('.ods')],
  [/mimetypeapplication\/vnd\.oasis\.opendocument\.presentation/, of('.odp')],
  [/mimetypeapplication\/vnd\.oasis\.opendocument\./, of('.odt')],
]

/** As foreignFormat, for a zip archive with these members. */
export function foreignArchive(head: string, paths: readonly string[], name: string): string | null {
  const typed = MIMETYPES.find(([type]) => type.test(head))
  if (typed !== undefined) return typed[1]
  const found = MEMBERS.find(([member]) => paths.some((path) => member.test(path)))
  if (found === undefined) return null
  const byName = BY_ENDING[extname(name).toLowerCase()]
  return byName ?? found[1]
}
