import { createHash } from 'node:crypto'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readInput, readSourcesFromBytes } from '../../../src/import/read-source.ts'
import { SourceError } from '../../../src/import/source/source.ts'
import { encode } from '../encode.ts'
import { makeDocx, paragraph } from '../extract/make-docx.ts'
import { makePdf } from '../extract/make-pdf.ts'
import { makeZip } from './make-zip.ts'

const TEXT = '各位代表：\n现在，我代表县人民政府向大会报告工作。\n'
const HTML = `<!DOCTYPE html><meta charset=gbk><p>各位代表：</p><p>现在报告工作。</p>`
const DOCX = makeDocx(paragraph('各位代表：'))
const PDF = makePdf([[{ text: '各位代表：', x: 72, y: 700 }]])
const bytesOf = (text: string): Uint8Array => encode(text, 'utf-8')

describe('readSourcesFromBytes', () => {
  it.each<[string, string, Uint8Array, string, string, number]>([
    ['text', 'a.txt', bytesOf(TEXT), 'txt', 'utf-8', 3],
    ['text in GBK', 'a.txt', encode(TEXT, 'gb18030'), 'txt', 'gb18030', 3],
    ['Markdown', 'a.MD', bytesOf('# 报告\n\n正文'), 'md', 'utf-8', 3],
    ['text without an ending', 'report', bytesOf(TEXT), 'txt', 'utf-8', 3],
    ['a web page', 'a.htm', encode(HTML, 'gb18030'), 'html', 'gb18030', 2],
    ['a web page called text', 'a.txt', bytesOf(HTML), 'html', 'utf-8', 2],
    ['a web page called PDF', 'a.pdf', bytesOf(HTML), 'html', 'utf-8', 2],
    [
      'marked-up text without a head',
      'a.txt',
      bytesOf('<p>一</p>\n<p>二</p><p>三</p><p>四</p><p>五</p>'),
      'html',
      'utf-8',
      5,
    ],
    ['text called web page', 'a.html', bytesOf(TEXT), 'txt', 'utf-8', 3],
    ['a Word file', 'a.docx', DOCX, 'docx', '', 1],
    ['a Word file called .doc', 'a.doc', DOCX, 'docx', '', 1],
    ['a PDF', 'a.pdf', PDF, 'pdf', '', 1],
    ['a PDF called text', 'a.txt', PDF, 'pdf', '', 1],
    ['text with form feeds', 'a.txt', bytesOf('一\n\f二\n'), 'txt', 'utf-8', 3],
  ])('reads %s by its content', async (_, name, bytes, format, encoding, count) => {
    const [source, ...others] = await readSourcesFromBytes(`folder/${name}`, bytes)
    expect(others).toEqual([])
    expect(source).toMatchObject({ file: `folder/${name}`, name, format, encoding, bytes, warnings: [] })
    if (source?.error !== undefined) throw source.error
    expect(source?.lines).toHaveLength(count)
    expect(source?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it.each([
    [
      'quoted-printable',
      (html: Uint8Array) =>
        [...html]
          .map((byte) =>
            byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
          )
          .join('')
          .replace(/(.{60})/g, '$1=\r\n'),
    ],
    ['base64', (html: Uint8Array) => Buffer.from(html).toString('base64')],
    ['8bit', (html: Uint8Array) => Buffer.from(html).toString('latin1')],
  ])('reads a page saved as a single file, packed as %s', async (encoding, pack) => {
    const page = pack(encode('<html><body><p a="b">各位代表：</p></body></html>', 'gb18030'))
    const file = [
      'From: <Saved by a browser>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----Part"',
      '',
      '------Part',
      'Content-Type: text/html; charset=gb2312',
      `Content-Transfer-Encoding: ${encoding}`,
      'Content-Location: https://www.example.gov.cn/a.html',
      '',
      page,
      '------Part',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA',
      '------Part--',
      '',
    ].join('\r\n')
    const [source] = await readSourcesFromBytes('a.mhtml', Buffer.from(file, 'latin1'))
    expect(source).toMatchObject({
      format: 'html',
      encoding: 'gb18030',
      lines: [{ text: '各位代表：' }],
      url: 'https://www.example.gov.cn/a.html',
    })
  })

  it('leaves the text of a text file as it is', async () => {
    const text = '　　&nbsp;甲\u200b<U+00A0>\\r\\n\uFEFF \uE000<!-- x -->\t'
    const [source] = await readSourcesFromBytes('a.txt', bytesOf(text))
    expect(source).toMatchObject({ lines: [{ text }] })
  })

  it('counts pages by form feeds', async () => {
    const [source] = await readSourcesFromBytes('a.txt', bytesOf('一\n二\f三'))
    expect(source).toMatchObject({
      lines: [
        { text: '一', page: 1 },
        { text: '二', page: 1 },
        { text: '三', page: 2 },
      ],
    })
  })

  it.each<[string, Uint8Array, RegExp]>([
    [
      'an old Word file',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      /\.doc.*save it as \.docx/,
    ],
    ['RTF', bytesOf('{\\rtf1 x}'), /is RTF \(\.rtf\); .*save it as \.docx/],
    ['a spreadsheet', makeZip([{ name: 'xl/workbook.xml', content: '' }]), /is a spreadsheet/],
    ['slides', makeZip([{ name: 'ppt/presentation.xml', content: '' }]), /is a presentation/],
    ['an OFD file', makeZip([{ name: 'OFD.xml', content: '' }]), /print it to PDF/],
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), /is a picture; run text recognition/],
    ['a RAR archive', bytesOf('Rar!\x1a\x07'), /is a RAR archive \(\.rar\); unpack it/],
    ['nothing', new Uint8Array(), /is empty; obtain it again/],
    [
      'a program',
      Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31 + index * 7) % 256),
      /is no text/,
    ],
    [
      'an archive of nothing',
      makeZip([{ name: 'a.png', content: 'x' }]),
      /holds no \.txt, \.md, \.html, \.docx or \.pdf/,
    ],
  ])('refuses %s and names the fix', async (_, bytes, message) => {
    const [source, ...others] = await readSourcesFromBytes('a.txt', bytes)
    expect(others).toEqual([])
    expect(source?.error).toBeInstanceOf(SourceError)
    expect(source?.error?.message).toMatch(message)
  })

  it('reads the files of an archive by name; one that cannot be read leaves the others be', async () => {
    const inner = makeZip([{ name: '丙县.txt', content: TEXT }])
    const zip = makeZip([
      { name: encode('报告/青石县2023年.txt', 'gb18030'), content: encode(TEXT, 'gb18030') },
      { name: '__MACOSX/._a.txt', content: 'x' },
      { name: '.DS_Store', content: 'x' },
      { name: '~$lock.docx', content: 'x' },
      { name: 'page_files/frame.html', content: HTML },
      { name: 'picture.png', content: 'x' },
      { name: 'b.pdf', content: PDF },
      { name: 'a.docx', content: DOCX },
      { name: 'old.doc', content: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) },
      { name: 'z.zip', content: inner },
    ])
    const read = await readSourcesFromBytes('in/all.zip', zip)
    expect(read.map(({ file, name, error }) => [file, name, error === undefined])).toEqual([
      ['in/all.zip/a.docx', 'a.docx', true],
      ['in/all.zip/b.pdf', 'b.pdf', true],
      ['in/all.zip/old.doc', 'old.doc', false],
      ['in/all.zip/z.zip/丙县.txt', '丙县.txt', true],
      ['in/all.zip/报告/青石县2023年.txt', '青石县2023年.txt', true],
    ])
  })

  it('leaves out a member that is damaged, and says so of it alone', async () => {
    const zip = makeZip([
      { name: 'a.txt', content: bytesOf(TEXT) },
      { name: 'b.txt', content: bytesOf(TEXT), checksum: 1 },
    ])
    const [first, second, ...others] = await readSourcesFromBytes('all.zip', zip)
    expect(others).toEqual([])
    expect(first).toMatchObject({ file: 'all.zip/a.txt', lines: { length: 3 } })
    expect(second).toMatchObject({ file: 'all.zip/b.txt', name: 'b.txt' })
    expect(second?.error?.message).toMatch(/checksum/u)
  })

  it('refuses more bytes than it reads', async () => {
    const [source] = await readSourcesFromBytes('a.txt', new Uint8Array(64 * 1024 * 1024 + 1))
    expect(source?.error?.message).toMatch(/^has 64(?:\.\d)? MB, more than the 64 MB that are read/u)
  })

  it('does not follow archives into archives without end', async () => {
    let zip = makeZip([{ name: 'a.txt', content: TEXT }])
    zip = makeZip([{ name: 'a.zip', content: zip }])
    expect((await readSourcesFromBytes('a.zip', zip))[0]?.error).toBeUndefined()
    zip = makeZip([{ name: 'a.zip', content: zip }])
    const [source] = await readSourcesFromBytes('a.zip', zip)
    expect(source?.error?.message).toBe('is an archive too deep inside others; unpack it and give the files')
  })

  it('stops at an archive of bombs', async () => {
    const bomb = makeZip([{ name: 'a.txt', content: new Uint8Array(20 << 20).fill(0x61) }])
    const zip = makeZip(Array.from({ length: 50 }, (_, index) => ({ name: `${index}.zip`, content: bomb })))
    const read = await readSourcesFromBytes('a.zip', zip)
    expect(read).toHaveLength(1)
    expect(read[0]?.error?.message).toMatch(/unpacks to far more than reports need/)
  })
})

