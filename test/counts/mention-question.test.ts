import { describe, expect, it } from 'vitest'
import { acceptsKind, asksForMentions, readMentionQuestion } from '../../src/counts/mention-question.ts'

describe('readMentionQuestion', () => {
  it.each([
    ['哪些省份提到了冰雪经济', 'which', '冰雪经济', '省份'],
    ['冰雪经济在哪些省的报告里出现了', 'which', '冰雪经济', '省'],
    ['冰雪经济 哪些市提到', 'which', '冰雪经济', '市'],
    ['几个县提到数字乡村', 'which', '数字乡村', '县'],
    ['有没有“夜间经济”这个说法', 'whether', '夜间经济', null],
    ['报告里是不是有“来了就是本地人”这句话', 'whether', '来了就是本地人', null],
    ['各省政府工作报告中有多少个提到冰雪经济', 'which', '冰雪经济', null],
    ['提到冰雪经济的省份', 'which', '冰雪经济', '省份'],
    ['“冰雪经济”出现在哪些报告里', 'which', '冰雪经济', null],
    ['2025年哪些区县的报告有夜市', 'which', '夜市', '区县'],
    ['哪些縣提到了數字鄉村', 'which', '數字鄉村', '县'],
    ['which reports mention 乡村振兴', 'which', '乡村振兴', null],
    ['谁没提冰雪经济', 'without', '冰雪经济', null],
    ['没提到冰雪经济的有哪些', 'without', '冰雪经济', null],
    ['提到“冰雪经济”的报告有哪些', 'which', '冰雪经济', null],
    ['“冰雪经济”有哪些报告提到', 'which', '冰雪经济', null],
    ['“冰天雪地也是……”有哪些报告提到', 'which', '冰天雪地也是', null],
    ['哪几个省没有提到冰雪经济？', 'without', '冰雪经济', '省'],
    ['哪些地方没写托育', 'without', '托育', null],
    ['who does not mention 乡村振兴', 'without', '乡村振兴', null],
    ['冰雪经济最早什么时候提出', 'first', '冰雪经济', null],
    ['冰雪经济是哪一年首次写入政府工作报告的', 'first', '冰雪经济', null],
    ['最早提到冰雪经济的是哪份报告', 'first', '冰雪经济', null],
    ['when was 乡村振兴 first mentioned', 'first', '乡村振兴', null],
    ['冰雪经济出现了多少次', 'count', '冰雪经济', null],
    ['乡村振兴这个词出现了几次', 'count', '乡村振兴', null],
    ['how many times is 乡村振兴 mentioned', 'count', '乡村振兴', null],
    ['冰雪经济一共提到几次', 'count', '冰雪经济', null],
    ['哪份报告提冰雪经济多', 'most', '冰雪经济', null],
    ['哪份报告讲冰雪经济最多？', 'most', '冰雪经济', null],
    ['哪篇报告谈物价', 'which', '物价', null],
    ['两份报告谁提乡村振兴更少？', 'most', '乡村振兴', null],
    ['提到冰雪经济最多的是哪个省', 'most', '冰雪经济', '省'],
    ['有没有提到冰雪经济', 'whether', '冰雪经济', null],
    ['报告提到过冰雪经济吗', 'whether', '冰雪经济', null],
  ] as const)('%s', (text, ask, phrase, kind) => {
    expect(readMentionQuestion(text)).toMatchObject({ ask, phrase, kind })
  })

  it('leaves the places out that narrow', () => {
    expect(readMentionQuestion('新疆有没有提到葡萄酒', ['新疆'])).toMatchObject({
      ask: 'whether',
      phrase: '葡萄酒',
    })
  })

  it.each([
    '冰雪经济',
    '粮食产量是多少',
    '昭苏有“百村千户”工程吗',
    '“乡村振兴”有哪些措施',
    '报告提的几个“决定性进展”有哪些',
    '报告里提到的粮食产量是多少',
    '哪些地方出现了旱情',
    '有没有提高养老金',
    '哪些县提高了低保标准',
    '政府工作报告提到了哪些重点工程',
    '报告中提到的“一号工程”是什么',
    '报告怎么说教育',
    '整个市GDP多少 报告里有吗',
    '哪些学校写入规划',
    '谁是县长',
    '报告什么时候作的',
    '说到做到了吗',
    '提出2025年生产总值增长目标5%以上的省份',
    '哪些省提到了',
    '',
  ])('is none: %s', (text) => {
    expect(readMentionQuestion(text)).toBeNull()
  })
})

