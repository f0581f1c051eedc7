import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asksForItems,
  findItem,
  findItems,
  itemAt,
  itemWords,
  listItems,
  withListFirst,
} from '../../src/answer/enumeration.ts'
import { findSentences } from '../../src/text/sentences.ts'

function itemOf(text: string, number: number): string | null {
  const found = findItem(text, number)
  if (found === null) return null
  const sentences = findSentences(text).slice(found[0], found[1] + 1)
  return text.slice(sentences[0]?.[0], sentences.at(-1)?.[1])
}

describe('one of the things that a passage numbers', () => {
  it.each([
    ['办好三件实事。（1）修路。修10公里。（2）建学校。（3）通水。', 1, '（1）修路。修10公里。'],
    ['办好三件实事。（1）修路。修10公里。（2）建学校。（3）通水。', 3, '（3）通水。'],
    ['1.增长3.5%。2.建5.2万亩农田。', 2, '2.建5.2万亩农田。'],
    ['①植树。②治沙。', 2, '②治沙。'],
    ['一是抓工业。二是抓农业。三是抓旅游。', 2, '二是抓农业。'],
    ['要做两件事：一是抓工业；二是抓农业。', 2, '要做两件事：一是抓工业；二是抓农业。'],
  ])('%s, number %i', (text, number, item) => {
    expect(itemOf(text, number)).toBe(item)
  })

  it.each([
    ['建成学校5所。', 1],
    ['（1）修路。（2）建学校。', 3],
    ['增长3.5%，完成2.1亿元。', 2],
    ['一是抓工业。', 2],
  ])('%s has no number %i', (text, number) => {
    expect(findItem(text, number)).toBeNull()
  })

  it('is whole sentences of the text, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('（1）', '（2）', '2.', '一是', '二是', '修路', '3.5%', '。', '；'), {
          maxLength: 12,
        }),
        fc.integer({ min: 1, max: 4 }),
        (parts, number) => {
          const found = findItem(parts.join(''), number)
          const count = findSentences(parts.join('')).length
          return found === null || (found[0] >= 0 && found[0] <= found[1] && found[1] < count)
        },
      ),
    )
  })
})

/** The items that the sentence of this number lists, of a passage with those behind it. */
function listed(question: string, [text = '', ...following]: readonly string[], number = 0): string[] {
  const passage = { id: 'a-1', text }
  const range = findSentences(text)[number] ?? [0, 0]
  const behind = following.map((words, index) => ({ id: `a-${index + 2}`, text: words }))
  return listItems(question, { passage, range }, behind).map((item) => item.passage.text.slice(...item.range))
}

describe('the things that a passage names, by how many are asked for', () => {
  const NUMBERED = '实施“两大行动”，成效明显。一是修路，修10公里。二是建学校；建3所。三是抓招商。'
  const ALIKE =
    '以“三大产业”为抓手。一是发展“三大产业”。大力发展牧业，养羊。出栏万只。大力发展林业。大力发展渔业。'
  it.each([
    ['云岭的两大行动是哪两个', NUMBERED, ['一是修路，修10公里。', '二是建学校；建3所。', '三是抓招商。']],
    ['三大产业分别是什么', ALIKE, ['大力发展牧业，养羊。出栏万只。', '大力发展林业。', '大力发展渔业。']],
    ['两件实事有哪些', '办好两件实事：1.修路。2.通水。', ['1.修路。', '2.通水。']],
    ['两大行动有哪些', '两大行动：1.修路。2.通水。', ['1.修路。', '2.通水。']],
    // One or two more may come behind those that are asked for.
    [
      '两大行动有哪些',
      '两大行动：1.修路。2.通水。3.建校。4.种树。',
      ['1.修路。', '2.通水。', '3.建校。', '4.种树。'],
    ],
    [
      '两大提升计划有哪些',
      '两大提升计划要抓好。实施游览提升计划，修路。通水。打造饮食提升计划。',
      ['实施游览提升计划，修路。通水。', '打造饮食提升计划。'],
    ],
    ['云岭两大行动', '实施两大行动：1.修路。2.通水。“两大行动”要抓好。', ['1.修路。', '2.通水。']],
    ['两大产业有哪些', '两大产业要抓好。大力发展牧业。大力发展林业。', ['大力发展牧业。', '大力发展林业。']],
  ])('%s', (question, text, items) => {
    expect(listed(question, [text], 1)).toEqual(items)
  })

  it.each([
    ['what is said of them', '两大行动成效明显群众满意', NUMBERED],
    ['another number', '四大行动是哪四个', NUMBERED.replace('两大', '四大')],
    ['far fewer than are numbered', '两大行动有哪些', `${NUMBERED}四是抓就业。五是抓环保。`],
    ['no name', '两大工程有哪些', NUMBERED],
    ['named behind what is numbered', '两大行动有哪些', '一是修路。二是建学校。由此完成“两大行动”。'],
    ['one more that speaks of them', '两大集群有哪些', '抓好两大集群。建牧业集群。建林业集群。建新的集群。'],
    ['named as one of them', '三大产业有哪些', '一是修路。二是壮大三大产业。三是建校。'],
  ])('%s: %s', (_, question, text) => {
    expect(listed(question, [text], 1)).toEqual([])
  })
})

