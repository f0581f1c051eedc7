import { describe, expect, it } from 'vitest'
import { extractDocx } from '../../../../src/import/extract/docx/docx.ts'
import { SourceError } from '../../../../src/import/source/source.ts'
import { makeZip } from '../../source/make-zip.ts'
import { makeDocx, paragraph, run } from '../make-docx.ts'

async function texts(body: string, parts: Readonly<Record<string, string>> = {}): Promise<string[]> {
  return (await extractDocx(makeDocx(body, parts))).lines.map((line) => line.text)
}

const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`

describe('extractDocx', () => {
  it('gives each paragraph as a block, its white space as it stands', async () => {
    const { lines, warnings } = await extractDocx(
      makeDocx(paragraph('各位代表：') + paragraph('　　全县增长8.5%。 ')),
    )
    expect(lines).toEqual([
      { text: '各位代表：', isBlock: true },
      { text: '　　全县增长8.5%。 ', isBlock: true },
    ])
    expect(warnings).toEqual([])
  })

  it('leaves the lines of a paragraph with soft breaks open, between blank lines', async () => {
    const body = `<w:p>${run('第一行')}<w:r><w:br/></w:r>${run('第二行')}</w:p>`
    expect((await extractDocx(makeDocx(body))).lines).toEqual([
      { text: '' },
      { text: '第一行' },
      { text: '第二行' },
      { text: '' },
    ])
  })

  it('takes a page break at the head of a paragraph for no line', async () => {
    const body = `<w:p><w:r><w:br w:type="page"/></w:r>${run('附件')}</w:p>`
    expect((await extractDocx(makeDocx(body))).lines).toEqual([{ text: '附件', isBlock: true }])
  })

  it('knows bold runs by their ranges, joined where they touch, by style or by themselves', async () => {
    const styles =
      '<w:style w:styleId="b"><w:rPr><w:b/></w:rPr></w:style><w:style w:styleId="c"><w:basedOn w:val="b"/></w:style>'
    const body =
      `<w:p>${run('加快', '<w:b/>')}${run('发展。', '<w:b w:val="1"/>')}${run('全年', '<w:b w:val="0"/>')}</w:p>` +
      `<w:p><w:pPr><w:pStyle w:val="c"/></w:pPr>${run('粗')}${run('细', '<w:b w:val="false"/>')}</w:p>`
    const { lines } = await extractDocx(makeDocx(body, { styles }))
    expect(lines.map((line) => line.bold)).toEqual([[[0, 5]], [[0, 1]]])
  })

  it('knows headings by outline level, by style name, and by the style that a style is based on', async () => {
    const styles =
      '<w:style w:styleId="1"><w:name w:val="heading 2"/></w:style>' +
      '<w:style w:styleId="2"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style>' +
      '<w:style w:styleId="3"><w:name w:val="Title"/></w:style>'
    const styled = (id: string): string => paragraph('题', `<w:pStyle w:val="${id}"/>`)
    const body =
      styled('1') + styled('2') + styled('3') + paragraph('题', '<w:outlineLvl w:val="0"/>') + paragraph('题')
    const { lines } = await extractDocx(makeDocx(body, { styles }))
    expect(lines.map((line) => line.heading)).toEqual([2, 2, 1, 1, undefined])
  })

  it.each([
    [5, 6],
    [6, undefined],
    [8, undefined],
  ])('takes outline level %i for heading %s, whatever the style says', async (level, heading) => {
    const styles = '<w:style w:styleId="1"><w:name w:val="heading 2"/></w:style>'
    const body = paragraph('题', `<w:pStyle w:val="1"/><w:outlineLvl w:val="${level}"/>`)
    const { lines } = await extractDocx(makeDocx(body, { styles }))
    expect(lines.map((line) => line.heading)).toEqual([heading])
  })

  it('reads what is written twice once, as blocks and within a line', async () => {
    const twice = (first: string, second: string): string =>
      `<mc:AlternateContent><mc:Choice>${first}</mc:Choice><mc:Fallback>${second}</mc:Fallback></mc:AlternateContent>`
    const body =
      twice(paragraph('一段'), paragraph('旧的一段')) +
      `<w:p>${run('前')}${twice(run('新'), run('旧'))}</w:p>` +
      `<mc:AlternateContent><mc:Fallback>${paragraph('只有旧的')}</mc:Fallback></mc:AlternateContent>`
    expect(await texts(body)).toEqual(['一段', '前新', '只有旧的'])
  })

  it('reads paragraphs in wrappers, and counts files inside the file', async () => {
    const body = `<w:customXml>${paragraph('甲')}<w:ins>${paragraph('乙')}</w:ins></w:customXml><w:altChunk/><w:altChunk/>`
    const { lines, warnings } = await extractDocx(makeDocx(body))
    expect(lines.map((line) => line.text)).toEqual(['甲', '乙'])
    expect(warnings).toEqual(['2 embedded files not read'])
  })

  it('survives styles based on each other', async () => {
    const styles =
      '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    expect(await texts(paragraph('正文', '<w:pStyle w:val="a"/>'), { styles })).toEqual(['正文'])
  })

  it.each([
    ['the definition of the style', '<w:styleLink w:val="list"/>', ''],
    [
      'the list that the style names',
      '',
      '<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    ],
  ])('writes out numbers whose definition only names a list style: %s', async (_, link, styles) => {
    const level = (depth: number, text: string): string =>
      `<w:lvl w:ilvl="${depth}"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering =
      `<w:abstractNum w:abstractNumId="7">${link}${level(0, '%1、')}${level(1, '（%2）')}</w:abstractNum>` +
      '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="list"/></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    const numbered = (text: string, depth: number): string =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="2"/></w:numPr>`)
    const body = numbered('回顾', 0) + numbered('农业', 1) + numbered('工业', 1) + numbered('安排', 0)
    expect(await texts(body, { numbering, styles })).toEqual([
      '一、回顾',
      '（一）农业',
      '（二）工业',
      '二、安排',
    ])
  })

  it('leaves out deleted and hidden text and keeps inserted text', async () => {
    const body =
      `<w:p>${run('增长')}<w:del><w:r><w:delText>7%</w:delText></w:r></w:del><w:ins>${run('8%')}</w:ins>` +
      `${run('草稿', '<w:vanish/>')}<w:moveFrom>${run('旧处')}</w:moveFrom><w:moveTo>${run('。')}</w:moveTo></w:p>`
    const { lines, warnings } = await extractDocx(makeDocx(body))
    expect(lines.map((line) => line.text)).toEqual(['增长8%。'])
    expect(warnings).toEqual(['2 tracked deletions left out; check that the file is the final version'])
  })

  it('joins a paragraph whose end was deleted with the next', async () => {
    expect(await texts(paragraph('上半句，', '<w:rPr><w:del/></w:rPr>') + paragraph('下半句。'))).toEqual([
      '上半句，下半句。',
    ])
  })

  it('reads tabs, hyphens, symbols, links, ruby and the result of fields', async () => {
    const body =
      `<w:p>${run('甲')}<w:r><w:tab/></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:sym w:char="2116"/></w:r>` +
      `<w:hyperlink>${run('链接')}</w:hyperlink><w:r><w:ruby><w:rt>${run('pin')}</w:rt><w:rubyBase>${run('拼')}</w:rubyBase></w:ruby></w:r>` +
      `${field('begin')}${code(' REF x ')}${field('separate')}${run('第三章')}${field('end')}</w:p>`
    expect(await texts(body)).toEqual(['甲\t\u2011№链接拼第三章'])
  })

  it('leaves out page numbers and generated contents', async () => {
    const body =
      `<w:p>${run('前')}${field('begin')}${code('PAGE')}${field('separate')}${run('7')}${field('end')}${run('后')}</w:p>` +
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>' +
      `<w:sdtContent>${paragraph('一、回顾\t1')}</w:sdtContent></w:sdt>` +
      `<w:sdt><w:sdtContent>${paragraph('控件里的正文')}</w:sdtContent></w:sdt>`
    const { lines, warnings } = await extractDocx(makeDocx(body))
    expect(lines.map((line) => line.text)).toEqual(['前后', '控件里的正文'])
    expect(warnings).toEqual(['generated table of contents left out (1 lines)'])
  })

  it('loses nothing to a field without an end', async () => {
    expect(
      await texts(`<w:p>${field('begin')}${code('PAGE')}${run('全文')}</w:p>${paragraph('还在')}`),
    ).toEqual(['全文', '还在'])
  })

  it('trims text that Word trims, and only that', async () => {
    expect(await texts('<w:p><w:r><w:t> 甲 </w:t><w:t xml:space="preserve"> 乙 </w:t></w:r></w:p>')).toEqual([
      '甲 乙 ',
    ])
  })

  it('reads the text of a box once, after the paragraph that holds it', async () => {
    const box = (name: string): string => `<w:txbxContent>${paragraph(name)}</w:txbxContent>`
    const body =
      `<w:p>${run('正文')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp>${box('框内')}</wps:wsp></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:shape>${box('框内')}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(await texts(body)).toEqual(['正文', '框内'])
  })

  it('gives a line for each row of a table, cells divided by tabs', async () => {
    const cell = (...lines: string[]): string =>
      `<w:tc>${lines.map((line) => paragraph(line)).join('')}</w:tc>`
    const body = `<w:tbl><w:tr>${cell('指标')}${cell('增速', '（%）')}</w:tr><w:tr>${cell('GDP', 'total')}${cell('8.5')}</w:tr></w:tbl>`
    expect((await extractDocx(makeDocx(body))).lines).toEqual([
      { text: '指标\t增速（%）', isBlock: true, isTableRow: true },
      { text: 'GDP total\t8.5', isBlock: true, isTableRow: true },
    ])
  })

  it('keeps the columns of a table with empty and merged cells, and says the labels of merged ones again', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text === '' ? '<w:p/>' : paragraph(text)}</w:tc>`
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
    const table = [
      row(cell('主要指标表', '<w:gridSpan w:val="4"/>')),
      row(cell('', '<w:gridSpan w:val="2"/>'), cell('2023年', '<w:gridSpan w:val="2"/>')),
      row(cell('工业', '<w:vMerge w:val="restart"/>'), cell('产值'), cell(''), cell('9亿元')),
      row(cell('', '<w:vMerge/>'), cell('企业'), cell('7家'), cell('')),
      row(cell('全县', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('3亿元'), cell('4亿元')),
      row(
        cell('合计', '<w:hMerge w:val="restart"/>'),
        cell('', '<w:hMerge/>'),
        cell('', '<w:hMerge/>'),
        cell('7亿元'),
      ),
      `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('5%')}${cell('6%')}</w:tr>`,
    ]
    expect(await texts(`<w:tbl>${table.join('')}</w:tbl>`)).toEqual([
      '主要指标表',
      '\t\t2023年\t2023年',
      '工业\t产值\t\t9亿元',
      '工业\t企业\t7家',
      '全县\t全县\t3亿元\t4亿元',
      '合计\t合计\t合计\t7亿元',
      '\t\t5%\t6%',
    ])
  })

  it('reads a table that lays out an article as paragraphs', async () => {
    const article = ['一、回顾', '全年工作。'.repeat(100), '二、安排'].map((text) => paragraph(text)).join('')
    const body = `<w:tbl><w:tr><w:tc>${paragraph('政府工作报告')}</w:tc></w:tr><w:tr><w:tc>${article}</w:tc></w:tr></w:tbl>`
    const { lines } = await extractDocx(makeDocx(body))
    expect(lines).toHaveLength(4)
    expect(lines.every((line) => line.isTableRow === undefined)).toBe(true)
  })

  it('puts notes behind their marks at the end', async () => {
    const footnotes = `<w:footnote w:id="-1" w:type="separator">${paragraph('')}</w:footnote><w:footnote w:id="2">${paragraph(' 指甲乙丙。')}</w:footnote>`
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    expect(await texts(`<w:p>${run('“三区”')}${reference}${run('建设')}</w:p>`, { footnotes })).toEqual([
      '“三区”[1]建设',
      '[1] 指甲乙丙。',
    ])
  })

  it('keeps the bold ranges of a note where its words are', async () => {
    const footnotes = `<w:footnote w:id="2"><w:p>${run(' ', '<w:b/>')}${run('　指', '')}${run('甲乙', '<w:b/>')}${run('。')}</w:p></w:footnote>`
    const body = `<w:p>${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`
    const { lines } = await extractDocx(makeDocx(body, { footnotes }))
    expect(lines.at(-1)).toMatchObject({ text: '[1] 指甲乙。', bold: [[5, 7]] })
  })

  it('keeps raised figures apart from the figures before them', async () => {
    const raised = (text: string): string => run(text, '<w:vertAlign w:val="superscript"/>')
    const body = `<w:p>${run('增长8.5%')}${raised('1')}${raised('2')}${run('，面积3km')}${raised('2')}${run('，10')}${raised('注')}</w:p>`
    expect(await texts(body)).toEqual(['增长8.5%[12]，面积3km²，10注'])
  })

  it('says that a file holds pictures instead of text', async () => {
    const body = '<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>'
    await expect(extractDocx(makeDocx(body))).rejects.toThrow(
      'holds pictures without text; run text recognition (OCR)',
    )
  })

  it.each([
    ['without a document', makeZip([{ name: 'word/styles.xml', content: '<a/>' }]), /is no Word document/],
    [
      'with broken XML',
      makeZip([{ name: 'word/document.xml', content: '<w:document><w:body>' }]),
      /is damaged/,
    ],
    ['cut in the middle', makeDocx(paragraph('正文')).slice(0, 200), /is damaged/],
    ['without text', makeDocx(''), /holds no text/],
    [
      'with a billion laughs',
      makeZip([
        { name: 'word/document.xml', content: '<!DOCTYPE x [<!ENTITY a "ha">]><w:body>&a;</w:body>' },
      ]),
      /declares entities/,
    ],
    [
      'with a wrong checksum',
      makeZip([{ name: 'word/document.xml', content: '<a/>', checksum: 1 }]),
      /checksum/,
    ],
  ])('refuses a file %s', async (_, bytes, message) => {
    await expect(extractDocx(bytes)).rejects.toThrow(SourceError)
    await expect(extractDocx(bytes)).rejects.toThrow(message)
  })

  it('reads the text of a file whose styles or numbers are damaged, and says what is missing', async () => {
    const zip = makeZip([
      { name: 'word/document.xml', content: '<document><body><p><r><t>正文</t></r></p></body></document>' },
      { name: 'word/styles.xml', content: '<styles><style>' },
      { name: 'word/numbering.xml', content: '<a/>', checksum: 1 },
    ])
    expect(await extractDocx(zip)).toEqual({
      lines: [{ text: '正文', isBlock: true }],
      warnings: [
        'the part styles.xml is damaged: heading styles are not known',
        'the part numbering.xml is damaged: automatic numbers are missing in the text',
      ],
    })
  })

  it('does not follow notes into notes', async () => {
    const self = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const footnotes = `<w:footnote w:id="1"><w:p>${run('见注')}${self}${self}</w:p></w:footnote>`
    expect(await texts(`<w:p>${run('正文')}${self}</w:p>`, { footnotes })).toEqual(['正文[1]', '[1] 见注'])
  })
})

