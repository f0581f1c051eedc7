/** The lines and buttons under counts of phrases: years, places, mentions, and reports side by side. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { labels, TestChat } from './test-chat.ts'

const said = (id: string, place: string, text: string) => {
  const year = Number(id.slice(-4))
  return report(id, { place, level: '县', year, reviews: year - 1, plans: year }, [
    `## ${year - 1}年工作回顾`,
    text,
    '天气。'.repeat(5),
  ])
}

/** The lines of a reply from the one that begins so; all without. */
function linesFrom(text: string, start: string): string[] {
  const all = text.split('\n')
  return all.slice(Math.max(0, all.indexOf(start)))
}

describe('/trend', () => {
  let chat: TestChat
  beforeAll(async () => {
    const times = [0, 0, 0, 1, 2, 0, 1, 1, 1, 1, 1, 1, 1, 3]
    chat = new TestChat(
      await openSmallCorpus([
        ...times.map((count, index) =>
          said(
            `jia-${2010 + index}`,
            '甲县',
            `推进${'冰雪旅游，'.repeat(count)}${'修建公路，'.repeat(index % 2)}等。`,
          ),
        ),
        said('yi-2023', '乙县', '冰雪旅游红火。'),
        said('bing-2023', '丙县', '天晴。'),
      ]),
    )
  })

  it('tells of a phrase its ten last years, those before together, and which stand for few reports', async () => {
    const reply = await chat.say('/trend 冰雪旅游')
    const lines = reply.text.split('\n')
    expect(lines.slice(1, 3)).toEqual(['冰雪旅游 2011 ▁▁▅█▁▅▅▅▅▅▅▅▆ 2023', '14 次，16 份报告中 11 份提到'])
    const years = linesFrom(reply.text, '逐年')
    expect(years.slice(1, 3)).toEqual([
      '2023：4 次 · 3 份中 2 份 · 每万字 377.36',
      '2022＊：1 次 · 1 份中 1 份 · 每万字 303.03',
    ])
    expect(years.slice(-4)).toEqual([
      '2015＊：0 次 · 1 份中 0 份 · 每万字 0.00',
      '2014＊：2 次 · 1 份中 1 份 · 每万字 526.32',
      '2010–2013：1 次',
      '＊ 该年报告不足 3 份，不宜比较。',
    ])
    expect(years).toHaveLength(13)
    expect(labels(reply)).toEqual(['1/2', '▶', '谁提到', '逐处查看', 'CSV 表格'])
    const places = await chat.press(reply, '▶')
    expect(linesFrom(places.text, '各地（柱与数字为逐份报告的次数）').slice(1)).toEqual([
      '甲县 2010–2023 ▁▁▁▃▆▁▃▃▃▃▃▃▃█ 2、0、1、1、1、1、1、1、1、3',
      '乙县 2023 █ 1',
    ])
    expect(labels(places).slice(0, 2)).toEqual(['◀', '2/2'])
  })

  it('sets two phrases side by side, without the ways on from one', async () => {
    const reply = await chat.say('/trend 冰雪旅游、修建公路')
    const years = linesFrom(reply.text, '每万字次数：冰雪旅游 | 修建公路')
    expect([years[1], years[2], years.at(-2)]).toEqual([
      '2023：377.36 | 94.34',
      '2022＊：303.03 | 0.00',
      '2010–2013：1 | 2 次',
    ])
    expect(labels(reply)).toEqual(['CSV 表格'])
  })

  it('tells a phrase that nothing says beside one that something does, and has no years where nothing does', async () => {
    const one = await chat.say('/trend 没有 | 修建公路')
    expect(one.text).toContain('没有一份报告提到“没有”\n修建公路 2010 ')
    expect(labels(one)).toEqual(['CSV 表格'])
    const none = await chat.say('/trend 没有 | 也没有')
    expect(none.text.split('\n').slice(1)).toEqual(['没有一份报告提到“没有”', '没有一份报告提到“也没有”'])
    expect(labels(none)).toEqual([])
  })
})

