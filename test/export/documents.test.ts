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
  /** In fiftieths of a percent, as Word counts. */
  const WHOLE = 5_000

  it('is as wide as the page, and its columns together as wide as it', async () => {
    const row = { source: '2023', pieces: [{ text: '修路', kind: 'same' }] } as const
    const sheet = { language: 'zh-Hans', title: '', summary: '', citations: [], legend: '', terms: null }
    const parts = [{ heading: '新增', rows: [row] }]
    const draft = { title: '', summary: '', lines: [{ pieces: [], notes: [] }] }
    for (const bytes of [await changesFile({ ...sheet, parts }, 'docx'), await draftToDocx(draft)]) {
      const document = await documentOf(bytes)
      const widthsOf = (name: string): number[] =>
        elements(document, name).map((width) => Number.parseInt(attribute(width, 'w'), 10))
      expect(widthsOf('tblW')).toEqual([WHOLE])
      expect(widthsOf('tcW').reduce((sum, width) => sum + width, 0)).toBe(WHOLE)
    }
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
    expect(new Set([right, wrong, missing, '']).size).toBe(4)
    expect(coloursOf(cells[0])).toEqual([''])
    const [first, source, second, third] = coloursOf(cells[3])
    expect([first, second, third]).toEqual([right, wrong, missing])
    expect([right, wrong, missing]).not.toContain(source)
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
