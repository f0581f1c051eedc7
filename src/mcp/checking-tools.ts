/** The tools that check: a quote or claim against the reports, and one report against another. */
import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { verdictToJson } from '../answer/json.ts'
import { changesToJson } from '../counts/json.ts'
import { readChanges } from '../counts/report-changes.ts'
import { verifyText } from '../quote/verify-text.ts'
import { addTool, loose, pageOf, ToolError, type Tooling, words } from './tool.ts'

const CHANGED = new Set(['reworded', 'figure', 'new', 'dropped'])

export function addCheckingTools(server: McpServer, tooling: Tooling): void {
  addVerification(server, tooling)
  addChanges(server, tooling)
}

function addVerification(server: McpServer, { searcher }: Tooling): void {
  addTool(server, {
    name: 'verify_quote',
    title: 'Verify a quote or claim',
    description:
      'Whether a sentence stands in the reports in these words (stands_there), and whether its place and year are those of the report (is_where_you_say); whether its figure, qualifier, year and kind agree (supported: true, false, or null when no report says anything of it). conflicts says what the report has instead. Call it before you repeat a quote or a figure.',
    input: z.object({ text: words('A sentence, with its place and year where known') }),
    output: z.looseObject({
      verdict: z.enum(['verbatim', 'differs', 'pieced', 'not-found']),
      supported: z.boolean().nullable(),
      conflicts: z.array(loose),
      stands_there: z.boolean(),
      is_where_you_say: z.boolean().nullable().describe('null when it stands nowhere'),
    }),
    call: async ({ text }) => {
      const verdict = verdictToJson(await verifyText(searcher(), text)) as {
        readonly verdict: string
        readonly conflicts: readonly { readonly kind: string }[]
      }
      const isElsewhere = verdict.conflicts.some(({ kind }) => kind === 'place' || kind === 'year')
      return {
        ...verdict,
        stands_there: verdict.verdict === 'verbatim' || verdict.verdict === 'pieced',
        is_where_you_say: verdict.verdict === 'not-found' ? null : !isElsewhere,
      }
    },
  })
}

function addChanges(server: McpServer, { searcher }: Tooling): void {
  addTool(server, {
    name: 'changes',
    title: 'What changed between two reports',
    description:
      'What report b says otherwise than report a, sentence by sentence: reworded, figure (the same sentence with another figure), new, dropped. Ids as list_reports gives them.',
    input: z.object({
      a: z.string().min(1).describe('Id of the earlier report'),
      b: z.string().min(1).describe('Id of the later report'),
      offset: z.int().min(0).default(0).describe('How many changes to pass over'),
      limit: z.int().min(1).max(60).default(30),
    }),
    output: z.object({
      changes: z.array(loose),
      terms: z.array(loose).describe('What b says first, on the first page only'),
      in_all: z.int(),
      next_offset: z.int().nullable(),
    }),
    call: async ({ a, b, offset, limit }) => {
      const found = await readChanges(searcher().backend, a, b)
      if ('missing' in found) throw new ToolError(`${a}, ${b}: not both are reports; list_reports names them`)
      const { changes, terms } = changesToJson(found)
      const changed = (changes as readonly { readonly kind: string }[]).filter(({ kind }) =>
        CHANGED.has(kind),
      )
      const { shown, ...rest } = pageOf(changed, { offset, limit })
      return { changes: shown, terms: offset === 0 ? terms.slice(0, 30) : [], ...rest }
    },
  })
}
