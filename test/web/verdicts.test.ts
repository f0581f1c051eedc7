/** What a page says of a quote, in words, for each thing that its check can find. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { openTestSite, type TestSite } from './test-site.ts'

const LONG_GAP = '治理河道、修建水渠、平整土地、改造危房、铺设管网、绿化荒山、'.repeat(6)
const OTHERS = 12
let site: TestSite

beforeAll(async () => {
  const own = report('yunling-2023', { place: '云岭县', level: '县', post: '县长', speaker: '张三' }, [
    '## （一）坚持稳字当头，经济运行持续向好',
    '坚决不开空泛的会、坚决不发空洞的文、坚决不干脱离实际的项目。',
    '全年粮食产量达12.6万吨，一般公共预算收入10797万元，G577线云岭段建成通车。',
    `我们迎难而上，${LONG_GAP}最终完成全部任务。`,
    '## 二、2023年工作安排',
    '房子是用来住的、不是用来炒的定位得到坚持。',
    '加快推进棚户区改造和老旧小区整治工作，确保群众住得安心、住得放心。',
    '持续强化乡村道路建设与养护力度，努力让山区群众出行更加便捷。',
    '全县各族儿女众志成城谱写新篇章。',
  ])
  const others = Array.from({ length: OTHERS }, (_, at) =>
    report(`wailing-${2001 + at}`, { place: '外岭县', level: '县', year: 2001 + at }, [
      '全县各族儿女众志成城谱写新篇章。',
    ]),
  )
  const searcher = await openSmallCorpus([own, ...others])
  site = await openTestSite({ searcher: () => searcher })
})

async function check(text: string): Promise<string> {
  const body = new FormData()
  body.set('text', text)
  return await (await site.app.request('/verify', { method: 'POST', body })).text()
}

/** The words of the verdict, without its marks. */
async function said(text: string): Promise<string> {
  const html = /<section class="verdict[\s\S]*?<\/section>/u.exec(await check(text))?.[0] ?? ''
  return html.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ')
}

