import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { foldPhrase } from '../../src/text/normalizer.ts'
import { openFiveReports } from '../five-reports.ts'
import { labels, spans, TestChat } from './test-chat.ts'

/** What the first page of a reply may take. */
const MAX_FIRST_UTF16 = 900

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const chatWith = (): TestChat => new TestChat(searcher)

async function countsOf(phrase: string): Promise<Map<string, number>> {
  const { reports } = await searcher.catalog()
  const counts = new Map<string, number>()
  for (const { id, place } of reports) {
    const report = await searcher.report(id)
    const texts = [
      ...(report?.passages.map(({ text }) => text) ?? []),
      ...(report?.sections.slice(1).map(({ heading }) => heading) ?? []),
    ]
    counts.set(
      place,
      texts.reduce((sum, text) => sum + foldPhrase(text).split(phrase).length - 1, 0),
    )
  }
  return counts
}

describe('a question for mentions', () => {
  it('begins with all who say it, by year, and then those who do not', async () => {
    const counts = await countsOf('夜间经济')
    const said = [...counts.values()].filter((count) => count > 0).length
    const reply = await chatWith().say('哪些地方提到了夜间经济')
    expect(reply.text).toContain(`“夜间经济”：5 份报告中 ${said} 份提到`)
    const [mentioned = '', silent = ''] = spans(reply, 'blockquote')
    for (const [place, count] of counts) {
      const name = place.replace(/(?:维吾尔自治区|市|县)$/u, '')
      expect(count > 0 ? mentioned : silent).toContain(name)
    }
    expect(reply.text.length).toBeLessThanOrEqual(MAX_FIRST_UTF16)
  })

  it('leads from a name to the passage', async () => {
    const reply = await chatWith().say('哪些地方提到了旅游')
    const links = reply.entities.flatMap(
      ({ url }) => /\?start=([a-z0-9-]+_[\w-]+)$/.exec(url ?? '')?.[1] ?? [],
    )
    expect(links.length).toBeGreaterThan(0)
    for (const id of links) expect(await searcher.passage(id)).not.toBeNull()
  })

  it.each([
    ['新源县有没有提到芯片', '新源县 2023 的报告没有提到“芯片”'],
    ['昭苏县提没提到人工智能', '昭苏县 2025 的报告没有提到“人工智能”'],
    ['伊宁市报告里有新质生产力吗', '伊宁市 2023 的报告没有提到“新质生产力”'],
    ['新源县的报告说没说过乡村振兴', /新源县 2023 的报告提到“乡村振兴” \d 次/],
  ])('names the one report that is asked: %s', async (question, told) => {
    const { text } = await chatWith().say(question)
    expect(text).toMatch(told)
    expect(text).not.toContain('1 份报告而言')
  })

  it('says when there is none, and shows nothing that comes near', async () => {
    const reply = await chatWith().say('哪些报告提到了量子雷达')
    expect(reply.text).toContain('没有一份报告提到“量子雷达”')
    expect(reply.text).toContain('5 份报告')
    expect(labels(reply)).not.toContain('相关段落')
  })

  it('says which other words there are', async () => {
    const reply = await chatWith().say('哪些报告提到了外卖小哥')
    expect(reply.text).toContain('没有一份报告提到“外卖小哥”')
    expect(reply.text).toMatch(/包括“/)
  })

  it('says of which reports the first mention is the first', async () => {
    const reply = await chatWith().say('乡村振兴最早什么时候提出')
    expect(reply.text).toMatch(/只就这里的 5 份报告而言：5 个地区，2023–2025 年/)
    expect(reply.text).toMatch(/最早见于：\S+ 2023/)
  })

  it('is narrowed by a kind of place', async () => {
    const reply = await chatWith().say('哪些县提到了乡村振兴')
    expect(reply.text).toContain('3 份报告（县）')
    expect(reply.text).not.toContain('新疆')
  })

  it('has its passages and its years behind buttons', async () => {
    const chat = chatWith()
    const reply = await chat.say('哪些地方提到了乡村振兴')
    expect((await chat.press(reply, '相关段落')).text).toMatch(/乡村振兴[\s\S]*第\d+段/)
    expect((await chat.press(await chat.say('哪些地方提到了乡村振兴'), '历年走势')).text).toContain('每万字')
  })
})

describe('/trend', () => {
  it('tells each year, and says where a year is thin', async () => {
    const reply = await chatWith().say('/trend 乡村振兴')
    expect(reply.text).toMatch(/2023：\d+ 次 · 3 份中 \d 份 · 每万字 \d+\.\d\d/)
    expect(reply.text).toMatch(/2025＊/)
    expect(reply.text).toContain('不足 3 份')
    expect(reply.text.length).toBeLessThanOrEqual(MAX_FIRST_UTF16)
  })

  it('sets several side by side', async () => {
    expect((await chatWith().say('/trend 乡村振兴 vs 旅游')).text).toContain('每万字次数：乡村振兴 | 旅游')
  })

  it('asks for words', async () => {
    expect((await chatWith().say('/trend')).text).toContain('/trend')
  })
})

describe('/kwic', () => {
  it('shows the words as printed, in bold in the midst of theirs', async () => {
    const chat = chatWith()
    const reply = await chat.say('/kwic 乡村振兴')
    expect(spans(reply, 'bold').filter((words) => words === '乡村振兴').length).toBeGreaterThan(3)
    expect(reply.text.length).toBeLessThanOrEqual(MAX_FIRST_UTF16)
    expect((await chat.press(reply, '按后文')).text).toContain('按后文')
  })

  it('says when there is none', async () => {
    expect((await chatWith().say('/kwic 量子雷达')).text).toContain('没有一份报告提到“量子雷达”')
  })
})

describe('/changes', () => {
  it('sets two places side by side and turns its pages', async () => {
    const chat = chatWith()
    const reply = await chat.say('/changes 新源县 伊宁市')
    expect(reply.text).toContain('新源县 2023 → 伊宁市 2023 提法变化')
    expect(reply.text.length).toBeLessThanOrEqual(MAX_FIRST_UTF16)
    const dropped = await chat.press(reply, /^不再提/)
    expect(dropped.text).toContain('不再提（')
    expect((await chat.press(dropped, '返回概览')).text).toBe(reply.text)
  })

  it.each([
    ['/changes 昭苏县', '只有这一份报告'],
    ['/changes 昭苏县 2019', '没有这一年'],
    ['/changes 月球基地', '没有认出地区'],
    ['/changes', '/changes 伊宁市'],
  ])('%s', async (words, answered) => {
    expect((await chatWith().say(words)).text).toContain(answered)
  })
})

describe('marks alone', () => {
  it.each([
    ['/trend', '。'],
    ['/kwic', '。'],
    ['/kwic', '“”'],
    ['/changes', '？'],
  ])('behind %s ask for nothing: %s', async (command, marks) => {
    const reply = await chatWith().say(`${command} ${marks}`)
    expect(reply.text).toContain(`${command} `)
    expect(reply.text).not.toContain('没有一份报告提到')
  })
})
