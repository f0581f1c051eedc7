/** Turns the benchmark's figures into tables in Markdown. */
import type { Quality } from './quality.ts'
import { KINDS } from './questions.ts'
import { type EngineFigures, OPERATIONS, type OwnFigures, type Results } from './results.ts'
import type { Timing } from './sampling.ts'
import { checkTargets, findLimits, fitGrowth, fittedSizes, GROWING, type Growing } from './targets.ts'

/** All that a run measured, for the terminal. */
export function describeResults(results: Results): string {
  const { onReports, onSynthetic, skipped, machine, node, seconds } = results
  const parts = [
    `${machine}, Node ${node}; the run took ${(seconds / 60).toFixed(1)} minutes.`,
    ...(onReports.length === 0
      ? []
      : ['On the report files:', engineTable(onReports, { judges: onReports, isWide: true })]),
    ...(onSynthetic.length === 0
      ? []
      : [
          `On ${count(onSynthetic[0]?.passages ?? 0)} synthetic passages:`,
          engineTable(onSynthetic, { judges: onReports, isWide: true }),
        ]),
    ...describeOwn(results),
    ...(skipped.length === 0
      ? []
      : [['Left out:', ...skipped.map(({ what, why }) => `- ${what}: ${why}`)].join('\n')]),
  ]
  return `${parts.join('\n\n')}\n`
}

/** What stands in docs/benchmarks.md between the marks: peers, operations, growth, targets. */
export function describeForReadme(results: Results): string {
  const { onReports, onSynthetic, machine, node } = results
  const [asked] = onSynthetic
  const judged = onReports[0]?.judged
  const parts: string[] = []
  if (asked !== undefined) {
    parts.push(
      `**Beside its peers** (\`npm run bench\`, then \`npm run bench:table\`; ${machine}, Node ${node}), ${count(asked.passages)} synthetic passages.
Every engine gets the same passages, each with place, year, title and headings before its text, and the same questions; times are of at least
${fewestRuns(onSynthetic)} runs after a warm-up. Success at 1 and MRR@10 are of the evaluation's ${judged?.questions ?? 0} public and own questions on the report files,
the last MRR@10 of the ${asked.quality.questions} questions that were timed. Memory is what the built engine holds in heap and buffers, or outside of them; \\*
marks the engines whose memory has the texts in it, too (${mb(asked.memory.textsMb)} by themselves). OpenSearch is asked over HTTP and had 1 GB of heap.`,
      engineTable(onSynthetic, { judges: onReports, isWide: false }),
    )
  }
  return [...parts, ...describeOwn(results)].join('\n\n')
}

function fewestRuns(engines: readonly EngineFigures[]): number {
  return Math.min(...engines.flatMap(({ search }) => KINDS.map((kind) => search[kind].n)))
}

/** Yinju alone: operations, imports, growth, targets. */
function describeOwn(results: Results): string[] {
  const { own, figures, imports, arrivals } = results
  const parts: string[] = []
  if (own.length > 0)
    parts.push('**Each step**, milliseconds p50 / p99 after a warm-up:', operationTable(own), growthText(own))
  if (figures.length > 0)
    parts.push(
      `**Figures** read from report files, processor time for 15,000 characters, and what they need in an open index: ${figures
        .map(
          (one) =>
            `${count(one.figures)} figures of ${count(one.passages)} passages ${time(one.cpuMs)} (the first report of a process ${time(one.firstCpuMs)}), ${one.mbPerThousand.toFixed(2)} MB for 1,000 passages`,
        )
        .join('; ')}.`,
    )
  if (imports.length > 0)
    parts.push(
      `**Import** from bytes to report file, p50: ${imports
        .map(({ what, kilobytes, ms }) => `${what} (${kilobytes.toFixed(0)} KB) ${time(ms.p50)}`)
        .join(', ')}.`,
    )
  if (arrivals.length > 0)
    parts.push(
      '**One more report while the bot serves**, from its import to the first right answer about it, and how the bot answers meanwhile:',
      table(
        ['passages', 'until the answer', 'at most', 'whole answers meanwhile', 'event loop held at most'],
        arrivals.map(({ passages, ms, mostMs, answer, heldMs }) => [
          count(passages),
          time(ms),
          time(mostMs),
          range(answer),
          time(heldMs),
        ]),
      ),
    )
  const targets = checkTargets(results)
  if (targets.length > 0)
    parts.push(
      '**Targets**, as ratios within this run:',
      table(
        ['', 'is', 'should be', ''],
        targets.map(({ what, is, should, isMet }) => [what, is, should, isMet ? 'met' : 'missed']),
      ),
    )
  return parts
}

interface EngineTableOptions {
  /** The same engines where they were asked the evaluation's questions. */
  readonly judges: readonly EngineFigures[]
  /** Every kind of question, and the memory as the system sees it. */
  readonly isWide: boolean
}

