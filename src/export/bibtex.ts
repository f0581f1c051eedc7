/** A passage's citation as a BibTeX entry. */
import { type Access, pathTo, readAt } from '../answer/citation.ts'
import type { Passage, ReportMeta } from '../corpus/report.ts'

/** A BibTeX @techreport entry; its key is the passage's id, which lasts as long as the words do. */
export function citeBibtex(passage: Passage, report: ReportMeta, access?: Access): string {
  const month = MONTHS[Number(report.date.slice(5, 7)) - 1]
  const { url, day } = readAt(report, access)
  const fields: [name: string, value: string][] = [
    // A second pair of braces keeps BibTeX from taking a name such as 哈米提·阿克木 apart.
    ['author', report.speaker === '' ? '' : `{{${escapeTex(report.speaker)}}}`],
    ['title', `{${escapeTex(report.title)}}`],
    ['institution', `{{${escapeTex(report.meeting || report.place)}}}`],
    ['address', `{${escapeTex(report.place)}}`],
    ['year', `{${report.year}}`],
    ['month', month ?? ''],
    ['date', report.date === '' ? '' : `{${report.date}}`],
    ['pages', passage.page === null ? '' : `{${passage.page}}`],
    ['note', `{${escapeTex(pathTo(passage))}}`],
    ['url', url === '' ? '' : `{${escapeUrl(url)}}`],
    ['urldate', day === '' ? '' : `{${day}}`],
  ]
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = ${value}`)
  return `@techreport{${passage.id},\n${lines.join(',\n')}\n}`
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

const TEX_SPECIALS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escapeTex(text: string): string {
  return text.replace(/[\\{}%#&$_~^]/g, (char) => TEX_SPECIALS[char] ?? `\\${char}`)
}

/** Braces would end the field and white space the address; the rest is the url package's to print. */
function escapeUrl(url: string): string {
  return url.replace(/[{}\\\s]/g, (char) => encodeURIComponent(char))
}
