/** What a page says of a checked text, part by part: figures, quotes as printed, with differences, in pieces, or nowhere. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type SentenceVerdict, verifyText } from '../../../src/quote/verify-text.ts'
import type { Searcher } from '../../../src/search/searcher.ts'
import { Checked } from '../../../src/web/parts/checked.tsx'
import type { Visit } from '../../../src/web/site.ts'
import { openSmallCorpus, report } from '../../search/small-corpus.ts'
import { madeVisit, PICTURES } from '../made-visit.ts'
import { wordsOf } from '../words-of.ts'

let searcher: Searcher
let visit: Visit
const LINE = '新装路灯800盏，打通断头路5条，群众出行更加便捷。'
beforeAll(async () => {
  visit = await madeVisit({ pictures: PICTURES })
  searcher = await openSmallCorpus([
    report('yunling-2023', { place: '云岭县', level: '县', speaker: '张三', post: '县长' }, [
      '## 2022年工作回顾',
      '全县经济稳中有进，全年接待游客120万人次，旅游收入3.5亿元，增长12%，各项工作都有新的气象。',
      LINE,
      '治理河道三十公里，修建水渠十二条，不搞重复建设。',
    ]),
    report('haibin-2023', { place: '海滨市', level: '市' }, [
      '## 2022年工作回顾',
      '港口货物吞吐量突破3亿吨。',
      LINE,
    ]),
  ])
})

const shown = async (text: string): Promise<string> => {
  const { sentences } = await verifyText(searcher, text)
  return String(Checked({ visit, sentences }))
}
/** The lines of a verdict, without what can be done with the quote. */
const said = (html: string): string[] =>
  wordsOf(html)
    .filter((line) => !line.startsWith('web-copy') && !line.startsWith('[web-cite]') && line !== 'web-share')
    .map((line) => line.replace(/_\w{10}/gu, '_'))
const standingOf = (html: string): string => /<section class="verdict ([^"]*)"/u.exec(html)?.[1] ?? ''

describe('of figures', () => {
  const PLACE = '云岭县2023年政府工作报告（县长张三） › 2022年工作回顾 › 第1段'
  it.each<[string, string, string, string[]]>([
    ['right', '云岭县2022年旅游收入增长12%', 'supported', ['claim-agrees']],
    [
      'wrong',
      '云岭县2022年旅游收入增长13%',
      'contradicted',
      ['✗ claim-differsclaim-figure 云岭县 2022 旅游收入 3.5亿元，增长12% kind-actual'],
    ],
    [
      'rounded',
      '云岭县2022年旅游收入增长约11.9%',
      'contradicted',
      ['✗ claim-differsclaim-figure 云岭县 2022 旅游收入 3.5亿元，增长12% kind-actual'],
    ],
  ])('that are %s the words of the report stand below', async (_, text, standing, lines) => {
    const html = await shown(text)
    expect(standingOf(html)).toBe(standing)
    expect(said(html).slice(0, lines.length)).toEqual(lines)
    expect(said(html).slice(-3, -1)).toEqual([expect.stringMatching(/旅游收入3\.5亿元，增长12%/u), PLACE])
  })

  it('the stretch that states them is marked, with dots where it is cut', async () => {
    const html = await shown('云岭县2022年旅游收入增长12%')
    const [, start = '', inner = ''] = /data-start="(-?\d+)">([\s\S]*?)<\/blockquote>/u.exec(html) ?? []
    expect(inner).toContain('<mark class="quoted">12%</mark>')
    const words = inner.replace(/<[^>]*>/gu, '')
    const whole = (await searcher.report('yunling-2023'))?.passages[0]?.text ?? ''
    const [bare, lead] = [words.replace(/^…|…$/gu, ''), words.startsWith('…') ? 1 : 0]
    expect(whole.startsWith(bare, Number(start) + lead)).toBe(true)
    expect([words.startsWith('…'), words.endsWith('…')]).toEqual([
      !whole.startsWith(bare),
      !whole.endsWith(bare),
    ])
    expect(html).toMatch(/href="\/cards\/yunling-2023_\w+\.png\?mark=\d+-\d+"/u)
  })
})

