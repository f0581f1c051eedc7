import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report, reportsOfRanks, textsOf } from './small-corpus.ts'

let searcher: Searcher

beforeAll(async () => {
  searcher = await openSmallCorpus()
})

async function first(query: string): Promise<string> {
  const { hits } = await searcher.search(query)
  return hits[0]?.passage.text ?? ''
}

describe('search', () => {
  it.each([
    ['a question without spaces', '云岭县2022年接待了多少游客', '120万人次'],
    ['a question in English', 'how many tourists visited Yunling in 2022', '120万人次'],
    ['a place filter in pinyin', 'place:yunling 断头路', '断头路5条'],
    ['a list of keywords', '云岭 断头路 路灯', '路灯800盏'],
    ['traditional script', '雲嶺縣旅遊收入', '旅游收入3.5亿元'],
    ['a code in full width', 'ｇ２１９线', 'G219线'],
    ['a synonym', '海滨市财政收入', '一般公共预算收入320亿元'],
    ['this year', '云岭今年计划接待游客多少', '150万人次'],
    ['last year', '云岭去年接待游客多少', '120万人次'],
    ['the planned year', '云岭2023年游客', '150万人次'],
    ['a word that is explained', '“三高”项目指什么', '高耗能'],
    ['a place named by another report', '云岭机场扩建开工了吗', '云岭机场扩建'],
    ['a quote with a wrong figure', '全年接待游客210万人次，实现旅游收入3.5亿元', '120万人次'],
    [
      'a quote with a wrong word and another punctuation',
      '完成G219线云岭段修建,打通断头路5条;新装路灯',
      'G219线',
    ],
  ])('finds %s first', async (_, query, words) => {
    expect(await first(query)).toContain(words)
  })

  it('gives the same in both scripts', async () => {
    for (const [simplified, traditional] of [
      ['云岭县断头路', '雲嶺縣斷頭路'],
      ['旅游收入 地区:海滨', '旅遊收入 地區:海濱'],
    ] as const) {
      const a = await searcher.search(simplified)
      const b = await searcher.search(traditional)
      expect(b.hits.map(({ passage, score }) => [passage.id, score])).toEqual(
        a.hits.map(({ passage, score }) => [passage.id, score]),
      )
    }
  })

  it('leaves ties in reading order', async () => {
    const all = await searcher.search('报告:haibin-2023', { limit: 50 })
    expect(all.hits.map(({ passage }) => passage.paragraph)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('finds a single character', async () => {
    expect(textsOf(await searcher.search('灯'))).toEqual([expect.stringContaining('路灯800盏')])
  })

  it('pages without a gap or a repeat', async () => {
    const whole = await searcher.search('游客 收入', { limit: 20 })
    const pages = [0, 2, 4, 6].map((offset) => searcher.search('游客 收入', { limit: 2, offset }))
    const paged = (await Promise.all(pages)).flatMap(({ hits }) => hits.map(({ passage }) => passage.id))
    expect(paged).toEqual(whole.hits.map(({ passage }) => passage.id))
    expect(whole.total).toBe(whole.hits.length)
  })
})

describe('filters', () => {
  it.each([
    ['旅游 地区:海滨', ['haibin-2023']],
    ['旅游 级别:县', ['yunling-2023']],
    ['旅游 届:十七', ['haibin-2023']],
    ['旅游 报告:yunling-2023', ['yunling-2023']],
  ])('%s lets only its reports through', async (query, ids) => {
    const { hits, reports } = await searcher.search(query)
    expect(hits.length).toBeGreaterThan(0)
    expect([...new Set(hits.map(({ report }) => report.id))]).toEqual(ids)
    expect(reports.map(({ report }) => report.id)).toEqual(ids)
  })

  it.each([
    ['省级', ['anhui-2023', 'shanghai-2023']],
    ['直辖市', ['shanghai-2023']],
    ['省', ['anhui-2023']],
    ['市', ['shanghai-2023', 'wuhu-2023']],
  ])(
    '级别:%s counts the four municipalities among the provinces and among the cities',
    async (level, ids) => {
      const ranks = await openSmallCorpus(reportsOfRanks())
      const { reports } = await ranks.search(`旅游 级别:${level}`)
      expect(reports.map(({ report }) => report.id).sort()).toEqual(ids)
    },
  )

  it('takes a year for the year a passage speaks about', async () => {
    expect(textsOf(await searcher.search('游客 年份:2023 地区:云岭'))).toEqual([
      expect.stringContaining('150万人次'),
    ])
  })

  it('lists a report when nothing else is asked for', async () => {
    const { total, hits, match } = await searcher.search('报告:yunling-2023', { limit: 3 })
    expect(total).toBe(8)
    expect(hits.map(({ passage }) => passage.paragraph)).toEqual([1, 2, 3])
    expect(match).toBe('strong')
  })

  it('offers to drop the filter that leaves nothing', async () => {
    const { match, suggestions } = await searcher.search('港口 地区:云岭')
    expect(match).not.toBe('strong')
    expect(suggestions).toContainEqual({ kind: 'drop-filter', label: '地区:云岭', query: '港口' })
  })

  it('lets nothing through for a place that it does not know', async () => {
    const { match, query } = await searcher.search('旅游 地区:火星')
    expect(match).toBe('none')
    expect(query.faults).toHaveLength(1)
  })
})

describe('a query out of measure', () => {
  it('is cut, answered and named', async () => {
    const { query, hits } = await searcher.search(`接待游客 ${'云岭县断头路，'.repeat(900)}`)
    expect(query.faults.map(({ kind }) => kind)).toEqual(['too-long'])
    expect(hits[0]?.passage.text).toContain('断头路')
  })
})

describe('a place and nothing else', () => {
  it.each(['云岭县', '云岭', '云岭县政府工作报告', '请问云岭县？'])(
    'gives its report from the beginning: %s',
    async (query) => {
      const { match, hits, total, reports: counts } = await searcher.search(query)
      expect(match).toBe('strong')
      expect(hits.slice(0, 2).map(({ passage }) => passage.paragraph)).toEqual([1, 2])
      expect(counts.map(({ report: { id }, count }) => [id, count])).toEqual([['yunling-2023', total]])
    },
  )

  it('gives what speaks of the year that is named', async () => {
    const { match, hits } = await searcher.search('云岭县2022年')
    expect(match).toBe('strong')
    expect(hits.map(({ passage }) => passage.text).join()).not.toContain('力争')
  })

  it('says which year its report does not speak of, and shows it all the same', async () => {
    const { match, hits, missing, suggestions } = await searcher.search('云岭县2030年')
    expect([match, hits.length > 0]).toEqual(['weak', true])
    expect(missing).toEqual([{ kind: 'year', text: '2030', place: '云岭县', years: [2022, 2023] }])
    expect(suggestions).toEqual([{ kind: 'drop-filter', label: '2030年', query: '云岭县' }])
  })

  it('keeps to the filters', async () => {
    expect((await searcher.search('云岭县 级别:市')).match).toBe('none')
    const { hits } = await searcher.search('云岭县 -断头路', { limit: 20 })
    expect(hits.map(({ passage }) => passage.text).join()).not.toContain('断头路')
  })
})

describe('matches', () => {
  it('point at the words in the original', async () => {
    const { hits } = await searcher.search('ｇ２１９線 斷頭路')
    const [hit] = hits
    const words = hit?.matches.map(({ range }) => hit.passage.text.slice(...range))
    expect(words).toEqual(expect.arrayContaining(['G219线', '断头', '头路']))
  })

  it('point at the synonym where the word itself is not printed', async () => {
    const { hits } = await searcher.search('海滨市财政收入')
    const [hit] = hits
    const words = hit?.matches.map(({ range }) => hit.passage.text.slice(...range))
    expect(words).toContain('一般公共预算收入')
  })
})

describe('a short text that is no report', () => {
  const ship = '泰坦尼克号是英国的邮轮，泰坦尼克号由造船厂在贝尔法斯特建造，泰坦尼克号首航纽约。'
  const wreck = '该船撞上冰山，两小时后沉没，船长也在遇难者之列。'
  const articles = [ship, wreck, '火星因氧化铁而呈红色。', '端午节吃粽子，赛龙舟。'].map((text, number) =>
    report(`article-${number}`, { place: '百科' }, [text]),
  )

  it('is found by what is said of a thing that another one names', async () => {
    const found = await openSmallCorpus(articles)
    expect(textsOf(await found.search('泰坦尼克号是怎么沉没的？'))).toEqual([ship, wreck])
    expect(textsOf(await found.search('火星'))).toEqual(['火星因氧化铁而呈红色。'])
  })
})
