/** What the benchmark asks of an engine, yinju's own or a peer's. */
import type { HeadedPassage } from './corpora.ts'

/** The name of our own engine among the peers. */
export const OURS = 'yinju'

/** An engine over passages numbered from 0. */
export interface Engine {
  readonly name: string
  /** Whether what it holds in memory includes the passages' texts. */
  readonly keepsTexts: boolean
  /** Numbers of the best passages, best first. */
  search(query: string, limit: number): Promise<readonly number[]> | readonly number[]
  /** Set when it runs in a process of its own. */
  readonly isElsewhere?: true
  /** What it holds in memory outside this process's heap and buffers, in MB. */
  outsideMb?(): Promise<number> | number
  /** Milliseconds of the last search, for an engine behind a pipe. */
  readonly ownMs?: () => number
  /** Milliseconds of the build, where the engine had to be started first. */
  readonly buildMs?: number
  close?(): Promise<void>
}

export interface Peer {
  readonly name: string
  /** @throws Error that says why it does not run here. */
  build(passages: readonly HeadedPassage[]): Promise<Engine> | Engine
}

/** A passage as an engine gets it that knows nothing of reports. */
export function headed({ title, section, text }: HeadedPassage): string {
  return `${title} ${section.join(' ')} ${text}`
}
