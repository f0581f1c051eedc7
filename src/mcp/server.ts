/** Makes an MCP server over a searcher: tools, reports as resources, and a prompt for checking a draft. */

import { McpServer, ResourceTemplate } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { reportName } from '../corpus/naming.ts'
import { addCheckingTools } from './checking-tools.ts'
import { addFindingTools } from './finding-tools.ts'
import { addReadingTools, reportText } from './reading-tools.ts'
import type { Tooling } from './tool.ts'

const INSTRUCTIONS = `Chinese government work reports (政府工作报告), word for word. Quote only text that a tool returned, character for character, \
and name its citation. Say of a figure its year and whether it is a result (actual) or a target (target). Where nothing is found, say so: do not \
fill in from memory. Begin with search for passages, find_figures for numbers, verify_quote before you repeat somebody's words or figures.`

export function createMcpServer(tooling: Tooling): McpServer {
  const server = new McpServer({ name: 'yinju', version: tooling.version }, { instructions: INSTRUCTIONS })
  addFindingTools(server, tooling)
  addCheckingTools(server, tooling)
  addReadingTools(server, tooling)
  addReports(server, tooling)
  addDraftPrompt(server)
  return server
}

function addReports(server: McpServer, { searcher }: Tooling): void {
  const template = new ResourceTemplate('yinju://reports/{id}', {
    list: async () => {
      const { reports } = await searcher().catalog()
      return {
        resources: reports.map((report) => ({
          uri: `yinju://reports/${report.id}`,
          name: reportName(report),
          title: report.title,
          mimeType: 'text/markdown',
        })),
      }
    },
  })
  const config = {
    title: 'Report',
    description: 'A whole report in reading order',
    mimeType: 'text/markdown',
  }
  server.registerResource('report', template, config, async (uri, { id }) => {
    const report = await searcher().report(String(id))
    if (report === null) throw new Error(`${uri.href}: there is no such report; list_reports names them`)
    return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text: reportText(report) }] }
  })
}

function addDraftPrompt(server: McpServer): void {
  server.registerPrompt(
    'check_draft',
    {
      title: 'Check a draft against the reports',
      description: 'Checks every sentence of a draft that quotes a report or states a figure',
      argsSchema: z.object({ draft: z.string().describe('The text of the draft') }),
    },
    ({ draft }) => ({
      messages: [
        {
          role: 'user',
          content: {
            type: 'text',
            text: `Check this draft against the government work reports. Call verify_quote with each sentence that quotes a report or states a figure. \
List what does not agree with what the report says, its citation and the right words; list what no report says; leave the rest alone.\n\n${draft}`,
          },
        },
      ],
    }),
  )
}
