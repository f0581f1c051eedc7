/** The answer to a question as a page: what stands above the passages, ways to narrow it, and what a passage has with it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, answer } from '../../../src/answer/answer.ts'
import type { AnsweredHit } from '../../../src/answer/answered-hit.ts'
import type { Searcher } from '../../../src/search/searcher.ts'
import { getOrMake } from '../../../src/text/maps.ts'
import { SearchPage, type SearchPageProps } from '../../../src/web/pages/search-page.tsx'
import { VerifyPage } from '../../../src/web/pages/verify-page.tsx'
import { HitCard } from '../../../src/web/parts/hit-card.tsx'
import { SnippetQuote } from '../../../src/web/parts/snippet-quote.tsx'
import type { Visit } from '../../../src/web/site.ts'
import { openSmallCorpus, report } from '../../search/small-corpus.ts'
import { madeVisit, PICTURES } from '../made-visit.ts'
import { wordsOf } from '../words-of.ts'

let searcher: Searcher
let visit: Visit
let whole: Visit
const LONG = `${'治理河道三十公里，修建水渠十二条，'.repeat(12)}新修公路五公里。`
beforeAll(async () => {
  visit = await madeVisit()
  whole = await madeVisit({ pictures: PICTURES, publicUrl: 'https://example.org' })
  searcher = await openSmallCorpus([
    report('jia-2023', { place: '甲县', level: '县' }, [
      '## 2022年工作回顾',
      '旅游收入3亿元。',
      '新修公路八公里。',
      LONG,
    ]),
    report('yi-2023', { place: '乙县', level: '县' }, [
      '## 2022年工作回顾',
      '旅游收入2亿元。',
      '新修公路九公里。',
    ]),
  ])
})

/** Each question is answered once. */
const answers = new Map<string, Promise<Answer>>()
const ask = (question: string): Promise<Answer> =>
  getOrMake(answers, question, () => answer(searcher, question))
const NARROWING = { place: null, year: null, report: null }
async function pageOf(
  question: string,
  props: Partial<SearchPageProps> = {},
  changes: Partial<Answer> = {},
): Promise<string> {
  const found = { ...(await ask(question)), ...changes }
  const rest = { visit, narrowing: NARROWING, page: 1, named: null, verdict: null, ...props }
  return String(SearchPage({ question, answer: found, ...rest }))
}
const navOf = (html: string, label: string): string =>
  wordsOf(
    new RegExp(`<nav class="chips" aria-label="${label}">[\\s\\S]*?</nav>`, 'u').exec(html)?.[0] ?? '',
  ).join('')