describe('of seven reports', () => {
  let searcher: Searcher
  let chat: TestChat
  beforeAll(async () => {
    searcher = await openSmallCorpus(
      [...'甲乙丙丁戊己庚'].map((name, index) =>
        said(`r${index}-2023`, `${name}县`, `推进${'冰雪旅游，'.repeat(index + 1)}等。`),
      ),
    )
    chat = new TestChat(searcher)
  })

  it('the five that say it most often are named, the most first', async () => {
    const { text } = await chat.say('谁提冰雪旅游最多')
    const line = text.split('\n').find((one) => one.startsWith('次数最多：')) ?? ''
    expect(line.match(/.县 2023 \d 次/gu)).toEqual([
      '庚县 2023 7 次',
      '己县 2023 6 次',
      '戊县 2023 5 次',
      '丁县 2023 4 次',
      '丙县 2023 3 次',
    ])
  })

  it('all that mention it are named by year, with how often', async () => {
    const { text } = await chat.say('哪些县提到冰雪旅游')
    expect(text).toContain('提到（7）\n2023：甲县、乙县×2、丙县×3、丁县×4、戊县×5、己县×6、庚县×7')
  })

  it('five stand side by side on a page, and the rest on the next', async () => {
    const reply = await chat.say('/compare 冰雪旅游')
    expect(reply.text).toContain('7 份报告谈到')
    expect(reply.text.match(/^\d .县 2023/gmu)).toHaveLength(5)
    expect(labels(reply)).toEqual(['1', '2', '3', '4', '5', '1/2', '▶', '相关段落', 'CSV 表格'])
    expect(labels(await chat.press(reply, '▶')).slice(0, 4)).toEqual(['1', '2', '◀', '2/2'])
  })

  it('hits of one report are not offered by report, hits of several are', async () => {
    expect(labels(await chat.say('“冰雪旅游”'))).toContain('按报告')
    expect(labels(await chat.say('“冰雪旅游” 报告:r0-2023'))).not.toContain('按报告')
  })

  it('how many passages hold a phrase is told, of words it is not', async () => {
    expect((await chat.say('“冰雪旅游”')).text).toContain('共 7 段，出自 7 份报告')
    expect((await chat.say('推进冰雪旅游')).text).not.toContain('出自 7 份报告')
  })
})

describe('where many say nothing', () => {
  const chatOf = async (silent: number): Promise<TestChat> =>
    new TestChat(
      await openSmallCorpus([
        said('r-2023', '甲县', '推进冰雪旅游。'),
        ...Array.from({ length: silent }, (_, index) =>
          said(`s${index}-2023`, `${String.fromCodePoint(0x4e00 + index)}山县`, '天晴。'),
        ),
      ]),
    )

  it.each([
    [8, ''],
    [9, '1'],
  ])(
    'eight of %i reports are named beside a comparison, and the others counted: %s',
    async (silent, rest) => {
      const { text } = await (await chatOf(silent)).say('/compare 冰雪旅游')
      const line = text.split('\n').find((one) => one.includes('山县')) ?? ''
      expect(line.match(/山县/gu)).toHaveLength(8)
      expect(/另有 (\d+) 处/u.exec(line)?.[1] ?? '').toBe(rest)
    },
  )
})

it.each([
  [20, ''],
  [21, '20'],
])('of %i passages the inline mode shows twenty, and goes on from %j', async (count, next) => {
  const chat = new TestChat(
    await openSmallCorpus([
      report('r-2023', { place: '甲县', level: '县' }, [
        '## 2022年工作回顾',
        ...Array.from({ length: count }, (_, at) => `第${at + 1}处冰雪旅游景点建成。`),
      ]),
    ]),
  )
  const { results, next_offset } = await chat.inline('冰雪旅游')
  expect([results.length, next_offset]).toEqual([20, next])
})