describe('of words', () => {
  it('as printed names who else prints them', async () => {
    const html = await shown(LINE)
    expect(standingOf(html)).toBe('verbatim')
    const lines = said(html)
    expect(lines.filter((line) => line.startsWith('quote-'))).toEqual([
      expect.stringMatching(/^quote-verbatim/u),
      'quote-others 1',
    ])
    expect(lines.at(-1)).toMatch(/^\[\S+ 2023 › .*\]\(\/passages\/(?:haibin|yunling)-2023_\)$/u)
    expect(html).toContain(`<mark class="quoted">${LINE}</mark>`)
    expect(html).toContain(`data-copy="“${LINE}”\n`)
  })

  it('as printed once names nobody else', async () => {
    const lines = said(await shown('治理河道三十公里，修建水渠十二条，不搞重复建设。'))
    expect(lines.join()).not.toMatch(/quote-others|quote-folded|quote-omitted|quote-part|quote-cut/u)
  })

  it('with differences shows both', async () => {
    const html = await shown('治理河道三十公里，修建水渠十三条，不搞重复建设。')
    expect(standingOf(html)).toBe('differs')
    expect(html).toMatch(/<del>[^<]*三[^<]*<\/del>/u)
    expect(html).toMatch(/<ins>[^<]*二[^<]*<\/ins>/u)
    const lines = said(html)
    expect(lines[0]).toBe('quote-differs 1')
    expect(lines).toContain('quote-legend')
    expect(lines).toContain('quote-true-words')
    expect(lines.join()).not.toMatch(/quote-moved|quote-reordered|quote-same-values/u)
  })

  it('that stand nowhere is said to be none', async () => {
    const html = await shown('轨道交通二号线全线贯通运营。')
    expect(standingOf(html)).toBe('not-found')
    expect(said(html)[0]).toBe('quote-not-found')
  })

  it('of a place without a report says that it has none', async () => {
    const html = await shown('天水市2022年旅游收入增长12%')
    expect(standingOf(html)).toBe('not-found')
    expect(said(html)).toEqual(['missing-place 天水市'])
  })

  it('with an omission says what is left out', async () => {
    expect(said(await shown('治理河道三十公里……不搞重复建设。')).join()).toMatch(/quote-omitted|quote-gap/u)
  })
})

describe('of several sentences', () => {
  const sentencesOf = async (text: string): Promise<readonly SentenceVerdict[]> =>
    (await verifyText(searcher, text)).sentences

  it('each has its standing, what differs, and its source', async () => {
    const sentences = await sentencesOf(
      '云岭县2022年旅游收入增长12%。云岭县2022年旅游收入增长13%。轨道交通二号线全线贯通运营。',
    )
    const html = String(Checked({ visit, sentences }))
    const [summary, ...lines] = said(html)
    expect(summary).toBe('web-sentences-supported 1 · web-sentences-contradicted 1 · web-sentences-unknown 1')
    expect(lines.filter((line) => line.startsWith('web-standing'))).toEqual([
      'web-standing-supported 云岭县2022年旅游收入增长12%。',
      'web-standing-contradicted 云岭县2022年旅游收入增长13%。',
      'web-standing-unknown 轨道交通二号线全线贯通运营。',
    ])
    expect([...html.matchAll(/<li class="(\w+)">/gu)].map(([, is]) => is)).toEqual([
      'supported',
      'contradicted',
      'unknown',
    ])
    expect(html.match(/<ul class="conflicts">/gu)).toHaveLength(1)
    expect(
      lines.filter((line) => /^\[云岭县.*\]\(\/passages\/yunling-2023_\)$/u.test(line)).length,
    ).toBeGreaterThan(0)
  })

  it('that state nothing has no verdict', () => {
    expect(said(String(Checked({ visit, sentences: [] })))).toEqual(['web-draft-without-claims'])
  })
})
