/** Pages over reports that were made for them: what a table of figures names, where a text becomes a draft. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { checkText } from '../../src/web/checked-text.ts'
import { Bar } from '../../src/web/parts/bar.tsx'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { openTestSite, type TestSite } from './test-site.ts'

let searcher: Searcher
let site: TestSite
beforeAll(async () => {
  const made = (place: string, text: string) =>
    report(place === '甲县' ? 'jia-2023' : 'yi-2023', { place, level: '县', year: 2023 }, [
      '## 2022年工作回顾',
      text,
      '## 2023年工作安排',
      '力争旅游收入增长10%。',
    ])
  searcher = await openSmallCorpus([
    made('甲县', '旅游收入达到3.5亿元，增长12%。上半年旅游收入1.5亿元。'),
    made('乙县', '旅游收入达到2亿元。生产建设兵团实力增强，生产总值增长5%。'),
  ])
  site = await openTestSite({ searcher: () => searcher, publicUrl: null })
})

const ask = (path: string, q: string): Promise<string> => site.text(`${path}?q=${encodeURIComponent(q)}`)

describe('a table of figures', () => {
  it('names place, year, kind and words of each figure', async () => {
    const html = await ask('/figures', '各县旅游收入')
    for (const part of ['甲县', '乙县', '3.5亿元', '2亿元', '旅游收入达到3.5亿元', 'class="kind actual"'])
      expect(html).toContain(part)
    expect(html).not.toMatch(/<small[^>]*>\s*<\/small>/u)
    expect(html).not.toContain('null')
  })

  it('names whose figure it is where it is not the place’s', async () => {
    expect(await ask('/figures', '乙县生产建设兵团生产总值')).toContain('<small> 生产建设兵团</small>')
  })

  it('tells a target from a result', async () => {
    const html = await ask('/figures', '2023年各县旅游收入目标')
    expect(html).toContain('class="kind target"')
    expect(html).not.toContain('class="kind actual"')
  })
})

describe('a column of numbers', () => {
  const barOf = (share: number, isTarget = false): string => String(Bar({ share, isTarget }))

  it.each([
    [1, 98],
    [0.5, 49],
    [-0.25, 24.5],
    [2, 98],
    [0, 0.5],
  ])('has for the share %d a bar of the length %d', (share, length) => {
    expect(barOf(share)).toContain(`width="${length.toFixed(1)}"`)
  })

  it('tells what falls, and a target, by their classes', () => {
    const classOf = (html: string): string => /<rect[^>]*class="([^"]*)"/u.exec(html)?.[1] ?? ''
    expect([barOf(0.5), barOf(-0.5), barOf(0.5, true), barOf(-0.5, true)].map(classOf)).toEqual([
      'actual',
      'actual falling',
      'target',
      'target falling',
    ])
  })
})

describe('a text to be checked', () => {
  it.each([20, 21])(
    'of %i sentences has a verdict on each, or as a draft on those that state something',
    async (count) => {
      const text = Array.from({ length: count }, (_, at) =>
        at === 0 ? '甲县2022年旅游收入3.5亿元。' : '天气好。',
      ).join('')
      const { sentences, unchecked } = await checkText(searcher, text)
      expect([sentences.length, unchecked]).toEqual([count === 20 ? 20 : 1, 0])
      expect(sentences[0]?.supported).toBe(true)
    },
  )

  it('is checked as far as thirty thousand characters', async () => {
    const { text, unchecked } = await checkText(searcher, '好'.repeat(30_007))
    expect([text.length, unchecked]).toEqual([30_000, 7])
  })
})