it('takes the things that a heading counts', () => {
  const text = '立足当地。培育牧业产业集群，养羊。壮大林业产业集群。发展产业。'
  const passage = { id: 'a-1', text, section: ['二、今年工作', '（一）聚焦“两大产业集群”'] }
  const items = listItems('两大产业集群是哪两个', { passage, range: [0, 5] }, [])
  expect(items.map(({ range }) => text.slice(...range))).toEqual([
    '培育牧业产业集群，养羊。',
    '壮大林业产业集群。',
  ])
  const unnamed = { passage: { id: 'a-1', text }, range: [0, 5] as const }
  expect(listItems('两大产业集群是哪两个', unnamed, [])).toEqual([])
})

describe('the things that a sentence leads in to', () => {
  it.each([
    [
      'right behind it',
      ['还有不少困难。一是路差。路窄。二是水少。我们要改。'],
      ['一是路差。路窄。', '二是水少。'],
    ],
    [
      'in it and behind it',
      ['主要表现在：一是路差；二是水少。三是人少。'],
      ['一是路差；', '二是水少。', '三是人少。'],
    ],
    [
      'as the parts of the next sentence',
      ['今年任务如下。修路；通水；建校。'],
      ['修路；', '通水；', '建校。'],
    ],
    [
      'as the next sentence, where it admits faults',
      ['还存在不少问题。主要是路差，水少。我们要改。'],
      ['主要是路差，水少。'],
    ],
    [
      'in the passages behind its own',
      ['办好两方面实事。', '1.修路。修桥。', '2.通水。', '结束。'],
      ['1.修路。修桥。', '2.通水。'],
    ],
    [
      'in the passages that dashes set in a row',
      ['抓好两件大事：', '——修路。', '——通水。修渠。', '结束。', '——不在此列。'],
      ['——修路。', '——通水。修渠。'],
    ],
    [
      'not where numbers and dashes are mixed, nor of a dash alone',
      ['抓好两件大事：', '1.修路。', '——通水。'],
      [],
    ],
  ])('%s', (_, texts, items) => {
    expect(listed('实事', texts)).toEqual(items)
  })

  it.each([
    ['a sentence that states something by itself', ['收入增长5%。一是修路。二是通水。']],
    ['an item', ['一是修路。二是通水。三是建校。']],
    ['passages that number something else', ['修好一条路。', '1.修路。', '2.通水。']],
    ['passages that begin in the midst', ['办好两方面实事。', '2.通水。', '3.修路。']],
    ['a single one', ['还有困难：一是路差。']],
    ['what solves faults', ['解决了不少问题。修了路，通了水。']],
    ['a passage that numbers itself alone', ['办好两方面实事。', '1.修路。', '结束。']],
  ])('none behind %s', (_, texts) => {
    expect(listed('实事', texts)).toEqual([])
  })

  it.each([
    [40, 2],
    [41, 0],
  ])('stand behind a sentence of %d characters: %d', (length, count) => {
    expect(listed('实事', [`${'修'.repeat(length - 1)}。一是修路。二是通水。`])).toHaveLength(count)
  })

  it('is told whole, or by how each begins where that is too long', () => {
    const itemsOf = (...texts: string[]) =>
      texts.map((text, index) => ({ passage: { id: `a-${index}`, text }, range: [0, text.length] as const }))
    expect(itemWords(itemsOf('1.修路，修桥。', '2.通水。'))).toEqual(['1.修路，修桥。', '2.通水。'])
    const most = `1.${'修'.repeat(1_192)}。`
    expect(itemWords(itemsOf(most, '2.通水。'))).toEqual([most, '2.通水。'])
    expect(itemWords(itemsOf(`1.${'修'.repeat(1_193)}。`, '2.通水。'))).toEqual([
      `1.${'修'.repeat(38)}…`,
      '2.通水…',
    ])
    expect(itemWords(itemsOf(`1.${'修'.repeat(2000)}`, '2.通水，好。'))).toEqual([
      `1.${'修'.repeat(38)}…`,
      '2.通水…',
    ])
  })

  it.each([
    ['云岭今年两件实事', '两件实事', true],
    ['云岭2024年2件实事', '2024年 2件实事', true],
    ['把云岭两件实事全列出来', '把 两件实事全列出来', true],
    ['云岭三件实事', '三件实事', false],
    ['云岭今年要办两件实事', '要办两件实事', false],
  ])('%s asks for them: %s', (text, terms, isAsked) => {
    const passage = { id: 'a-1', text: '办好两件实事：1.修路。2.通水。' }
    expect(asksForItems({ text, terms }, listItems(text, { passage, range: [0, 12] }, []))).toBe(isAsked)
  })
})

