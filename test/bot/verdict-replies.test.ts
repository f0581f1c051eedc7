/** What stands below a verdict on a quote or a claim, and what a reply says of what changed, over three small reports. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { labels, spans, TestChat } from './test-chat.ts'

const WORK = '扎实推进各项事业，'
let chat: TestChat
beforeAll(async () => {
  chat = new TestChat(
    await openSmallCorpus([
      report('jia-2023', { place: '甲县', level: '县' }, [
        '## 2022年工作回顾',
        `完成任务。${WORK.repeat(12)}旅游收入7.7亿元，${WORK.repeat(12)}圆满收官。后面还有。`,
        '粮食产量40万吨，棉花产量5万吨，肉类产量3万吨，禽蛋产量2万吨，水产品产量1万吨，蔬菜产量6万吨。',
        `大力整治农村人居环境，${WORK.repeat(20)}改善群众生活条件，建设美丽乡村。`,
        '完成投资2亿元。棉花收入6亿元。天气很好。',
      ]),
      report('yi-2023', { place: '乙县', level: '县' }, [
        '## 2022年工作回顾',
        '旅游收入9亿元。天气很好。',
        '## 2023年工作安排',
        '旅游收入达到10亿元。',
        '大力发展乡村旅游，让群众过上好日子。',
      ]),
      report('yi-2022', { place: '乙县', level: '县', year: 2022, reviews: 2021, plans: 2022 }, [
        '## 2021年工作回顾',
        '旅游收入8亿元。天气不好。',
        '## 2022年工作安排',
        '旅游收入达到8.5亿元。',
        '大力发展乡村旅游，让群众过上好生活。',
        '修建地铁。',
      ]),
    ]),
  )
})

describe('the sentence of a claim', () => {
  it('is cut where it is long, with … on either side', async () => {
    const [words = '', ...others] = spans(await chat.say('甲县2022年旅游收入8亿元'), 'blockquote')
    expect(others).toEqual([])
    expect(words).toMatch(/^…实推进各项事业，.*旅游收入7\.7亿元，.*…$/u)
    expect(words).toHaveLength(80 + '旅游收入7.7亿元'.length + 80 + 2)
  })

  it('is shown whole without … where it ends, between others', async () => {
    expect(spans(await chat.say('甲县2022年棉花收入7亿元'), 'blockquote')).toEqual(['棉花收入6亿元。'])
    expect(spans(await chat.say('甲县2022年棉花收入7亿元'), 'bold')).toContain('6亿元')
  })

  it('stands beside that of the figure that was meant', async () => {
    const reply = await chat.say('乙县2022年旅游收入8亿元')
    expect(reply.text).toContain('“8亿元”是乙县2021年的实绩。')
    expect(spans(reply, 'blockquote')).toEqual(['旅游收入9亿元。', '旅游收入8亿元。'])
  })
})

describe('a quote', () => {
  it('with seven differences is warned of the first five numbers', async () => {
    const { text } = await chat.say(
      '“粮食产量41万吨，棉花产量6万吨，肉类产量4万吨，禽蛋产量3万吨，水产品产量2万吨，蔬菜产量7万吨”',
    )
    expect(text).toContain('与原文有出入：6 处不同')
    const pairs = [...text.matchAll(/数字不同：原文“(\d+)”，引文“(\d+)”/gu)].map((found) => found.slice(1, 3))
    expect(pairs).toEqual([
      ['40', '41'],
      ['5', '6'],
      ['3', '4'],
      ['2', '3'],
      ['1', '2'],
    ])
  })

  it('of one paragraph is shown in one piece where its places are near, and in two where they are far apart', async () => {
    const far = await chat.say('“大力整治农村人居环境……改善群众生活条件”')
    expect(far.text).toContain(`中间省略了 ${WORK.length * 20 + 1} 字`)
    const [first = '', second = '', ...others] = spans(far, 'blockquote')
    expect(others).toEqual([])
    expect([first.endsWith('…'), second.startsWith('…')]).toEqual([true, true])
    expect(second).toContain('改善群众生活条件，建设美丽乡村。')
    const near = await chat.say('“改善群众生活条件……美丽乡村”')
    expect(spans(near, 'blockquote')).toHaveLength(1)
  })
})

describe('/changes', () => {
  it('counts each kind, and has a button for each part but the one that is shown', async () => {
    const reply = await chat.say('/changes 乙县 2022 2023')
    expect(reply.text).toContain('数字不同 2 处 · 改写 1 · 新增 1 · 不再提 2 · 未变 0（按句）')
    const parts = ['数字不同 2', '新增 1', '不再提 2', '改写 1', '新提法 2']
    expect(labels(reply).slice(0, 5)).toEqual(parts)
    const dropped = await chat.press(reply, '不再提 2')
    expect(labels(dropped).filter((label) => / \d$/u.test(label))).toEqual(
      parts.filter((part) => part !== '不再提 2'),
    )
    expect(dropped.text).toContain('修建地铁')
  })
})
