/** Turns texts made to be slow into the time of their import: no stage takes time by the square of the lines or letters. */
import { describe, expect, it } from 'vitest'
import { importSource } from '../../src/import/import-report.ts'

const LINES = 4000
/** Time of the processor, which a busy machine does not stretch; by the square it would be minutes. */
const MAX_CPU_MS = 10_000
const HEAD = [
  '政府工作报告',
  '——2024年1月16日在青石县第十七届人民代表大会第四次会议上',
  '县长　李明',
  '各位代表：',
]
const PROSE = '过去一年，第一项工作取得新进展，完成投资二点六亿元，增长8.5%。群众满意度达到96%。'

const many = (make: (index: number) => string): string[] =>
  Array.from({ length: LINES }, (_, index) => make(index))

const texts: readonly (readonly [name: string, lines: readonly string[]])[] = [
  [
    'lines that are all cut',
    many((index) => `过去一年，工作取得新进展，群众满意度达到，经济平稳运行${index}个`),
  ],
  ['headings alone', many((index) => `（一）推进工作${index}`)],
  ['sections that alternate', many((index) => `${index % 2 === 0 ? '一' : '二'}、推进工作${index}`)],
  ['unnumbered headings', many((index) => (index % 2 === 0 ? `推进工作落实${index}` : PROSE))],
  ['titles', many((index) => `${index % 2000}年政府工作报告`)],
  ['one line again and again', many(() => '青石县第十七届人民代表大会')],
  ['marks of a page’s tail', many(() => '上一页')],
  ['comments that never close', ['<!--'.repeat(40_000)]],
  ['spaces', [`${PROSE}附${'　'.repeat(40_000)}完`, `附${' '.repeat(40_000)}完`]],
  ['hashes and spaces', [`# ${'# '.repeat(40_000)}完`]],
  ['question marks', [`${'?'.repeat(40_000)}x`]],
  ['full stops', [`${'。'.repeat(40_000)}x`, `${'.'.repeat(40_000)}x`]],
  ['places', many((index) => `，${String.fromCodePoint(0x4e00 + index, 0x5e00 + index)}市，工作`)],
]

describe('a text made to be slow', () => {
  it.each(texts)('of %s is read in time', (_, lines) => {
    const before = process.cpuUsage()
    const source = {
      name: 'a.txt',
      file: 'a.txt',
      sha256: '',
      format: 'txt' as const,
      encoding: 'utf-8',
      bytes: new Uint8Array(),
      warnings: [],
      lines: [...HEAD, ...lines, PROSE].map((text) => ({ text })),
    }
    importSource(source, { force: true, place: '青石县', year: 2024 })
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(MAX_CPU_MS)
  })
})
