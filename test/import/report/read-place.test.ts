/** Which place a report speaks for. */
import { describe, expect, it } from 'vitest'
import { readPlace } from '../../../src/import/report/read-place.ts'

interface Given {
  readonly joined?: string
  readonly opening?: string
  readonly body?: readonly string[]
  readonly publisher?: string
  readonly named?: string
}

function read(given: Given): {
  readonly place: string
  readonly from: string
  readonly warnings: readonly string[]
} {
  const from: Record<string, string> = {}
  const warnings: string[] = []
  const place = readPlace(
    { joined: '', opening: '', body: [], publisher: '', named: '', ...given },
    from,
    warnings,
  )
  return { place, from: from.place ?? '', warnings }
}

describe('readPlace', () => {
  it.each([
    ['2021年青禾县政府工作报告', '青禾县'],
    ['政府工作报告——2021年2月3日在青禾县第十六届人民代表大会第五次会议上', '青禾县'],
    ['政府工作报告——在中国共产党青禾县第十六届人大五次会议上', '青禾县'],
    ['——青禾县人民政府', '青禾县'],
    ['2021年贵州政府工作报告', '贵州省'],
    ['2021年新疆政府工作报告', '新疆维吾尔自治区'],
    ['2021年北京政府工作报告', '北京市'],
    ['在第十三届全国人民代表大会第四次会议上', '国务院'],
    ['国务院总理 林小川', '国务院'],
    ['2021年东湖区政府工作报告——在云山市东湖区第六届人民代表大会第一次会议上', '云山市东湖区'],
    ['政府工作报告', ''],
    ['2021年全市政府工作报告', ''],
    ['二〇二一年青禾县政府工作报告', '青禾县'],
    ['2021年度青禾县政府工作报告', '青禾县'],
  ])('finds in the head %s: %s', (joined, place) => {
    expect(read({ joined })).toEqual({ place, from: '', warnings: [] })
  })

  it.each([
    ['我代表青禾县人民政府，向大会报告工作。', '青禾县'],
    ['我代表开发区管委会，向大会报告工作。', '开发区'],
    ['我代表国务院，向大会报告工作。', '国务院'],
    ['我代表县人民政府，向大会报告工作。', ''],
  ])('finds in the opening %s: %s', (opening, place) => {
    expect(read({ opening }).place).toBe(place)
  })

  it('has the head before the opening, and the opening where it says more', () => {
    expect(read({ joined: '2021年青禾县政府工作报告', opening: '我代表白石县人民政府' }).place).toBe('青禾县')
    expect(read({ joined: '2021年东湖区政府工作报告', opening: '我代表云山市东湖区人民政府' }).place).toBe(
      '云山市东湖区',
    )
    expect(read({ joined: '2021年云山市东湖区政府工作报告', opening: '我代表东湖区人民政府' }).place).toBe(
      '云山市东湖区',
    )
  })

  it('takes of the file’s name what the text leaves out, and warns where they differ', () => {
    const joined = '2021年东湖区政府工作报告'
    expect(read({ joined, named: '云山市东湖区2021' })).toEqual({
      place: '云山市东湖区',
      from: 'text and file name',
      warnings: [],
    })
    expect(read({ joined, named: '东湖区2021' })).toEqual({ place: '东湖区', from: '', warnings: [] })
    expect(read({ joined, named: '青禾县2021' })).toEqual({
      place: '东湖区',
      from: '',
      warnings: ['the file name says 青禾县, the text 东湖区: the text wins'],
    })
  })

  it('believes the header, and then the file’s name, where the text says nothing', () => {
    const named = '白石县2021年政府工作报告'
    expect(read({ publisher: '青禾县人民政府办公室', named })).toMatchObject({
      place: '青禾县',
      from: 'header',
    })
    expect(read({ publisher: '贵州', named })).toMatchObject({ place: '贵州省', from: 'header' })
    expect(read({ publisher: '办公室', named })).toEqual({
      place: '白石县',
      from: 'file name',
      warnings: ['the file name says 白石县, the text never names it'],
    })
    expect(read({ named, body: ['建设美丽白石。'] })).toEqual({
      place: '白石县',
      from: 'file name',
      warnings: [],
    })
    expect(read({ named: '国务院2021' })).toEqual({ place: '国务院', from: 'file name', warnings: [] })
  })

  it.each([
    ['云山市东湖区_青禾县', '云山市东湖区'],
    ['2021年青禾县人民政府工作报告', '青禾县'],
    ['在青禾县第十六届人民代表大会', '青禾县'],
    ['贵州2021', '贵州省'],
    ['报告（青禾县）', '青禾县'],
    ['report-2021', ''],
  ])('reads the name %s as %s', (named, place) => {
    expect(read({ named }).place).toBe(place)
  })

  it('counts the city that a text names twice as often as any other, and twice at the least', () => {
    const count = (洛阳: number, 郑州: number): string =>
      read({
        body: [
          ...Array.from({ length: 洛阳 }, () => '洛阳很美。'),
          ...Array.from({ length: 郑州 }, () => '郑州很近。'),
        ],
      }).place
    expect(count(2, 0)).toBe('洛阳市')
    expect(count(1, 0)).toBe('')
    expect(count(4, 2)).toBe('洛阳市')
    expect(count(3, 2)).toBe('')
  })

  it('counts names of the level that the report speaks for', () => {
    const body = ['在青禾县，', ...Array.from({ length: 3 }, () => '青禾的明天更好。')]
    expect(read({ opening: '我代表县人民政府', body })).toMatchObject({
      place: '青禾县',
      from: 'text, by count',
    })
    expect(read({ opening: '我代表市人民政府', body }).place).toBe('')
    expect(read({ body }).place).toBe('')
  })

  it('guesses no city from a name that the text never calls one, and says that it guesses', () => {
    const thanks = ['感谢关心支持青禾发展的朋友。', '青禾的今天，青禾的明天，青禾的未来。']
    expect(read({ body: thanks }).place).toBe('')
    expect(read({ opening: '我代表市人民政府', body: thanks }).place).toBe('青禾市')
    expect(read({ body: [...thanks, '今天的青禾市更美。'] })).toEqual({
      place: '青禾市',
      from: 'text, by count',
      warnings: [
        'no line says whose report it is; 青禾市 is what the text names most: check it, or give --place',
      ],
    })
  })

  it('takes the name that the whole text has oftenest, however often others stand between marks', () => {
    const body = [
      '白石县，白石县，白石县，白石县，',
      '青禾县，',
      ...Array.from({ length: 4 }, () => '青禾的明天更好。'),
    ]
    expect(read({ opening: '我代表县人民政府', body: ['感谢大家。', ...body] }).place).toBe('青禾县')
  })

  it('counts through the 200 names that stand oftenest between marks', () => {
    const first = [...'东南西北上下前后左右红黄蓝白黑']
    const second = [...'山水江河湖海林田路桥峰谷原岭']
    const others = first.flatMap((a) => second.map((b) => `${a}${b}县，`)).slice(0, 199)
    const place = (more: readonly string[]): string =>
      read({
        opening: '我代表县人民政府',
        body: ['感谢大家。', ...others, ...others, ...more, '青禾县，青禾青禾青禾青禾。'],
      }).place
    expect(place([])).toBe('青禾县')
    expect(place(['龙门县，', '龙门县，'])).toBe('')
  })
})
