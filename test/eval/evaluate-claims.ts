/** npm run eval:claims: how many claims made from the figures of reports are supported, of true and of false ones. */
import { readFigures } from '../../src/figures/read-figures.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { createSearcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { readCorpus } from '../read-corpus.ts'
import { readOptions } from '../script-options.ts'
import { makeClaims } from './make-claims.ts'
import { runClaims } from './run-claims.ts'

const FIGURES = 1_000

const USAGE = `usage: npm run eval:claims -- [--corpus DIR] [--every N] [--core] [--misses]

  --corpus DIR  folder of report files (default: the five reports)
  --every N     each N-th figure (default: so that some 1,000 are asked)
  --core        only of the indicators of indicators.txt
  --misses      lists what is not as it should be
`

const { values } = readOptions(USAGE, {
  corpus: { type: 'string', default: new URL('../../corpus', import.meta.url).pathname },
  every: { type: 'string' },
  core: { type: 'boolean', default: false },
  misses: { type: 'boolean', default: false },
})
const { reports } = await readCorpus(values.corpus)
const count = reports.reduce((sum, report) => sum + readFigures(report).length, 0)
const every = values.every === undefined ? Math.max(1, Math.floor(count / FIGURES)) : Number(values.every)
const searcher = createSearcher(createMiniSearchBackend(reports), await readVocabulary())
const made = makeClaims(reports, every).filter(({ isCore }) => isCore || !values.core)
const outcomes = await runClaims(searcher, made)
const groups = groupBy(outcomes)
console.table(
  Object.fromEntries(
    [...groups].map(([name, group]) => {
      const share = (supported: boolean | null): string =>
        `${((100 * group.filter((one) => one.supported === supported).length) / group.length).toFixed(1)} %`
      return [
        name,
        { n: group.length, supported: share(true), contradicted: share(false), silent: share(null) },
      ]
    }),
  ),
)
if (values.misses) {
  for (const { claim, supported, why } of outcomes) {
    if (supported !== (claim.changed === null)) {
      if (claim.changed === null || supported === true)
        console.log(`${claim.changed ?? 'true'}\t${supported}\t${claim.text}\t${why}\t${claim.figure.quote}`)
    }
  }
}

function groupBy(all: typeof outcomes): Map<string, typeof outcomes> {
  const groups = new Map<string, typeof outcomes>()
  for (const one of all) {
    const name = `${one.claim.isCore ? 'core' : 'others'}: ${one.claim.changed ?? 'true'}`
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return groups
}
