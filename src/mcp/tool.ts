/** What the tools share: where they ask, how they name a passage, and the form of their answers. */

import type { CallToolResult, McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { reportName } from '../corpus/naming.ts'
import type { Passage, ReportMeta } from '../corpus/report.ts'
import { BackendUnavailableError } from '../search/backend.ts'
import { MAX_QUERY_UTF16 } from '../search/query/query.ts'
import { asOneQuestion } from '../search/question-time.ts'
import type { Searcher } from '../search/searcher.ts'

/** An object of any fields. */
export const loose = z.looseObject({})

/** What a model types, of the length of a question. */
export const words = (what: string): z.ZodString =>
  z.string().trim().min(1).max(MAX_QUERY_UTF16).describe(what)

export interface Tooling {
  /** The searcher of this moment, over a corpus that may be read anew. */
  readonly searcher: () => Searcher
  /** Address of the pages from outside, without a final slash; null when there are none. */
  readonly publicUrl: string | null
  readonly version: string
}

/** The longest answer, in UTF-16 units of its JSON: what a model can read without losing its place. */
export const MAX_ANSWER_UTF16 = 60_000

export interface Tool<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string
  readonly title: string
  /** Tells a model when to use it. */
  readonly description: string
  readonly input: Input
  readonly output: Output
  readonly call: (input: z.output<Input>) => Promise<object>
}

/** A tool could not answer; the message tells the model what to do instead. */
export class ToolError extends Error {
  override readonly name = 'ToolError'
}

/** Registers a tool that only reads. Its answer is JSON in one text item, and the same object as structured content. */
export function addTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  server: McpServer,
  tool: Tool<Input, Output>,
): void {
  server.registerTool(
    tool.name,
    {
      title: tool.title,
      description: tool.description,
      inputSchema: tool.input as z.ZodObject,
      outputSchema: tool.output as z.ZodObject,
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async (input): Promise<CallToolResult> => {
      try {
        const answer = await asOneQuestion(async () => await tool.call(input as z.output<Input>))
        const text = JSON.stringify(answer)
        if (text.length > MAX_ANSWER_UTF16)
          return failed(
            `the answer has ${text.length} characters, more than ${MAX_ANSWER_UTF16}; ask for less with limit`,
          )
        return { content: [{ type: 'text', text }], structuredContent: { ...answer } }
      } catch (error) {
        if (error instanceof ToolError) return failed(error.message)
        if (error instanceof BackendUnavailableError)
          return failed('search is unavailable at the moment; try again in some seconds')
        throw error
      }
    },
  )
}

function failed(message: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: message }] }
}

/** @throws ToolError where there is none of this id. */
export async function readPassage({ searcher }: Tooling, id: string) {
  const found = await searcher().passage(id)
  if (found === null)
    throw new ToolError(`${id}: there is no such passage; search gives the ids that there are`)
  return found
}

export function passageUrl({ publicUrl }: Tooling, id: string): string {
  return publicUrl === null ? `yinju://passages/${id}` : `${publicUrl}/passages/${id}`
}

/** A page of a list, and where the next one begins. */
export function pageOf<T>(
  all: readonly T[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
) {
  const end = offset + limit
  return { shown: all.slice(offset, end), in_all: all.length, next_offset: end < all.length ? end : null }
}

/** One line that tells a passage from others: place, year, headings, paragraph. */
export function passageTitle({ section, paragraph }: Passage, report: ReportMeta): string {
  return [reportName(report), ...section, `第${paragraph}段`].join(' › ')
}