describe('of several hits', () => {
  const hit = (id: string, place: string, text: string) => ({
    passage: { id: `${id}_1`, report: id, paragraph: 1, section: [], text, page: null },
    report: { id, place },
    sentence: { text, range: findSentences(text)[0] ?? [0, 0], highlights: [], first: 1, last: 1, count: 1 },
  })
  const bare = hit('jia-2024', '甲县', '壮大产业。')
  const two = hit('jia-2023', '甲县', '发展四大产业。一是牧业。二是林业。')
  const four = hit('jia-2022', '甲县', '发展四大产业。一是牧业。二是林业。三是渔业。四是旅游。')
  const others = hit('yi-2024', '乙县', four.passage.text)
  const read: string[] = []
  const searcher = {
    report: async (id: string) => {
      read.push(id)
      return {
        passages: ['', '1.修路。', '2.通水。'].map((text, index) => ({ id: `${id}_${index + 1}`, text })),
      }
    },
  } as never
  const told = async (text: string, ...hits: ReturnType<typeof hit>[]): Promise<string> => {
    const found = await withListFirst(searcher, { text, hits })
    return `${found.hits.map(({ report: { id } }) => id).join()} ${found.items.length}`
  }

  it.each([
    ['四大产业是哪四个', [bare, two, four], 'jia-2022,jia-2024,jia-2023 4'],
    ['甲县的四大产业是哪四个', [bare, four, two], 'jia-2022,jia-2024,jia-2023 4'],
    ['四大产业是哪四个', [bare, others], 'jia-2024,yi-2024 0'],
    ['甲县四大产业', [bare, four], 'jia-2022,jia-2024 4'],
    ['四大产业发展势头一直良好', [bare, four], 'jia-2024,jia-2022 0'],
    ['产业有哪些', [two, four], 'jia-2023,jia-2022 2'],
    ['四大产业有哪些', [], ' 0'],
  ])('the one that tells just as many as %s comes first, of the same place', async (text, hits, expected) => {
    expect(await told(text, ...hits)).toBe(expected)
  })

  it('the report of one is read where its sentence leads on', async () => {
    expect(await findItems(searcher, '', undefined)).toEqual([])
    expect(await findItems(searcher, '', hit('bing-2024', '丙县', '办好两件实事：'))).toHaveLength(2)
    expect(await findItems(searcher, '', hit('ding-2024', '丁县', '发展旅游。'))).toEqual([])
    expect(read.filter((id) => /bing|ding/u.test(id))).toEqual(['bing-2024'])
  })
})

it.each<[readonly [number, number], number | null]>([
  [[1, 2], 1],
  [[3, 3], 2],
  [[1, 3], null],
  [[2, 2], null],
  [[0, 0], null],
])('knows which item the sentences %j tell: %s', (sentences, number) => {
  expect(itemAt('办好两件实事。（1）修路。修桥。（2）通水。', sentences)).toBe(number)
})

it('asks for the one thing that there is, too', () => {
  const items = [{ passage: { id: 'a-1', text: '修路。' }, range: [0, 3] as const }]
  expect(asksForItems({ text: '列出来', terms: '' }, items)).toBe(true)
  expect(asksForItems({ text: '列出来', terms: '' }, [])).toBe(false)
})