describe('acceptsKind', () => {
  it.each([
    ['省份', '省', '湖南省', true],
    ['省', '自治区', '新疆维吾尔自治区', true],
    ['自治区', '自治区', '新疆维吾尔自治区', true],
    ['自治区', '省', '湖南省', false],
    ['省份', '市', '北京市', true],
    ['市', '市', '北京市', false],
    ['市', '市', '伊宁市', true],
    ['县', '市', '伊宁市', false],
    ['区县', '区', '罗湖区', true],
    ['provinces', '省', '湖南省', true],
    [null, '县', '昭苏县', true],
  ] as const)('%s: %s %s', (kind, level, place, accepted) => {
    expect(acceptsKind(kind)({ level, place })).toBe(accepted)
  })
})

describe('a question that leaves out what is said', () => {
  it.each([
    ['哪份提得最多', true],
    ['各提到几次', true],
    ['最早什么时候提到的', true],
    ['哪些没提', true],
    ['哪些省没有提到', true],
    ['一共出现了多少次', true],
    ['哪份提冰雪经济最多', false],
    ['哪些地方', false],
    ['提到了', false],
    ['报告提到', false],
    ['', false],
  ])('%s: %s', (text, isTold) => {
    expect(asksForMentions(text)).toBe(isTold)
  })
})

describe('the parts of a mention question', () => {
  it.each([
    ['把每一分钱都用在刀刃上 是哪个县写的', 'which', '把每一分钱都用在刀刃上', '县'],
    ['把每一分钱都用在刀刃上 这话是谁在报告里讲的', 'which', '把每一分钱都用在刀刃上', null],
    ['把每一分钱都用在刀刃上是谁说的？', 'which', '把每一分钱都用在刀刃上', null],
    ['报告提没提冰雪经济', 'whether', '冰雪经济', null],
    ['原话是不是“来了就是本地人”', 'whether', '来了就是本地人', null],
    ['有没有“来了就是本地人”这句话', 'whether', '来了就是本地人', null],
    ['报告没有提到冰雪经济吗', 'without', '冰雪经济', null],
    ['报告里冰雪经济的词频', 'count', '冰雪经济', null],
    ['哪些报告涉及冰雪经济', 'which', '冰雪经济', null],
    ['哪些直辖市提到冰雪经济', 'which', '冰雪经济', '直辖市'],
    ['哪些国家提到冰雪经济', 'which', '冰雪经济', null],
    ['谁说到冰雪经济', 'which', '冰雪经济', null],
    ['哪些报告提到“冰雪经济”和“夜间经济”', 'which', '冰雪经济', null],
  ] as const)('%s', (text, ask, phrase, kind) => {
    expect(readMentionQuestion(text)).toMatchObject({ ask, phrase, kind })
  })

  it.each([
    '把报告里的每一分钱都用好 是哪个县写的',
    '“九五”五年全国累计实际利用外资有多少',
    '有人说到冰雪经济',
    '冰雪经济提到5%的有哪些',
    '提到冰雪经济和哪些省份提到夜间经济吗',
  ])('are none of %s', (text) => {
    expect(readMentionQuestion(text)).toBeNull()
  })

  it.each([
    [20, true],
    [21, false],
  ])('leave a phrase of %i characters: %s', (length, isOne) => {
    const phrase = '冰雪经济甜水长渠'.repeat(3).slice(0, length)
    expect(readMentionQuestion(`哪些省提到${phrase}`)?.phrase === phrase).toBe(isOne)
    expect(readMentionQuestion(`哪些省提到“${phrase}”`)?.phrase === phrase).toBe(isOne)
  })

  it('say whether the words were quoted', () => {
    expect(readMentionQuestion('哪些省提到“冰雪经济”')?.isQuoted).toBe(true)
    expect(readMentionQuestion('哪些省提到冰雪经济')?.isQuoted).toBe(false)
  })

  it('keep a place within quotation marks', () => {
    expect(readMentionQuestion('哪些省提到“新疆棉花”', ['新疆'])?.phrase).toBe('新疆棉花')
  })
})

it.each([
  ['直辖市', [true, false, false, false, false, false]],
  ['市县', [false, true, true, false, false, false]],
  ['区县', [false, false, true, true, false, false]],
  ['市区', [false, true, false, true, false, false]],
  ['地市', [false, true, false, false, true, false]],
  ['州', [false, false, false, false, true, false]],
  ['乡镇', [false, false, false, false, false, true]],
  ['旗', [false, false, true, false, false, false]],
  ['国家', [true, true, true, true, true, true]],
])('%s are of the kinds %j', (kind, accepted) => {
  const reports = [
    ['市', '北京市'],
    ['市', '伊宁市'],
    ['县', '昭苏县'],
    ['区', '罗湖区'],
    ['州', '伊犁哈萨克自治州'],
    ['乡', '东河乡'],
  ] as const
  expect(reports.map(([level, place]) => acceptsKind(kind)({ level, place }))).toEqual(accepted)
})
