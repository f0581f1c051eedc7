/** What `yinju search` says to people of how much was found, and of how a quote stands to the reports. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runYinju } from './run-yinju.ts'

const LONG = '持续改善学校医院公园和道路的面貌，'
const file = (place: string, ...paragraphs: string[]): string =>
  `---\ntitle: 政府工作报告\nplace: ${place}\nyear: 2024\n---\n\n# 政府工作报告\n\n## 一、2023年工作回顾\n\n${paragraphs.join('\n\n')}\n`

let corpus = ''
beforeAll(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'yinju-search-text-'))
  await writeFile(
    join(corpus, 'yunling-2024.md'),
    file(
      '云岭县',
      '全年接待游客100万人次，旅游收入3.5亿元，新建旅游公厕6座。',
      '坚持统筹兼顾，推动各项事业全面进步。',
      '大力发展乡村旅游，积极培育冰雪产业，努力让群众的日子越过越红火。',
    ),
  )
  await writeFile(
    join(corpus, 'haibin-2024.md'),
    file(
      '海滨市',
      '港口货物吞吐量稳步提高，不搞低水平重复建设，全力推进海水淡化工程。',
      `扎实推进十件民生实事，${LONG.repeat(6)}让市民的获得感更足。`,
    ),
  )
})
afterAll(() => rm(corpus, { recursive: true }))

/** Of each question the lines before the first passage. */
async function lead(...questions: string[]): Promise<string[][]> {
  const input = questions.map((question) => `${question}\n`).join('')
  const { status, err, out } = await runYinju(['search'], { input, env: { CORPUS_DIR: corpus } })
  expect([status, err]).toEqual([0, ''])
  return out
    .trimEnd()
    .split('\n\n')
    .map((answer) => answer.replace(/\n1\. .*$/su, '').split('\n'))
}

it('tells how much was found', async () => {
  const found = {
    海水工程: '1 passage',
    冰雪产业: '1 passage',
    旅游: '2 passages',
    '“新建旅游公厕6座，大力发展乡村旅游”': '2 passages, only near the question',
    量子计算机: 'nothing found',
  }
  const told = await lead(...Object.keys(found))
  expect(told.map(([first]) => first)).toEqual(
    Object.entries(found).map(([question, much]) => `${question.replace(/^“|”$/gu, '')}: ${much}`),
  )
})

it('tells how a quote stands to the reports', async () => {
  const differs = (count: string): string => `quote: ${count}; as printed {+so+}, as asked [-so-]`
  const quotes: readonly (readonly [string, readonly string[]])[] = [
    ['大力发展乡村旅游，积极培育冰雪产业', ['quote: stands in the report word for word']],
    ['大力發展鄉村旅遊，積極培育冰雪產業', ['quote: stands in the report word for word (but for script)']],
    [
      '大力發展鄉村旅遊,积极培育冰雪產業',
      ['quote: stands in the report word for word (but for width, script)'],
    ],
    [
      '大力发展乡村旅游、积极培育冰雪产业',
      [differs('1 difference'), '   大力发展乡村旅游{+，+}[-、-]积极培育冰雪产业'],
    ],
    [
      '“大力发展乡村旅游……努力让群众的日子越过越红火”',
      [
        'quote: each part stands in the report, but words are left out between them',
        '   left out: 10 characters: ，积极培育冰雪产业，',
      ],
    ],
    [
      '“港口货物吞吐量稳步提高……搞低水平重复建设”',
      [
        'quote: each part stands in the report, but words are left out between them',
        '   left out: 2 characters with 不: ，不',
      ],
    ],
    [
      '“扎实推进十件民生实事……让市民的获得感更足”',
      [
        'quote: each part stands in the report, but words are left out between them',
        '   left out: 103 characters',
      ],
    ],
    [
      '港口货物吞吐量稳步提高，全力推进海水淡化工程，不搞低水平重复建设',
      [
        'quote: each clause stands in the report, but they do not stand together',
        '   haibin-2024 ¶1: 港口货物吞吐量稳步提高',
        '   left out: 11 characters with 不: ，不搞低水平重复建设，',
        '   haibin-2024 ¶1: 全力推进海水淡化工程',
        '   haibin-2024 ¶1: 不搞低水平重复建设',
      ],
    ],
    [
      '港口货物吞吐量稳步提高，坚持统筹兼顾，推动各项事业全面进步',
      [
        'quote: each clause stands in the report, but they do not stand together',
        '   haibin-2024 ¶1: 港口货物吞吐量稳步提高',
        '   yunling-2024 ¶2: 坚持统筹兼顾，推动各项事业全面进步',
      ],
    ],
    [
      '海滨市提出“大力发展乡村旅游，积极培育冰雪产业”',
      [
        'quote: of the question only this was checked: 大力发展乡村旅游，积极培育冰雪产业',
        'quote: stands in the report word for word',
        'quote: from the report of 云岭县, not of 海滨市',
      ],
    ],
    ['“养蜂致富奔小康人人都有份”', ['quote: not found in these words']],
    [
      '全年接待游客200万人次，旅游收入4.5亿元',
      [
        '全年接待游客200万人次，旅游收入4.5亿元: does not agree with the report (words: differs)',
        '   figure: said 200, the report has 100',
        '   figure: said 4.5, the report has 3.5',
        '   云岭县2024年政府工作报告 › 一、2023年工作回顾 › 第1段',
        differs('2 differences'),
        '   全年接待游客{+100+}[-200-]万人次，旅游收入{+3.5+}[-4.5-]亿元',
      ],
    ],
  ]
  const told = await lead(...quotes.map(([quote]) => quote))
  for (const [at, [quote, lines]] of quotes.entries())
    expect([quote, told[at]?.slice(1)]).toEqual([quote, lines])
})
