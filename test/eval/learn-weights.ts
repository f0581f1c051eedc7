/**
 * npm run eval:weights: what the ranker's weights would be if they were learned from spent question files,
 * and whether the learned ones rank better than those in use.
 *
 * The weights of a linear ranker are learned by softmax regression over
 * the candidates of each question; every question is ranked by weights that were learned without its report.
 */

import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { createSearcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { readCorpus } from '../read-corpus.ts'
import { endWithUsage, readOptions } from '../script-options.ts'
import { answers, readQuestions } from './questions.ts'

const FOLDS = 5
const ROUNDS = 300
const RATE = 1
/** Keeps weights small that tell nothing. */
const DECAY = 0.0005

interface Example {
  /** The report that answers: its questions are in one fold. */
  readonly report: string
  /** Their features, in the order of the ranker in use. */
  readonly candidates: readonly (readonly number[])[]
  readonly isRight: readonly boolean[]
}

const names: string[] = []
const USAGE = `usage: npm run eval:weights -- [--everyday] DIR=FILE,FILE…

  DIR=FILE,…  a folder of report files, and the files that ask them
  --everyday  learns from the questions that are asked again by their topics alone, which are ranked by weights of their own
`
const { values, positionals: given } = readOptions(USAGE, { everyday: { type: 'boolean' } }, true)
if (given.length === 0) endWithUsage(USAGE, 'no folder given')
const isEveryday = values.everyday === true
const examples = (await Promise.all(given.map(readExamples))).flat()
const reports = [...new Set(examples.map(({ report }) => report))].sort()
const foldOf = ({ report }: Example): number => reports.indexOf(report) % FOLDS
let right = 0
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = learn(examples.filter((example) => foldOf(example) !== fold))
  for (const example of examples) {
    if (foldOf(example) === fold && example.isRight[firstBy(weights, example)] === true) right++
  }
}
const weights = learn(examples)
console.table(Object.fromEntries(names.map((name, at) => [name, (weights[at] as number).toFixed(2)])))
const inUse = examples.filter(({ isRight }) => isRight[0] === true).length
console.log(
  `of ${examples.length} questions whose answer is a candidate, right first: ${inUse} in use, ${right} learned`,
)

async function readExamples(argument: string): Promise<Example[]> {
  const [folder = '', files = ''] = argument.split('=')
  const corpus = await readCorpus(folder)
  const searcher = createSearcher(createMiniSearchBackend(corpus.reports), await readVocabulary())
  const made: Example[] = []
  for (const question of (await Promise.all(files.split(',').map(readQuestions))).flat()) {
    const { plan, ranked } = await searcher.explain(question.query)
    if (isEveryday && !plan.concepts.some(({ isGuess }) => isGuess)) continue
    const isRight = ranked.map((hit) => answers(question, hit))
    if (!isRight.includes(true)) continue
    if (names.length === 0) names.push(...Object.keys(ranked[0]?.features ?? {}))
    made.push({
      report: question.doc ?? question.docs?.[0] ?? '',
      candidates: ranked.map(({ features }) => Object.values(features)),
      isRight,
    })
  }
  return made
}

function scoreOf(weights: readonly number[], features: readonly number[]): number {
  return features.reduce((sum, feature, at) => sum + feature * (weights[at] as number), 0)
}

function firstBy(weights: readonly number[], { candidates }: Example): number {
  const scores = candidates.map((features) => scoreOf(weights, features))
  return scores.indexOf(Math.max(...scores))
}

/** Climbs the likelihood that a right candidate comes first, with AdaGrad's steps. */
function learn(known: readonly Example[]): number[] {
  const weights = names.map(() => 0)
  const squares = names.map(() => 1e-8)
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight) => -DECAY * weight * known.length)
    for (const { candidates, isRight } of known) {
      const scores = candidates.map((features) => scoreOf(weights, features))
      const most = Math.max(...scores)
      const odds = scores.map((score) => Math.exp(score - most))
      const all = odds.reduce((sum, one) => sum + one, 0)
      const ofRight = odds.reduce((sum, one, at) => sum + (isRight[at] === true ? one : 0), 1e-12)
      candidates.forEach((features, at) => {
        const odd = odds[at] as number
        const pull = (isRight[at] === true ? odd / ofRight : 0) - odd / all
        for (let name = 0; name < features.length; name++)
          gradient[name] = (gradient[name] as number) + pull * (features[name] as number)
      })
    }
    for (let name = 0; name < weights.length; name++) {
      const slope = gradient[name] as number
      squares[name] = (squares[name] as number) + slope * slope
      weights[name] = (weights[name] as number) + (RATE * slope) / Math.sqrt(squares[name] as number)
    }
  }
  return weights
}