describe('the verdict on a quote', () => {
  it('stands on the page of a link that carries the quote', async () => {
    const html = await site.text(`/verify?text=${encodeURIComponent('一般公共预算收入10797万元')}`)
    expect(html).toContain('与原文一致 ✓')
  })

  it.each<[string, string, RegExp | readonly RegExp[]]>([
    ['as printed', '一般公共预算收入10797万元', /与原文一致 ✓/u],
    ['of a number cut in two', '0797万元', /截断了一个数字，原文是“10797”/u],
    ['in full width and lower case', 'g577线云岭段建成通车，'.slice(0, -1), /未计差异：大小写/u],
    ['with words left out', '坚决不……脱离实际的项目', [/中间省略了 1 字/u, /省略的原文：干/u]],
    ['with a denial left out', '房子是用来……炒的定位', /省略的文字里有“不”，可能改变原意/u],
    ['with another figure', '全年粮食产量达13.6万吨', [/1 处不同/u, /数字不同：原文“12\.6”，引文“13\.6”/u]],
    ['with a denial missing', '房子是用来住的、是用来炒的定位得到坚持', /缺少“不”，意思可能相反/u],
    ['with a denial added', '不加快推进棚户区改造和老旧小区整治工作', /多出“不”，意思可能相反/u],
    [
      'within a sentence',
      '昨天的报告说，“加快推进棚户区改造和老旧小区整治工作”，讲得真好！',
      /只核对了引文本身/u,
    ],
    ['of a heading', '坚持稳字当头，经济运行持续向好', /与原文一致 ✓/u],
    ['of nothing', '贵阳市建成五座跨江大桥', /没有找到这段引文/u],
  ])('%s', async (_, text, lines) => {
    for (const line of [lines].flat()) expect(await said(text)).toMatch(line)
  })

  it('shows what is left out where it is short, and counts it where it is long', async () => {
    const shown = await said('我们迎难而上，……最终完成全部任务')
    expect(shown).toContain(`中间省略了 ${LONG_GAP.length} 字`)
    expect(shown).not.toContain('省略的原文')
  })

  it('says nothing of what is not the case', async () => {
    expect(await said('一般公共预算收入10797万元')).not.toMatch(/省略|不同|未计差异|截断|只核对|另有|不是/u)
    expect(await said('全年粮食产量达13.6万吨')).not.toMatch(/意思可能|先后不同|写法不同|不在此处/u)
  })

  it('names ten other places of the same words, and counts them all', async () => {
    const html = await check('全县各族儿女众志成城谱写新篇章')
    expect(html).toContain(`另有 ${OTHERS} 段也有这句话`)
    const list = /<ul>[\s\S]*?<\/ul>/u.exec(html)?.[0] ?? ''
    const links = [...list.matchAll(/href="\/yinju\/passages\/([^"]+)"/gu)].map(([, id]) => id)
    expect(new Set(links).size).toBe(10)
    for (const id of links) {
      const found = await site.searcher.passage(id ?? '')
      expect(found?.passage.text).toContain('全县各族儿女众志成城')
    }
  })

  it('copies the words of the report with their source, and no others', async () => {
    const html = await check('ｇ577线云岭段建成通车')
    expect(html).toMatch(/data-copy="“G577线云岭段建成通车”\n[^"]*云岭县[^"]*"/u)
    expect(await check('坚持稳字当头，经济运行持续向好')).toMatch(
      /data-copy="“（一）坚持稳字当头，经济运行持续向好”\n/u,
    )
    expect(await check('坚决不……脱离实际的项目')).toMatch(/data-copy="“坚决不……脱离实际的项目”\n/u)
  })

  it('marks in the paragraph just the words that were quoted, and leads there', async () => {
    const html = await check('一般公共预算收入10797万元')
    expect(/<mark class="quoted">一般公共预算收入10797万元<\/mark>/u.test(html)).toBe(true)
    const [, id, start, end] = /\/cards\/([^"?]+)\.png\?mark=(\d+)-(\d+)/u.exec(html) ?? []
    const text = (await site.searcher.passage(id ?? ''))?.passage.text
    expect(text?.slice(Number(start), Number(end))).toBe('一般公共预算收入10797万元')
  })

  it('shows the report and the quote in one line: what the quote lacks and what it adds', async () => {
    const html = await check('全年粮食产量达13.6万吨')
    const diff = /<blockquote class="diff"[^>]*>([\s\S]*?)<\/blockquote>/u.exec(html)?.[1] ?? ''
    const without = (tag: string): string =>
      diff.replace(new RegExp(`<${tag}>[^<]*</${tag}>`, 'gu'), '').replace(/<[^>]*>/gu, '')
    expect([without('ins'), without('del')]).toEqual(['全年粮食产量达13.6万吨', '全年粮食产量达12.6万吨'])
  })

  it('warns of five differences at the most', async () => {
    const printed = Array.from({ length: 8 }, (_, at) => `第${at}乡修建水渠${at + 11}公里`).join('，')
    const searcher = await openSmallCorpus([
      report('yi-2023', { place: '乙县', level: '县' }, [`${printed}。`]),
    ])
    const own = await openTestSite({ searcher: () => searcher })
    const body = new FormData()
    body.set(
      'text',
      printed.replace(/\d+公里/gu, (km) => `9${km}`),
    )
    const html = await (await own.app.request('/verify', { method: 'POST', body })).text()
    expect(html.match(/数字不同：/gu)).toHaveLength(5)
  })

  it('says whose words they are when another is named for them', async () => {
    const text = '云岭县2023年政府工作报告：“全县各族儿女众志成城谱写新篇章”'
    expect(await said(text)).not.toContain('出自')
    const wrong = '外岭县2005年政府工作报告：“加快推进棚户区改造和老旧小区整治工作”'
    expect(await said(wrong)).toMatch(/出自云岭县2023年的报告，不是外岭县/u)
  })
})

describe('a claim', () => {
  it.each([
    [
      'of another year',
      '云岭县2019年粮食产量达12.6万吨。',
      /报告没有说云岭县2019年粮食产量是这个数 “12\.6万吨”是云岭县2022年的实绩。/u,
    ],
    [
      'with another figure',
      '云岭县2022年粮食产量达13.6万吨。',
      /✗ 与报告不符：云岭县2022年粮食产量12\.6万吨（实绩） 全年粮食产量达/u,
    ],
    ['of a place without a report', '昆山市2022年粮食产量达13.6万吨。', /昆山市/u],
  ])('%s is told with what the report says, and never with a ✓', async (_, text, line) => {
    expect(await said(text)).toMatch(line)
    const searched = await site.text(`/search?q=${encodeURIComponent(text)}`)
    for (const html of [await check(text), searched])
      expect(html).not.toMatch(/✓|class="verdict (?:verbatim|supported)"/u)
  })

  it('is answered on the search page as where it is checked', async () => {
    const text = '云岭县2022年粮食产量达12.6万吨'
    expect(await said(text)).toContain('✓')
    expect(await site.text(`/search?q=${encodeURIComponent(text)}`)).toContain('✓')
  })
})
