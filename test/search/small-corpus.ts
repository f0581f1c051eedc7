/** A corpus of two short reports, and a searcher over it, for tests that say what of a question each part of the search sees. */
import { parseReport } from '../../src/corpus/parse-report.ts'
import type { Report } from '../../src/corpus/report.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { createSearcher, type Searcher, type SearchResult } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'

export function report(
  id: string,
  fields: Readonly<Record<string, string | number>>,
  body: readonly string[],
): Report {
  const front = { title: '政府工作报告', year: 2023, reviews: 2022, plans: 2023, ...fields }
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const parsed = parseReport(id, ['---', ...lines, '---', '', body.join('\n\n')].join('\n'))
  if (parsed.report === undefined) throw new Error(JSON.stringify(parsed.faults))
  return parsed.report
}

const REPORTS = [
  report(
    'yunling-2023',
    {
      place: '云岭县',
      level: '县',
      meeting: '云岭县第十八届人民代表大会第三次会议',
      date: '2023-01-10',
      speaker: '张三',
      post: '县长',
    },
    [
      '各位代表：',
      '现在，我代表县人民政府向大会报告工作，请予审议。',
      '## 一、2022年工作回顾',
      '全年接待游客120万人次，实现旅游收入3.5亿元，增长12%。',
      '完成G219线云岭段改造，打通断头路5条，新装路灯800盏。',
      '一般公共预算收入达到6.2亿元，增长8%。',
      '## 二、2023年工作安排',
      '力争接待游客150万人次，旅游收入突破4亿元。',
      '计划打通断头路3条，让群众出行更便捷。',
      '## 名词解释',
      '“三高”项目：高污染、高耗能、高排放的项目。',
    ],
  ),
  report(
    'haibin-2023',
    {
      place: '海滨市',
      level: '市',
      meeting: '海滨市第十七届人民代表大会第二次会议',
      post: '市长',
      speaker: '李四',
    },
    [
      '现在，我代表市人民政府作工作报告。',
      '## 2022年工作回顾',
      '接待游客2000万人次，旅游总收入260亿元。',
      '港口货物吞吐量突破3亿吨。',
      '云岭机场扩建工程开工。',
      '坚决淘汰“三高”项目。',
      '坚决淘汰“三高”项目。。',
      '一般公共预算收入320亿元。',
    ],
  ),
]

/** The reports of a province, of a municipality and of a city. */
export function reportsOfRanks(): Report[] {
  return ['安徽省', '上海市', '芜湖市'].map((place, index) =>
    report(
      ['anhui-2023', 'shanghai-2023', 'wuhu-2023'][index] ?? '',
      { place, level: place.slice(-1), meeting: `${place}第十四届人民代表大会第一次会议`, post: '市长' },
      ['## 2022年工作回顾', '全年旅游收入增长12%。'],
    ),
  )
}

/** A searcher over the two reports, or over others. */
export async function openSmallCorpus(reports: readonly Report[] = REPORTS): Promise<Searcher> {
  return createSearcher(createMiniSearchBackend(reports), await readVocabulary())
}

export function textsOf({ hits }: SearchResult): string[] {
  return hits.map(({ passage }) => passage.text)
}
