import { describe, expect, it } from 'vitest'
import { findLeads } from '../../src/corpus/lead.ts'

const REST = '全年完成造林三万亩，改造渠道五十公里。'

describe('findLeads', () => {
  it.each([
    ['a dash', `——农业稳步发展。${REST}`, '农业稳步发展'],
    ['an enumeration', `一是农业稳步发展，结构更优。${REST}`, '农业稳步发展，结构更优'],
    ['an ordinal', `第二，农业稳步发展。${REST}`, '农业稳步发展'],
    ['a number', `3.农业稳步发展。${REST}`, '农业稳步发展'],
    ['a goal', `今年的主要预期目标是：${REST}`, '今年的主要预期目标是'],
    ['nothing but a short lead', '——农业稳步发展。', '农业稳步发展'],
    ['no mark', `农业稳步发展。${REST}`, null],
    ['a whole sentence behind a dash', '——女子帆板运动员获得世界锦标赛冠军，成为首个世界冠军。', null],
    ['a glossary entry', '1.“三支队伍”：党政干部队伍、教师队伍、医生队伍。', null],
    ['a salutation', '各位代表：', null],
  ])('of one paragraph with %s', (_, text, lead) => {
    expect(findLeads([[text]])).toEqual([[lead]])
  })

  it('takes short first sentences for leads where several paragraphs of a section have them', () => {
    expect(
      findLeads([
        [`稳定粮食生产。${REST}`, `壮大乡村产业。${REST}`, `去年以来，我们从头做起，一步一步地改变面貌。`],
      ]),
    ).toEqual([['稳定粮食生产', '壮大乡村产业', null]])
  })

  it('takes longer ones where they open with the same words', () => {
    const leads = [
      '一年来，我们坚持绿色发展、系统治理，环境质量不断改善',
      '一年来，我们坚持改革开放、互利共赢，发展动力显著增强',
    ]
    expect(findLeads([leads.map((lead) => `${lead}。${REST}`)])).toEqual([leads])
  })

  it('leaves out the paragraph that introduces a section, where the sections have one', () => {
    const list = [`稳定粮食生产。${REST}`, `壮大乡村产业。${REST}`]
    const long = `围绕建设农业强县这个目标，坚持质量第一，把增加农民收入作为各级各部门的头等大事来抓实抓好。`
    expect(
      findLeads([
        [long, ...list],
        [long, ...list],
        [`坚持农业为本。${REST}`, ...list],
      ])[2],
    ).toEqual([null, '稳定粮食生产', '壮大乡村产业'])
  })

  it.each(['各位代表，道路就在脚下。', '2024年，是起步的关键一年。', '为实现上述目标，要抓好以下工作。'])(
    'never takes %s for one',
    (sentence) => {
      expect(
        findLeads([[`${sentence}${REST}`, `壮大乡村产业。${REST}`, `稳定粮食生产。${REST}`]])[0]?.[0],
      ).toBeNull()
    },
  )
})
