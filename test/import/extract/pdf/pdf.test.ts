import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { extractPdf } from '../../../../src/import/extract/pdf/pdf.ts'
import { SourceError } from '../../../../src/import/source/source.ts'
import { makePdf, type PlacedLine, writeObjects } from '../make-pdf.ts'

const MARGIN = 72

/** Lines of one column, 28 apart from the top; two spaces before a line set it in by two characters. */
function column(lines: readonly string[], x = MARGIN, top = 740): PlacedLine[] {
  return lines.map((line, index) => {
    const text = line.trimStart()
    return { text, x: x + (line.length - text.length) * 16, y: top - index * 28 }
  })
}

const texts = async (bytes: Uint8Array): Promise<string[]> =>
  (await extractPdf(bytes)).lines.map((line) => line.text)

describe('extractPdf', () => {
  it('gives the lines with their page, and tells by indents and short lines which of them begin a paragraph', async () => {
    const middle = Array.from({ length: 8 }, () => '全县各项事业都有新进步，群众')
    const pages = [
      column([
        '各位代表：',
        '  现在报告过去一年的工作，',
        ...middle,
        '日子越过越好。',
        '  二、今年的主要安排和工作',
      ]),
      column(['重点。', '谢谢大家！']),
    ]
    const { lines } = await extractPdf(makePdf(pages))
    expect(lines.map(({ page, opens }) => [page, opens])).toEqual([
      [1, undefined],
      [1, true],
      ...middle.map(() => [1, false]),
      [1, false],
      [1, true],
      [2, false],
      [2, true],
    ])
    expect(lines[1]?.text).toBe('　　现在报告过去一年的工作，')
    expect(lines[2]?.text).toBe(middle[0])
  })

  it('tells paragraphs by gaps where there are no indents, also past page numbers and running heads', async () => {
    const page = (number: number): PlacedLine[] => [
      { text: '青石县人民政府文件', x: 72, y: 800, size: 9 },
      ...column([
        '全县各项事业都有新进步，群众',
        '日子越过越好，社会和谐稳定，',
        '经济持续向好，质量稳步提升。',
      ]),
      ...column(
        ['第二段同样写满这一行，接着说', '第二行也写满了，说到这里还有', '第三行，话没有说完就到了页尾'],
        MARGIN,
        600,
      ),
      { text: `— ${number} —`, x: 280, y: 40, size: 9 },
    ]
    const { lines } = await extractPdf(makePdf([page(1), page(2)]))
    expect(lines.filter((line) => line.isRunning).map((line) => line.text)).toEqual([
      '青石县人民政府文件',
      '— 1 —',
      '青石县人民政府文件',
      '— 2 —',
    ])
    const body = lines.filter((line) => line.isRunning === undefined && line.text !== '')
    expect(body.map((line) => line.opens)).toEqual([
      undefined,
      false,
      false,
      true,
      false,
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ])
  })

  it('puts a blank line where the print has a gap', async () => {
    const lines = [...column(['第一段', '第二行', '第三行']), ...column(['第二段', '第五行'], MARGIN, 600)]
    expect(await texts(makePdf([lines]))).toEqual(['第一段', '第二行', '第三行', '', '第二段', '第五行'])
  })

  it('orders by place, not by the order of writing', async () => {
    expect(await texts(makePdf([column(['一', '二', '三']).reverse()]))).toEqual(['一', '二', '三'])
  })

  it('joins pieces of a line, with a space only where the print has one', async () => {
    const at = (x: number, text: string): PlacedLine => ({ text, x, y: 700 })
    const line = [at(72, '全县'), at(104.5, '增长'), at(148, '县长'), at(196, '李'), at(228, '明')]
    expect(await texts(makePdf([line]))).toEqual(['全县增长 县长 李 明'])
  })

  it('reads two columns one after the other, below a title across both', async () => {
    const left = Array.from({ length: 8 }, (_, index) => `左栏第${'一二三四五六七八'[index]}行写满十个字`)
    const right = left.map((line) => line.replace('左', '右'))
    const title: PlacedLine = { text: '政府工作报告关于全县今年工作的安排', x: 150, y: 780 }
    expect(
      await texts(
        makePdf([
          [
            title,
            ...left.flatMap((line, index) => [
              ...column([line], 60, 720 - index * 24),
              ...column([right[index] ?? ''], 320, 720 - index * 24),
            ]),
          ],
        ]),
      ),
    ).toEqual([expect.stringContaining(title.text), ...left, ...right])
  })

  it('gives a line for each row of a table', async () => {
    const row = (y: number, cells: readonly string[]): PlacedLine[] =>
      cells.map((text, index) => ({ text, x: 72 + index * 120, y }))
    const { lines } = await extractPdf(
      makePdf([[...row(700, ['指标', '单位', '增速']), ...row(670, ['总产值', '亿元', '8.5%'])]]),
    )
    expect(lines.map(({ text, isTableRow }) => [text, isTableRow])).toEqual([
      ['指标\t单位\t增速', true],
      ['总产值\t亿元\t8.5%', true],
    ])
  })

  it('leaves out slanted watermarks and says so, but reads a page that lies on its side', async () => {
    const watermark: PlacedLine = { text: '内部资料', x: 200, y: 300, size: 40, turn: 45 }
    const { lines, warnings } = await extractPdf(makePdf([[...column(['正文']), watermark]]))
    expect(lines.map((line) => line.text)).toEqual(['正文'])
    expect(warnings).toEqual(['1 pieces of slanted text left out (watermarks)'])
    const upright = column(['第一行', '第二行']).map((line) => ({
      ...line,
      x: 800 - line.y,
      y: line.x,
      turn: 90,
    }))
    expect(await texts(makePdf([upright], { rotate: 90 }))).toEqual(['第一行', '第二行'])
  })

  it.each([90, 180, 270])('reads pages that are turned by %d°', async (rotate) => {
    const pages = [column(['第一行', '第二行']), column(['第三行'])]
    expect(await texts(makePdf(pages, { rotate }))).toEqual(['第一行', '第二行', '第三行'])
  })

  it('reads a single page that lies on its side, or stands on its head', async () => {
    const pages = [column(['第一行', '第二行']), column(['第三行', '第四行']), column(['第五行'])]
    expect(await texts(makePdf(pages, { rotate: [0, 270, 180] }))).toEqual([
      '第一行',
      '第二行',
      '第三行',
      '第四行',
      '第五行',
    ])
  })

  it.each([90, 180, 270])('reads lines that are set at %d° on an upright page', async (turn) => {
    const turned = column(['第一行', '第二行']).map((line) => {
      if (turn === 180) return { ...line, x: 595 - line.x, y: 842 - line.y, turn }
      return turn === 90
        ? { ...line, x: 800 - line.y, y: line.x, turn }
        : { ...line, x: line.y - 300, y: 842 - line.x, turn }
    })
    expect(await texts(makePdf([turned]))).toEqual(['第一行', '第二行'])
  })

  it('reads what a turned page cuts off because the sides of its box were exchanged', async () => {
    expect(await texts(makePdf([column(['第一行', '第二行'])], { rotate: 90, size: [842, 595] }))).toEqual([
      '第一行',
      '第二行',
    ])
  })

  it('reads a table set sideways below upright text, and leaves out a line in the margin', async () => {
    const upright = column(['正文第一行写满了这一行的字', '正文第二行也写满了这一行的字'])
    const sideways = (text: string, x: number): PlacedLine => ({ text, x, y: 100, turn: 90 })
    const table = ['附表各项指标完成情况', '生产总值与财政收入'].map((text, index) =>
      sideways(text, 300 + index * 28),
    )
    expect((await texts(makePdf([[...upright, ...table]]))).map((text) => text.trim())).toEqual([
      ...upright.map(({ text }) => text),
      '',
      '附表各项指标完成情况',
      '生产总值与财政收入',
    ])
    expect((await texts(makePdf([[...upright, sideways('装订线', 30)]]))).map((text) => text.trim())).toEqual(
      upright.map(({ text }) => text),
    )
  })

  it.each([
    ['each letter twice', 2, 0.3],
    ['each letter three times', 3, 0.4],
  ])('reads a heading with %s once', async (_, times, shift) => {
    const heading = [...'二、2023年工作工作回顾'].flatMap((text, index) =>
      Array.from({ length: times }, (_, at) => ({ text, x: MARGIN + index * 16 + at * shift, y: 740 })),
    )
    const body = column(['全县生产总值112.6亿元，人人有份。'], MARGIN, 700)
    expect(await texts(makePdf([[...heading, ...body]]))).toEqual([
      '二、2023年工作工作回顾',
      '全县生产总值112.6亿元，人人有份。',
    ])
  })

  it('reads once what is printed twice in pieces of different length', async () => {
    const at = (text: string, x: number): PlacedLine => ({ text, x: MARGIN + x, y: 740 })
    const line = [
      at('一、全年', 0),
      at('GDP 增长百分之五', 64),
      at('一、全年GDP', 0.4),
      at('增长百分之五', 128.4),
    ]
    expect((await texts(makePdf([line]))).join('')).toBe('一、全年GDP 增长百分之五')
  })

  it.each([
    ['in small print', 9],
    ['apart from the text', 16],
  ])('sets the notes at the foot of a page aside, %s', async (_, size) => {
    const full = Array.from({ length: 8 }, () => '全县各项事业都有新进步，群众')
    const page = (note: readonly string[], lines: readonly string[]): PlacedLine[] => [
      ...column(lines),
      ...note.map((text, index) => ({ text, x: MARGIN, y: 110 - index * size * 1.75, size })),
      { text: '— 1 —', x: 280, y: 40, size: 9 },
    ]
    const pages = [
      page(['①青年之家：指服务青年的', '活动场所。', '②夜校：指晚上开的课。'], ['  一、工作回顾', ...full]),
      page([], ['日子越过越好。', '  明年再接再厉，把工作做得更', '好。']),
    ]
    const { lines } = await extractPdf(makePdf(pages))
    const notes = lines.filter((line) => line.isNote)
    expect(notes.map(({ text, opens }) => [text, opens])).toEqual([
      ['①青年之家：指服务青年的', true],
      ['活动场所。', false],
      ['②夜校：指晚上开的课。', true],
    ])
    expect(lines.find(({ text }) => text === '日子越过越好。')?.opens).toBe(false)
  })

  it('takes the small print of an annex for no notes', async () => {
    const entry = (text: string, y: number): PlacedLine => ({ text, x: MARGIN, y, size: 9 })
    const body = column(['  全县各项事业都有新进步，群众', '日子越过越好。'])
    const pages = [
      [...body, ...column(['名词解释'], MARGIN, 600), entry('1.夜校：指晚上开的课。', 560)],
      [entry('2.青年之家：指活动场所。', 740)],
    ]
    expect((await extractPdf(makePdf(pages))).lines.filter((line) => line.isNote)).toEqual([])
  })

  it('reads words printed twice for boldness once', async () => {
    const [line] = column(['政府工作报告'])
    expect(
      await texts(makePdf([line === undefined ? [] : [line, { ...line, x: line.x + 0.4 }, line]])),
    ).toEqual(['政府工作报告'])
  })

  it('keeps a raised figure apart as a footmark', async () => {
    const line: PlacedLine[] = [
      { text: '增长8.5%', x: 72, y: 700 },
      { text: '3', x: 138, y: 706, size: 8 },
      { text: '以上', x: 144, y: 700 },
    ]
    expect(await texts(makePdf([line]))).toEqual(['增长8.5%[3]以上'])
  })

  it('closes letters that are set apart', async () => {
    const lines = column(['全年生产总值2024亿元，增长8.5%']).map((line) => ({ ...line, spacing: 4 }))
    expect(await texts(makePdf([lines]))).toEqual(['全年生产总值2024亿元，增长8.5%'])
  })

  it('takes a line for full where the quotation that follows cannot be broken', async () => {
    const full = Array.from({ length: 8 }, () => '全县各项事业都有新进步，群众日子越')
    const { lines } = await extractPdf(
      makePdf([column([...full, '过越好，全年新增就业人数多，实', '现“线上”和“线下”一起发展。'])]),
    )
    expect(lines.at(-1)?.opens).toBe(false)
  })

  it('names the pages without text', async () => {
    expect((await extractPdf(makePdf([column(['正文']), [], column(['正文'])]))).warnings).toEqual([
      '1 of 3 pages without text (pictures?): 2',
    ])
  })

  it.each([
    [10, '2, 3, 4, 5, 6, 7, 8, 9, 10, 11'],
    [11, '2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …'],
  ])('names ten of them at the most, of %i', async (count, named) => {
    const pages = [column(['正文']), ...Array.from({ length: count }, () => [])]
    expect((await extractPdf(makePdf(pages))).warnings).toEqual([
      `${count} of ${count + 1} pages without text (pictures?): ${named}`,
    ])
  })

  it('hears what the library rejects as long as a file is read, and no longer', async () => {
    const listening = (): number => process.listenerCount('unhandledRejection')
    await setImmediate()
    const before = listening()
    const added: unknown[] = []
    const note = (event: unknown): number => added.push(event)
    process.on('newListener', note)
    await extractPdf(makePdf([column(['正文'])])).finally(() => process.off('newListener', note))
    expect(added).toContain('unhandledRejection')
    await setImmediate()
    expect(listening()).toBe(before)
  })

  it('reads columns apart though a mark hangs out of the left one to where the right one begins', async () => {
    const left = Array.from({ length: 8 }, (_, index) => `左栏第${'一二三四五六七八'[index]}行写满十个字`)
    const right = left.map((line) => line.replace('左', '右'))
    const at = (x: number) => (text: string, index: number) => ({ text, x, y: 720 - index * 24 })
    const lines = [...left.map(at(60)), at(226)('，', 3), ...right.map(at(246))]
    expect(await texts(makePdf([lines]))).toEqual([
      ...left.map((line, index) => (index === 3 ? `${line}，` : line)),
      ...right,
    ])
  })

  it('reads a file that a typesetting library made, fonts embedded', async () => {
    const { lines, warnings } = await extractPdf(
      await readFile(new URL('../fixtures/two-layouts.pdf', import.meta.url)),
    )
    const text = lines.map((line) => line.text).join('\n')
    expect(warnings).toEqual(['1 pieces of slanted text left out (watermarks)'])
    expect(text).toContain('　　过去一年，全县地区生产总值完成12.6亿元，增长8.')
    expect(text).toContain('　　过去一年，全县地区生产总值完成12.\n6亿元，增长8.5%，一般公共预算收入1')
    expect(new Set(lines.map((line) => line.page))).toEqual(new Set([1, 2]))
  })

  it.each([
    ['a scan', makePdf([[], []]), /is a scan without a text layer; run text recognition/],
    ['one whose fonts name no characters', makePdf([column(['ĐȳɐʘΎѾԘՏ'])], { toUnicode: () => '' }), /OCR/],
    ['a head and nothing else', new TextEncoder().encode('%PDF-1.7\n'), /is a damaged PDF/],
    [
      'a broken object',
      new TextEncoder().encode('%PDF-1.7\n1 0 obj << /Type /Catalog >> [[[ <<'),
      /is a damaged PDF/,
    ],
    ['half a file', makePdf([column(['正文'])]).slice(0, 300), /damaged|without a text layer/],
    [
      'pages in a circle',
      writeObjects(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 9>>']),
      /damaged/,
    ],
    ['a book', makePdf(Array.from({ length: 601 }, () => [])), /has 601 pages, more than the 600/],
  ])('refuses %s', async (_, bytes, message) => {
    await expect(extractPdf(bytes)).rejects.toThrow(SourceError)
    await expect(extractPdf(bytes)).rejects.toThrow(message)
  })

  it('refuses a locked file and reads one that only forbids printing', async () => {
    const fixture = (name: string): Promise<Uint8Array> =>
      readFile(new URL(`../fixtures/${name}`, import.meta.url))
    await expect(fixture('locked.pdf').then(extractPdf)).rejects.toThrow(
      'is locked with a password; save it without one',
    )
    expect(await fixture('no-printing.pdf').then(texts)).toEqual(['Green Stone County'])
  })
})
