/** Turns the name of a measurement and what it takes into its figures as a line of JSON: the program of each process that the benchmark starts. */
import { type ArrivalTask, measureArrival } from './arrival.ts'
import {
  type LoadTask,
  measureLoad,
  measureOurs,
  measurePeer,
  type OursTask,
  type PeerTask,
} from './engines.ts'
import { type FigureReadingTask, measureFigureReading } from './figure-reading.ts'
import { type ImportTask, measureImports } from './imports.ts'
import { type BuildTask, buildOurs, measureOneMore } from './ours.ts'
import { importScale, type ScaleTask } from './scale.ts'

const MEASUREMENTS = {
  import: (task: ImportTask) => measureImports(task),
  scale: (task: ScaleTask) => importScale(task),
  build: (task: BuildTask) => buildOurs(task),
  'one more': (task: { readonly path: string }) => measureOneMore(task),
  load: (task: LoadTask) => measureLoad(task),
  ours: (task: OursTask) => measureOurs(task),
  peer: (task: PeerTask) => measurePeer(task),
  figures: (task: FigureReadingTask) => measureFigureReading(task),
  arrival: (task: ArrivalTask) => measureArrival(task),
}

export type Measurements = typeof MEASUREMENTS

const [name, task] = process.argv.slice(2)
if (name === undefined || task === undefined || !(name in MEASUREMENTS))
  throw new Error(`usage: measure.ts ${Object.keys(MEASUREMENTS).join('|')} TASK`)
const measure = MEASUREMENTS[name as keyof Measurements] as (task: unknown) => Promise<unknown>
const figures = await measure(JSON.parse(task))
process.stdout.write(`${JSON.stringify(figures)}\n`)
// Some engines leave timers or threads behind.
process.exit(0)