function engineTable(engines: readonly EngineFigures[], { judges, isWide }: EngineTableOptions): string {
  const most = Math.max(...engines.map(({ quality }) => quality.questions))
  const columns: readonly (readonly [title: string, cell: (one: EngineFigures) => string, isWide?: true])[] =
    [
      ['engine', ({ engine }) => engine],
      ['success@1', (one) => judgedBy(judges, one, ({ successAt1 }) => percent(successAt1))],
      ['MRR@10', (one) => judgedBy(judges, one, ({ mrr }) => mrr.toFixed(3))],
      // Who was too slow to be asked all questions is judged by those that were asked.
      [
        'MRR@10, timed',
        ({ quality: { mrr, questions } }) => `${mrr.toFixed(3)}${questions < most ? ` of ${questions}` : ''}`,
      ],
      ['keywords p50 / p99', ({ search }) => range(search.keyword), true],
      ['question p50 / p99', ({ search }) => range(search.question)],
      ['phrase', ({ search }) => range(search.phrase)],
      ['pasted quote', ({ search }) => range(search.quote)],
      ['one character', ({ search }) => range(search.character), true],
      ['build', buildCell],
      ['memory', ({ memory }) => `${mb(memory.heapMb)}${memory.hasTexts ? ' \\*' : ''}`],
      ['resident', ({ memory }) => mb(memory.residentMb), true],
    ]
  const shown = columns.filter(([, , needsWidth]) => isWide || needsWidth === undefined)
  return table(
    shown.map(([title]) => title),
    engines.map((one) => shown.map(([, cell]) => cell(one))),
  )
}

function judgedBy(
  judges: readonly EngineFigures[],
  { engine }: EngineFigures,
  cell: (quality: Quality) => string,
): string {
  const judged = judges.find((one) => one.engine === engine)?.judged
  return judged == null ? '–' : cell(judged)
}

function buildCell({ buildMs, loadMs }: EngineFigures): string {
  return loadMs === null ? time(buildMs) : `${time(buildMs)}, loaded in ${time(loadMs)}`
}

function operationTable(own: readonly OwnFigures[]): string {
  // Growth has a table of its own; one synthetic corpus, the one beside the peers or the nearest, shows the steps.
  const shown = own.filter(({ isSynthetic, passages }) => !isSynthetic || passages === shownSize(own))
  const rows = [
    ...KINDS.map((kind) => [`search: ${kind}`, ...shown.map(({ search }) => range(search[kind]))]),
    ...OPERATIONS.map((operation) => [
      operation,
      ...shown.map(({ operations }) => (operations === null ? '–' : range(operations[operation]))),
    ]),
    [
      'success@1, evaluation',
      ...shown.map(({ judged }) => (judged === null ? '–' : percent(judged.successAt1))),
    ],
  ]
  return table(['', ...shown.map(({ corpus, passages }) => `${corpus}, ${count(passages)}`)], rows)
}

/** Of the synthetic corpora the one nearest to 50,000 passages. */
function shownSize(own: readonly OwnFigures[]): number {
  const sizes = own.filter(({ isSynthetic }) => isSynthetic).map(({ passages }) => passages)
  return sizes.reduce(
    (best, size) => (Math.abs(size - 50_000) < Math.abs(best - 50_000) ? size : best),
    sizes[0] ?? 0,
  )
}

function growthText(own: readonly OwnFigures[]): string {
  const synthetic = own.filter(({ isSynthetic }) => isSynthetic)
  if (synthetic.length === 0) return ''
  const exponents = (Object.keys(GROWING) as Growing[]).flatMap((what) => {
    const growth = fitGrowth(own, what)
    return growth === null ? [] : [`${what} ${growth.exponent.toFixed(2)}`]
  })
  const limits = findLimits(own).map(
    ({ why, passages, isExtrapolated }) =>
      `${rounded(passages)} passages${isExtrapolated ? ' (extrapolated)' : ''}: ${why}`,
  )
  const parts = [
    '**Growth** on synthetic passages (chart: [growth.svg](../test/bench/growth.svg)); one report more is also a share of the whole build, in processor time:',
    growthTable(synthetic),
  ]
  if (exponents.length > 0)
    parts.push(
      `Exponents, by least squares on the logarithms of sizes from ${count(fittedSizes(own)[0] ?? 0)} passages on: ${exponents.join(', ')}.
[OpenSearch](../deploy/SCALING.md) is the better choice from the first of these on: ${limits.join('; ')}.`,
    )
  return parts.join('\n\n')
}

function growthTable(synthetic: readonly OwnFigures[]): string {
  return table(
    [
      'passages',
      'build',
      'one report more',
      'at most in memory',
      'file',
      'start from it',
      'memory, resident',
      'memory after questions',
      'question',
      'whole answer',
      'whole reply',
    ],
    synthetic.map((one) => [
      count(one.passages),
      time(one.buildMs),
      `${time(one.oneMore.ms)}, ${percent(one.oneMore.cpuMs / one.buildCpuMs)}`,
      mb(one.buildPeakMb),
      mb(one.fileMb),
      time(one.loadMs ?? Number.NaN),
      `${mb(one.memory.heapMb)}, ${mb(one.memory.residentMb)}`,
      mb(one.servedMb),
      range(one.search.question),
      one.operations === null ? '–' : range(one.operations['whole answer']),
      one.operations === null ? '–' : range(one.operations['whole reply']),
    ]),
  )
}

/** Columns are padded, so that the table reads in the file, too; figures stand to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, 3, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n')
}

/** Two figures in the unit of the larger one. */
function range({ p50, p99 }: Timing): string {
  return p99 >= 10_000
    ? `${digits(p50 / 1_000)} / ${digits(p99 / 1_000)} s`
    : `${digits(p50)} / ${digits(p99)} ms`
}

function time(ms: number): string {
  return ms >= 1_000 ? `${digits(ms / 1_000)} s` : `${digits(ms)} ms`
}

function digits(value: number): string {
  if (value >= 100) return count(Math.round(value))
  return value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(2)
}

function mb(value: number | null): string {
  return value === null ? '–' : `${count(Math.round(value))} MB`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function count(value: number): string {
  return value.toLocaleString('en')
}

/** To two figures: an extrapolation is no more exact. */
function rounded(value: number): string {
  return count(Number(value.toPrecision(2)))
}
