/** What is told of a quote that leaves words out, or joins what does not stand together. */
import { describe, expect, it } from 'vitest'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { spans, TestChat } from './test-chat.ts'

const HEAD = '坚决落实党政机关过紧日子的要求，严控一般性支出'
const TAIL = '把每一分钱都用在发展的紧要处'
const SCHOOLS = '新建学校六所全部投入使用，农村孩子就近上学'
const FIELDS = '农田水利建设扎实推进，城乡面貌焕然一新'
const longer = '，各级各部门压减会议文件，节约水电办公经费'

async function told(quote: string, between = '，不得超过预算，') {
  const searcher = await openSmallCorpus([
    report('yunling-2023', { place: '云岭县', level: '县' }, [
      '## 一、2022年工作回顾',
      `${SCHOOLS}。全年财政收入平稳。`,
      `${HEAD}${between}${TAIL}。`,
    ]),
    report('haibin-2023', { place: '海滨市', level: '市' }, ['## 一、2022年工作回顾', `${FIELDS}。`]),
  ])
  return await new TestChat(searcher).say(`/verify ${quote}`)
}

describe('a quote with words left out', () => {
  it('is told with how many they are, and with them where they are few', async () => {
    const { text } = await told(`${HEAD}……${TAIL}`)
    expect(text).toContain('各部分与原文一致，但中间省略了 8 字')
    expect(text).toContain('省略的原文：，不得超过预算，')
  })

  it('is told with a denial among them', async () => {
    expect((await told(`${HEAD}……${TAIL}`)).text).toContain('⚠ 省略的文字里有“不得”，可能改变原意。')
    const { text } = await told(`${HEAD}……${TAIL}`, `，常抓${'常新'}，`)
    expect(text).not.toContain('可能改变原意')
  })

  it.each([
    [160, true],
    [161, false],
  ])('is told with %i of them: %s', async (length, isShown) => {
    const { text } = await told(`${HEAD}……${TAIL}`, `，${longer.repeat(9).slice(0, length - 2)}，`)
    expect(text).toContain(`中间省略了 ${length} 字`)
    expect(text.includes('省略的原文')).toBe(isShown)
  })
})

describe('a quote put together', () => {
  it('is told clause by clause, each with its source, of one report in full once', async () => {
    const shown = await told(`${TAIL}，${SCHOOLS}，${FIELDS}`)
    expect(shown.text).toContain('各句原文都有，但原文不是这样连在一起的')
    expect(spans(shown, 'blockquote')).toEqual([TAIL, SCHOOLS, FIELDS])
    expect(shown.text.match(/云岭县2023年政府工作报告/gu)).toHaveLength(1)
    expect(shown.text.match(/海滨市2023年政府工作报告/gu)).toHaveLength(1)
  })
})
