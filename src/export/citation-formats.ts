/** The forms a citation is had in, by the ending of the file: `/passages/<id>/citation.ris`. */
import { type Access, citeGbt7714 } from '../answer/citation.ts'
import type { Passage, ReportMeta } from '../corpus/report.ts'
import { citeBibtex } from './bibtex.ts'
import { citeCslJson } from './csl-json.ts'
import { citeRis } from './ris.ts'

export interface CitationFormat {
  readonly name: string
  readonly ending: string
  readonly type: string
  readonly cite: (passage: Passage, report: ReportMeta, access: Access) => string
}

export const CITATION_FORMATS: readonly CitationFormat[] = [
  { name: 'GB/T 7714—2015', ending: 'txt', type: 'text/plain', cite: citeGbt7714 },
  { name: 'BibTeX', ending: 'bib', type: 'application/x-bibtex', cite: citeBibtex },
  { name: 'RIS', ending: 'ris', type: 'application/x-research-info-systems', cite: citeRis },
  { name: 'CSL-JSON', ending: 'json', type: 'application/vnd.citationstyles.csl+json', cite: citeCslJson },
]
