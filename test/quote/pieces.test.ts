/** A quote that is put together from true clauses, and words that stand elsewhere in their report. */
import { describe, expect, it } from 'vitest'
import { readQuote } from '../../src/quote/alignment/exact.ts'
import { markMoved } from '../../src/quote/alignment/moved.ts'
import { findPieces, hasClauses } from '../../src/quote/alignment/pieces.ts'
import { unitText } from '../../src/quote/alignment/units.ts'
import { checkQuote } from '../../src/quote/check.ts'
import type { Hit } from '../../src/search/searcher.ts'
import { report, smallSearcher } from './small-searcher.ts'

const quoteOf = (text: string) => readQuote(unitText(text))
/** Clauses of eight characters, no two alike. */
const clauses = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${String.fromCharCode(0x5200 + at * 9).repeat(2)}办好民生实事`)

describe('clauses', () => {
  it.each([
    ['修好三条公路，造好两亩林地', true],
    ['修好三条路，造好两亩林', true],
    ['修好三路，造好两亩林地', false],
    ['修好三条公路造好两亩林地', false],
    ['修好三条公路，造林。引水入村四里', true],
    ['造林。引水入村四里', false],
    ['今年修好三条路，造林。引水入村四里', true],
  ])('each of five characters, or sentences of them, tell something: %s %j', (text, has) => {
    expect(hasClauses(quoteOf(text))).toBe(has)
  })
})

describe('findPieces', () => {
  const [a = '', b = '', c = '', d = ''] = clauses(4)
  const first = report('yunling-2024', {}, `# 政府工作报告\n\n${a}，${b}。\n\n${c}、${d}。`)
  const second = report('qingshi-2024', { place: '青石县' }, `# 政府工作报告\n\n${d}；${a}。`)
  const pieces = async (text: string, reports = [first, second]): Promise<string[] | null> => {
    const found = await findPieces(smallSearcher(reports), quoteOf(text))
    return (
      found?.pieces.map(
        ({ passage, range, hit }) => `${hit.report.id} ${passage.paragraph} ${passage.text.slice(...range)}`,
      ) ?? null
    )
  }

  it('takes as many clauses together as stand together', async () => {
    expect(await pieces(`${a}，${b}，${d}`)).toEqual([`yunling-2024 1 ${a}，${b}`, `yunling-2024 2 ${d}`])
    expect(await pieces(`${a}；${b}，${d}`)).toEqual([`yunling-2024 1 ${a}，${b}`, `yunling-2024 2 ${d}`])
    expect(await pieces(`${b}，${a}`)).toEqual([`yunling-2024 1 ${b}`, `yunling-2024 1 ${a}`])
  })

  it('is null for one clause, for more than 24, and where one stands nowhere', async () => {
    expect(await pieces(a)).toBeNull()
    expect(await pieces(`${a}，${c}，甲乙丙丁戊己庚辛`)).toBeNull()
    const many = clauses(25)
    const reports = many.map((clause, at) => report(`r-${at}-2024`, {}, `# 政府工作报告\n\n${clause}。`))
    expect(await pieces(many.slice(0, 24).join('，'), reports)).toHaveLength(24)
    expect(await pieces(many.join('，'), reports)).toBeNull()
  })

  it('looks for no clause by itself that is shorter than five characters or says nothing alone', async () => {
    const reports = ['增长百分之十一', '修好三路', '造好两亩林'].map((clause, at) =>
      report(`r-${at}-2024`, {}, `# 政府工作报告\n\n${clause}。`),
    )
    expect(await pieces(`${a}，造好两亩林`, [...reports, first])).toHaveLength(2)
    expect(await pieces(`${a}，修好三路`, [...reports, first])).toBeNull()
    expect(await pieces(`${a}，增长百分之十一`, [...reports, first])).toBeNull()
  })

  it('tells what is left out between two pieces of one paragraph', async () => {
    const long = report('yunling-2024', {}, `# 政府工作报告\n\n${a}，没有${c}，${b}。`)
    const found = await findPieces(smallSearcher([long]), quoteOf(`${a}，${b}`))
    expect(found?.pieces.map(({ omission }) => omission?.text ?? null)).toEqual([null, `，没有${c}，`])
  })
})

