/** A question in; out, as text: its terms with their weights, and the scores of the first hits by feature. */
import type { Searcher } from '../../src/search/searcher.ts'

const SHOWN_HITS = 8
const SHOWN_CHARACTERS = 90

export async function explain(searcher: Searcher, question: string): Promise<string> {
  const { query, plan, match, ranked } = await searcher.explain(question)
  const total = plan.terms.reduce((sum, { weight }) => sum + weight, 0) || 1
  const { places, years, aspect } = query.preferences
  const lines = [
    `${question} → ${match}`,
    `terms “${query.terms}”, phrases ${JSON.stringify(query.phrases)}, places ${places.join(' ')}, foreign ${query.foreign.join(' ')}, years ${JSON.stringify(years)}, ${aspect ?? 'no'} aspect, ${query.intent ?? 'no'} intent`,
    ...plan.terms.map(
      ({ term, kind, frequency, weight }) =>
        `  ${term}\t${kind}\tin ${frequency} passages\t${((100 * weight) / total).toFixed(1)} %`,
    ),
    ...plan.concepts.map(({ alternatives }) => `  synonyms: ${alternatives.join(' ')}`),
    ...ranked.slice(0, SHOWN_HITS).map(({ passage, score, features }, index) => {
      const parts = Object.entries(features)
        .filter(([, value]) => value !== 0)
        .map(([name, value]) => `${name} ${value.toFixed(2)}`)
      return `${index + 1}. ${score.toFixed(3)} ${passage.id} ¶${passage.paragraph} (${parts.join(', ')})\n   ${passage.section.join(' › ')} | ${passage.text.slice(0, SHOWN_CHARACTERS)}`
    }),
  ]
  return `${lines.join('\n')}\n`
}
