/** A quote that is put together from true clauses, and words that stand elsewhere in their report. */
import { describe, expect, it } from 'vitest'
import { readQuote } from '../../src/quote/alignment/exact.ts'
import { findPieces, hasClauses } from '../../src/quote/alignment/pieces.ts'
import { unitText } from '../../src/quote/alignment/units.ts'
import { checkQuote } from '../../src/quote/check.ts'
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
