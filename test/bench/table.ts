/** `npm run bench:table`: the benchmark's figures in; the tables of docs/benchmarks.md and the chart of growth out. */
import { readFile, writeFile } from 'node:fs/promises'
import { readOptions } from '../script-options.ts'
import { drawGrowth } from './chart.ts'
import type { Results } from './results.ts'
import { describeForReadme } from './tables.ts'

const USAGE = `usage: npm run bench:table -- [--results FILE.json] [--readme FILE.md] [--chart FILE.svg] [--print]

--results FILE  what npm run bench wrote (default test/bench/results.json)
--readme FILE   the file whose part between the marks is written anew (default docs/benchmarks.md)
--chart FILE    where the chart of growth goes (default test/bench/growth.svg)
--print         write the tables to standard output and change nothing`

const BEGIN = '<!-- bench:table writes from here -->'
const END = '<!-- to here -->'

const { values } = readOptions(USAGE, {
  results: { type: 'string', default: 'test/bench/results.json' },
  readme: { type: 'string', default: 'docs/benchmarks.md' },
  chart: { type: 'string', default: 'test/bench/growth.svg' },
  print: { type: 'boolean', default: false },
})
await writeTables()

async function writeTables(): Promise<void> {
  const results = JSON.parse(await readFile(values.results, 'utf8')) as Results
  const tables = describeForReadme(results)
  if (values.print) {
    console.log(tables)
    return
  }
  const readme = await readFile(values.readme, 'utf8')
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)]
  if (begin < 0 || end < begin)
    throw new Error(`${values.readme}: lacks the lines ${BEGIN} and ${END}; put them around the benchmark`)
  await writeFile(values.readme, `${readme.slice(0, begin + BEGIN.length)}\n${tables}\n${readme.slice(end)}`)
  await writeFile(values.chart, drawGrowth(results.own.filter(({ isSynthetic }) => isSynthetic)))
  console.log(`The tables are in ${values.readme}, the chart in ${values.chart}.`)
}
