import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/corpus/report.ts'
import { type Change, type ChangeSide, compareReports } from '../../src/counts/changes.ts'
import { readChanges } from '../../src/counts/report-changes.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { readFiveReports } from '../five-reports.ts'
import { report } from '../quote/small-searcher.ts'
import { editReport, type Place } from './edited-report.ts'

const FLOOR_F1 = 0.98
const RUNS_A_REPORT = 1

function compare(a: string, b: string): Promise<Change[]> {
  return compareReports(report('a-2023', {}, `# 题\n\n${a}`), report('b-2024', {}, `# 题\n\n${b}`))
}

describe('compareReports', () => {
  it.each([
    ['kept', '全力办好民生实事。', '全力办好民生实事。'],
    ['kept', '全力办好民生实事，不负重托！', '全力办好民生实事、不负重托。'],
    ['kept', '养蜂。', '养蜂！'],
    ['reworded', '养蜂，种树，修路。', '养蜂，种菜，修路。'],
    ['reworded', '深入开展春风行动，帮助农民就近就业。', '深入开展春风行动，帮助农民和牧民就近就业。'],
    ['figure', '城镇新增就业1.2万人。', '城镇新增就业1.3万人。'],
    ['figure', '全县地区生产总值增长5.5%左右。', '全县地区生产总值增长5%—5.5%。'],
    ['figure', '城镇新增就业1200人左右。', '城镇新增就业1200人以上。'],
    ['figure', '植树5万。', '植树6万。'],
    ['figure', '办好十件民生实事。', '办好十二件民生实事。'],
    ['kept', '地区生产总值增长5~6%。', '地区生产总值增长5—6%。'],
    [
      'figure',
      '常住人口城镇化率从50%提高到52%，乡村振兴全面实施。',
      '提高县城承载能力，常住人口城镇化率提高到53%。',
    ],
    ['figure', '新建学校12所、医院3家，方便群众。', '新建幼儿园5所、医院4家，方便群众。'],
    ['figure', '生产总值达到36亿元，增长5%。', '生产总值同口径增长5.4%。'],
    [
      'reworded',
      '扎实推进乡村振兴，粮食市场交易总额达到36亿元。',
      '扎实推进乡村振兴，外贸进出口总额达到45亿元。',
    ],
    ['reworded', '固定资产投资突破250亿元。', '固定资产投资增长12%。'],
    ['reworded', '重点做好以下十个方面的工作。', '重点做好十个方面工作。'],
    ['reworded', '我们总结2022年的工作。', '我们总结2023年的工作。'],
    ['reworded', '改造G218线城区段，方便群众出行。', '改造G219线城区段，方便群众出行。'],
  ])('%s: %s → %s', async (kind, a, b) => {
    const changes = await compare(a, b)
    expect(changes.map((change) => change.kind)).toEqual([kind])
  })

  it('finds the clause that a short sentence answers', async () => {
    const long = '坚持以人民为中心的发展思想，建成社区老年食堂12个，新增托育床位300张，群众获得感不断增强。'
    const [change] = await compare(long, '新增托育床位420张。')
    expect(change).toMatchObject({ kind: 'figure', a: { text: long } })
  })

  it('finds the clause of a long sentence that a clause of another answers', async () => {
    const changes = await compare(
      '坚持人民至上，改造老旧小区和背街小巷，新增公共停车泊位，更新供热管网，启用社区食堂和日间照料中心，引进名校名医，群众获得感不断增强。',
      '拓宽滨河大道，打通三条断头路，启用社区食堂和日间照料中心，开通夜间公交专线，疏浚城区河道，建设口袋公园，城市功能更加完善。',
    )
    expect(changes.map(({ kind }) => kind)).toEqual(['reworded'])
  })

  it('pairs two more sentences of which a clause states the same with another figure', async () => {
    const changes = await compare(
      '培育壮大养蜂产业，开展蜂农技能培训，新增农产品加工企业12家。修好农村公路。',
      '培育壮大养蜂产业，开展蜂农技能培训。修好农村公路，疏浚河道，新增农产品加工企业15家。',
    )
    expect(changes.filter(({ kind }) => kind === 'figure')).toMatchObject([
      { a: { text: expect.stringContaining('12家') }, b: { text: expect.stringContaining('15家') } },
    ])
  })

  it('takes what is planned for the answer to what was planned rather than to what was done', async () => {
    const changes = await compare(
      '## 一、2022年工作回顾\n\n新建农村公路，整治险桥险段。\n\n## 二、2023年工作安排\n\n修建农村公路，整治险桥险段。',
      '## 一、2023年工作回顾\n\n养好蜜蜂产业。\n\n## 二、2024年工作安排\n\n新建农村公路，整治险桥险段。',
    )
    expect(changes.find(({ kind }) => kind === 'reworded')).toMatchObject({
      a: { paragraph: 2 },
      b: { paragraph: 2 },
    })
  })

  it('pairs both halves of a sentence that was divided', async () => {
    const changes = await compare(
      '建成社区老年食堂十二个并投入使用，新增普惠托育床位并覆盖所有乡镇。',
      '建成社区老年食堂十二个并投入使用。新增普惠托育床位并覆盖所有乡镇。',
    )
    expect(changes.map(({ kind }) => kind)).toEqual(['reworded', 'reworded'])
  })

  it('does not take one census for another when both topics live on', async () => {
    const changes = await compare(
      '保护好历史文物。开展第四次全国文物普查。发展现代农业。',
      '保护好历史文物。做好第四次全国农业普查。发展现代农业。',
    )
    expect(changes.map(({ kind }) => kind).sort()).toEqual(['dropped', 'kept', 'kept', 'new'])
  })

  it('takes a new name for the old topic', async () => {
    const changes = await compare(
      '关心关爱快递小哥，建设一批暖心驿站并提供免费服务。',
      '关心关爱新就业群体，建设一批暖心驿站并提供免费服务。',
    )
    expect(changes.map(({ kind }) => kind)).toEqual(['reworded'])
  })

  it('tells new sentences in their place and dropped ones last', async () => {
    const changes = await compare('修好农村公路。养好蜜蜂产业。', '种好沙漠红枣。修好农村公路。')
    expect(changes.map(({ kind, a, b }) => [kind, a?.text ?? null, b?.text ?? null])).toEqual([
      ['new', null, '种好沙漠红枣。'],
      ['kept', '修好农村公路。', '修好农村公路。'],
      ['dropped', '养好蜜蜂产业。', null],
    ])
  })

  it('shows what went and what came, figures whole', async () => {
    const [change] = await compare('新建公路 12.5公里，造福两岸。', '新建公路13.5公里，造福沿线。')
    expect(change?.diff).toEqual([
      { kind: 'same', text: '新建公路' },
      { kind: 'removed', text: '12.5' },
      { kind: 'added', text: '13.5' },
      { kind: 'same', text: '公里，造福' },
      { kind: 'removed', text: '两岸' },
      { kind: 'added', text: '沿线' },
      { kind: 'same', text: '。' },
    ])
  })
})