describe('/kwic', () => {
  const around = (index: number, after: string): string =>
    `…很长很长，说了许多事情${index}推进冰雪旅游${after}后面的话也很长很长，还要说…`
  let chat: TestChat
  beforeAll(async () => {
    chat = new TestChat(
      await openSmallCorpus(
        [...'甲乙丙'].map((name, at) =>
          report(`r${at}-2023`, { place: `${name}县`, level: '县' }, [
            '## 2022年工作回顾',
            ...[...'乙甲丙'].map(
              (after, index) =>
                `前面的话很长很长，说了许多事情${index}推进冰雪旅游${after}后面的话也很长很长，还要说许多的事情。`,
            ),
          ]),
        ),
      ),
    )
  })

  it('has eight lines on a page, fourteen characters on either side of the phrase, and the rest on the next', async () => {
    const reply = await chat.say('/kwic 冰雪旅游')
    expect(reply.text.split('\n').slice(1, 4)).toEqual([
      '3 份报告，9 处 · 按时间',
      `1 ${around(0, '乙')}`,
      '   丙县 2023 第1段',
    ])
    expect(reply.text.match(/^\d …/gmu)).toHaveLength(8)
    expect(labels(reply)).toEqual([...'12345678', '1/2', '▶', '按后文', '按前文', 'CSV 表格'])
    const next = await chat.press(reply, '▶')
    expect(next.text.split('\n').slice(2)).toEqual([`1 ${around(2, '丙')}`, '   甲县 2023 第3段'])
    expect(labels(next)).toEqual(['1', '◀', '2/2', '按后文', '按前文', 'CSV 表格'])
  })

  it('is put in order by what stands behind, or before', async () => {
    const reply = await chat.say('/kwic 冰雪旅游')
    const lines = async (label: string): Promise<(string | undefined)[]> =>
      [...(await chat.press(reply, label)).text.matchAll(/^\d (….*)$/gmu)].map((found) => found[1])
    const [behind, before] = [await lines('按后文'), await lines('按前文')]
    for (const told of [behind, before]) expect(new Set(told.slice(0, 3)).size).toBe(1)
    expect(behind[0]).toBe(around(2, '丙'))
    expect(await lines('按时间')).toEqual((await chat.say('/kwic 冰雪旅游')).text.match(/(?<=^\d )….*$/gmu))
  })

  it('says that nothing says it, without buttons', async () => {
    const reply = await chat.say('/kwic 没有的词')
    expect([reply.text.split('\n')[1], labels(reply)]).toEqual(['没有一份报告提到“没有的词”', []])
  })

  it('is kept by Telegram for an hour in the inline mode, and for five minutes where nothing is found', async () => {
    for (const [query, cache, isPersonal] of [
      ['冰雪旅游', 3_600, false],
      ['', 3_600, false],
      ['量子计算机', 300, true],
      ['谢谢', 300, true],
    ])
      expect(await chat.inline(String(query))).toMatchObject({ cache_time: cache, is_personal: isPersonal })
  })
})

describe('the list of reports', () => {
  it('opens a report at its outline', async () => {
    const chat = new TestChat(
      await openSmallCorpus(
        [...'甲乙'].map((name, index) =>
          report(
            `r${index}-2023`,
            { place: `${name}县`, level: '县' },
            Array.from({ length: 25 }, (_, part) => [`## 第${part + 1}部分`, '一句话。']).flat(),
          ),
        ),
      ),
    )
    const list = await chat.say('/reports')
    expect(labels(list)).toEqual(['甲县 2023', '乙县 2023'])
    const outline = await chat.press(list, '甲县 2023')
    const parts = labels(outline).filter((label) => label.includes('部分'))
    expect([parts.length, parts[0]?.includes('第1部分')]).toEqual([10, true])
    const passage = await chat.say('第25部分 一句话')
    const opened = await chat.press(passage, '全段')
    expect(labels(await chat.press(opened, '目录'))[0]).toContain('第1部分')
    const narrowed = await chat.say('/reports 甲')
    expect(labels(narrowed)).toEqual(['甲县 2023', '全部报告'])
  })
})

describe('a text of two sentences', () => {
  it('is told sentence by sentence, what is wrong first', async () => {
    const chat = new TestChat(
      await openSmallCorpus([
        said('jia-2023', '甲县', '新装路灯300盏，修建公路11公里。'),
        said('jia-2022', '甲县', '修建公路10公里。'),
      ]),
    )
    const { text } = await chat.say('甲县2022年新装路灯300盏。甲县2022年修建公路10公里。')
    const lines = text.split('\n').filter((line) => line !== '')
    expect(lines.slice(1, 5)).toEqual([
      '2 句：1 一致，1 不符，0 找不到',
      '✗ 甲县2022年修建公路10公里',
      '✗ 与报告不符：甲县2022年公路11公里（实绩）',
      '“10公里”是甲县2021年的实绩。',
    ])
    expect(lines.slice(-2)[0]).toBe('✓ 甲县2022年新装路灯300盏。')
    const one = await chat.say('甲县2022年修建公路10公里。')
    expect(one.text).not.toContain('句：')
  })
})
