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

  it.each([
    [
      [
        '一年来坚持绿色发展、系统治理、源头防治，环境质量改善',
        '一年来深化改革开放、互利共赢、先行先试，发展动力增强',
      ],
      true,
    ],
    [
      [
        '一年里坚持绿色发展、系统治理、源头防治，环境质量改善',
        '一年来深化改革开放、互利共赢、先行先试，发展动力增强',
      ],
      false,
    ],
    [['一年来'.padEnd(40, '稳定粮食、'), '一年来'.padEnd(40, '壮大产业、')], true],
    [['一年来'.padEnd(41, '稳定粮食、'), '一年来'.padEnd(41, '壮大产业、')], false],
  ])('wants three characters of the same, and forty at most: %j', (leads, areThey) => {
    const found = findLeads([leads.map((lead) => `${lead}。${REST}`)])
    expect(found).toEqual([areThey ? leads : [null, null]])
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

  it('takes the first of two paragraphs for an introduction only where another section has one', () => {
    const two = [`坚持农业为本。${REST}`, `稳定粮食生产。${REST}`]
    const introduced = ['各位代表，道路就在脚下。', `壮大乡村产业。${REST}`, `提升城市品质。${REST}`]
    expect(findLeads([two])).toEqual([['坚持农业为本', '稳定粮食生产']])
    expect(findLeads([introduced, two])[1]).toEqual([null, null])
  })

  const words = (length: number): string => '稳定粮食生产'.repeat(9).slice(0, length)
  const inSeries = (text: string): string | null | undefined =>
    findLeads([[text, `壮大乡村产业。${REST}`, `提升城市品质。${REST}`]])[0]?.[0]

  it.each([
    ['of forty characters behind a mark', `——${words(40)}。${REST}`, words(40)],
    ['of more behind a mark', `——${words(41)}。${REST}`, null],
    ['of thirty-two characters without one', `${words(32)}。${REST}`, words(32)],
    ['of more without one', `${words(33)}。${REST}`, null],
    ['of sixteen characters, all that the paragraph says', `${words(16)}。`, words(16)],
    ['of more, all that the paragraph says', `${words(17)}。`, null],
    ['of sixteen characters behind a mark, all that the paragraph says', `——${words(16)}。`, words(16)],
    ['of more behind a mark, all that the paragraph says', `——${words(17)}。`, null],
    ['with two commas', `稳粮食、稳就业，稳物价。${REST}`, '稳粮食、稳就业，稳物价'],
    ['with three', `稳粮食、稳就业，稳物价，稳预期。${REST}`, null],
    ['that says 我们', `我们稳定粮食生产。${REST}`, null],
    ['with a quotation, all that the paragraph says', '落实“三个一”。', null],
    ['of one character behind a dash', `——好。${REST}`, null],
    ['behind a bracket', `（稳定粮食生产）好。${REST}`, null],
    ['that begins with a year', `2024年粮食生产再创新高。${REST}`, '2024年粮食生产再创新高'],
  ])('knows how long a lead may be: one %s', (_what, text, lead) => {
    expect(inSeries(text)).toBe(lead)
  })

  it('takes no short first sentence for a lead where it is the only one', () => {
    const long = `${words(45)}。`
    expect(findLeads([[`稳定粮食生产。${REST}`, long, long]])[0]?.[0]).toBeNull()
  })

  it('keeps first paragraphs as leads where fewer than three of five sections open with an introduction', () => {
    const list = [`稳定粮食生产。${REST}`, `壮大乡村产业。${REST}`]
    const long = `围绕建设农业强县这个目标，坚持质量第一，把增加农民收入作为各级各部门的头等大事来抓实抓好。`
    const leadsOf = (introduced: number): unknown =>
      findLeads([
        ...Array.from({ length: introduced }, () => [long, ...list]),
        ...Array.from({ length: 5 - introduced }, () => [`坚持农业为本。${REST}`, ...list]),
      ]).at(-1)
    expect(leadsOf(2)).toEqual(['坚持农业为本', '稳定粮食生产', '壮大乡村产业'])
    expect(leadsOf(3)).toEqual([null, '稳定粮食生产', '壮大乡村产业'])
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
