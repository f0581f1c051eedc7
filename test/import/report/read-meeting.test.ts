/** Before which meeting a report was given, and what a report file says of itself. */
import { describe, expect, it } from 'vitest'
import { formatReport } from '../../../src/import/report/format-report.ts'
import { readMeeting } from '../../../src/import/report/read-meeting.ts'
import { makeMeta } from '../../made-meta.ts'

describe('readMeeting', () => {
  it.each([
    [
      '2021年2月3日在青禾县第十六届人民代表大会第五次会议上',
      '青禾县',
      '青禾县第十六届人民代表大会第五次会议',
    ],
    ['在第十六届人民代表大会第五次会议上', '青禾县', '青禾县第十六届人民代表大会第五次会议'],
    ['在县第十六届人大五次会议上', '青禾县', '青禾县第十六届人大五次会议'],
    ['在某地第十六届人大五次会议上', '青禾县', '青禾县第十六届人大五次会议'],
    ['在新疆第十四届人民代表大会第二次会议上', '新疆维吾尔自治区', '新疆第十四届人民代表大会第二次会议'],
    ['在第十四届全国人民代表大会第二次会议上', '国务院', '第十四届全国人民代表大会第二次会议'],
    ['青禾县十六届人民代表大会五次会议', '青禾县', '青禾县十六届人民代表大会五次会议'],
    ['在中共青禾县第十六届人大五次会议上', '青禾县', '中共青禾县第十六届人大五次会议'],
    ['在第五次会议上', '青禾县', ''],
  ])('of %s, of %s, is %j', (joined, place, meeting) => {
    expect(readMeeting(joined, place)).toBe(meeting)
  })
})

describe('formatReport', () => {
  it('writes each field on one line, however long', () => {
    const post = 'member of the committee and acting head of the government of the county of Qinghe '
      .repeat(3)
      .trim()
    const text = formatReport(
      makeMeta({ post, from: { place: 'text and file name of what was given by the one who imports it' } }),
      [],
    )
    expect(text).toContain(`\npost: ${post}\n`)
    expect(text).toContain('\n  place: text and file name of what was given by the one who imports it\n')
  })

  it('leaves out a note where there is none, and tells the first paragraph of each page', () => {
    const block = (page: number | null, level = 0) => ({ level, text: '修路。', line: 1, page })
    const text = formatReport(makeMeta({}), [block(1, 2), block(1), block(1), block(3), block(null)])
    expect(text).not.toContain('note:')
    expect(text).toContain('\npages: [1, 3, 3]\n')
    expect(text).toContain('\n# 政府工作报告\n\n## 修路。\n\n修路。\n')
    expect(formatReport(makeMeta({ note: '摘要' }), [block(null)])).toContain('\nnote: 摘要\n')
    expect(formatReport(makeMeta({}), [block(null)])).not.toContain('pages:')
  })
})