describe('above the passages', () => {
  it('stands how many there are, and of how many reports', async () => {
    const html = await pageOf('新修公路')
    const { total, reports } = await ask('新修公路')
    expect(wordsOf(html)).toContain(`web-found ${total} ${reports.length}`)
    expect(html).toContain('class="summary strong"')
  })

  it.each<[string, Partial<Answer>, string]>([
    ['weak', { match: 'weak' }, 'web-found-weak 3 2'],
    ['past the end', { hits: [] }, 'results-past-the-end'],
    ['none', { hits: [], total: 0 }, 'web-found-none'],
  ])('stands that an answer is %s', async (_, changes, line) => {
    expect(wordsOf(await pageOf('新修公路', {}, { total: 3, ...changes }))).toContain(line)
  })

  it('stands that marks alone are no question', async () => {
    expect(wordsOf(await pageOf('？！', {}, { hits: [], total: 0 }))).toContain('question-without-words')
  })

  it('stand what the words name, or else what could not be taken', async () => {
    const faults = [{ kind: 'unclosed-quote', text: 'x' }] as unknown as Answer['query']['faults']
    const found = await ask('新修公路')
    const changes = { query: { ...found.query, faults }, missing: null } as unknown as Partial<Answer>
    expect(wordsOf(await pageOf('新修公路', {}, changes))).toContain('fault-unclosed-quote x')
    const named = wordsOf(await pageOf('新修公路', { named: { kind: 'catalog' } }, changes))
    expect(named).not.toContain('fault-unclosed-quote x')
    expect(named).toContain('[web-nav-reports](/reports)')
    expect(await pageOf('新修公路', {}, { missing: [] } as Partial<Answer>)).not.toContain('class="notices"')
  })

  it('stand the figures on the first page, with the link to all from nine on', async () => {
    const html = await pageOf('各县旅游收入')
    expect(html).toContain('<table class="figures">')
    expect(html).not.toContain('web-all-figures')
    expect(await pageOf('各县旅游收入', { page: 2 })).not.toContain('class="stated-figures"')
    const { figures } = await ask('各县旅游收入')
    if (figures === null) throw new Error('no figures')
    const rowsOf = (count: number) =>
      Array.from({ length: count }, (_, at) => figures.rows[at % 2]) as typeof figures.rows
    const many = async (count: number) =>
      await pageOf('各县旅游收入', {}, { figures: { ...figures, rows: rowsOf(count) } })
    expect(wordsOf(await many(9))).toContain(
      `[web-all-figures 9](/figures?q=${encodeURIComponent('各县旅游收入')})`,
    )
    expect(await many(8)).not.toContain('web-all-figures')
    const silent = await pageOf('各县旅游收入', {}, { figures: { ...figures, rows: [], absent: [] } })
    expect(silent).not.toContain('class="stated-figures"')
    const absent = [
      { report: { id: 'x', place: 'X' }, year: 2022, isCovered: true },
    ] as unknown as typeof figures.absent
    const none = await pageOf('各县旅游收入', {}, { figures: { ...figures, rows: [], absent } })
    expect(none).toContain('class="stated-figures"')
    expect(none).not.toContain('<table class="figures">')
  })

  it('stands who says a phrase', async () => {
    const html = await pageOf('哪些报告提到“旅游收入”')
    expect(wordsOf(html)).toContain(
      `web-counted 2 2 2 [web-count-more](/count?q=${encodeURIComponent('旅游收入')})`,
    )
    expect(html).toContain('<table class="counts">')
    const { mentions } = await ask('哪些报告提到“旅游收入”')
    if (mentions === null) throw new Error('no mentions')
    const nobody = { ...mentions, count: { ...mentions.count, reports: [] } }
    expect(await pageOf('哪些报告提到“旅游收入”', {}, { mentions: nobody })).not.toContain(
      '<table class="counts">',
    )
  })

  it('stand other questions where there are some, a filter to drop with a cross', async () => {
    const suggestions = [
      { kind: 'drop-filter', label: '甲', query: 'a' },
      { kind: 'other', label: '乙', query: 'b' },
    ] as unknown as Answer['suggestions']
    expect(navOf(await pageOf('新修公路', {}, { suggestions }), 'web-suggestions')).toBe(
      'web-suggestions[✕ 甲](/search?q=a)[乙](/search?q=b)',
    )
    expect(navOf(await pageOf('新修公路', {}, { suggestions: [] }), 'web-suggestions')).toBe('')
  })
})

describe('narrowing', () => {
  const Q = encodeURIComponent('新修公路')
  it('is offered by report, where there are two', async () => {
    const html = await pageOf('新修公路')
    const links = navOf(html, 'web-filters').match(/\[[^\]]*\]\([^)]*\)/gu) ?? []
    expect(new Set(links)).toEqual(
      new Set([
        `[甲县 2023 2](/search?q=${Q}&report=jia-2023)`,
        `[乙县 2023 1](/search?q=${Q}&report=yi-2023)`,
      ]),
    )
    const { reports } = await ask('新修公路')
    expect(navOf(await pageOf('新修公路', {}, { reports: reports.slice(0, 1) }), 'web-filters')).toBe('')
    const many = Array.from({ length: 13 }, () => reports[0] as (typeof reports)[number])
    expect(
      navOf(await pageOf('新修公路', {}, { reports: many }), 'web-filters').match(/report=/gu),
    ).toHaveLength(12)
  })

  it.each([
    [{ place: '甲县', year: '2023' }, 'narrowed 甲县 2023'],
    [{ report: 'yi-2023' }, 'narrowed 乙县 2023'],
    [{ report: 'none-2023' }, 'narrowed none-2023'],
  ])('to %j is told, with the way back', async (to, told) => {
    const narrowing = { ...NARROWING, ...to }
    expect(navOf(await pageOf('新修公路', { narrowing }), 'web-filters')).toBe(
      `${told}[web-widen](/search?q=${Q})`,
    )
  })
})

describe('below the passages', () => {
  it('stand the table to take away, from two on, and the pages', async () => {
    const csv = `[web-csv](/api/search?q=${encodeURIComponent('新修公路')}&format=csv)`
    expect(wordsOf(await pageOf('新修公路', {}, { total: 2 }))).toContain(csv)
    expect(wordsOf(await pageOf('新修公路', {}, { total: 1 }))).not.toContain(csv)
    expect(wordsOf(await pageOf('新修公路', {}, { total: 21 })).at(-1)).toMatch(
      /^web-page-of 1 3\[web-next\]/u,
    )
    expect(wordsOf(await pageOf('新修公路', {}, { total: 20 })).at(-1)).toMatch(/^web-page-of 1 2/u)
  })
})

