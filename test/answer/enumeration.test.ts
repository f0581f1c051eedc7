import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findItem, listItems } from '../../src/answer/enumeration.ts'
import { findSentences } from '../../src/answer/sentence.ts'

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

describe('the things that a passage names, by how many are asked for', () => {
  const NUMBERED = '实施“两大行动”，成效明显。一是修路，修10公里。二是建学校；建3所。三是抓招商。'
  const ALIKE =
    '以“三大产业”为抓手。一是发展“三大产业”。大力发展牧业，养羊。出栏万只。大力发展林业。大力发展渔业。'
  it.each([
    ['云岭的两大行动是哪两个', NUMBERED, ['一是修路', '二是建学校', '三是抓招商']],
    ['三大产业分别是什么', ALIKE, ['大力发展牧业', '大力发展林业', '大力发展渔业']],
    ['两件实事有哪些', '办好两件实事：1.修路。2.通水。', ['1.修路', '2.通水']],
  ])('%s', (question, text, items) => {
    expect(listItems(question, text)).toEqual(items)
  })

  it.each([
    ['no question', '两大行动', NUMBERED],
    ['another number', '四大行动是哪四个', NUMBERED.replace('两大', '四大')],
    ['far fewer than are numbered', '两大行动有哪些', `${NUMBERED}四是抓就业。五是抓环保。`],
    ['no name', '两大工程有哪些', NUMBERED],
    ['named behind what is numbered', '两大行动有哪些', '一是修路。二是建学校。由此完成“两大行动”。'],
    ['named as one of them', '三大产业有哪些', '一是修路。二是壮大三大产业。三是建校。'],
  ])('%s: %s', (_, question, text) => {
    expect(listItems(question, text)).toEqual([])
  })

  it('cuts what goes on without a mark', () => {
    expect(listItems('两件实事有哪些', `办好两件实事：1.${'修'.repeat(60)}。2.通水。`)).toEqual([
      `1.${'修'.repeat(38)}`,
      '2.通水',
    ])
  })
})
