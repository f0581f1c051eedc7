/** Turns lines above and below a report into the note they print about its text: abridged, an excerpt, taken down by ear. */
import { describe, expect, it } from 'vitest'
import { parseReport } from '../../../src/corpus/parse-report.ts'
import { importSource } from '../../../src/import/import-report.ts'
import { readPrintedNote } from '../../../src/import/lines/printed-note.ts'
import { HEAD, LONG_BODY, sourceOf } from '../sample-report.ts'

describe('a printed note', () => {
  it.each([
    ['(此文有删减)', '此文有删减'],
    ['（有删节）', '有删节'],
    ['（ 本文内容略有删改。）', '本文内容略有删改'],
    ['此文有删减', '此文有删减'],
    ['（摘要）', '摘要'],
    ['【摘登】', '摘登'],
    ['（根据现场录音整理）', '根据现场录音整理'],
    ['本文根据录音整理', '本文根据录音整理'],
    ['（文字实录）', '文字实录'],
  ])('%s is known by itself', (line, note) => {
    expect(readPrintedNote({ head: [], dropped: ['打印本页', line, line] })).toBe(note)
  })

  it.each(['摘要：', '摘要', '2020年政府工作报告（摘要）', '全文', '图解：政府工作报告有哪些删减', ''])(
    '%s below the report is none',
    (line) => {
      expect(readPrintedNote({ head: [], dropped: [line] })).toBe('')
    },
  )

  it('stands behind a title too', () => {
    expect(readPrintedNote({ head: ['政府工作报告（摘要）'], dropped: ['（有删减）'] })).toBe('摘要；有删减')
  })
})

/** What stands below the front matter. */
const bodyOf = (file: string): string => file.slice(file.indexOf('\n# '))

describe('a report with a printed note', () => {
  it.each([
    ['on a line of its own', [...LONG_BODY, '（此文有删减）']],
    ['in the midst of the text', [...LONG_BODY.slice(0, 4), '（此文有删减）', ...LONG_BODY.slice(4)]],
    ['glued to the last paragraph', [...LONG_BODY.slice(0, -1), `${LONG_BODY.at(-1)}（此文有删减）`]],
  ])('%s keeps it in the front matter, warns, and has it in no passage', (_, body) => {
    const plain = importSource(sourceOf([...HEAD, ...LONG_BODY]))
    const imported = importSource(sourceOf([...HEAD, ...body]))
    if (imported.status !== 'imported' || plain.status !== 'imported') throw new Error('not imported')
    const { report } = parseReport('qinghe-2021', imported.text)
    expect(imported.warnings).toContainEqual(expect.stringContaining('此文有删减'))
    expect(report?.note).toBe('此文有删减')
    expect(bodyOf(imported.text)).toBe(bodyOf(plain.text))
  })
})
