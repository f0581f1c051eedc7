import { describe, expect, it } from 'vitest'
import { readMetadata } from '../../../src/import/report/metadata.ts'
import { levelOf } from '../../../src/import/report/place.ts'
import { makeFormerId, makeReportId } from '../../../src/import/report/report-id.ts'
import { shortName } from '../../../src/text/place-name.ts'

const read = (
  head: readonly string[],
  more: {
    headings?: readonly string[]
    body?: readonly string[]
    fileName?: string
    headAgain?: readonly string[]
  } = {},
) =>
  readMetadata({
    head,
    headAgain: more.headAgain ?? [],
    headings: more.headings ?? [],
    body: more.body ?? [],
    fileName: more.fileName ?? 'a.txt',
  })

describe('readMetadata', () => {
  it.each([
    [
      'plain',
      ['政府工作报告', '——2021年2月3日在青禾县第十六届人民代表大会第五次会议上', '县长 林小川'],
      {
        date: '2021-02-03',
        meeting: '青禾县第十六届人民代表大会第五次会议',
        speaker: '林小川',
        post: '县长',
      },
    ],
    [
      'a spaced title and name',
      ['政 府 工 作 报 告', '2021年2月3日在青禾县第十六届人民代表大会第五次会议上', '县 长 林 川'],
      { title: '政府工作报告', speaker: '林川', post: '县长' },
    ],
    [
      'a title in brackets',
      ['【政府工作报告】2021年青禾县政府工作报告', '2021年2月3日', '县长 林小川'],
      { title: '政府工作报告', date: '2021-02-03', speaker: '林小川' },
    ],
    [
      'a meeting in brackets',
      [
        '2021年青禾县政府工作报告',
        '（2021年2月3日在青禾县第十六届人民代表大会第五次会议上）',
        '代县长 林小川',
      ],
      { title: '2021年青禾县政府工作报告', date: '2021-02-03', post: '代县长' },
    ],
    [
      'a bracket that is never closed',
      ['政府工作报告', '(2021年2月3日在青禾县第十六届人民代表大会第五次会议上', '县长 买买提·吐尔逊'],
      { meeting: '青禾县第十六届人民代表大会第五次会议', speaker: '买买提·吐尔逊' },
    ],
    [
      'a date in Chinese',
      ['政府工作报告', '—在青禾县第十六届人民代表大会第五次会议上（二〇二一年二月三日）', '县长 林小川'],
      { date: '2021-02-03' },
    ],
    [
      'a date with the letter O',
      ['政府工作报告', '二O二一年十二月二十三日在青禾县第十六届人民代表大会第五次会议上'],
      { date: '2021-12-23', year: 2021 },
    ],
    [
      'a date in full-width figures',
      ['政府工作报告', '——２０２１年２月３日在第十三届全国人民代表大会第四次会议上', '国务院总理 林小川'],
      { date: '2021-02-03', place: '国务院', level: '国', post: '国务院总理' },
    ],
    [
      'a meeting without 第',
      ['政府工作报告', '2021年2月3日在青禾县十六届人民代表大会五次会议上'],
      { meeting: '青禾县十六届人民代表大会五次会议' },
    ],
    [
      'a meeting that wraps',
      ['政府工作报告', '——2021年2月3日在青禾县第十六届', '人民代表大会第五次会议上', '青禾县县长 林小川'],
      { meeting: '青禾县第十六届人民代表大会第五次会议', speaker: '林小川' },
    ],
    [
      'a long dash of hyphens',
      ['政府工作报告', '----2021年2月3日在云山市第六届人民代表大会第一次会议上', '云山市人民政府市长 高远'],
      { place: '云山市', level: '市', post: '云山市人民政府市长' },
    ],
    [
      'title, date and meeting in one line',
      ['政府工作报告2021年2月3日在青禾县第十六届人民代表大会第五次会议上', '青禾县人民政府县长林小川'],
      { title: '政府工作报告', date: '2021-02-03', speaker: '林小川' },
    ],
    [
      'the speaker in the meeting’s line',
      ['2021年云山市政府工作报告', '2021年2月3日高远市长在云山市第六届人民代表大会第一次会议的政府工作报告'],
      { speaker: '高远', post: '市长' },
    ],
    [
      'the speaker as the one who acts',
      [
        '2021年云山市政府工作报告',
        '2021年2月3日在云山市第六届人民代表大会第一次会议上市长高远作政府工作报告。',
      ],
      { speaker: '高远', post: '市长' },
    ],
    [
      'the post above the name',
      [
        '政府工作报告',
        '2021年2月3日在青禾县第十六届人民代表大会第五次会议上',
        '青禾县人民政府代县长',
        '林小川',
      ],
      { speaker: '林小川', post: '青禾县人民政府代县长' },
    ],
    [
      'a post of several',
      [
        '政府工作报告',
        '2021年2月3日在青禾县第十六届人民代表大会第五次会议上',
        '青禾县委副书记，政府副县长、代县长 林小川',
      ],
      { post: '青禾县委副书记，政府副县长、代县长' },
    ],
    [
      'a district of a city',
      ['政府工作报告', '2021年2月3日在云山市东湖区第六届人民代表大会第一次会议上', '区长 高远'],
      { place: '云山市东湖区', level: '区' },
    ],
    [
      'an autonomous region',
      ['政府工作报告', '——2021年2月3日在西藏自治区第十一届人民代表大会第四次会议上', '自治区主席 高远'],
      { place: '西藏自治区', level: '自治区' },
    ],
  ])('reads %s', (_, head, expected) => {
    expect(read(head)).toMatchObject(expected)
  })

  it.each([
    ['2021年元月9日', '2021-01-09'],
    ['2021年正月9日', '2021-01-09'],
    ['二〇二一年元月九日', '2021-01-09'],
    ['2021.1.9', '2021-01-09'],
    ['2021．01．09', '2021-01-09'],
    ['2021-1-9', '2021-01-09'],
    ['2021/01/09', '2021-01-09'],
    ['２０２１年１月９号', '2021-01-09'],
    ['2021年13月9日', ''],
    ['2021.1', ''],
    ['2021.1.9.3', ''],
  ])('reads the date %s as %s, in the line of the meeting and in a line of its own', (date, expected) => {
    const meeting = '在青禾县第十六届人民代表大会第五次会议上'
    for (const head of [[`（${date}${meeting}）`], [`${meeting}`, `（${date}）`], [`${meeting} ${date}`]])
      expect(read(['政府工作报告', ...head, '县长 林小川'])).toMatchObject({
        date: expected,
        speaker: '林小川',
        meeting: '青禾县第十六届人民代表大会第五次会议',
      })
  })

  it.each([
    ['2021年2月3日自治区人民政府主席 林小川', '自治区人民政府主席'],
    ['二〇二一年二月三日云山市市长 林小川', '云山市市长'],
    ['2021年2月3日日照市市长 林小川', '日照市市长'],
  ])('begins the post in %s behind the date', (line, post) => {
    expect(read(['政府工作报告', line])).toMatchObject({ date: '2021-02-03', speaker: '林小川', post })
  })

  it('names a district as the report does where it gives its city as well', () => {
    const body = ['各位代表：', '现在，我代表云山市东湖区人民政府向大会报告工作。']
    expect(read(['2021年东湖区政府工作报告'], { body }).place).toBe('云山市东湖区')
    expect(
      read(['2021年东湖区政府工作报告'], { body: [body[0] ?? '', '我代表区人民政府报告工作。'] }).place,
    ).toBe('东湖区')
  })

  it('takes China for no place', () => {
    const body = [
      '过去一年，我国经济稳步增长。感谢关心和支持中国现代化建设的各国朋友。',
      '中国开放的大门越开越大，中国经济长期向好，中国人民生活继续改善，中国的明天更好。',
    ]
    expect(read([], { body, fileName: '报告.txt' }).place).toBe('')
    expect(read([], { body: ['我代表国务院，向大会报告工作。', ...body] })).toMatchObject({
      place: '国务院',
      level: '国',
    })
  })

  it.each([
    ['青禾县2021年政府工作报告.txt', { place: '青禾县', year: 2021 }],
    [
      '2021年政府工作报告（在云山市东湖区第七届人民代表大会第八次会议上）_2021.txt',
      { place: '云山市东湖区', year: 2021 },
    ],
    ['云山市_2021_report.txt', { place: '云山市', year: 2021 }],
    [
      '云山市东湖区人民政府区长高远在云山市东湖区第五届人民代表大会第九次会议上作政府工作报告_2021.txt',
      { place: '云山市东湖区', speaker: '高远', post: '区长' },
    ],
    ['东湖区二届人大三次会议政府工作报告2021.txt', { place: '东湖区', year: 2021 }],
    ['国务院政府工作报告_2021年.txt', { place: '国务院', level: '国' }],
  ])('reads what the text does not say from the name %s', (fileName, expected) => {
    const found = read([], { fileName })
    expect(found).toMatchObject(expected)
    expect(found.from).toMatchObject({ place: 'file name', year: 'file name' })
  })

  it.each([
    [['一、2020年工作回顾', '二、2021年主要任务'], 2021, 2020, 2021],
    [['2020年工作回顾', '2021年工作安排', '三、面向二〇三五年远景目标'], 2021, 2020, 2021],
    [['一、过去五年工作回顾', '二、2021年重点工作'], 2021, 2020, 2021],
  ])('reads the years from the headings %j', (headings, year, reviews, plans) => {
    expect(read(['青禾县政府工作报告'], { headings })).toMatchObject({ year, reviews, plans })
  })

  it.each<[string, number | null, string, string[], string[], string]>([
    ['the title alone', 2021, 'title', ['青禾县2021年政府工作报告'], [], 'a.txt'],
    [
      'a title after the year looked back on',
      2021,
      'title',
      ['2021年政府工作报告'],
      ['2019年工作回顾'],
      'a.txt',
    ],
    ['the plans alone', 2021, 'headings', ['政府工作报告'], ['2021年主要任务'], 'a.txt'],
    [
      'the name, where the title has the year looked back on',
      2021,
      'file name',
      ['2020年政府工作报告'],
      ['2020年工作回顾'],
      '青禾县2021.txt',
    ],
    [
      'the year in the name that follows it',
      2021,
      'file name',
      [],
      ['2020年工作回顾'],
      '2021报告_存2024.txt',
    ],
    [
      'the last year in the name, where none follows',
      2024,
      'file name',
      [],
      ['2020年工作回顾'],
      '2022_2024.txt',
    ],
    ['the year after the one looked back on', 2021, 'headings', [], ['2020年工作回顾'], 'a.txt'],
    ['the header of a collection', 2021, 'header', ['年份：2021'], [], 'a.txt'],
    ['no header that is no year', null, '', ['年份：2101'], [], 'a.txt'],
    ['nothing', null, '', ['政府工作报告'], ['主要任务'], 'a.txt'],
  ])('takes the year from %s', (_, year, source, head, headings, fileName) => {
    const found = read(head, { headings, fileName })
    expect([found.year, found.from.year ?? '']).toEqual([year, source])
  })

  it.each([
    ['2021年2月3日，原定二〇二一年二月五日', '2021-02-03'],
    ['二〇二一年二月三日，原定2021年2月5日', '2021-02-03'],
    ['二〇二一年正月一日', '2021-01-01'],
    ['2021年2月32日', ''],
  ])('takes of the dates in %s the first: %s', (line, date) => {
    expect(read(['青禾县政府工作报告', line]).date).toBe(date)
  })

  it('plans for the next year where the report is of the year that it looks back on', () => {
    const head = ['政府工作报告', '2020年12月28日在青禾县第十六届人民代表大会第五次会议上']
    expect(read(head, { headings: ['一、2020年工作回顾'] })).toMatchObject({
      year: 2020,
      reviews: 2020,
      plans: 2021,
    })
  })

  it('takes from a second copy what the first does not say, and nothing that it does', () => {
    const first = ['青禾县政府工作报告', '2021年2月3日 县长 林小川']
    const headAgain = [
      '2021年青禾县政府工作报告',
      '2021年3月4日在青禾县第十六届人民代表大会第五次会议上 县长 王五',
    ]
    const found = read(first, { headAgain })
    expect(found).toMatchObject({ title: '青禾县政府工作报告', date: '2021-02-03', speaker: '林小川' })
    expect(found.meeting).toContain('第十六届人民代表大会第五次会议')
    expect(read(headAgain, { headAgain: first })).toMatchObject({
      date: '2021-03-04',
      speaker: '王五',
      title: '2021年青禾县政府工作报告',
    })
  })

  it('keeps the meeting of the first copy where the second names the nation’s', () => {
    const head = ['政府工作报告', '2021年2月3日在青禾县第十六届人民代表大会第五次会议上', '县长 林小川']
    expect(read(head, { headAgain: ['第十三届全国人民代表大会第四次会议'] })).toMatchObject({
      meeting: '青禾县第十六届人民代表大会第五次会议',
      date: '2021-02-03',
      speaker: '林小川',
    })
  })

  it('tells where the title of a second copy was read', () => {
    const { title, from } = read(['县长 林小川'], { headAgain: ['政府工作报告'], fileName: '甲县报告.txt' })
    expect([title, from.title]).toEqual(['政府工作报告', undefined])
  })

  it('tells the year of the meeting from the year in the title', () => {
    const head = [
      '2020年青禾县政府工作报告',
      '(2021年1月10日在青禾县第十六届人民代表大会第五次会议上',
      '县长 林小川',
    ]
    expect(read(head, { headings: ['一、2020年工作回顾'] })).toMatchObject({
      title: '2020年青禾县政府工作报告',
      year: 2021,
      reviews: 2020,
      plans: 2021,
    })
  })

  it.each<[string, string[], string, string, string | undefined]>([
    ['the text', ['2021年青禾县政府工作报告'], 'a.txt', '2021年青禾县政府工作报告', undefined],
    ['a header', ['标题：青禾县2021年政府工作报告'], 'a.txt', '青禾县2021年政府工作报告', 'header'],
    ['the file’s name', [], '青禾县2021年政府工作报告.txt', '青禾县2021年政府工作报告', 'file name'],
    ['the kind of text', [], '青禾县2021.txt', '政府工作报告', 'kind of text'],
  ])('takes the title from %s, and says so', (_, head, fileName, title, from) => {
    const found = read(head, { fileName })
    expect([found.title, found.from.title]).toEqual([title, from])
  })

  it('reads the header that a collection puts above its texts', () => {
    const head = [
      '标题：青禾县2021年政府工作报告',
      '发文单位：青禾县人民政府',
      '报告人：林小川',
      '来源URL：https://example.org/report.html',
    ]
    expect(read(head)).toMatchObject({
      place: '青禾县',
      speaker: '林小川',
      url: 'https://example.org/report.html',
    })
  })

  it('names the city that a text keeps coming back to', () => {
    const body = [
      '现在，我代表市人民政府向大会报告工作。',
      '建设现代化洛阳，洛阳的明天更美好，与郑州协同发展。',
      '让洛阳人民满意，谱写洛阳新篇章。',
    ]
    expect(read([], { body })).toMatchObject({ place: '洛阳市', from: { place: 'text, by count' } })
  })

  it.each([
    [4, '青禾县'],
    [3, ''],
  ])('names the county that a text names between marks, where it says its name %i times', (times, place) => {
    const body = ['现在，我代表县人民政府向大会报告工作。', '感谢关心、支持青禾发展的各界人士！']
    const more = Array.from({ length: times - 1 }, () => '青禾的明天更好。')
    expect(read([], { body: [...body, ...more] }).place).toBe(place)
  })

  it('guesses no place that the text does not name', () => {
    expect(
      read([], { body: ['加快推进市场建设，推进市场监管，推进市民服务，推进市政工程，加快推进市区改造。'] })
        .place,
    ).toBe('')
  })
})

