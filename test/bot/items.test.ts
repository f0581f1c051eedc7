/** What 第二件, 下一件 and 还有呢 mean behind words that number what they say. */
import { beforeAll, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { BOT, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus([
    report('a-2023', { place: '甲县', level: '县' }, [
      '## 一、2023年工作安排',
      '办好以下三件民生实事：',
      '一是新建一所学校。',
      '二是改造两条道路。',
      '三是打通三处断点。',
      '民生实事办得好。一是建学校。二是修马路。群众满意。',
      '湿地保护要抓实抓细；湖泊治理要跟上；河道清淤要及时。水质要变好。空气要变好。',
      '夜市开张。街巷热闹。',
    ]),
  ])
})

const NO_MORE = '已经没有更多段落了。'

it.each([
  // Each in a passage of its own.
  [['三件民生实事', '第一件'], /^📄 .*\n一是新建一所学校。/u],
  [['三件民生实事', '第三件'], /^📄 .*\n三是打通三处断点。/u],
  [['三件民生实事', '第三条'], /^📄 .*\n三是打通三处断点。/u],
  [['三件民生实事', '第2条'], /^📄 .*\n二是改造两条道路。/u],
  [['三件民生实事', '第四条'], NO_MORE],
  [['三件民生实事', '第四件'], '没有找到'],
  [['三件民生实事', '还有呢'], NO_MORE],
  // All in the passage shown.
  [['民生实事办得好', '第二件'], '\n…二是修马路。…\n'],
  [['民生实事办得好', '第二件', '上一件'], '\n…一是建学校。…\n'],
  [['民生实事办得好', '还有呢'], '\n…群众满意。\n'],
  // Three things one after the other are a list; one sentence is none, and the next one no rest of it.
  [['湿地保护', '还有呢'], '\n…水质要变好。空气要变好。\n'],
  [['湿地保护', '还有呢', '还有呢'], NO_MORE],
  [['夜市开张', '还有呢'], NO_MORE],
] as const)('%j is answered by %s', async (texts, words) => {
  const chat = new TestChat(searcher)
  let shown = await chat.say(texts[0])
  for (const text of texts.slice(1))
    shown = await chat.say(text, { reply_to_message: { ...shown, from: BOT } })
  if (typeof words === 'string') expect(shown.text).toContain(words)
  else expect(shown.text).toMatch(words)
})
