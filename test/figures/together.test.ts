/** What a report tells of years together, done or planned, and what it tells of one of them. */
import { describe, expect, it } from 'vitest'
import { readSentence } from './read-sentence.ts'

describe('what is told of five years together', () => {
  it.each<[text: string, said: readonly string[]]>([
    [
      '五年来，文旅兴旺。累计接待游客536万人次，旅游收入达到8.7亿元。',
      ['接待游客 536万人次 (五年来) 实绩2021', '旅游收入 8.7亿元 实绩2021'],
    ],
    ['过去五年，我们稳就业。城镇新增就业1.2万人。', ['城镇新增就业 1.2万人 (过去五年) 实绩2021']],
    ['五年来，我们稳就业。刚刚过去的2021年，成绩可喜。城镇新增就业3千人。', ['城镇新增就业 3千人 实绩2021']],
    [
      '过去五年，河水变清。治污投入3亿元，教育支出达2亿元。',
      ['治污投入 3亿元 (过去五年) 实绩2021', '教育支出 2亿元 实绩2021'],
    ],
    ['2021年，我们稳就业。城镇新增就业1.2万人。', ['城镇新增就业 1.2万人 实绩2021']],
  ])('%s', (text, said) => {
    expect(readSentence(text, '一、过去五年工作回顾')).toEqual(said)
  })

  it.each(['“十三五”时期', '过去五年'])('is told so in a review of one year: %s', (period) => {
    const text = `全年经济向好。${period}，就业稳定。累计接待游客536万人次。2021年，就业向好。城镇新增就业1.2万人。`
    expect(readSentence(text, '一、2021年工作回顾')).toEqual([
      `接待游客 536万人次 (${period}) 实绩2021`,
      '城镇新增就业 1.2万人 实绩2021',
    ])
  })
})

describe('a gain', () => {
  it.each<[text: string, said: readonly string[]]>([
    [
      '过去五年，民生改善。城镇化率60%、提高5个百分点。',
      ['常住人口城镇化率 60% 实绩2021', '常住人口城镇化率 +5个百分点 (过去五年) 实绩2021'],
    ],
    ['过去五年，学校数量增长三成。', ['学校 +三成 (过去五年) 实绩2021']],
    ['过去五年，民生改善。2021年城镇化率60%、提高2个百分点。', ['常住人口城镇化率 60% +2个百分点 实绩2021']],
    ['过去五年，民生改善。学校数量同比增长三成。', ['学校 +三成 实绩2021']],
    ['过去五年，就业稳定。每年城镇新增就业6千人。', ['城镇新增就业 6千人 (每年) 实绩2021']],
  ])('is of the years that its paragraph tells of: %s', (text, said) => {
    expect(readSentence(text, '一、过去五年工作回顾')).toEqual(said)
  })
})

describe('what is planned for years together', () => {
  const PLAN = '二、未来五年重点任务'
  it.each<[text: string, said: readonly string[]]>([
    ['新建学校12所。', ['新建学校 12所 (未来五年) 目标2026']],
    ['2022年新建学校2所。', ['新建学校 2所 目标2022']],
    ['森林覆盖率达到40%。', ['森林覆盖率 40% 目标2026']],
    ['目前已新建学校3所。', ['新建学校 3所 实绩2021']],
    [
      '新增学位1.5万座，其中2022年5千座、2023年1万座。',
      ['新增学位 1.5万座 (未来五年) 目标2026', '新增学位 5千座 目标2022', '新增学位 1万座 目标2023'],
    ],
  ])('%s', (text, said) => {
    expect(readSentence(text, PLAN)).toEqual(said)
  })
})

describe('what is told before it is done', () => {
  it('is no result', () => {
    expect(readSentence('建成车库4个，全部建成后可提供车位530个。')).toEqual([
      '车库 4个 实绩2021',
      '提供车位 530个 目标2022',
    ])
  })
})

describe('nouns before one number', () => {
  it.each<[text: string, said: readonly string[]]>([
    ['建成学校、医院和公园31处。', ['学校、医院、公园 31处 实绩2021']],
    ['建成学校、医院各31处。', ['学校 31处 实绩2021', '医院 31处 实绩2021']],
    ['建成学校5所、公园31处。', ['学校 5所 实绩2021', '公园 31处 实绩2021']],
  ])('have it together: %s', (text, said) => {
    expect(readSentence(text)).toEqual(said)
  })
})

it('calls what is produced in a year by the name of what is produced', () => {
  expect(readSentence('石墨烯年产量20万吨，石墨烯产能60万吨。')).toEqual([
    '石墨烯产量 20万吨 实绩2021',
    '石墨烯产能 60万吨 实绩2021',
  ])
})