const level = (depth: number, format: string, pattern: string, more = ''): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`

describe('automatic numbers', () => {
  const numbering =
    `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="8">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="9">${level(0, 'bullet', '')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>' +
    '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
  const item = (list: number, depth: number, text = '项'): string =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`)

  it('are written out as Word prints them, deeper ones beginning anew', async () => {
    const body = [item(1, 0), item(1, 1), item(1, 1), item(1, 2), item(1, 0), item(1, 1), item(1, 2)].join('')
    const { lines, warnings } = await extractDocx(makeDocx(body, { numbering }))
    expect(lines.map((line) => line.text)).toEqual([
      '一、项',
      '（一）项',
      '（二）项',
      '1.项',
      '二、项',
      '（一）项',
      '1.项',
    ])
    expect(warnings).toEqual(['automatic numbers of 7 paragraphs written out as Word prints them'])
    expect((await extractDocx(makeDocx(item(1, 0), { numbering }))).warnings).toEqual([
      'automatic numbers of 1 paragraphs written out as Word prints them',
    ])
  })

  it('show the numbers above them and stay apart from the words', async () => {
    expect(await texts([item(2, 0), item(2, 1), item(2, 1)].join(''), { numbering })).toEqual([
      '1 项',
      '1.1 项',
      '1.2 项',
    ])
  })

  it('grow together with a bold beginning, and move what is bold behind it', async () => {
    const properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    const body = `<w:p>${properties}${run('加快', '<w:b/>')}${run('发展')}${run('。', '<w:b/>')}</w:p>`
    const { lines } = await extractDocx(makeDocx(body, { numbering }))
    expect(lines[0]).toMatchObject({
      text: '一、加快发展。',
      bold: [
        [0, 4],
        [6, 7],
      ],
    })
  })

  it('take their depth from the paragraph style that a depth names', async () => {
    const own =
      `<w:abstractNum w:abstractNumId="3">${level(0, 'decimal', '%1.', '<w:pStyle w:val="a"/>')}${level(1, 'decimal', '%1.%2.', '<w:pStyle w:val="b"/>')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>'
    const of = (id: string): string =>
      `<w:style w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const styled = (id: string): string => paragraph('项', `<w:pStyle w:val="${id}"/>`)
    const body = styled('a') + styled('b') + styled('b') + styled('other')
    expect(await texts(body, { numbering: own, styles: of('a') + of('b') + of('other') })).toEqual([
      '1.项',
      '1.1.项',
      '1.2.项',
      '2.项',
    ])
  })

  it.each([
    ['never where it says 0', 0, ['1.a', '1.b', '2.c']],
    ['after a paragraph of the first depth where it says 1', 1, ['1.a', '1.b', '2.a']],
  ])('of a deeper depth begin anew %s', async (_, restart, expected) => {
    const deepest = level(2, 'lowerLetter', '%1.%3', `<w:lvlRestart w:val="${restart}"/>`)
    const own =
      `<w:abstractNum w:abstractNumId="3">${level(0, 'decimal', '%1')}${level(1, 'none', '')}${deepest}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>'
    const body = [item(1, 0), item(1, 2), item(1, 1), item(1, 2), item(1, 0), item(1, 1), item(1, 2)]
    const printed = await texts(body.join(''), { numbering: own })
    expect(printed.flatMap((text) => /^\d\.[a-z]/u.exec(text) ?? [])).toEqual(expected)
  })

  it('stand for numbers above that no paragraph has yet, in figures where a depth is written the legal way', async () => {
    const own =
      `<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>` +
      `${level(1, 'decimal', '%1.%2.', '<w:isLgl/>')}<w:lvl w:ilvl="2"><w:lvlText w:val="%1（%3）"/></w:lvl></w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>'
    expect(await texts(item(1, 1) + item(1, 2) + item(1, 0), { numbering: own })).toEqual([
      '3.1.项',
      '三（1）项',
      '三、项',
    ])
  })

  it('begin anew where a list says so', async () => {
    expect(await texts([item(1, 0), item(1, 0), item(4, 0), item(4, 0)].join(''), { numbering })).toEqual([
      '一、项',
      '二、项',
      '一、项',
      '二、项',
    ])
  })

  it('are not made of bullets, of empty paragraphs, or where they are switched off', async () => {
    const styles = '<w:style w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const off = paragraph('无', '<w:pStyle w:val="n"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    const body = item(3, 0) + item(1, 0, '') + paragraph('有', '<w:pStyle w:val="n"/>') + off
    expect(await texts(body, { numbering, styles })).toEqual(['项', '', '一、有', '无'])
  })
})
