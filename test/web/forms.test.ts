/** What forms send, and what heads of tables and notices say. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openSmallCorpus } from '../search/small-corpus.ts'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  const searcher = await openSmallCorpus()
  site = await openTestSite({ searcher: () => searcher })
})
const ask = (path: string, parameters: Readonly<Record<string, string>> = {}): Promise<string> =>
  site.text(`${path}?${new URLSearchParams(parameters)}`)

describe('every form', () => {
  it.each(['/', '/reports', '/reports/yunling-2023', '/figures', '/count', '/compare', '/changes'])(
    'on %s keeps the language that the visitor chose, and sends none otherwise',
    async (path) => {
      const formsOf = (html: string): string[] => html.match(/<form[\s\S]*?<\/form>/gu) ?? []
      const chosen = formsOf(await ask(path, { lang: 'en' }))
      expect(chosen.length).toBeGreaterThan(0)
      for (const form of chosen) expect(form).toContain('<input type="hidden" name="lang" value="en"/>')
      for (const form of formsOf(await ask(path))) expect(form).not.toContain('name="lang"')
    },
  )

  it('of the reports takes a hundred characters', async () => {
    const shown = async (length: number): Promise<string | undefined> =>
      /name="w" value="([^"]*)"/u.exec(await ask('/reports', { w: '县'.repeat(length) }))?.[1]
    expect([await shown(100), await shown(101)]).toEqual(['县'.repeat(100), '县'.repeat(100)])
  })
})

describe('the head of a table', () => {
  it.each([
    ['year', ['年份 ▴']],
    ['-count', ['次数 ▾']],
    ['nonsense', []],
  ])('says by which column it is sorted, and by no other: %s', async (sort, sorted) => {
    const html = await ask('/count', { q: '断头路', sort })
    const heads = [...html.matchAll(/<th scope="col"[^>]*aria-sort="(\w+)"[^>]*>([\s\S]*?)<\/th>/gu)]
    expect(heads.map(([, , words = '']) => words.replace(/<[^>]*>/gu, ''))).toEqual(sorted)
    for (const [, order, words = ''] of heads)
      expect(order).toBe(words.includes('▾') ? 'descending' : 'ascending')
  })
})

describe('the links to other pages', () => {
  it.each([
    ['1', false],
    ['2', true],
  ])('of a search that has but one stand on page %s: %s', async (page, isShown) => {
    const html = await ask('/search', { q: '“断头路5条”', page })
    expect(html.includes('<nav class="pages"')).toBe(isShown)
    expect(html.includes('rel="prev"')).toBe(isShown)
    expect(html).not.toContain('rel="next"')
  })
})

describe('words that name a report or a part of one', () => {
  it.each([
    ['云岭县的报告', [['/yinju/reports/yunling-2023', '云岭县 2023']]],
    ['云岭县第3段', [['/yinju/reports/yunling-2023#p3', '云岭县 2023 · 第3段']]],
    ['云岭县2023年重点工作', [['/yinju/reports/yunling-2023#p6', '云岭县 2023 › 二、2023年工作安排']]],
  ])('lead there: %s', async (q, links) => {
    const html = await ask('/search', { q })
    const named = /<ul class="notices"[\s\S]*?<\/ul>/u.exec(html)?.[0] ?? ''
    expect([...named.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/gu)].map(([, to, text]) => [to, text])).toEqual(
      links,
    )
  })

  it('are a question on the second page', async () => {
    expect(await ask('/search', { q: '云岭县的报告', page: '2' })).not.toContain('<ul class="notices" lang')
  })
})

describe('a notice', () => {
  it.each([
    ['云岭县的火箭发射场有几座', '云岭县的报告没有提到“火箭”，其他报告也没有'],
    ['火星县的断头路', '没有报告提到“火星”'],
    ['云岭县2019年旅游收入', '2019'],
  ])('of %s says what is lacking', async (q, words) => {
    const notices = /<ul class="notices">[\s\S]*?<\/ul>/u.exec(await ask('/search', { q }))?.[0] ?? ''
    expect(notices).toContain(words)
  })

  it('of a text that is longer than is checked counts what is left', async () => {
    const check = async (length: number): Promise<string> => {
      const body = new FormData()
      body.set('text', '云岭县2022年旅游收入3.5亿元。云岭县接待游客120万人次。'.padEnd(length, '好'))
      return await (await site.app.request('/verify', { method: 'POST', body })).text()
    }
    expect(await check(30_001)).toContain('最后 1 字没有核对')
    expect(await check(30_000)).not.toContain('没有核对')
  })
})

it('a comparison tells the script of the page where in its passage each shown character stands', async () => {
  const html = await ask('/compare', { q: '一般公共预算收入' })
  const shown = [
    ...html.matchAll(
      /<blockquote lang="zh" data-passage="([^"]+)" data-start="(-?\d+)">([\s\S]*?)<\/blockquote>/gu,
    ),
  ]
  expect(shown.length).toBeGreaterThan(1)
  for (const [, id = '', start, inner = ''] of shown) {
    const text = (await site.searcher.passage(id))?.passage.text ?? ''
    const words = inner.replace(/<[^>]*>/gu, '')
    const from = words.startsWith('…') ? 1 : 0
    expect(text.startsWith(words.slice(from).replace(/…$/u, ''), Number(start) + from)).toBe(true)
  }
})
