/** What is left of a line above a report when the metadata is taken away. */
import { describe, expect, it } from 'vitest'
import type { ReportMeta } from '../../../src/corpus/report.ts'
import { readHeadRest } from '../../../src/import/report/head-rest.ts'

const META = {
  title: '云岭县政府工作报告',
  place: '云岭县',
  meeting: '云岭县第一届人民代表大会第四次会议',
  date: '2024-01-05',
  year: 2024,
  post: '县长',
  speaker: '李明',
  note: '摘要；有删节',
  url: 'https://a.org/x',
} as ReportMeta

describe('the rest of a line', () => {
  it.each([
    ['云岭县政府工作报告', ''],
    ['2024年1月5日在云岭县第一届人民代表大会第四次会议上', ''],
    ['二〇二四年一月五日 县 长 李 明', ''],
    ['来源：https://a.org/x（摘要）有删节', '来源'],
    ['大会第四次会议上', ''],
    ['主席台前的鲜花', '主席台前的鲜花'],
    ['云岭县县长李明同志，浏览：12次', '浏览 12次'],
    ['2024年的报告人', ''],
    ['——', ''],
    ['乙', '乙'],
    ['会议纪要', '纪要'],
  ])('%s is %j', (line, rest) => {
    expect(readHeadRest(line, META)).toBe(rest)
  })

  it('has the date where the metadata has none, line by line', () => {
    const undated = { ...META, date: '' }
    for (let times = 0; times < 3; times++) {
      expect(readHeadRest('1999年1月5日', undated)).toBe('1999年1月5日')
      expect(readHeadRest('1999年1月5日', META)).toBe('')
    }
  })
})
