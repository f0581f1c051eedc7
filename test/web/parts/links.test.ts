/** What leads from a part of a page to others: pages of a list, what can be done with a quote, charts, names. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Named } from '../../../src/answer/named-report.ts'
import type { Chart } from '../../../src/pictures/chart.ts'
import type { Searcher } from '../../../src/search/searcher.ts'
import { ChartFigure, chartPreview } from '../../../src/web/parts/chart-figure.tsx'
import { KeepLanguage } from '../../../src/web/parts/keep-language.tsx'
import { NamedLinks } from '../../../src/web/parts/named-links.tsx'
import { Pages } from '../../../src/web/parts/pages.tsx'
import { PassageActions } from '../../../src/web/parts/passage-actions.tsx'
import type { Visit } from '../../../src/web/site.ts'
import { openSmallCorpus } from '../../search/small-corpus.ts'
import { madeVisit, PICTURES } from '../made-visit.ts'
import { wordsOf } from '../words-of.ts'

let searcher: Searcher
let visit: Visit
let whole: Visit
beforeAll(async () => {
  searcher = await openSmallCorpus()
  visit = await madeVisit()
  whole = await madeVisit({
    pictures: PICTURES,
    botUsername: () => 'a_bot',
    publicUrl: 'https://example.org',
  })
})

describe('pages of a list', () => {
  const PREVIOUS = (at: string): string => `[web-previous](/x?w=a${at})`
  const NEXT = (at: number): string => `[web-next](/x?w=a&page=${at})`
  it.each<[number, number, string]>([
    [1, 0, ''],
    [1, 1, ''],
    [1, 2, `web-page-of 1 2${NEXT(2)}`],
    [2, 3, `${PREVIOUS('')}web-page-of 2 3${NEXT(3)}`],
    [3, 3, `${PREVIOUS('&page=2')}web-page-of 3 3`],
    // Beyond the end the way back leads to the last page, and out of an empty list to the first.
    [9, 3, `${PREVIOUS('&page=3')}web-page-of 9 3`],
    [2, 1, `${PREVIOUS('')}web-page-of 2 1`],
    [2, 0, `${PREVIOUS('')}web-page-of 2 0`],
  ])('page %i of %i', (page, pages, words) => {
    const html = String(Pages({ visit, path: '/x', parameters: { w: 'a' }, page, pages }) ?? '')
    expect(wordsOf(html).join('')).toBe(words)
  })
})

describe('what can be done with a quote', () => {
  async function actionsOf(own: Visit, hasSquare?: boolean): Promise<string> {
    const [hit] = (await searcher.search('断头路')).hits
    const passage = { ...(hit?.passage as NonNullable<typeof hit>['passage']), id: 'a_1' }
    const copied = '“甲”\n乙'
    return String(
      PassageActions({
        visit: own,
        passage,
        copied,
        mark: '1-2',
        ...(hasSquare !== undefined && { hasSquare }),
      }),
    )
  }

  it('is to copy, cite and share, where there is no more', async () => {
    const html = await actionsOf(visit, true)
    expect(wordsOf(html)).toEqual(['web-copy', '[web-cite](/passages/a_1#cite)', 'web-share'])
    expect(html).toContain('data-copy="“甲”\n乙"')
    expect(html).toContain('data-share="/passages/a_1"')
  })

  it('is to see it as a picture and in Telegram, where there are pictures and a bot', async () => {
    const html = await actionsOf(whole)
    expect(wordsOf(html).at(-1)).toBe(
      '[button-card](/cards/a_1.png?mark=1-2)[web-telegram](https://t.me/a_bot?start=a_1)',
    )
    expect(html).toContain('data-share="https://example.org/passages/a_1"')
  })

  it('is to see it as a square, where that is offered', async () => {
    expect(wordsOf(await actionsOf(whole, true)).at(-1)).toContain(
      '[button-card](/cards/a_1.png?mark=1-2)[web-card-square](/cards/a_1.png?mark=1-2&shape=square)',
    )
  })
})

describe('a chart', () => {
  const chart = (form: Chart['form']): Chart => ({ form, title: '旅游' }) as unknown as Chart
  const figureOf = (own: Visit, of: Chart | null): string =>
    String(ChartFigure({ visit: own, chart: of, path: '/c.png', question: 'a' }) ?? '')

  it('of lines is shown and offered', () => {
    const html = figureOf(whole, chart('lines'))
    expect(html).toMatch(/<img src="\/c\.png\?q=a" width="\d+" alt="web-chart-alt 旅游"/u)
    expect(wordsOf(html)).toEqual(['[web-chart](/c.png?q=a)'])
  })

  it('of bars, which stand in the table, is only offered', () => {
    const html = figureOf(whole, chart('bars'))
    expect(html).not.toContain('<img')
    expect(wordsOf(html)).toEqual(['[web-chart](/c.png?q=a)'])
  })

  it('is none where numbers make none, or pictures are not drawn', () => {
    expect([figureOf(whole, null), figureOf(visit, chart('lines'))]).toEqual(['', ''])
  })

  it('is the picture of previews under the same conditions', () => {
    const previewOf = (own: Visit, of: Chart | null) =>
      chartPreview(own, of, { path: '/c.png', question: 'a' })
    expect(previewOf(whole, chart('bars'))).toEqual({ path: '/c.png', parameters: { q: 'a' }, size: null })
    expect([previewOf(whole, null), previewOf(visit, chart('lines'))]).toEqual([null, null])
  })
})

describe('names', () => {
  const linksOf = (named: Named): string[] => wordsOf(String(NamedLinks({ visit, named })))

  it('of reports, paragraphs and sections lead to them', async () => {
    const { reports } = await searcher.catalog()
    const [yunling] = reports.filter(({ id }) => id === 'yunling-2023')
    const report = await searcher.report('yunling-2023')
    if (yunling === undefined || report === null) throw new Error('no such report')
    const at = report.sections.findIndex(({ heading }) => heading === '二、2023年工作安排')
    expect(linksOf({ kind: 'catalog' })).toEqual(['[web-nav-reports](/reports)'])
    expect(linksOf({ kind: 'reports', reports: [yunling] } as unknown as Named)).toEqual([
      '[云岭县 2023](/reports/yunling-2023)',
    ])
    expect(linksOf({ kind: 'paragraph', report: yunling, paragraph: 3 } as unknown as Named)).toEqual([
      '[云岭县 2023 · paragraph 3](/reports/yunling-2023#p3)',
    ])
    expect(linksOf({ kind: 'sections', sections: [{ report, section: at }] } as unknown as Named)).toEqual([
      '[云岭县 2023 › 二、2023年工作安排](/reports/yunling-2023#p6)',
    ])
  })

  it('of many reports are forty', async () => {
    const [one] = (await searcher.catalog()).reports
    const reports = Array.from({ length: 41 }, () => one)
    expect(linksOf({ kind: 'reports', reports } as unknown as Named)).toHaveLength(40)
  })
})

it('a form sends the language along where it was chosen', () => {
  const query = new URLSearchParams({ lang: 'en' })
  expect(String(KeepLanguage({ visit: { ...visit, language: 'en', query } }))).toContain(
    'name="lang" value="en"',
  )
  expect(KeepLanguage({ visit })).toBeNull()
})
