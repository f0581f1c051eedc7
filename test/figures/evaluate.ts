/**
 * Measures the figures read from reports against figures read by hand: `npm run eval:figures`.
 *
 * A file of figures: a JSON object a line with report, canonical, core, kind, year, value, unit, change, bound, subject, sentence; of the
 * core indicators every statement of the report, of others a sample. A trap names a sentence and an indicator that it does not state.
 */
import { readFileSync } from 'node:fs'
import type { Report } from '../../src/corpus/report.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { readFigures } from '../../src/figures/read-figures.ts'
import { foldPhrase } from '../../src/text/normalizer.ts'
import { readCorpus } from '../read-corpus.ts'
import { readOptions } from '../script-options.ts'

interface Gold {
  readonly id: string
  readonly report: string
  readonly indicator: string
  readonly canonical: string
  readonly core: boolean
  readonly kind: string
  readonly year: number
  readonly value: string | null
  readonly unit: string | null
  readonly change: string | null
  readonly bound: string
  readonly subject: string | null
  readonly scope: string | null
  readonly sentence: string
}

interface Trap {
  readonly id: string
  readonly report: string
  readonly sentence: string
  readonly must_not_be: string
}

/** A paragraph that the reader read in full; without any, whole reports were read. */
interface Covered {
  readonly report: string
  readonly paragraph_starts_with: string
}

interface Scores {
  readonly core: { readonly found: number; readonly all: number }
  readonly others: { readonly found: number; readonly all: number }
  readonly precise: { readonly right: number; readonly all: number }
  /** Of the core statements that were found. */
  readonly kind: number
  readonly year: number
  readonly bound: number
  readonly unit: number
  readonly subject: number
  readonly trapped: readonly string[]
  /** What went wrong, a line each. */
  readonly misses: readonly string[]
}

const CORE: ReadonlySet<string> = new Set(
  '地区生产总值 一般公共预算收入 财政收入 固定资产投资 社会消费品零售总额 规模以上工业增加值 外贸进出口总额 城镇居民人均可支配收入 农村居民人均可支配收入 居民人均可支配收入 城镇新增就业 城镇调查失业率 城镇登记失业率 居民消费价格 粮食产量 粮食播种面积 接待游客 旅游收入 招商引资到位资金 常住人口城镇化率 森林覆盖率 单位GDP能耗 研发投入强度 新增减税降费 城市低保标准 农村低保标准'.split(
    ' ',
  ),
)

/** Other names that readers gave to the same indicator. */
const ALIASES: Readonly<Record<string, string>> = {
  国内生产总值: '地区生产总值',
  减税降费: '新增减税降费',
  单位地区生产总值能耗: '单位GDP能耗',
  城镇化率: '常住人口城镇化率',
  全体居民人均可支配收入: '居民人均可支配收入',
}

export function evaluate(
  reports: readonly Report[],
  golds: readonly Gold[],
  { traps = [], covered = [] }: { traps?: readonly Trap[]; covered?: readonly Covered[] } = {},
): Scores {
  const misses: string[] = []
  const score = {
    core: 0,
    coreAll: 0,
    others: 0,
    othersAll: 0,
    right: 0,
    all: 0,
    kind: 0,
    year: 0,
    bound: 0,
    unit: 0,
    subject: 0,
  }
  const trapped: string[] = []
  for (const report of reports) {
    const texts = new Map(report.passages.map((passage) => [passage.id, plain(passage.text)]))
    const figures = readFigures(report)
    const used = new Set<Figure>()
    for (const gold of golds.filter((one) => one.report === report.id)) {
      const sentence = plain(gold.sentence)
      const canonical = ALIASES[gold.canonical] ?? gold.canonical
      const here = figures.filter(
        (figure) => (texts.get(figure.passage) ?? '').includes(sentence) && saysSame(figure, gold),
      )
      const fitting = here.filter((figure) => !gold.core || figure.indicator === canonical)
      const near = fitting.filter(
        (figure) => sentence.includes(plain(figure.quote)) || plain(figure.quote).includes(sentence),
      )
      const found = pick(near.length > 0 ? near : fitting, gold, used)
      if (gold.core) score.coreAll++
      else score.othersAll++
      if (found === undefined) {
        const instead = figures
          .filter((figure) => (texts.get(figure.passage) ?? '').includes(sentence))
          .filter(
            (figure) =>
              (gold.value !== null && figure.value === gold.value) ||
              (gold.change !== null && figure.change === gold.change),
          )
        misses.push(
          `${gold.core ? 'MISS ' : 'other'} ${told(gold)} « ${gold.sentence}${instead.map((figure) => `\n        read: ${toldFigure(figure)}`).join('')}`,
        )
        continue
      }
      if (!gold.core) {
        score.others++
        continue
      }
      used.add(found)
      score.core++
      const wrong: string[] = []
      const compare = (what: 'kind' | 'year' | 'bound' | 'unit' | 'subject', isSame: boolean): void => {
        if (isSame) score[what]++
        else wrong.push(`${what} ${found[what]}`)
      }
      compare('kind', found.kind === gold.kind)
      compare('year', found.year === gold.year)
      compare('bound', found.bound === gold.bound)
      compare('unit', plain(found.unit ?? '') === plain(gold.unit ?? ''))
      compare('subject', (found.subject === null) === (gold.subject === null))
      if (wrong.length > 0) misses.push(`WRONG ${wrong.join(', ')}: ${told(gold)} « ${gold.sentence}`)
    }
    for (const figure of figures) {
      if (!CORE.has(figure.indicator) || !golds.some((gold) => gold.report === report.id)) continue
      if (!isCovered(report.id, texts.get(figure.passage) ?? '', covered)) continue
      score.all++
      if (used.has(figure)) score.right++
      else misses.push(`EXTRA ${report.id} ${toldFigure(figure)}`)
    }
    for (const trap of traps.filter((one) => one.report === report.id)) {
      const sentence = plain(trap.sentence)
      const isIn = (figure: Figure): boolean =>
        sentence.includes(plain(figure.quote)) || plain(figure.quote).includes(sentence)
      const sprung = figures.find(
        (figure) => figure.indicator === (ALIASES[trap.must_not_be] ?? trap.must_not_be) && isIn(figure),
      )
      if (sprung !== undefined) trapped.push(`${trap.id} ${trap.must_not_be}: ${sprung.quote}`)
    }
  }
  return {
    core: { found: score.core, all: score.coreAll },
    others: { found: score.others, all: score.othersAll },
    precise: { right: score.right, all: score.all },
    kind: score.kind,
    year: score.year,
    bound: score.bound,
    unit: score.unit,
    subject: score.subject,
    trapped,
    misses,
  }
}

