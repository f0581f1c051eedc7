/** Parts of pages that stand there only where there is something for them, over a report that was made for them. */
import { beforeAll, expect, it } from 'vitest'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  const searcher = await openSmallCorpus([
    report('jia-2023', { place: '甲县', level: '县', year: 2023 }, [
      '## 一、回顾',
      '### （一）产业',
      '#### 1.旅游',
      '旅游收入达到3.5亿元。',
      '修建公路11公里。',
    ]),
    report('yi-2023', { place: '乙县', level: '县', year: 2023 }, ['## 一、回顾', '修建水库。']),
  ])
  site = await openTestSite({ searcher: () => searcher, publicUrl: null })
})
const search = (q: string): Promise<string> => site.text(`/search?q=${encodeURIComponent(q)}`)

it('sets the headings of a report by their level', async () => {
  const html = await site.text('/reports/jia-2023')
  for (const heading of ['<h2>一、回顾</h2>', '<h3>（一）产业</h3>', '<h4>1.旅游</h4>'])
    expect(html).toContain(heading)
})

it('offers other questions where there are some, and nothing of them where there are none', async () => {
  const offered = (html: string): boolean => html.includes('<nav class="chips" aria-label="可以试试">')
  expect(offered(await search('“旅游收入” 地区:乙县'))).toBe(true)
  expect(offered(await search('旅游收入'))).toBe(false)
})

it('says of an address that nothing stands at that it is none, in its own words', async () => {
  const html = await site.text('/nowhere')
  expect(html).toContain('<html')
  expect(html).toMatch(/没有|不存在/u)
})

it('lists the reports that lack the words with a comma between two, and none before the first', async () => {
  const html = await site.text(`/count?q=${encodeURIComponent('旅游')}`)
  expect(html).toMatch(/>乙县 2023<\/a>/u)
  expect(html).not.toMatch(/、\s*<a[^>]*>乙县 2023/u)
})

it('leads to the headings of the second level on', async () => {
  const html = await site.text('/reports/jia-2023')
  expect(html).toMatch(/<a href="#p1">一、回顾<\/a>/u)
})

it('shows the paragraphs right before and right behind a passage', async () => {
  const searcher = await openSmallCorpus([
    report('bing-2023', { place: '丙县', year: 2023 }, [
      '## 一、回顾',
      '甲段。',
      '乙段。',
      '丙段。',
      '丁段。',
      '戊段。',
    ]),
  ])
  const own = await openTestSite({ searcher: () => searcher, publicUrl: null })
  const found = await searcher.report('bing-2023')
  const html = await own.text(`/passages/${found?.passages[2]?.id ?? ''}`)
  const context = html.slice(html.indexOf('class="context"'))
  expect(context.indexOf('乙段。')).toBeGreaterThan(0)
  expect(context.indexOf('丁段。')).toBeGreaterThan(context.indexOf('乙段。'))
  expect(context).not.toMatch(/甲段。|戊段。/u)
})

it('counts the reports of a corpus of one', async () => {
  const searcher = await openSmallCorpus([
    report('bing-2023', { place: '丙县', year: 2023 }, ['## 一、回顾', '甲段。']),
  ])
  const own = await openTestSite({ searcher: () => searcher, publicUrl: null })
  expect(await own.text('/about')).toContain('1 份报告')
})
