/** The numbers of a text that no figure takes up. */
import { describe, expect, it } from 'vitest'
import { findUnread, leadingYear, numbersIn } from '../../../src/quote/claims/unread-numbers.ts'

describe('the numbers of a text', () => {
  it.each([
    ['2023年收入3亿元、支出5万元', ['3亿元', '5万元']],
    ['收入 3.5 亿元', ['3.5 亿元']],
    ['每月2130元/月', ['2130元/月']],
    ['G577线和2023年5月', []],
    ['没有', []],
  ])('%s: %j', (text, numbers) => {
    expect(numbersIn(text).map(({ at }) => text.slice(...at))).toEqual(numbers)
  })

  it('are counted without what they are per', () => {
    expect(numbersIn('2130元/月').map(({ quantity }) => quantity?.unit)).toEqual(['元'])
  })
})

describe('a number without a name', () => {
  const unread = (text: string, taken: readonly (readonly [number, number])[] = []): string[] =>
    findUnread(text, taken).map(({ figure, year }) =>
      [
        figure.quote,
        figure.value ?? figure.change,
        figure.unit ?? '-',
        figure.bound,
        figure.scope ?? '-',
        year === null ? '-' : `${year.is} ${year.year}`,
      ].join(' '),
    )

  it.each([
    ['20分钟到达', ['20分钟 20 分钟 exact - -']],
    ['3位名家', ['3 3 名 exact - -']],
    ['居全国3位', []],
    ['5', []],
    ['超过20分钟', ['20分钟 20 分钟 over - -']],
    ['20分钟以上', ['20分钟 20 分钟 at-least - -']],
    ['增加20分钟', ['20分钟 +20分钟 - exact - -']],
    ['减少20分钟', ['20分钟 -20分钟 - exact - -']],
    ['增加到20分钟', ['20分钟 20 分钟 exact - -']],
    ['由20分钟提高到30分钟', ['30分钟 30 分钟 exact - -']],
    ['2022年20分钟', ['20分钟 20 分钟 exact - named 2022']],
    ['去年20分钟', ['20分钟 20 分钟 exact - relative -1']],
    ['20分钟，2022年的成绩', ['20分钟 20 分钟 exact - named 2022']],
    ['2021年和2022年20分钟', ['20分钟 20 分钟 exact - named 2022']],
    [
      '2022年20分钟，2023年30分钟',
      ['20分钟 20 分钟 exact - named 2022', '30分钟 30 分钟 exact - named 2023'],
    ],
    ['五年来20分钟', ['20分钟 20 分钟 exact 五年来 -']],
    ['“十四五”末20分钟', ['20分钟 20 分钟 exact - named 2025']],
    ['比2015年增加20分钟', ['20分钟 +20分钟 - exact 比2015年 -']],
    ['比上年增加20分钟', ['20分钟 +20分钟 - exact - -']],
    ['2023年比2022年增加20分钟', ['20分钟 +20分钟 - exact - named 2023']],
    ['2023年比2021年增加20分钟', ['20分钟 +20分钟 - exact 比2021年 named 2023']],
  ])('%s: %j', (text, numbers) => {
    expect(unread(text)).toEqual(numbers)
  })

  it('is none that is taken up', () => {
    const text = '20分钟、30分钟'
    expect(unread(text, [[0, 4]])).toEqual(['30分钟 30 分钟 exact - -'])
    expect(unread(text, [[4, 5]])).toHaveLength(2)
    expect(unread(text, [[3, 6]])).toEqual([])
    expect(unread(text, [[9, 12]])).toHaveLength(2)
  })
})

describe('the year that a sentence begins with', () => {
  it.each([
    ['云岭县2021年发展平稳', 2021],
    ['2021年发展平稳', 2021],
    ['发展平稳，2021年', null],
    ['3亿元，2021年', null],
    ['新疆维吾尔自治区伊犁州的2021年发展平稳', 2021],
    ['新疆维吾尔自治区伊犁州里的2021年发展平稳', null],
    ['2021年政府工作报告写得好', null],
    ['2021年的某某县人民政府工作报告', 2021],
    ['去年发展平稳', null],
  ])('%s: %s', (text, year) => {
    const found = leadingYear(text)
    expect(found?.is === 'named' ? found.year : null).toBe(year)
  })
})
