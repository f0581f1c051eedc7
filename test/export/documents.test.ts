/** Documents to take away, read back by a reader that is not theirs: every character of every piece, marked as what it is. */
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { changesFile } from '../../src/export/changes-file.ts'
import type { ChangesSheet, SheetPiece } from '../../src/export/changes-sheet.ts'
import { draftToDocx } from '../../src/export/draft-docx.ts'
import { draftToMarkdown } from '../../src/export/draft-markdown.ts'
import type { DraftReview } from '../../src/export/draft-review.ts'
import {
  attribute,
  childElement,
  childElements,
  parseXml,
  toggle,
  type XmlElement,
} from '../../src/import/extract/xml.ts'
import { readZip } from '../../src/import/source/zip.ts'

/** Words with everything that markup is made of; without control characters, which no XML can hold. */
const words = fc.stringMatching(/^[伊宁市增长旅游0-9.%“”，。<>&"'\\`*_#|~[\]{}a-z]{1,12}$/u)
const kinds = fc.constantFrom('same', 'added', 'removed')
const sheets: fc.Arbitrary<ChangesSheet> = fc.record({
  language: fc.constant('zh-Hans'),
  title: words,
  summary: words,
  citations: fc.tuple(words, words),
  legend: words,
  terms: fc.option(fc.record({ heading: words, words: fc.array(words, { minLength: 1, maxLength: 3 }) })),
  parts: fc.array(
    fc.record({
      heading: words,
      rows: fc.array(
        fc.record({
          source: words,
          pieces: fc.array(fc.record({ text: words, kind: kinds }), { minLength: 1, maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { maxLength: 2 },
  ),
})

describe.each([
  ['docx', readDocx],
  ['html', readHtml],
] as const)('a sheet of changes as %s', (form, read) => {
  it('holds every text once, in order, and marks what was added and what was removed', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async (sheet) => {
        const { title, summary, citations, legend, terms, parts } = sheet
        expect(await read(await changesFile(sheet, form))).toEqual(
          joined([
            [plain(title)],
            [plain(summary)],
            ...citations.map((one) => [plain(one)]),
            [plain(legend)],
            ...(terms === null ? [] : [[plain(terms.heading)], [plain(terms.words.join(' · '))]]),
            ...parts.flatMap(({ heading, rows }) => [
              [plain(heading)],
              ...rows.flatMap(({ source, pieces }) => [[plain(source)], pieces]),
            ]),
          ]),
        )
      }),
      { numRuns: 20 },
    )
  })
})

describe('the table of a Word document', () => {
  const SHEET = {
    language: 'zh-Hans',
    title: '',
    summary: '',
    citations: [],
    legend: '标记',
    terms: null,
    parts: [
      {
        heading: '新增',
        rows: [
          {
            source: '2023',
            pieces: [
              { text: '修路', kind: 'same' },
              { text: '旧', kind: 'removed' },
              { text: '新', kind: 'added' },
            ],
          },
        ],
      },
    ],
  } as const

  it.each<[string, () => Promise<Uint8Array>, [number, number]]>([
    ['the source narrow beside what it says', () => changesFile(SHEET, 'docx'), [18, 82]],
    [
      'a draft wider than its notes',
      () => draftToDocx({ title: '', summary: '', lines: [{ pieces: [], notes: [] }] }),
      [60, 40],
    ],
  ])('is as wide as the page, %s', async (_, write, columns) => {
    const document = await documentOf(await write())
    // In fiftieths of a percent, as Word counts.
    const widthsOf = (name: string): number[] =>
      elements(document, name).map((width) => Number.parseInt(attribute(width, 'w'), 10) / 50)
    expect(widthsOf('tblW')).toEqual([100])
    expect(widthsOf('tcW')).toEqual(columns)
  })

  it('has what was removed in red, what was added in green, and where it stands small and grey', async () => {
    const found = runs(await documentOf(await changesFile(SHEET, 'docx')))
    expect(found.map((run) => [textOf(run), hueOf(colourOf(run)), pointsOf(run)]).slice(-6)).toEqual([
      ['标记', 'grey', 9],
      ['新增', 'none', null],
      ['2023', 'grey', 9],
      ['修路', 'none', null],
      ['旧', 'red', null],
      ['新', 'green', null],
    ])
  })
})

describe('a reviewed draft', () => {
  const REVIEW: DraftReview = {
    title: '核对结果',
    summary: '3 句',
    lines: [
      { pieces: [{ text: '云岭县', note: null, supported: null }], notes: [] },
      {
        pieces: [
          { text: '粮食产量*12*万吨。', note: 1, supported: true },
          { text: '完。', note: 2, supported: false },
          { text: '其他', note: 3, supported: null },
        ],
        notes: [
          { number: 1, supported: true, lines: ['一致', '出处'] },
          { number: 2, supported: false, lines: ['不符'] },
          { number: 3, supported: null, lines: ['找不到'] },
        ],
      },
    ],
  }

  it('has as a Word document each line in a row, its notes beside it, each verdict in a colour of its own', async () => {
    const cells = elements(await documentOf(await draftToDocx(REVIEW)), 'tc')
    expect(cells.map(textOf)).toEqual([
      '云岭县',
      '',
      '粮食产量*12*万吨。[1]完。[2]其他[3]',
      '[1] 一致出处[2] 不符[3] 找不到',
    ])
    const coloursOf = (cell: XmlElement | undefined): (string | null)[] => runs(cell).map(colourOf)
    const [right, rightNote, wrong, wrongNote, missing, missingNote] = coloursOf(cells[2])
    expect([rightNote, wrongNote, missingNote]).toEqual([right, wrong, missing])
    expect([right, wrong, missing].map((colour) => hueOf(colour ?? ''))).toEqual(['green', 'red', 'yellow'])
    expect(coloursOf(cells[0])).toEqual([''])
    const [first, source, second, third] = coloursOf(cells[3])
    expect([first, second, third]).toEqual([right, wrong, missing])
    expect(hueOf(source ?? '')).toBe('grey')
    expect(runs(cells[3]).map(pointsOf)).toEqual([9, 9, 9, 9])
    expect(runs(cells[3]).map((run) => toggle(childElement(run, 'rPr'), 'b'))).toEqual([
      true,
      false,
      true,
      true,
    ])
  })

  it('is a document that can be opened where the draft has no line', async () => {
    const document = await documentOf(await draftToDocx({ ...REVIEW, lines: [] }))
    expect(elements(document, 'tbl')).toEqual([])
    expect(textOf(document)).toBe('核对结果3 句')
  })

  it('has as Markdown its notes below each line, and marks of the draft stay characters', () => {
    expect(draftToMarkdown(REVIEW)).toBe(
      [
        '# 核对结果',
        '**3 句**',
        '云岭县',
        '粮食产量\\*12\\*万吨。[1]完。[2]其他[3]',
        '> [1] 一致  \n> 出处',
        '> [2] 不符',
        '> [3] 找不到\n',
      ].join('\n\n'),
    )
  })
})

function plain(text: string): SheetPiece {
  return { text, kind: 'same' }
}

/** Pieces of one kind side by side are one to a reader. */
function joined(paragraphs: readonly (readonly SheetPiece[])[]): SheetPiece[][] {
  return paragraphs.map((pieces) => {
    const whole: SheetPiece[] = []
    for (const { text, kind } of pieces) {
      const last = whole.at(-1)
      if (last?.kind === kind) whole.splice(-1, 1, { text: last.text + text, kind })
      else whole.push({ text, kind })
    }
    return whole
  })
}

async function readDocx(bytes: Uint8Array): Promise<SheetPiece[][]> {
  return joined(
    elements(await documentOf(bytes), 'p')
      .map((paragraph) =>
        runs(paragraph).map((run): SheetPiece => {
          const isRemoved = property(run, 'strike') !== undefined
          const isAdded = property(run, 'u') !== undefined
          return { text: textOf(run), kind: isRemoved ? 'removed' : isAdded ? 'added' : 'same' }
        }),
      )
      .filter((pieces) => pieces.length > 0),
  )
}

async function readHtml(bytes: Uint8Array): Promise<SheetPiece[][]> {
  const blocks: SheetPiece[][] = []
  const visit = (node: DefaultTreeAdapterTypes.Node, kind: SheetPiece['kind']): void => {
    if (['head', 'style'].includes(node.nodeName)) return
    if (['h1', 'h2', 'p', 'li', 'td'].includes(node.nodeName)) blocks.push([])
    if ('value' in node && node.value.trim() !== '') blocks.at(-1)?.push({ text: node.value, kind })
    const inner = node.nodeName === 'ins' ? 'added' : node.nodeName === 'del' ? 'removed' : kind
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, inner)
  }
  visit(parse(new TextDecoder().decode(bytes)), 'same')
  return joined(blocks)
}

async function documentOf(bytes: Uint8Array): Promise<XmlElement> {
  const [part] = await readZip(bytes, (path) => path === 'word/document.xml')
  return parseXml(part?.bytes ?? new Uint8Array(), 'word/document.xml')
}

function elements(within: XmlElement | undefined, name: string): XmlElement[] {
  if (within === undefined) return []
  return childElements(within).flatMap((child) => [
    ...(child.localName === name ? [child] : []),
    ...elements(child, name),
  ])
}

function runs(within: XmlElement | undefined): XmlElement[] {
  return elements(within, 'r')
}

function textOf(within: XmlElement): string {
  return elements(within, 't')
    .map(({ textContent }) => textContent ?? '')
    .join('')
}

function property(run: XmlElement, name: string): XmlElement | undefined {
  return childElement(childElement(run, 'rPr'), name)
}

function colourOf(run: XmlElement): string {
  return attribute(property(run, 'color'), 'val')
}

/** Which of its parts are strong, as one names it. */
function hueOf(colour: string): string {
  if (colour === '') return 'none'
  const parts = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const [red = 0, green = 0, blue = 0] = parts
  if (Math.max(...parts) - Math.min(...parts) < 0x20) return 'grey'
  return Math.abs(red - green) < 0x30 ? 'yellow' : red > Math.max(green, blue) ? 'red' : 'green'
}

/** Word counts sizes in half points. */
function pointsOf(run: XmlElement): number | null {
  const size = property(run, 'sz')
  return size === undefined ? null : Number(attribute(size, 'val')) / 2
}