describe('words that stand elsewhere in the report', () => {
  const own = smallSearcher([
    report(
      'yunling-2024',
      {},
      '# 政府工作报告\n\n全县上下齐心协力抓好粮食生产，确保颗粒归仓，完成造林面积35万亩。\n\n新修通村公路五百公里，惠及群众三万人。',
    ),
  ])
  const moved = async (text: string): Promise<string[]> => {
    const check = await checkQuote(own, text)
    return check.kind === 'differs'
      ? check.diff.flatMap((part) =>
          part.kind === 'moved' ? [`${part.at.passage.paragraph} ${part.text}`] : [],
        )
      : [check.kind]
  }

  it('are told from words that it does not have', async () => {
    const rest = '。全县上下齐心协力抓好粮食生产，确保颗粒归舱'
    expect(await moved(`惠及群众三万人${rest}`)).toEqual(['2 惠及群众三万人。'])
    expect(await moved(`惠及群众四万人${rest}`)).toEqual([])
    // Fewer than six characters stand elsewhere by chance.
    expect(await moved(`村公路五百公${rest}`)).toEqual(['2 村公路五百公。'])
    expect(await moved(`村公路五百${rest}`)).toEqual([])
  })

  it('are told where they are two of a list that change places, or a figure of the same paragraph', async () => {
    const list = smallSearcher([
      report('yunling-2024', {}, '# 政府工作报告\n\n大力发展牛羊、鸡鸭养殖，扩大蔬菜种植，新增大棚35万亩。'),
    ])
    const parts = async (text: string): Promise<string[]> => {
      const check = await checkQuote(list, text)
      return check.kind === 'differs'
        ? check.diff.map(({ kind, text: words }) => `${kind} ${words}`)
        : [check.kind]
    }
    expect(await parts('大力发展鸡鸭、牛羊养殖，扩大蔬菜种植')).toContain('moved 鸡鸭、')
    expect(await parts('35万亩大力发展牛羊、鸡鸭养殖，扩大蔬菜种植')).toContain('moved 35万亩')
    expect(await parts('36万亩大力发展牛羊、鸡鸭养殖，扩大蔬菜种植')).toContain('added 36万亩')
    expect(await parts('鸡、大力发展牛羊、鸡鸭养殖，扩大蔬菜种植')).toContain('added 鸡、')
  })

  it('are no more than added where no report has them, all of them together', async () => {
    const check = await checkQuote(
      own,
      '子丑寅卯辰巳，午未申酉戌亥，全县上下齐心协力抓好粮食生产，确保颗粒归舱',
    )
    expect(
      check.kind === 'differs' && check.diff.filter(({ kind }) => kind === 'added').map(({ text }) => text),
    ).toEqual(['子丑寅卯辰巳，午未申酉戌亥，', '舱'])
  })
})

