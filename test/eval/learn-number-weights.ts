/**
 * npm run eval:number-weights: what the weights would be by which the number that answers is chosen, if they were learned from
 * spent question files, and how many questions would be answered by weights of the other files.
 *
 * One of a question's candidates answers, or none: a softmax regression, in which none has a weight of its own.
 */

import { readFile } from 'node:fs/promises'
import { chooseNumber, findAnswering } from '../../src/answer/figures/choose-number.ts'
import { readFigureQuestion } from '../../src/answer/figures/figure-question.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { createSearcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { foldPhrase } from '../../src/text/normalizer.ts'
import { readCorpus } from '../read-corpus.ts'
import { endWithUsage, readOptions } from '../script-options.ts'

const ROUNDS = 400
/** Keeps weights small that tell nothing. */
const DECAY = 0.001

/** `answer`: as printed in `sentence`, of the report `doc`; null where the reports do not tell it. */
interface Asked {
  readonly q: string
  readonly type: string
  readonly doc: string
  readonly answer: string | null
  readonly sentence: string | null
}

interface Example {
  readonly file: string
  readonly candidates: readonly { readonly features: readonly number[]; readonly isRight: boolean }[]
}

const USAGE = `usage: npm run eval:number-weights -- DIR=FILE…

  DIR=FILE…  a folder of report files, and the file of the questions that ask them for one number each
`
const { positionals: given } = readOptions(USAGE, {}, true)
if (given.length === 0) endWithUsage(USAGE, 'no folder given')
const names: string[] = []
const counts = { one: 0, right: 0, wrong: 0 }
const examples = (await Promise.all(given.map(readExamples))).flat()
let right = 0
for (const file of given) {
  const weights = learn(examples.filter((example) => example.file !== file))
  for (const example of examples) if (example.file === file && isRightFirst(example, weights)) right++
}
console.table(
  Object.fromEntries([...names, 'none'].map((name, at) => [name, learn(examples)[at]?.toFixed(2)])),
)
console.log(
  `of ${counts.one} questions with an answer, by weights of the other files, the likeliest is right: ${right}`,
)
console.log(`by the weights in use, of all questions: ${counts.right} right, ${counts.wrong} wrong`)

async function readExamples(file: string): Promise<Example[]> {
  const [folder = '', questions = ''] = file.split('=')
  const corpus = await readCorpus(folder)
  const searcher = createSearcher(createMiniSearchBackend(corpus.reports), await readVocabulary())
  const made: Example[] = []
  const lines = (await readFile(questions, 'utf8')).split('\n').filter(Boolean)
  for (const question of lines.map((line) => JSON.parse(line) as Asked)) {
    if (question.type !== 'one' && question.type !== 'silent') continue
    if (question.type === 'one') counts.one++
    const asked = readFigureQuestion(await searcher.read(question.q))
    if (asked === null) continue
    const found = await findAnswering(searcher, asked)
    if (names.length === 0) names.push(...Object.keys(found[0]?.features ?? {}))
    const isRight = (printed: string, report: string): boolean => answers(question, printed, report)
    made.push({
      file,
      candidates: found.map(({ features, printed, report }) => ({
        features: Object.values(features),
        isRight: isRight(printed, report.id),
      })),
    })
    const [chosen] = await chooseNumber(searcher, asked)
    if (chosen === undefined) continue
    const { text } = chosen.passage
    const numbers = chosen.figure.numbers.map(([start, end]) => foldPhrase(text.slice(start, end)))
    if (numbers.some((number) => isRight(number, chosen.report.id))) counts.right++
    else counts.wrong++
  }
  return made
}

/** Whether a printed number is the answer, which may have words around it: 居全国第7位. */
function answers({ answer, doc }: Asked, printed: string, report: string): boolean {
  const [wanted, own] = [answer ?? '', printed].map((text) => foldPhrase(text).replaceAll(',', ''))
  if (wanted === undefined || own === undefined || wanted === '' || report !== doc) return false
  const digitsOf = (text: string): string => (text.match(/\d+(?:\.\d+)?/gu) ?? []).join(' ')
  const isSame = digitsOf(own) === '' || digitsOf(wanted) === digitsOf(own)
  return isSame && (wanted.includes(own) || own.includes(wanted))
}

/** The score of none of them comes last. */
function scoresOf({ candidates }: Example, weights: readonly number[]): number[] {
  const scores = candidates.map(({ features }) =>
    features.reduce((sum, feature, at) => sum + feature * (weights[at] as number), 0),
  )
  return [...scores, weights.at(-1) as number]
}

function isRightFirst(example: Example, weights: readonly number[]): boolean {
  const scores = scoresOf(example, weights).slice(0, -1)
  return example.candidates[scores.indexOf(Math.max(...scores))]?.isRight === true
}

/** Climbs the likelihood of what is right, with AdaGrad's steps. */
function learn(known: readonly Example[]): number[] {
  const size = names.length + 1
  const weights = new Array<number>(size).fill(0)
  const squares = new Array<number>(size).fill(1e-8)
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight) => -DECAY * weight * known.length)
    for (const example of known) {
      const scores = scoresOf(example, weights)
      const most = Math.max(...scores)
      const odds = scores.map((score) => Math.exp(score - most))
      const all = odds.reduce((sum, one) => sum + one, 0)
      const { candidates } = example
      const isTold = candidates.some(({ isRight }) => isRight)
      const isRightAt = (at: number): boolean => candidates[at]?.isRight ?? !isTold
      const ofRight = odds.reduce((sum, one, at) => sum + (isRightAt(at) ? one : 0), 1e-12)
      odds.forEach((odd, at) => {
        const pull = (isRightAt(at) ? odd / ofRight : 0) - odd / all
        const features = candidates[at]?.features ?? []
        if (at === candidates.length) gradient[size - 1] = (gradient[size - 1] as number) + pull
        features.forEach((feature, name) => {
          gradient[name] = (gradient[name] as number) + pull * feature
        })
      })
    }
    weights.forEach((weight, name) => {
      const slope = gradient[name] as number
      squares[name] = (squares[name] as number) + slope * slope
      weights[name] = weight + slope / Math.sqrt(squares[name] as number)
    })
  }
  return weights
}