describe('a changed figure', () => {
  it.each([
    [
      '坚持就业优先，新增岗位1.2万个，办好技能培训。',
      '千方百计稳就业，出台十条措施，新增岗位1.3万个。',
      ['…', '新增岗位', '-1.2万', '+1.3万', '个'],
    ],
    [
      '粮食产量36亿斤，全省第二，增长5%左右，农村公路通到村组。',
      '粮食产量38亿斤，增长6%左右，农村公路通到村组。',
      ['粮食产量', '-36亿', '+38亿', '斤，', '-全省第二，', '增长', '-5%', '+6%', '左右'],
    ],
    [
      '新建学校12所，修好农村公路，植树36万亩。',
      '新建学校15所，养好蜜蜂产业，疏浚河道，植树40万亩。',
      ['新建学校', '-12', '+15', '所', '…', '植树', '-36万', '+40万', '亩'],
    ],
    ['修好农村公路，植树造林。', '修好农村公路，植树种草。', []],
  ])('is told by its clauses: %s → %s', async (a, b, expected) => {
    const [change] = await compare(a, b)
    const told = change?.clauses.map(
      ({ kind, text }) => `${kind === 'added' ? '+' : kind === 'removed' ? '-' : ''}${text}`,
    )
    expect(told).toEqual(expected)
  })
})

