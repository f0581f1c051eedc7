import { beforeAll, describe, expect, it } from 'vitest'
import { parseReport } from '../../src/corpus/parse-report.ts'
import type { Report } from '../../src/corpus/report.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { createSearcher, type Searcher, type SearchResult } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'

function report(
  id: string,
  fields: Readonly<Record<string, string | number>>,
  body: readonly string[],
): Report {
  const front = { title: '政府工作报告', year: 2023, reviews: 2022, plans: 2023, ...fields }
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const parsed = parseReport(id, ['---', ...lines, '---', '', body.join('\n\n')].join('\n'))
  if (parsed.report === undefined) throw new Error(JSON.stringify(parsed.faults))
  return parsed.report
}

const reports = [
  report(
    'yunling-2023',
    {
      place: '云岭县',
      level: '县',
      meeting: '云岭县第十八届人民代表大会第三次会议',
      date: '2023-01-10',
      speaker: '张三',
      post: '县长',
    },
    [
      '各位代表：',
      '现在，我代表县人民政府向大会报告工作，请予审议。',
      '## 一、2022年工作回顾',
      '全年接待游客120万人次，实现旅游收入3.5亿元，增长12%。',
      '完成G219线云岭段改造，打通断头路5条，新装路灯800盏。',
      '一般公共预算收入达到6.2亿元，增长8%。',
      '## 二、2023年工作安排',
      '力争接待游客150万人次，旅游收入突破4亿元。',
      '计划打通断头路3条，让群众出行更便捷。',
      '## 名词解释',
      '“三高”项目：高污染、高耗能、高排放的项目。',
    ],
  ),
  report(
    'haibin-2023',
    {
      place: '海滨市',
      level: '市',
      meeting: '海滨市第十七届人民代表大会第二次会议',
      post: '市长',
      speaker: '李四',
    },
    [
      '现在，我代表市人民政府作工作报告。',
      '## 2022年工作回顾',
      '接待游客2000万人次，旅游总收入260亿元。',
      '港口货物吞吐量突破3亿吨。',
      '云岭机场扩建工程开工。',
      '坚决淘汰“三高”项目。',
      '坚决淘汰“三高”项目。。',
      '一般公共预算收入320亿元。',
    ],
  ),
]

let searcher: Searcher

beforeAll(async () => {
  searcher = createSearcher(createMiniSearchBackend(reports), await readVocabulary())
})

async function first(query: string): Promise<string> {
  const { hits } = await searcher.search(query)
  return hits[0]?.passage.text ?? ''
}

