/** Says what became of an index in a cluster: how far filling it is, what was done, and which indices there are. */
import type { IndexOutcome, IndexProgress } from '../search/opensearch/indexer.ts'
import type { Survey } from '../search/opensearch/installation.ts'
import type { CommandIo } from '../terminal/command-io.ts'

type Terminal = CommandIo['stderr']

const BAR_WIDTH = 30

export function showProgress(terminal: Terminal, { done, reports, passages }: IndexProgress): void {
  if (terminal.isTTY !== true) return
  const filled = Math.round((done / reports) * BAR_WIDTH)
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
  terminal.write(`\r${bar} ${done}/${reports} reports, ${passages} passages`)
}

export function clearProgress(terminal: Terminal): void {
  if (terminal.isTTY === true) terminal.write('\r\u001B[K')
}

export function summarize(outcome: IndexOutcome, seconds: number): string {
  const { index, how, written, removed, unchanged, passages, dropped, kept } = outcome
  const origin = {
    new: 'made anew',
    updated: 'brought up to date',
    resumed: 'goes on from a run that was broken off',
    same: 'nothing to do',
  }[how]
  const old = [
    ...(dropped.length === 0 ? [] : [`; removed ${dropped.join(', ')}`]),
    ...(kept.length === 0 ? [] : [`; kept for copies of the version before: ${kept.join(', ')}`]),
  ].join('')
  return `${index} (${origin}): ${written} reports sent, ${removed} taken out, ${unchanged} unchanged, ${passages} passages in ${seconds.toFixed(1)} s${old}`
}

/** A line an index of the installation by the name of `alias`. */
export function indexLines({ live, spare, foreign }: Omit<Survey, 'aliased'>, alias: string): string[] {
  const roles = [
    ...(live === null ? [] : [[live, 'answers this version'] as const]),
    ...spare.map((one) => [one, 'of this version, does not answer'] as const),
    ...foreign.map((one) => [one, 'of another version'] as const),
  ]
  if (roles.length === 0) return [`no index of ${alias}; fill one: yinju index --backend opensearch`]
  return roles.map(([{ name, mark }, role]) => {
    const changed = mark.changed === undefined ? '' : `, changed ${new Date(mark.changed).toISOString()}`
    return `${name}: ${role}, ${mark.state}${changed}`
  })
}
