import { describe, expect, it } from 'vitest'
import { extractDocx } from '../../../../src/import/extract/docx/docx.ts'
import { extractHtml } from '../../../../src/import/extract/html.ts'
import { dropFootmarks } from '../../../../src/import/lines/notes.ts'
import { sniffFormat } from '../../../../src/import/source/sniff.ts'
import { inflateBudget } from '../../../../src/import/source/zip.ts'
import { makeDocx, run } from '../make-docx.ts'

const text = async (inlines: string): Promise<string> =>
  (await extractDocx(makeDocx(`<w:p>${inlines}</w:p>`))).lines.map((line) => line.text).join('\n')
const symbol = (char: string, font = 'Symbol'): string =>
  `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
const equation = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('signs and fields of a Word document', () => {
  it.each([
    ['F0B1', '±'],
    ['F0B0', '°'],
    ['F0B3', '≥'],
    ['00B4', '×'],
    ['F06D', 'μ'],
    ['F020', ' '],
    ['F041', 'Α'],
    ['F07E', '∼'],
    ['F0BC', '…'],
    ['F0C0', 'ℵ'],
    ['F0E0', '◊'],
    ['F0E5', '∑'],
    ['F0F2', '∫'],
  ])('reads %s of the font Symbol as %s', async (char, sign) => {
    expect(await text(run('误差') + symbol(char) + run('5'))).toBe(`误差${sign}5`)
  })

  it.each([
    ['F100', 'Wingdings', '\uF100', false],
    ['F0FF', 'Wingdings', '', true],
    ['EFFF', 'Wingdings', '\uEFFF', false],
    ['F000', 'Wingdings', '', true],
    ['00FF', 'Symbol', 'ÿ', false],
    ['0141', 'Symbol', 'Ł', false],
    ['FFFF', 'Wingdings', '\uFFFF', false],
    ['10041', 'Wingdings', '', false],
    ['0001', 'Wingdings', '\u0001', false],
    ['0', 'Wingdings', '', false],
    ['x', 'Wingdings', '', false],
  ])('reads %s of %s as %j, unknown: %s', async (char, font, sign, isUnknown) => {
    const { lines, warnings } = await extractDocx(
      makeDocx(`<w:p>${run('甲')}${symbol(char, font)}${run('乙')}</w:p>`),
    )
    expect(lines[0]?.text).toBe(`甲${sign}乙`)
    expect(warnings).toHaveLength(isUnknown ? 1 : 0)
  })

  it('warns of a sign that has no known character', async () => {
    const { warnings } = await extractDocx(makeDocx(`<w:p>${run('甲')}${symbol('F0FC', 'Wingdings')}</w:p>`))
    expect(warnings.join()).toContain('1 signs of a symbol font')
  })

  it.each([
    ['eq \\o\\ac(○,1)', '①'],
    [' EQ \\o\\ac(〇,12) ', '⑫'],
    ['eq \\f(1,3)', '1/3'],
  ])('reads the text in the code of the field %s', async (code, read) => {
    expect(await text(run('甲') + equation(code) + run('乙'))).toBe(`甲${read}乙`)
  })

  it.each(['PAGE', ' NUMPAGES \\* MERGEFORMAT'])('leaves out the simple field %s', async (code) => {
    expect(
      await text(`${run('全县')}<w:fldSimple w:instr="${code}">${run('7')}</w:fldSimple>${run('高标准')}`),
    ).toBe('全县高标准')
  })
})

describe('a single footmark', () => {
  it('leaves the text when a note below has its number, and stays when none has', () => {
    const paragraphs = [
      { text: '新增高标准农田[1]三点二万亩。', line: 1 },
      { text: '[1]高标准农田：土地平整的农田。', line: 9 },
    ].map((paragraph) => ({ ...paragraph, page: null, isHeading: false })) as never as Parameters<
      typeof dropFootmarks
    >[0]
    expect(dropFootmarks(paragraphs).paragraphs[0]?.text).toBe('新增高标准农田三点二万亩。')
    expect(dropFootmarks(paragraphs.slice(0, 1)).paragraphs[0]?.text).toContain('[1]')
  })
})

describe('XHTML', () => {
  it.each(['<title/>', '<title />', '<script src="a.js"/>', '<style type="text/css"/>'])(
    'reads on after %s',
    (element) => {
      const page = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>${element}</head><body><p>各位代表：我向大会报告工作。<br/>请审议。</p></body></html>`
      expect(
        extractHtml(page)
          .lines.map((line) => line.text)
          .join(''),
      ).toContain('我向大会报告工作')
    },
  )
})

describe('documents of XML under another name', () => {
  it.each([
    ['Word 2003 XML', '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'],
    [
      'flat OPC',
      '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
    ],
  ])('refuses %s by name', async (name, xml) => {
    await expect(sniffFormat(Buffer.from(xml), inflateBudget(xml.length))).rejects.toThrow(name)
  })
})
