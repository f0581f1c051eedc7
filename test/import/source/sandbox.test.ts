import { readFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readSourcesSandboxed, SANDBOX_LIMITS } from '../../../src/import/sandbox.ts'
import { SourceError } from '../../../src/import/source/source.ts'
import { makeDocx, paragraph } from '../extract/make-docx.ts'
import { writeObjects } from '../extract/make-pdf.ts'
import { makeZip } from './make-zip.ts'

const PAGE = '/MediaBox[0 0 600 800]/Resources'

/** A page whose content unpacks twice: 12 KB become 300 MB. */
function swellingPdf(): Uint8Array {
  const packed = deflateSync(deflateSync(new Uint8Array(300 << 20).fill(0x20), { level: 9 }), { level: 9 })
  return writeObjects([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R${PAGE}<<>>/Contents 4 0 R>>`,
    `<</Length ${packed.length}/Filter[/FlateDecode/FlateDecode]>>\nstream\n${Buffer.from(packed).toString('latin1')}\nendstream`,
  ])
}

/** Ten forms, each of which shows the next twenty times. */
function endlessPdf(): Uint8Array {
  const form = (next: number, content: string): string =>
    `<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X ${next} 0 R>>>>/Length ${content.length}>>\nstream\n${content}\nendstream`
  return writeObjects([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R${PAGE}<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>`,
    '<</Length 5>>\nstream\n/X Do\nendstream',
    ...Array.from({ length: 10 }, (_, index) => form(6 + index, '/X Do '.repeat(20))),
    '<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</Font<</F1 16 0 R>>>>/Length 25>>\nstream\nBT /F1 9 Tf (word) Tj ET \nendstream',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ])
}

/** A machine may be busy; a file that is to fail by its time says another. */
const PATIENT = { ...SANDBOX_LIMITS, timeoutMs: 100_000 }

describe('readSourcesSandboxed', () => {
  it('reads as without a sandbox, errors included', async () => {
    const zip = makeZip([
      { name: 'a.docx', content: makeDocx(paragraph('各位代表：')) },
      { name: 'b.doc', content: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) },
    ])
    const [good, bad] = await readSourcesSandboxed('all.zip', zip, PATIENT)
    expect(good).toMatchObject({
      file: 'all.zip/a.docx',
      format: 'docx',
      lines: [{ text: '各位代表：', isBlock: true }],
    })
    expect(bad?.error).toBeInstanceOf(SourceError)
    expect(bad?.error?.message).toMatch(/is an old Word document \(\.doc\)/)
  })

  it.each([
    [
      'too large',
      new Uint8Array(2 << 20),
      { maxBytes: 1 << 20 },
      'has 2 MB, more than the 1 MB allowed; send the text alone',
    ],
    ['too slow', endlessPdf(), { timeoutMs: 500 }, 'took more than 0.5 s to read; send the text alone'],
    [
      'too hungry',
      swellingPdf(),
      { memoryMb: 300 },
      'needs more than 300 MB of memory to read; send the text alone',
    ],
    [
      'too talkative',
      new TextEncoder().encode('报告。\n'.repeat(1_500_000)),
      {},
      'holds far more text than any report; send the text alone',
    ],
    [
      'too long-drawn',
      new TextEncoder().encode('报\n'.repeat(1_000_000)),
      {},
      'holds far more text than any report; send the text alone',
    ],
    [
      'nothing but spaces',
      new TextEncoder().encode(' '.repeat(20_000_000)),
      {},
      'holds far more text than any report; send the text alone',
    ],
    [
      'without end, by its lines together',
      new TextEncoder().encode('报\n'.repeat(50_000)),
      { maxLines: 40_000 },
      'holds far more text than any report; send the text alone',
    ],
  ])('answers for a file that is %s', async (_, bytes, limits, message) => {
    const [source, ...others] = await readSourcesSandboxed('a.pdf', bytes, { ...PATIENT, ...limits })
    expect(others).toEqual([])
    expect(source?.error).toBeInstanceOf(SourceError)
    expect(source?.error?.message).toBe(message)
  })

  it('survives a file on which the library rejects a promise that nobody hears', async () => {
    const bytes = new Uint8Array(
      await readFile(new URL('../extract/fixtures/two-layouts.pdf', import.meta.url)),
    )
    // Two marks that end a dictionary, found by fuzzing.
    bytes.set([0x59], 432)
    bytes.set([0x2e], 594)
    const [source] = await readSourcesSandboxed('a.pdf', bytes, PATIENT)
    expect(source?.error?.message ?? '').not.toMatch(/ended the process/)
    expect(source).toBeDefined()
  })
})
