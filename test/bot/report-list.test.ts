/** The list of reports: one below the other, or by level, province and place where there are many. */
import { describe, expect, it } from 'vitest'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { labels, TestChat } from './test-chat.ts'

/** So many reports of counties whose names no province is known of. */
const chatOf = async (count: number, years: readonly number[] = [2023]): Promise<TestChat> =>
  new TestChat(
    await openSmallCorpus(
      Array.from({ length: count }, (_, index) => `${String.fromCodePoint(0x7532 + index)}口县`).flatMap(
        (place, at) =>
          years.map((year) =>
            report(`r${at}-${year}`, { place, level: '县', year }, ['## 工作回顾', '新装路灯3盏。']),
          ),
      ),
    ),
  )
const isPage = (label: string): boolean => /^\d+\/\d+$|^[◀▶]$/u.test(label)

it('has ten reports on a page up to forty, and begins with the levels beyond', async () => {
  const list = await (await chatOf(40)).say('/reports')
  expect(labels(list).filter((label) => !isPage(label))).toHaveLength(10)
  expect(labels(list)).toContain('1/4')
  expect(labels(await (await chatOf(41)).say('/reports'))).toEqual(['县 · 41'])
})

it('shows forty of those that words narrow it to, and says how many there are', async () => {
  const reply = await (await chatOf(41)).say('/reports 口县')
  expect(labels(reply)).toHaveLength(41)
  expect(reply.text).toContain('41 份报告')
  expect(labels(reply).at(-1)).toBe('全部报告')
})

it('says of no report that there is none, and of one report how much it holds', async () => {
  const texts = [0, 1].map(async (count) => (await (await chatOf(count)).say('/reports')).text)
  const [none = '', one = ''] = await Promise.all(texts)
  expect(none).toContain('还没有报告')
  expect(one).toMatch(/1 份.*1 段/u)
})

it('repeats forty characters of the words that narrow it', async () => {
  const { text } = await (await chatOf(1)).say(`/reports ${'口'.repeat(41)}`)
  expect(text).toContain(`${'口'.repeat(39)}…`)
  expect(text).not.toContain('口'.repeat(40))
})

describe('a level', () => {
  it.each([
    [24, 24],
    [25, 24],
  ])('of %i places with two reports each has %i buttons a page, one a place', async (places, shown) => {
    const chat = await chatOf(places, [2022, 2023])
    const level = await chat.press(await chat.say('/reports'), `县 · ${places * 2}`)
    const named = labels(level).filter((label) => !isPage(label) && label !== '全部报告')
    expect(named).toHaveLength(shown)
    // Places that no province is known of are listed report by report where there are more than fit.
    expect(named.every((label) => (places === 24 ? / · 2$/u : / 202[23]$/u).test(label))).toBe(true)
    expect(labels(level)).toContain('全部报告')
  })

  it('opens a place at its reports', async () => {
    const chat = await chatOf(21, [2022, 2023])
    const level = await chat.press(await chat.say('/reports'), '县 · 42')
    const [first = ''] = labels(level)
    const place = await chat.press(level, first)
    const name = first.replace(' · 2', '')
    expect(labels(place)).toEqual([`${name} 2022`, `${name} 2023`, '全部报告'])
    expect(place.text).toContain(`县 › ${name}`)
  })
})