describe('the picture of previews', () => {
  const imageOf = async (changes: Partial<Answer>, own = whole): Promise<string | null> =>
    /property="og:image" content="([^"]*)"/u.exec(await pageOf('新修公路', { visit: own }, changes))?.[1] ??
    null

  it('is the sentence that answers', async () => {
    expect(await imageOf({})).toMatch(
      /^https:\/\/example\.org\/cards\/(?:jia|yi)-2023_\w+\.png\?mark=\d+-\d+$/u,
    )
  })

  it('is none of a weak answer, of none, and where pictures are not drawn', async () => {
    expect(await imageOf({ match: 'weak' })).toBeNull()
    expect(await imageOf({ hits: [] })).toBeNull()
    expect(await imageOf({}, await madeVisit({ publicUrl: 'https://example.org' }))).toBeNull()
  })
})

describe('a passage that was found', () => {
  const hitOf = async (question: string) => {
    const { hits } = await ask(question)
    const [hit] = hits
    if (hit === undefined) throw new Error('nothing found')
    return hit
  }

  /** What a hit has is worked out when it is asked for. */
  const changed = (hit: AnsweredHit, changes: Partial<AnsweredHit>): AnsweredHit => {
    const { snippet, kinds, citation, sentence } = hit
    return { ...hit, snippet, kinds, citation, sentence, ...changes }
  }

  it('names its source and its kind, and has its words and citation', async () => {
    const hit = await hitOf('甲县旅游收入3亿元')
    const html = String(HitCard({ visit, hit, question: 'a' }))
    expect(
      wordsOf(html)
        .slice(0, 4)
        .map((line) => line.replace(/_\w{10}/u, '_')),
    ).toEqual([
      '[甲县 20232022年工作回顾旅游收入3亿元paragraph 1](/passages/jia-2023_?q=a)web-kind-actual',
      '旅游收入3亿元。',
      '甲县2023年政府工作报告 › 2022年工作回顾 › 旅游收入3亿元 › 第1段',
      'web-copy',
    ])
    expect(html).not.toContain('<details>')
    expect(html).toContain('data-copy="“旅游收入3亿元。”\n甲县2023年')
  })

  it('is there whole to open where its words are cut', async () => {
    const hit = await hitOf('新修公路五公里')
    const html = String(HitCard({ visit, hit, question: 'a' }))
    expect(html.match(/<details>/gu)).toHaveLength(1)
    expect(html).toMatch(/data-start="0">[\s\S]*<mark>/u)
    const shown = (range: [number, number]): string =>
      String(HitCard({ visit, hit: changed(hit, { snippet: { ...hit.snippet, range } }), question: 'a' }))
    const { length } = hit.passage.text
    expect(
      [
        [0, length],
        [1, length],
        [0, length - 1],
      ].map((range) => shown(range as [number, number]).includes('<details>')),
    ).toEqual([false, true, true])
  })

  it('tells where its first word stands, behind the dots of a cut', () => {
    const startOf = (text: string, from: number): string | undefined =>
      /data-start="(-?\d+)"/u.exec(
        String(
          SnippetQuote({
            passage: { id: 'p' },
            snippet: { text, range: [from, from + 4], highlights: [] },
          } as unknown as Parameters<typeof SnippetQuote>[0]),
        ),
      )?.[1]
    expect([startOf('…甲乙', 1), startOf('甲乙', 7), startOf('…甲乙', 0)]).toEqual(['0', '7', '0'])
  })

  it('has a heading of 28 characters', async () => {
    const hit = await hitOf('甲县旅游收入3亿元')
    const long = changed(hit, { passage: { ...hit.passage, section: ['长'.repeat(29)] } })
    expect(String(HitCard({ visit, hit: long, question: 'a' }))).toContain(
      `<span class="step">${'长'.repeat(27)}…</span>`,
    )
  })
})

describe('the page that checks', () => {
  it.each([
    [null, false, false],
    [{ text: 'a', sentences: [], unchecked: 0 }, true, false],
    [{ text: 'a', sentences: [], unchecked: 7 }, true, true],
  ])('of %j says what was found: %s, and what was left: %s', (checked, isChecked, isCut) => {
    const html = String(VerifyPage({ visit: whole, text: 'a', checked }))
    expect(html.includes('web-draft-without-claims')).toBe(isChecked)
    expect(html.includes('web-unchecked 7')).toBe(isCut)
    expect(html.includes('web-unchecked')).toBe(isCut)
    expect(/rel="canonical" href="https:\/\/example\.org\/verify"/u.test(html)).toBe(!isChecked)
  })
})