describe('readInput', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yinju-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('reads a file from the disk, to be taken apart under its own name', async () => {
    const path = join(folder, '青石县2023.txt')
    await writeFile(path, TEXT)
    const read = await readSourcesFromBytes(path, await readInput(path))
    expect(read).toMatchObject([{ file: path, name: '青石县2023.txt', format: 'txt' }])
  })

  it('reads 64 MB and no more', async () => {
    const path = join(folder, 'zeros.txt')
    await writeFile(path, '')
    await truncate(path, 64 * 1024 * 1024)
    expect((await readInput(path)).length).toBe(64 * 1024 * 1024)
    await truncate(path, 64 * 1024 * 1024 + 1)
    await expect(readInput(path)).rejects.toThrow(/^has 64(?:\.\d)? MB, more than/u)
  })

  it('says why a file cannot be read', async () => {
    const large = join(folder, 'large.pdf')
    await writeFile(large, '%PDF-1.4')
    await truncate(large, 200 * 1024 * 1024)
    const messages = await Promise.all(
      [join(folder, 'missing.txt'), folder, large, '/dev/zero'].map((path) =>
        readInput(path).catch((error: Error) => error.message),
      ),
    )
    expect(messages).toEqual([
      'not found; check the path',
      'is a folder; name the files in it',
      'has 200 MB, more than the 64 MB that are read; give the text alone',
      'is a pipe or a device; name a file',
    ])
  })
})
