/** What the administrators' commands ask of the program behind the bot; start.ts provides it, as the bot neither imports nor stores. */
import type { ReportMeta } from '../corpus/report.ts'
import type { ReportSummary } from '../search/backend.ts'
import type { FileServer } from './fetch-document.ts'

/** What one document of a file comes to. */
export type ImportOutcome =
  | {
      readonly kind: 'understood'
      readonly file: string
      readonly meta: ReportMeta
      readonly headings: number
      readonly paragraphs: number
      readonly keptChars: number
      readonly droppedChars: number
      readonly warnings: readonly string[]
      /** A report with this id is there already. */
      readonly replaces: boolean
    }
  | { readonly kind: 'failed'; readonly file: string; readonly reason: string }

export type StoreOutcome =
  /** Written to the corpus folder; `isSearchable` when the index has it, too. */
  | { readonly kind: 'stored'; readonly file: string; readonly id: string; readonly isSearchable: boolean }
  | { readonly kind: 'failed'; readonly file: string; readonly reason: string }

export interface AdminActions extends FileServer {
  /** Reads the file in a process with limits and says what it holds. Touches nothing. `args`: `id=…`, `place=…`, `year=…`. */
  inspect(name: string, bytes: Uint8Array, args: readonly string[]): Promise<readonly ImportOutcome[]>
  store(name: string, bytes: Uint8Array, args: readonly string[]): Promise<readonly StoreOutcome[]>
  find(id: string): Promise<ReportSummary | null>
  /** Removes the report file (the original stays) and says in words what came of it. */
  remove(id: string): Promise<string>
  /** Reads the corpus anew and says in words what came of it. */
  reload(): Promise<string>
  stats(translate: (key: string, values?: Record<string, string | number>) => string): Promise<string>
}
