import { describe, expect, it } from 'vitest'
import { importSource } from '../../src/import/import-report.ts'
import { readSourcesFromBytes } from '../../src/import/read-source.ts'
import { encode } from './encode.ts'
import { makeDocx, paragraph } from './extract/make-docx.ts'
import { makePdf, type PlacedLine } from './extract/make-pdf.ts'

const HEAD = ['政府工作报告', '——2024年1月16日在青石县第十七届人民代表大会第四次会议上', '县长　李明']
const WORK = ['道路', '学校', '医院', '水利', '电力', '桥梁', '公园', '市场', '村庄', '河道']
const BODY = [
  '各位代表：',
  '现在，我代表青石县人民政府，向大会报告工作，请予审议，并请各位政协委员和列席人员提出意见。',
  '一、2023年工作回顾',
  ...WORK.map(
    (work, index) =>
      `过去一年，我们加快${work}建设，完成投资${index + 2}.6亿元，增长8.${index}%，惠及群众${index + 3}200户，“民生${work}”工程全部完工，群众满意度达到96.${index}%。坚持质量第一、安全至上，组织${work}检查${index + 21}次，发现并整改问题${index + 41}个，没有发生一起较大事故，${work}工作走在全市前列，得到各族群众的一致好评。`,
  ),
  '二、2024年工作安排',
  ...WORK.map(
    (work, index) =>
      `新的一年，我们继续推进${work}建设，计划投资${index + 3}.2亿元，新建项目${index + 4}个，改造老旧设施${index + 12}处，力争年内全部完工并投入使用。严格执行项目法人责任制和工程监理制，确保${work}资金用在刀刃上，让全县${index + 6}万群众早日受益，不断增强获得感、幸福感、安全感。`,
  ),
  '各位代表！让我们团结一心，真抓实干，为建设美丽富裕的青石县而努力奋斗！',
]
const LINES = [...HEAD, ...BODY.map((text) => `　　${text}`)]
const PER_LINE = 26

/** Pages as a printer sets them: head centred, first lines set in by two, marks never at the head of a line. */
function printPages(): PlacedLine[][] {
  const lines: { text: string; x: number }[] = HEAD.map((text) => ({ text, x: 300 - text.length * 8 }))
  for (const text of BODY) {
    let rest = text
    for (let room = PER_LINE - 2; rest !== ''; room = PER_LINE) {
      let end = Math.min(rest.length, room)
      while (end < rest.length && /[，。、！：”%.\d]/.test(rest[end] ?? '') && end > 1) end--
      lines.push({ text: rest.slice(0, end), x: room === PER_LINE ? 72 : 104 })
      rest = rest.slice(end)
    }
  }
  const pages: PlacedLine[][] = []
  for (let start = 0; start < lines.length; start += 22) {
    const body = lines.slice(start, start + 22).map((line, index) => ({ ...line, y: 740 - index * 28 }))
    pages.push([...body, { text: `— ${pages.length + 1} —`, x: 280, y: 40, size: 9 }])
  }
  return pages
}

async function blocksOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const [source] = await readSourcesFromBytes(name, bytes)
  if (source === undefined || source.error !== undefined) throw source?.error ?? new Error('nothing read')
  const imported = importSource(source, { force: true })
  if (imported.status === 'refused') throw new Error(imported.reason)
  expect(imported.meta).toMatchObject({ place: '青石县', year: 2024, date: '2024-01-16', speaker: '李明' })
  return imported.text
    .replace(/^---[\s\S]*?\n---\n/, '')
    .trim()
    .split(/\n\n+/)
}

describe('one report in every format', () => {
  const html = (inner: string): string =>
    `<!DOCTYPE html><html><head><meta charset="gbk"></head><body><h1>${HEAD[0]}</h1>${inner}</body></html>`
  const blocks = LINES.slice(1)

  it.each<[string, string, () => Uint8Array]>([
    ['text in UTF-8', 'a.txt', () => encode(LINES.join('\n'), 'utf-8')],
    ['text in GBK with CRLF', 'a.txt', () => encode(LINES.join('\r\n'), 'gb18030')],
    ['text in UTF-16 without a mark', 'a.txt', () => encode(LINES.join('\n'), 'utf-16le')],
    ['a Word file', 'a.docx', () => makeDocx(LINES.map((text) => paragraph(text)).join(''))],
    [
      'a Word file with line breaks',
      'a.docx',
      () => makeDocx(`<w:p>${LINES.map((text) => `<w:r><w:t>${text}</w:t><w:br/></w:r>`).join('')}</w:p>`),
    ],
    [
      'a web page in GBK',
      'a.htm',
      () => encode(html(blocks.map((text) => `<p>${text}</p>`).join('\n')), 'gb18030'),
    ],
    [
      'a web page with line breaks',
      'a.html',
      () => encode(html(`<div>${blocks.join('<br>\n')}</div>`), 'utf-8'),
    ],
    ['a PDF', 'a.pdf', () => makePdf(printPages())],
  ])('is the same report file from %s', async (_, name, make) => {
    const written = await blocksOf(name, make())
    expect(written.map((block) => block.replace(/^#+ /, ''))).toEqual([HEAD[0], ...BODY])
    expect(written.filter((block) => block.startsWith('#'))).toEqual([
      '# 政府工作报告',
      '## 一、2023年工作回顾',
      '## 二、2024年工作安排',
    ])
  })
})