describe('a report beside itself', () => {
  const sentence = fc.constantFrom(
    '修好农村公路。',
    '养好蜜蜂产业。',
    '新建学校12所。',
    '种树。',
    '全力办好民生实事！',
  )

  it('is kept, each sentence where it stands, however often one is said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 12 }), async (sentences) => {
        const text = sentences.join('')
        const changes = await compare(text, text)
        expect(changes.map(({ kind, a, b }) => [kind, a?.start, b?.text])).toEqual(
          sentences.map((words, at) => ['kept', sentences.slice(0, at).join('').length, words]),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('that begins with something new keeps the order of what was said before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 8 }), async (sentences) => {
        const changes = await compare(sentences.join(''), ['各位代表，请予审议。', ...sentences].join(''))
        const places = changes.flatMap(({ a }) => (a === null ? [] : [a.start]))
        expect(places).toEqual([...places].sort((one, other) => one - other))
        expect(places).toHaveLength(sentences.length)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the sentences of two reports', async () => {
  const reports = await readFiveReports()

  it('are all told, each where it stands, and a difference put together is the sentence', async () => {
    const [a, b] = [reports[0], reports[1]] as [Report, Report]
    const changes = await compareReports(a, b)
    for (const [one, side] of [
      [a, 'a'],
      [b, 'b'],
    ] as const) {
      const told = changes.flatMap((change) => change[side] ?? [])
      for (const sentence of told) expect(textAt(one, sentence)).toBe(sentence.text)
      const words = (text: string) => text.replace(/\s/gu, '')
      const distinct = new Map(
        told.map((sentence) => [`${sentence.paragraph}:${sentence.start}`, sentence.text]),
      )
      expect(words([...distinct.values()].join('')).length).toBe(
        words(one.passages.map(({ text }) => text).join('')).length,
      )
    }
    for (const { a: from, b: to, diff } of changes) {
      if (from === null || to === null) continue
      expect(diff.flatMap(({ kind, text }) => (kind === 'removed' ? [] : text)).join('')).toBe(to.text)
    }
  })

  it('are found again after an edit of a tenth to a third of them, every changed figure among them', async () => {
    let [right, found, wanted] = [0, 0, 0]
    const missed: string[] = []
    for (const a of reports) {
      const others = reports.filter((other) => other !== a)
      for (const seed of fc.sample(fc.integer({ min: 1 }), { numRuns: RUNS_A_REPORT, seed: 7 })) {
        const { b, pairs, figures } = editReport(a, others, randomOf(seed))
        const changes = await compareReports(a, b)
        for (const change of changes) {
          if (change.a === null || change.b === null) continue
          found++
          if (pairs.get(placeOf(change.b)) === placeOf(change.a)) right++
        }
        wanted += pairs.size
        const told = new Set(
          changes.flatMap(({ kind, b: to }) => (kind === 'figure' && to !== null ? [placeOf(to)] : [])),
        )
        for (const place of figures) if (!told.has(place)) missed.push(`${a.id} ${place}`)
      }
    }
    const [precision, recall] = [right / found, right / wanted]
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThanOrEqual(FLOOR_F1)
    expect(missed).toEqual([])
  })
})

function textAt({ passages }: Report, { paragraph, start, end }: ChangeSide): string | undefined {
  return passages[paragraph - 1]?.text.slice(start, end)
}

function placeOf({ paragraph, start }: ChangeSide): Place {
  return `${paragraph}:${start}`
}

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('readChanges', () => {
  it('compares a pair once for each state of the corpus, and lets others in meanwhile', async () => {
    const reports = await readFiveReports()
    const backend = createMiniSearchBackend(reports)
    const [a, b] = [reports[0]?.id ?? '', reports[1]?.id ?? '']
    let turns = 0
    const counting = setInterval(() => turns++, 0)
    const [first, second] = await Promise.all([readChanges(backend, a, b), readChanges(backend, a, b)])
    clearInterval(counting)
    expect(turns).toBeGreaterThan(3)
    expect(second).toBe(first)
    expect(await readChanges(backend, a, b)).toBe(first)
    expect(await readChanges(backend, b, a)).not.toBe(first)
    expect(await readChanges(backend, a, 'none')).toEqual({ missing: 'none' })
  })
})

it('tells a sentence that answers several in their order', async () => {
  const changes = await compare(
    '建成社区老年食堂十二个并投入使用。新增普惠托育床位并覆盖所有乡镇。',
    '新增普惠托育床位并覆盖所有乡镇，建成社区老年食堂十二个并投入使用。',
  )
  expect(changes.map(({ a, b }) => [a?.start, b?.start])).toEqual([
    [0, 0],
    [17, 0],
  ])
})
