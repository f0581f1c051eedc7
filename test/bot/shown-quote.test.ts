/** How the report's words stand around a quote that is found, and what its buttons carry. */
import { describe, expect, it } from 'vitest'
import { decodeAction } from '../../src/bot/callback-data.ts'
import type { Pictures } from '../../src/pictures/pictures.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { type buttons, findButton, labels, spans, TestChat } from './test-chat.ts'

const SCHOOLS = '新建乡村学校六所全部投入使用。'
const WORK = '扎实推进各项民生事业稳步向前，'
const LONG = `${WORK.repeat(8)}${SCHOOLS}${WORK.repeat(8)}圆满收官。`
const BRIDGES = '修建跨河大桥两座方便两岸往来。'

/** How often the words are in bold: once where the question is repeated, and where they are marked in the report. */
const boldOnes = (reply: Parameters<typeof spans>[0], quote: string): number =>
  spans(reply, 'bold').filter((words) => words.includes(quote.slice(0, -1))).length

async function chatOver(...reports: readonly (readonly string[])[]): Promise<TestChat> {
  return new TestChat(
    await openSmallCorpus(
      reports.map((texts, at) =>
        report(`r${at}-2023`, { place: `${'甲乙丙丁戊己庚辛'[at]}县`, level: '县' }, [
          '## 一、2022年工作回顾',
          ...texts,
        ]),
      ),
    ),
  )
}

describe('the words around a quote', () => {
  it.each<[string, string, string, string]>([
    ['in the midst', LONG, SCHOOLS, `…${WORK.repeat(8).slice(-60)}${SCHOOLS}${WORK.repeat(8).slice(0, 60)}…`],
    ['at the beginning', `${SCHOOLS}${LONG}`, SCHOOLS, `${SCHOOLS}${LONG.slice(0, 60)}…`],
    ['near the beginning', `先看。${SCHOOLS}${BRIDGES}`, SCHOOLS, `先看。${SCHOOLS}${BRIDGES}`],
    ['at the end', `${WORK.repeat(8)}${SCHOOLS}`, SCHOOLS, `…${WORK.repeat(8).slice(-60)}${SCHOOLS}`],
  ])('are sixty on either side: %s', async (_, text, quote, shown) => {
    const reply = await (await chatOver([text])).say(`/verify ${quote}`)
    expect(spans(reply, 'blockquote')).toEqual([shown])
    expect(boldOnes(reply, quote)).toBe(2)
  })

  it('are none for a whole paragraph, and nothing of it is in bold', async () => {
    const reply = await (await chatOver([SCHOOLS])).say(`/verify ${SCHOOLS}`)
    expect(spans(reply, 'blockquote')).toEqual([SCHOOLS])
    expect(boldOnes(reply, SCHOOLS)).toBe(1)
    expect(reply.text).not.toContain('另有')
    expect(reply.text).not.toContain('未计差异')
  })

  it('are followed by where else it stands: all are counted, and five named', async () => {
    const two = await (await chatOver([SCHOOLS], [SCHOOLS])).say(`/verify ${SCHOOLS}`)
    expect(two.text).toMatch(/另有 1 段也有这句话：\n[^\n]*县 2023 [^\n]*$/u)
    const all = await (await chatOver(...Array.from({ length: 8 }, () => [SCHOOLS]))).say(
      `/verify ${SCHOOLS}`,
    )
    const [, others = ''] = all.text.split('另有 7 段也有这句话：\n')
    expect(others.split('\n')).toHaveLength(5)
  })

  it.each([
    ['“Ａ级景区三处 全年开放”', '全角半角、空格'],
    ['“A级景区三处全年开放”', ''],
    ['“a级景区三处全年开放”', '大小写'],
  ])('say what was not counted as a difference: %s', async (quote, folded) => {
    const { text } = await (await chatOver(['A级景区三处全年开放，游客满意而归。'])).say(`/verify ${quote}`)
    expect(/未计差异：(.*)/u.exec(text)?.[1] ?? '').toBe(folded)
  })
})

describe('the buttons below a quote', () => {
  const copied = (reply: Parameters<typeof buttons>[0]): string | undefined =>
    findButton(reply, '复制').copy_text?.text

  it.each([
    ['one sentence', [SCHOOLS, BRIDGES, '天气很好。'], BRIDGES],
    ['two sentences', [SCHOOLS, BRIDGES, '天气很好。'], `${SCHOOLS}${BRIDGES}`],
  ])('copy the words of %s, and lead to its paragraph', async (_, sentences, quote) => {
    const chat = await chatOver([sentences.join('')])
    const reply = await chat.say(`/verify ${quote}`)
    expect(copied(reply)).toContain(quote.slice(0, -1))
    expect(copied(reply)?.includes('学校')).toBe(quote.includes('学校'))
    expect(copied(reply)).not.toContain('天气')
    expect(labels(reply).slice(-2)).toEqual(['打开原段', '相关段落'])
    const actions = ['打开原段', '相关段落'].map((label) =>
      decodeAction(findButton(reply, label).callback_data ?? ''),
    )
    expect(actions).toEqual([
      { kind: 'open', passage: expect.stringMatching(/^r0-2023_/u), page: 0 },
      { kind: 'list', offset: 0 },
    ])
  })

  it('copy the whole paragraph where words are left out between', async () => {
    const text = `${SCHOOLS}${BRIDGES}新装路灯三百盏照亮乡间小路。`
    const reply = await (await chatOver([text])).say(
      '/verify “新建乡村学校六所全部投入使用……新装路灯三百盏照亮乡间小路”',
    )
    expect(copied(reply)).toContain(text.slice(0, -1))
  })

  it.each<[string, [number, number]]>([
    [SCHOOLS, [0, 0]],
    [BRIDGES, [1, 1]],
    [`${BRIDGES}天气很好`, [1, 2]],
    ['大桥两座方便两岸往来', [1, 1]],
  ])('draw the sentences of %s', async (quote, sentences) => {
    const texts = [`${SCHOOLS}${BRIDGES}天气很好。大家都满意。`]
    const searcher = await openSmallCorpus([
      report('r0-2023', { place: '甲县', level: '县' }, ['## 一、2022年工作回顾', ...texts]),
    ])
    const pictures = { isAvailable: () => true } as unknown as Pictures
    const reply = await new TestChat(searcher, { pictures }).say(`/verify “${quote}”`)
    expect(decodeAction(findButton(reply, '卡片').callback_data ?? '')).toMatchObject({
      kind: 'card',
      sentences,
    })
  })

  it('are one where nothing is like it', async () => {
    const reply = await (await chatOver([SCHOOLS])).say('/verify “量子计算机产业集群突破千亿元大关”')
    expect(labels(reply).at(-1)).toBe('相关段落')
    expect(reply.text).toContain('没有找到这段引文')
  })
})
