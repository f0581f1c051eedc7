/** Turns metadata and outline into the text of a report file. */
import { stringify } from 'yaml'
import { escapeParagraph } from '../../corpus/blocks.ts'
import type { ReportMeta } from '../../corpus/report.ts'
import type { Block } from './outline.ts'

/** Writes the front matter and the blocks, divided by blank lines. */
export function formatReport(meta: ReportMeta, blocks: readonly Block[]): string {
  const body = blocks.map((block) =>
    block.level > 0 ? `${'#'.repeat(block.level)} ${block.text}` : escapeParagraph(block.text),
  )
  return `---\n${formatFrontMatter(meta, blocks)}---\n\n# ${meta.title}\n\n${body.join('\n\n')}\n`
}

const FIELDS = [
  'title',
  'place',
  'level',
  'meeting',
  'date',
  'year',
  'reviews',
  'plans',
  'speaker',
  'post',
  'note',
  'url',
  'source',
  'sha256',
] as const

function formatFrontMatter(meta: ReportMeta, blocks: readonly Block[]): string {
  // Most reports have no note: an empty field would only raise questions.
  const fields = FIELDS.filter((field) => field !== 'note' || meta.note !== '')
  const lines = fields.map((field) => {
    const value = meta[field]
    return value === '' || value === null
      ? `${field}:`
      : `${field}: ${stringify(value, { lineWidth: 0 }).trim()}`
  })
  if (Object.keys(meta.from).length > 0) lines.push(stringify({ from: meta.from }, { lineWidth: 0 }).trim())
  if (meta.formerly !== undefined) lines.push(`formerly: [${meta.formerly.join(', ')}]`)
  const pages = pageStarts(blocks)
  if (pages.length > 0) lines.push(`pages: [${pages.join(', ')}]`)
  return `${lines.join('\n')}\n`
}

/** For each page from 1 the number of the first paragraph that begins on it or later. */
function pageStarts(blocks: readonly Block[]): number[] {
  const pages = blocks.filter((block) => block.level === 0).map((block) => block.page)
  const last = pages.reduce<number>((max, page) => Math.max(max, page ?? 0), 0)
  return Array.from({ length: last }, (_, index) => {
    const first = pages.findIndex((page) => page !== null && page >= index + 1)
    return first + 1
  })
}