describe('the choice of a place', () => {
  const [a = '', b = '', c = '', d = ''] = clauses(4)
  const made = (id: string, place: string, ...paragraphs: string[]) =>
    report(id, { place }, `# 政府工作报告\n\n${paragraphs.map((text) => `${text}。`).join('\n\n')}`)
  const found = async (text: string, ...reports: ReturnType<typeof made>[]) =>
    await findPieces(smallSearcher(reports), quoteOf(text))
  const ids = async (...given: Parameters<typeof found>) =>
    (await found(...given))?.pieces.map(({ hit }) => `${hit.report.id} ${hit.passage.paragraph}`) ?? null

  it('is in the report that has more of the clauses, whichever is listed first', async () => {
    const [more, less] = [made('yunling-2024', '云岭县', a, c), made('qingshi-2024', '青石县', a)]
    expect(await ids(`${a}，${c}`, less, more)).toEqual(['yunling-2024 1', 'yunling-2024 2'])
    expect(await ids(`${a}，${c}`, more, less)).toEqual(['yunling-2024 1', 'yunling-2024 2'])
  })

  it('is in the report, and in the paragraph, of the clause before', async () => {
    const [own, other] = [made('yunling-2024', '云岭县', a, b), made('qingshi-2024', '青石县', b, c, d)]
    expect(await ids(`${a}，${b}`, other, own)).toEqual(['yunling-2024 1', 'yunling-2024 2'])
    const twice = made('yunling-2024', '云岭县', b, `${b}，${d}，${a}`)
    expect(await ids(`${a}，${b}`, twice)).toEqual(['yunling-2024 2', 'yunling-2024 2'])
  })

  it('passes over two marks in a row', async () => {
    expect(await ids(`${a}，。${c}`, made('yunling-2024', '云岭县', a, c))).toHaveLength(2)
  })

  it('joins clauses that touch in the report, and is none then', async () => {
    expect(await ids(`${a}，${b}`, made('yunling-2024', '云岭县', `${a}${b}`))).toBeNull()
    expect(await ids(`${a}，${b}`, made('yunling-2024', '云岭县', `${a}；${b}`))).toBeNull()
    expect(await ids(`${a}，${b}`, made('yunling-2024', '云岭县', `${a}多${b}`))).toHaveLength(2)
  })

  it('tells the places of the report of the first in reading order', async () => {
    const own = made('yunling-2024', '云岭县', `${b}，${a}`, c)
    const other = made('qingshi-2024', '青石县', d)
    const places = (await found(`${c}，${a}，${d}，${b}`, own, other))?.places
    expect(
      places?.map(({ passage, range }) => `${passage.paragraph} ${passage.text.slice(...range)}`),
    ).toEqual([`1 ${b}`, `1 ${a}`, `2 ${c}`])
  })
})

describe('what is marked as moved', () => {
  const own = (text: string) => smallSearcher([report('yunling-2024', {}, `# 政府工作报告\n\n${text}`)])
  const parts = async (text: string, typed: string): Promise<string[]> => {
    const check = await checkQuote(own(text), typed)
    return check.kind === 'differs'
      ? check.diff.map(({ kind, text: words }) => `${kind} ${words}`)
      : [check.kind]
  }
  const REST = '全县上下齐心协力抓好粮食生产'

  it('is a clause at the beginning of another paragraph', async () => {
    expect(
      await parts(
        `${REST}，确保颗粒归仓。\n\n惠及群众三万人，很好。`,
        `惠及群众三万人，${REST}，确保颗粒归舱`,
      ),
    ).toContain('moved 惠及群众三万人，')
  })

  it.each([
    ['5万亩', 'moved 5万亩'],
    ['5万', 'added 舱，5万'],
  ])('is a figure of three characters of the same paragraph: %s', async (figure, expected) => {
    expect(
      await parts(`5万亩林地已经造好，${REST}，确保颗粒归仓。`, `${REST}，确保颗粒归舱，${figure}`),
    ).toContain(expected)
  })

  it('is told clause by clause, but not within a figure', async () => {
    const text = `${REST}，确保颗粒归仓。\n\n上午10:30开会研究部署。`
    expect(await parts(text, `上午10:30开会研究部署，很好，${REST}，确保颗粒归舱`)).toEqual(
      expect.arrayContaining(['moved 上午10:30开会研究部署，', 'added 很好，']),
    )
  })

  it('are twenty-four clauses at the most', async () => {
    const many = Array.from({ length: 26 }, (_, at) => `甲乙丙丁戊${String.fromCharCode(0x5000 + at)}；`)
    const made = report('yunling-2024', {}, `# 政府工作报告\n\n${REST}。\n\n${many.join('\n\n')}`)
    const [passage] = made.passages
    if (passage === undefined) throw new Error('no passage')
    const hit = { passage, report: { id: made.id }, score: 1, matches: [] } as unknown as Hit
    const moved = async (count: number): Promise<number> => {
      const diff = [{ kind: 'added', text: many.slice(0, count).join('') }] as const
      const found = {
        kind: 'differs',
        hit,
        range: [0, 1],
        places: [],
        similarity: 1,
        diff,
        onlyPunctuation: false,
      } as const
      return (await markMoved(smallSearcher([made]), found)).diff.filter(({ kind }) => kind === 'moved')
        .length
    }
    expect([await moved(23), await moved(24), await moved(25)]).toEqual([23, 24, 24])
  })
})
