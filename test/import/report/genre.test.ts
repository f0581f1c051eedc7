/** What is taken for a report, and what a source is said to be instead. */
import { describe, expect, it } from 'vitest'
import { type GenreInput, refusal } from '../../../src/import/report/genre.ts'

/** Running text of so many letters that tells nothing of its genre. */
const prose = (letters: number): string[] =>
  Array.from({ length: letters / 50 }, () => `${'修'.repeat(50)}。`)
const judge = (more: Partial<GenreInput>): string | null =>
  refusal({ head: [], body: prose(2500), fileName: 'a.txt', lineCount: 9, ...more })

describe('a report', () => {
  it.each<[string, string[]]>([
    [
      'addresses the deputies, speaks for a government and asks for their vote',
      ['各位代表：', '我代表县人民政府作报告，', '请予审议。'],
    ],
    [
      'has two of these signs and three headings',
      ['各位代表：', '请予审议。', '一、回顾', '（一）农业', '二、安排'],
    ],
  ])('%s', (_, lines) => {
    expect(judge({ body: [...prose(2500), ...lines] })).toBeNull()
    expect(judge({ body: [...prose(2500), ...lines.slice(0, -1)] })).toMatch(
      /^reads like no government work report/u,
    )
  })

  it('is what calls itself one, in its head or by the name of its file', () => {
    expect(judge({})).toMatch(/^reads like no/u)
    expect(judge({ fileName: '云岭县政府工作报告.txt' })).toBeNull()
    expect(judge({ head: ['政府工作报告'] })).toBeNull()
  })

  it('has 2,500 letters of running text', () => {
    expect(judge({ head: ['政府工作报告'], body: [...prose(2450), '一、短行不算'] })).toBe(
      'holds only 2450 letters of running text in 9 lines: a menu page, a notice or a summary, no report',
    )
  })

  it('is one alone: of two in a file each would be read as the first one’s', () => {
    const opening = (place: string): string => `我代表${place}人民政府向大会报告工作，请予审议。`
    expect(judge({ body: ['各位代表：', opening('青禾县'), ...prose(2500)] })).toBeNull()
    expect(judge({ body: [opening('青禾县'), ...prose(2500), opening('白石县')] })).toBe(
      'holds two reports, the second opens with “我代表白石县人民政府向大会报告工作，请予审议。”: save each in a file of its own',
    )
  })

  it('is a government’s own, whatever else it names, and no other body’s', () => {
    const addressed = [...prose(2500), '各位代表：', '我代表县人民政府作报告，', '请予审议。']
    expect(judge({ head: ['2023 年预算执行情况'] })).toBe(
      'is another kind of report (预算), not a government work report',
    )
    expect(judge({ head: ['政府工作报告', '预算'], body: addressed })).toBeNull()
    expect(judge({ fileName: '人大常委会工作报告.txt', body: addressed })).toBe(
      'is another body’s report (人大常委会工作报告)',
    )
  })
})
