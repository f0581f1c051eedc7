/** Turns WordprocessingML into the bytes of a .docx. */
import { makeZip, type ZipFile } from '../source/make-zip.ts'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:v="urn:v" xmlns:a="urn:a"'

/** `parts` holds the inner XML of styles, numbering, footnotes and endnotes. */
export function makeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: ZipFile[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>` },
  ]
  for (const [part, inner] of Object.entries(parts)) {
    files.push({ name: `word/${part}.xml`, content: `<w:${part} ${NAMESPACES}>${inner}</w:${part}>` })
  }
  return makeZip(files)
}

export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}