function isCovered(report: string, text: string, covered: readonly Covered[]): boolean {
  return (
    covered.length === 0 ||
    covered.some((one) => one.report === report && text.startsWith(plain(one.paragraph_starts_with)))
  )
}

/** The one that agrees best; one that is not yet taken first. */
function pick(figures: readonly Figure[], gold: Gold, used: ReadonlySet<Figure>): Figure | undefined {
  const merit = (figure: Figure): number =>
    (used.has(figure) ? 0 : 8) +
    (figure.year === gold.year ? 4 : 0) +
    (figure.kind === gold.kind ? 2 : 0) +
    ((figure.subject === null) === (gold.subject === null) ? 1 : 0)
  const best = [...figures].sort((a, b) => merit(b) - merit(a))[0]
  return gold.core && best !== undefined && used.has(best) ? undefined : best
}

function saysSame(figure: Figure, gold: Gold): boolean {
  return number(figure.value) === number(gold.value) && number(figure.change) === number(gold.change)
}

/** Dashes of ranges and signs of percent in their middle do not matter. */
function number(printed: string | null): string | null {
  if (printed === null) return null
  return plain(printed)
    .replace(/%?(?:[—–~～]|(?<=\d)-)/g, '—')
    .replace(/^([+-])?百分之(.*)$/, '$1$2%')
}

function plain(text: string): string {
  return foldPhrase(text)
}

function told(gold: Gold): string {
  return `${gold.report} ${gold.canonical} ${gold.kind} ${gold.year} ${gold.value ?? ''}${gold.unit ?? ''} ${gold.change ?? ''} ${gold.bound} ${gold.subject ?? ''}/${gold.scope ?? ''}`
}

function toldFigure(figure: Figure): string {
  return `${figure.indicator} ${figure.kind} ${figure.year} ${figure.value ?? ''}${figure.unit ?? ''} ${figure.change ?? ''} ${figure.bound} ${figure.subject ?? ''}/${figure.scope ?? ''} « ${figure.quote}`
}

export function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}

const USAGE = `usage: npm run eval:figures -- [--figures FILE] [--traps FILE] [--covered FILE] [--corpus DIR] [--misses]

  --figures FILE  what the reports state, read by hand (default test/figures/corpus-figures.jsonl)
  --traps FILE    sentences, each with an indicator that it does not state
  --covered FILE  sentences of which all figures of an indicator are read
  --corpus DIR    folder of report files (default corpus)
  --misses        lists what was missed, and what was read wrongly
`

async function main(): Promise<void> {
  const { values } = readOptions(USAGE, {
    figures: { type: 'string', default: 'test/figures/corpus-figures.jsonl' },
    traps: { type: 'string' },
    covered: { type: 'string' },
    corpus: { type: 'string', default: 'corpus' },
    misses: { type: 'boolean', default: false },
  })
  const { reports } = await readCorpus(values.corpus)
  const golds = readLines<Gold>(values.figures)
  const scores = evaluate(reports, golds, {
    traps: values.traps === undefined ? [] : readLines<Trap>(values.traps),
    covered: values.covered === undefined ? [] : readLines<Covered>(values.covered),
  })
  if (values.misses) console.log(scores.misses.join('\n'))
  const share = (part: number, all: number): string =>
    `${part}/${all} ${((100 * part) / Math.max(all, 1)).toFixed(1)} %`
  console.log(`core recall     ${share(scores.core.found, scores.core.all)}`)
  console.log(`core precision  ${share(scores.precise.right, scores.precise.all)}`)
  console.log(`others recall   ${share(scores.others.found, scores.others.all)}`)
  for (const what of ['kind', 'year', 'bound', 'unit', 'subject'] as const) {
    console.log(`${what.padEnd(16)}${share(scores[what], scores.core.found)}`)
  }
  console.log(
    `traps sprung    ${scores.trapped.length}${scores.trapped.map((trap) => `\n  ${trap}`).join('')}`,
  )
}

if (process.argv[1]?.endsWith('evaluate.ts') === true) await main()
