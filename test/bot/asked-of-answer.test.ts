import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAskedOfAnswer } from '../../src/bot/talk/asked-of-answer.ts'
import { foldText } from '../../src/text/normalizer.ts'
import { dataLines } from '../../src/text/word-list.ts'
import { readFollowUpRun } from '../eval/run-follow-ups.ts'

const LINES = dataLines(readFileSync(new URL('../../src/bot/talk/follow-ups.txt', import.meta.url), 'utf8'))

describe('what a message asks of the answer before it', () => {
  it.each([
    ['把没显示的那些也给出来吧', 'more'],
    ['麻烦翻到第五条', 'nth'],
    ['返回刚才那一条', 'step'],
    ['弄张表格给我好了', 'table'],
    ['可不可以画个折线图', 'chart'],
    ['原文到底咋写的，整段发来', 'open'],
    ['紧跟着那一句说了什么', 'neighbour'],
    ['到底是哪一年哪份报告里的话', 'cite'],
    ['为啥降了这么多呀', 'why'],
    ['只把计划的部分给我', 'target'],
    ['只留已经完成了的', 'result'],
    ['别的县市也一起查查', 'elsewhere'],
    ['省里面这个数怎么样', 'above'],
    ['还有谁也这么提过', 'mentions'],
    ['哪个的增速更快些', 'weigh'],
    ['麻烦再说一遍，没听清', 'again'],
    ['你用最新那份报告再看看', 'newest'],
    ['这到底是计划数还是完成数', 'kind'],
    ['真的一个字都没提到？', 'doubt'],
    ['好嘞 多谢多谢 辛苦了', 'talk'],
  ])('is read by messages that are like it: %s', (message, asked) => {
    expect(LINES).not.toContain(message)
    expect(readAskedOfAnswer(message)).toMatchObject({ asked })
    expect(readAskedOfAnswer(message).lead).toBeGreaterThan(4)
  })

  it.each([
    '城乡居民医保缴费标准',
    '第三产业转型升级',
    '路虽远行则将至',
    '民宿 乡村旅游 农家乐',
    '怎么办理居住证',
    'What did the report say about drinking water?',
    'How many people were moved to new homes?',
  ])('is nothing where it asks by itself: %s', (message) => {
    expect(readAskedOfAnswer(message).lead).toBeLessThan(4)
  })

  it('takes any place for the same', () => {
    expect(readAskedOfAnswer('那梅里斯呢', ['梅里斯'])).toEqual(readAskedOfAnswer('那呼玛呢', ['呼玛']))
    expect(readAskedOfAnswer('那梅里斯呢', ['梅里斯']).asked).toBe('place')
  })

  it('tells how much of a message nobody wrote who asked so', () => {
    expect(readAskedOfAnswer('是哪份报告的').strange).toBe(0)
    expect(readAskedOfAnswer('相知无远近是哪份报告的').strange).toBeGreaterThanOrEqual(4)
  })

  it('is told rightly of nine in ten messages that no line was written after', async () => {
    const { right, total } = await readFollowUpRun()
    expect(total).toBe(286)
    expect(right / total).toBeGreaterThan(0.88)
  })
})

describe('the lines of follow-ups.txt', () => {
  it('are folded, and stand once', () => {
    const messages = LINES.filter((line) => !line.startsWith('['))
    expect(messages.filter((line) => foldText(line) !== line)).toEqual([])
    const letters = messages.map((line) => line.replace(/[^\p{L}\p{N}]/gu, ''))
    expect(letters.filter((one, at) => letters.indexOf(one) !== at)).toEqual([])
  })
})