describe('place, number and id', () => {
  it.each([
    ['新疆维吾尔自治区', '新疆'],
    ['伊犁哈萨克自治州', '伊犁'],
    ['乌恰县', '乌恰'],
    ['云山市东湖区', '东湖'],
    ['易县', '易县'],
    ['国务院', '国务院'],
    ['大通回族土族自治县', '大通'],
  ])('calls %s %s for short', (place, short) => {
    expect(shortName(place)).toBe(short)
  })
  it.each([
    ['云山市东湖区', '区'],
    ['伊犁哈萨克自治州', '州'],
    ['青禾县', '县'],
    ['鄂温克族自治旗', '县'],
    ['锡林郭勒盟', '州'],
    ['云山', ''],
  ])('puts %s on level %s', (place, level) => {
    expect(levelOf(place)).toBe(level)
  })
  it.each([
    ['伊宁市', 'yining-2023'],
    ['新疆维吾尔自治区', 'xinjiang-2023'],
    ['重庆市', 'chongqing-2023'],
    ['吕梁市', 'lvliang-2023'],
    ['易县', 'yixian-2023'],
    ['……', 'report-2023'],
    [`${'双'.repeat(12)}县`, `${'shuang'.repeat(6).slice(0, 32)}-2023`],
  ])('names a report of %s %s', (place, id) => {
    expect(makeReportId(place, 2023, () => null)).toBe(id)
  })
  it.each([
    ['易县', 'yixian-2023'],
    ['……', 'report-2023'],
  ])('named a report of %s %s before', (place, id) => {
    expect(makeFormerId(place, 2023)).toBe(id)
  })
  it.each([
    ['陕西省', 'shaanxi-2023', 'shanxi-2023'],
    ['西藏自治区', 'xizang-2023', 'xizangzizhiqu-2023'],
    ['内蒙古自治区', 'neimenggu-2023', 'neimengguzizhiqu-2023'],
    ['广西壮族自治区', 'guangxi-2023', 'guangxi-2023'],
  ])('names a report of %s %s, which was %s before', (place, id, former) => {
    expect(makeReportId(place, 2023, () => null)).toBe(id)
    expect(makeFormerId(place, 2023)).toBe(former)
  })
  it('tells places of one spelling apart', () => {
    expect(makeReportId('伊宁县', 2023, (id) => (id === 'yining-2023' ? '伊宁市' : null))).toBe(
      'yiningxian-2023',
    )
  })
  it('counts on where an id is taken', () => {
    const taken = new Set(['yining-2023', 'yining-2023-2'])
    expect(makeReportId('伊宁市', 2023, (id) => (taken.has(id) ? '伊宁市' : null))).toBe('yining-2023-3')
  })
})
