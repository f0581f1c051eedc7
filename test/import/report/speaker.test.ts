/** Whose speech a report is, by the lines of its head. */
import { describe, expect, it } from 'vitest'
import { readSpeaker } from '../../../src/import/report/speaker.ts'

const read = (
  lines: readonly string[],
  more: Partial<{ keyed: string; named: string; place: string }> = {},
): string => {
  const from: Record<string, string> = {}
  const { name, post } = readSpeaker({ lines, keyed: '', named: '', place: '青禾县', ...more }, from)
  return [post, name, from.speaker].filter((part) => part !== undefined && part !== '').join(' ')
}
/** So many characters that are no name and no post. */
const han = (length: number): string => '全面加强自身建设和服务'.repeat(20).slice(0, length)

describe('readSpeaker', () => {
  it.each([
    ['县长 林小川', '县长 林小川'],
    ['青禾县人民政府县长：林小川', '青禾县人民政府县长 林小川'],
    ['代县长 林川', '代县长 林川'],
    ['青禾县县长：林小川', '青禾县县长 林小川'],
    ['县长：林小川', '县长 林小川'],
    ['县长（代）林小川', '县长（代） 林小川'],
    ['县 长　林 川', '县长 林川'],
    ['（县长 林小川）', '县长 林小川'],
    ['县长 买买提·吐尔逊', '县长 买买提·吐尔逊'],
    ['县长 林小川吉祥如意', ''],
    ['县长 各位代表', ''],
    ['2021年2月3日在大会上 县长 林小川', '县长 林小川'],
    ['在青禾县第十六届人民代表大会上 县长林小川作报告', '县长 林小川'],
    ['在会议上县长林小川同志', '县长 林小川'],
    ['2021年2月3日林小川县长在会议上', '县长 林小川'],
    ['——林小川代县长作报告', '代县长 林小川'],
    ['青禾县县长在会议上', ''],
    ['国务委员兼外交部部长 林小川', '国务委员兼外交部部长 林小川'],
  ])('reads %s as %j', (line, expected) => {
    expect(read(['政府工作报告', line])).toBe(expected)
  })

  it('takes a name alone on a line below the first', () => {
    expect(read(['政府工作报告', '林 小川'])).toBe('林小川')
    expect(read(['林小川', '政府工作报告'])).toBe('')
    expect(read(['政府工作报告', '林小川', '2021年'])).toBe('林小川')
    expect(read(['政府工作报告', '林小川', '高远'])).toBe('高远')
    expect(read(['政府工作报告', '青禾县'])).toBe('')
    expect(read(['政府工作报告', '各位代表'])).toBe('')
    expect(read(['政府工作报告', '林小川吉祥'])).toBe('')
  })

  it('joins a post and its name over two lines and over three', () => {
    expect(read(['政府工作报告', '青禾县县长', '林小川'])).toBe('青禾县县长 林小川')
    expect(read(['政府工作报告', '青禾县', '县长', '林小川'])).toBe('青禾县县长 林小川')
  })

  it('joins neighbours of any length, the first two among them', () => {
    const office = `${'青禾县委常委、'.repeat(5)}县人民政府县长`
    expect(read([office, '林小川'])).toBe(`${office} 林小川`)
  })

  it('joins no line that opens with a key, and reads it last', () => {
    expect(read(['政府工作报告', '职务：县长', '林小川'])).toBe('林小川')
    expect(read(['报告人：青禾县县长 林小川', '青禾县人民政府县长 林小川'])).toBe('青禾县人民政府县长 林小川')
    expect(read(['青禾县人民政府县长：林小川'])).toBe('青禾县人民政府县长 林小川')
  })

  it('looks for a post and its name in lines of up to 139 characters', () => {
    const line = (length: number): string => `${han(length - 5)}县长林小川`
    expect(read(['政府工作报告', line(139)])).toContain('林小川')
    expect(read(['政府工作报告', line(140)])).toBe('')
  })

  it('believes the header where the head says nothing', () => {
    expect(read(['政府工作报告'], { keyed: '林小川' })).toBe('林小川 header')
    expect(read(['政府工作报告'], { keyed: '县长 林小川' })).toBe('县长 林小川 header')
    expect(read(['政府工作报告', '县长 高远'], { keyed: '林小川' })).toBe('县长 高远')
    expect(read(['政府工作报告'], { keyed: '林 川', named: '县长高远在会议上' })).toBe('林川 header')
  })

  it('believes the file’s name where nothing else tells', () => {
    expect(read(['政府工作报告'], { named: '县长高远在会议上作报告' })).toBe('县长 高远 file name')
    expect(read(['政府工作报告'], { named: '青禾县人民政府代县长高远作报告' })).toBe('代县长 高远 file name')
    expect(read(['政府工作报告'], { named: '青禾县2021' })).toBe('')
  })

  it('takes no place for a name', () => {
    expect(read(['政府工作报告', '—青禾县县长'])).toBe('')
    expect(read(['政府工作报告', '—云山县长'], { place: '云山县' })).toBe('')
    expect(read(['政府工作报告', '—云山县长'], { place: '青禾县' })).toBe('县长 云山')
  })
})
