/** One engine and one corpus in; its time, memory and quality out. */
import type { Report } from '../../src/corpus/report.ts'
import { type CorpusName, openCorpus, passagesOf, withHeads } from './corpora.ts'
import type { Engine } from './engine.ts'
import { added, type Footprint, footprint, megabytes } from './memory.ts'
import { timeOperations } from './operations.ts'
import { asEngine, openOurs } from './ours.ts'
import { PEERS } from './peers.ts'
import { type Judgeable, judgeEvaluation, judgeFound, readJudged } from './quality.ts'
import { firstOfEach, KINDS, type Kind, makeQuestions, mixKinds, type Question } from './questions.ts'
import type { EngineFigures, OwnFigures } from './results.ts'
import { type Timing, timeEach, warmUp } from './sampling.ts'

/** How an engine is asked, the same for all that stand in one table. */
export interface Asking {
  readonly questionsOfAKind: number
  /** For each kind of question, or operation. */
  readonly seconds: number
  /** Files of the evaluation's questions to judge by; none where the corpus does not hold the answers. */
  readonly judgedFiles: readonly string[]
}

const HITS = 10
/** An engine warms up for so many times as long as a kind of question is timed. */
const WARM_UP_TIMES = 3
/** Questions are drawn from so many of each kind, so that fewer are the first of more. */
const DRAWN_OF_A_KIND = 200

export interface LoadFigures extends Footprint {
  readonly loadMs: number
  readonly textsMb: number
}

export interface LoadTask {
  /** The saved index. */
  readonly path: string
}

/** Opens the saved index in this process, which has done nothing before. */
export async function measureLoad({ path }: LoadTask): Promise<LoadFigures> {
  const before = await footprint()
  const opened = await openOurs(path)
  const after = await footprint()
  return { loadMs: opened.loadMs, textsMb: textsMb(opened.saved.reports), ...added(before, after) }
}

type OursFigures = Pick<OwnFigures, 'search' | 'quality' | 'judged' | 'servedMb' | 'operations'>

export interface OursTask extends Asking {
  readonly path: string
  /** Whether to time all that stands above the search, too. */
  readonly hasOperations: boolean
}

/** Asks yinju over the saved index. */
export async function measureOurs({ path, hasOperations, ...asking }: OursTask): Promise<OursFigures> {
  const before = await footprint()
  const opened = await openOurs(path)
  const { reports } = opened.saved
  const engine = asEngine(opened)
  const questions = drawQuestions(reports, asking.questionsOfAKind)
  const asked = await askAll(engine, { ...asking, reports, questions })
  const { heapMb: servedMb } = added(before, await footprint())
  return {
    ...asked,
    servedMb,
    operations: hasOperations
      ? await timeOperations(opened.searcher, { reports, questions, seconds: asking.seconds })
      : null,
  }
}

export interface PeerTask extends Asking {
  readonly engine: string
  readonly corpus: CorpusName
}

/** Builds a peer's index and asks it. @throws when there is no such peer, or it does not run here. */
export async function measurePeer({ engine: name, corpus, ...asking }: PeerTask): Promise<EngineFigures> {
  const peer = PEERS.find((one) => one.name === name)
  if (peer === undefined)
    throw new Error(`no engine ${name}; one of ${PEERS.map((one) => one.name).join(', ')}`)
  const reports = await openCorpus(corpus)
  const questions = drawQuestions(reports, asking.questionsOfAKind)
  const passages = withHeads(reports)
  const before = await footprint()
  const start = performance.now()
  const engine = await peer.build(passages)
  const buildMs = performance.now() - start
  try {
    const grown = added(before, await footprint())
    return {
      engine: name,
      passages: passages.length,
      buildMs: engine.buildMs ?? buildMs,
      loadMs: null,
      memory: {
        heapMb: grown.heapMb + ((await engine.outsideMb?.()) ?? 0),
        residentMb: engine.isElsewhere === true ? null : grown.residentMb,
        hasTexts: engine.keepsTexts,
        textsMb: textsMb(reports),
      },
      ...(await askAll(engine, { ...asking, reports, questions })),
    }
  } finally {
    await engine.close?.()
  }
}

function drawQuestions(reports: readonly Report[], count: number): Question[] {
  const texts = passagesOf(reports).map(({ text }) => text)
  return firstOfEach(makeQuestions(texts, DRAWN_OF_A_KIND), count)
}

interface AskedOf {
  readonly reports: readonly Report[]
  readonly questions: readonly Question[]
  readonly seconds: number
  readonly judgedFiles: readonly string[]
}

/** Times the questions kind by kind and judges what was found meanwhile: some peers take too long to be asked again. */
async function askAll(
  engine: Engine,
  { reports, questions, seconds, judgedFiles }: AskedOf,
): Promise<Pick<EngineFigures, 'search' | 'quality' | 'judged'>> {
  const passages: readonly Judgeable[] = passagesOf(reports)
  const found = new Map<Question, readonly number[]>()
  const ask = async (question: Question): Promise<void> => {
    found.set(question, await engine.search(question.text, HITS))
  }
  // All kinds, before any is timed: the first one would be timed while code that all of them share is compiled.
  await warmUp(mixKinds(questions), ask, WARM_UP_TIMES * seconds)
  const timings: [Kind, Timing][] = []
  for (const kind of KINDS) {
    const ofKind = questions.filter((question) => question.kind === kind)
    timings.push([kind, await timeEach(ofKind, ask, { seconds, ownMs: engine.ownMs })])
  }
  const judged = await readJudged(judgedFiles)
  return {
    search: Object.fromEntries(timings) as Record<Kind, Timing>,
    quality: judgeFound(found, passages),
    judged: judged.length === 0 ? null : await judgeEvaluation(engine, judged, passages),
  }
}

/** As V8 holds a text with Chinese in it: two bytes a unit. */
function textsMb(reports: readonly Report[]): number {
  return megabytes(passagesOf(reports).reduce((sum, { text }) => sum + 2 * text.length, 0))
}