function texts({ hits }: SearchResult): string[] {
  return hits.map(({ passage }) => passage.text)
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

  it.each(['云岭县县长是谁', '云岭的报告是什么时候、在哪个会上作的', '云岭县长叫什么名字'])(
    'answers %s with the opening, whose citation says so',
    async (query) => {
      const { hits, match } = await searcher.search(query)
      expect(hits[0]?.passage.text).toContain('我代表县人民政府')
      expect(match).toBe('strong')
    },
  )

  it.each(['云岭报告第二部分', '云岭县政府工作报告的第2部分讲了什么'])(
    'answers %s with the whole part, in reading order',
    async (query) => {
      const { hits, match, total } = await searcher.search(query)
      expect(hits.map(({ passage }) => passage.text)).toEqual([
        '力争接待游客150万人次，旅游收入突破4亿元。',
        '计划打通断头路3条，让群众出行更便捷。',
      ])
      expect({ match, total }).toEqual({ match: 'strong', total: 2 })
    },
  )

  it('does not answer for a part that the report has not', async () => {
    expect((await searcher.search('云岭报告第九部分')).match).not.toBe('strong')
  })

  it.each([
    '云岭县州长是谁',
    '云岭县副县长是谁',
    '云岭县委书记是谁',
    '谁是云岭县的一把手',
    '云岭县前任县长是谁',
    '云岭县人大主任是谁',
    '云岭县2015年的县长是谁',
    '云岭县教育局局长叫什么',
  ])('does not answer for an office that the report is not by: %s', async (query) => {
    expect((await searcher.search(query)).match).not.toBe('strong')
  })

  it('shows the speaker to whoever asks for the head of the place', async () => {
    const { hits, match } = await searcher.search('云岭县委书记是谁')
    expect(match).toBe('weak')
    expect(hits[0]?.passage.text).toContain('我代表县人民政府')
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

  it('gives the same answer every time, ties in reading order', async () => {
    const once = await searcher.search('的', { limit: 50 })
    const again = await searcher.search('的', { limit: 50 })
    expect(again).toEqual(once)
    const all = await searcher.search('报告:haibin-2023', { limit: 50 })
    expect(all.hits.map(({ passage }) => passage.paragraph)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('finds a single character', async () => {
    expect(texts(await searcher.search('灯'))).toEqual([expect.stringContaining('路灯800盏')])
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

  it('takes a year for the year a passage speaks about', async () => {
    expect(texts(await searcher.search('游客 年份:2023 地区:云岭'))).toEqual([
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

describe('match', () => {
  it.each([
    ['云岭县接待游客', 'strong'],
    ['“断头路”', 'strong'],
    ['塔城市旅游收入', 'weak'],
    ['云岭县港口货物吞吐量', 'weak'],
    ['云岭县2015年旅游收入', 'weak'],
    ['云岭县旅游机器人', 'weak'],
    ['云岭县港口建设情况', 'weak'],
    ['云岭县游客电话号码', 'weak'],
    ['云岭县旅游收入情况', 'strong'],
    ['量子计算', 'none'],
    ['“量子计算”', 'none'],
    ['？！…', 'none'],
    ['😀😀', 'none'],
    ['', 'none'],
    ['-游客', 'none'],
    ['啊呀'.repeat(50), 'none'],
  ])('calls %s %s', async (query, wanted) => {
    const { match, hits } = await searcher.search(query)
    expect(match).toBe(wanted)
    expect(hits.length > 0).toBe(wanted !== 'none')
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

describe('suggestions', () => {
  it('offer the words of a phrase that stands nowhere in a row', async () => {
    const { match, suggestions } = await searcher.search('“旅游断头路”')
    expect(match).toBe('none')
    expect(suggestions).toContainEqual({ kind: 'term', label: '旅游断头路', query: '旅游断头路' })
  })

  it('offer the words that the corpus knows', async () => {
    const { match, suggestions } = await searcher.search('云岭县量子计算机场扩建')
    expect(match).not.toBe('strong')
    expect(suggestions.map(({ query }) => query)).toContainEqual(expect.stringContaining('扩建'))
  })

  it('take no piece out of the name of a place', async () => {
    const { suggestions } = await searcher.search('塔城市量子计算机场扩建')
    expect(suggestions.filter(({ query }) => /城市/u.test(query) && !query.includes('塔城市'))).toEqual([])
  })

  it.each([
    ['云领县旅游收入', '云岭县旅游收入'],
    ['断投路', '断头路'],
  ])('put %s right', async (typed, right) => {
    const { match, suggestions } = await searcher.search(typed)
    expect(match).not.toBe('strong')
    expect(suggestions[0]).toEqual({ kind: 'term', label: right, query: right })
  })

  it.each([
    ['云岭县港口货物吞吐量', '云岭县', '港口货物吞吐量'],
    ['塔城市旅游收入', '塔城市', '旅游收入'],
    ['云岭县2030年旅游收入', '2030年', '云岭县 旅游收入'],
  ])('leave out of %s what no report answers', async (typed, label, query) => {
    const { suggestions } = await searcher.search(typed)
    expect(suggestions).toContainEqual({ kind: 'drop-filter', label, query })
  })

  it.each([
    '云岭县2030年目标',
    '养狗要办狗证吗',
    '你是谁',
    '塔城市',
    '“量子旅游”',
    '旅游 地区:火星',
    '云领县',
    '（）[]*+?',
  ])('are few and never the query itself: %s', async (typed) => {
    const { suggestions } = await searcher.search(typed)
    const queries = suggestions.map(({ query }) => query)
    expect(queries.length).toBeLessThanOrEqual(4)
    expect(new Set(queries).size).toBe(queries.length)
    expect(queries).not.toContain(typed)
    expect(queries).not.toContain('')
  })

  it('do not come with a strong match', async () => {
    expect((await searcher.search('云岭县接待游客')).suggestions).toEqual([])
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

describe('what the corpus lacks', () => {
  it.each([
    ['塔城市旅游收入', [{ kind: 'place', text: '塔城市' }]],
    ['云岭县2015年旅游收入', [{ kind: 'year', text: '2015', place: '云岭县', years: [2022, 2023] }]],
    ['2030年旅游收入', [{ kind: 'year', text: '2030', place: null, years: [2022, 2023] }]],
    ['塔城市2030年旅游收入', [{ kind: 'place', text: '塔城市' }]],
    ['云岭县港口', [{ kind: 'word', text: '港口', places: ['云岭县'], reports: 1 }]],
    ['云岭县量子', [{ kind: 'word', text: '量子', places: ['云岭县'], reports: 0 }]],
    ['量子计算', [{ kind: 'word', text: '量子计算', places: [], reports: 0 }]],
    ['云领县旅游收入', [{ kind: 'place', text: '云领县' }]],
    ['云岭县县委书记是谁', []],
    ['“量子计算”', []],
    ['云岭县旅游收入', []],
    ['云岭县2023年旅游收入', []],
  ])('is told for %s', async (query, missing) => {
    expect((await searcher.search(query)).missing).toEqual(missing)
  })
})

describe('the right place', () => {
  it('does not outvote the only word of the matter', async () => {
    const { hits } = await searcher.search('海滨市去年打通了几条断头路')
    expect(hits[0]?.passage.text).toContain('断头路')
  })
})

describe('a short text that is no report', () => {
  const ship = '泰坦尼克号是英国的邮轮，泰坦尼克号由造船厂在贝尔法斯特建造，泰坦尼克号首航纽约。'
  const wreck = '该船撞上冰山，两小时后沉没，船长也在遇难者之列。'
  const articles = [ship, wreck, '火星因氧化铁而呈红色。', '端午节吃粽子，赛龙舟。'].map((text, number) =>
    report(`article-${number}`, { place: '百科' }, [text]),
  )

  it('is found by what is said of a thing that another one names', async () => {
    const found = createSearcher(createMiniSearchBackend(articles), await readVocabulary())
    expect(texts(await found.search('泰坦尼克号是怎么沉没的？'))).toEqual([ship, wreck])
    expect(texts(await found.search('火星'))).toEqual(['火星因氧化铁而呈红色。'])
  })
})
