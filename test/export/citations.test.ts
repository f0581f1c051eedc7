/** Citations in the formats of reference managers, read back by a reader that is not ours. */
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Passage } from '../../src/corpus/report.ts'
import { citeBibtex } from '../../src/export/bibtex.ts'
import { citeCslJson } from '../../src/export/csl-json.ts'
import { citeRis } from '../../src/export/ris.ts'
import type { ReportSummary } from '../../src/search/backend.ts'
import { openFiveReports } from '../five-reports.ts'

interface CslItem {
  readonly type: string
  readonly title: string
  readonly author: readonly { readonly literal?: string; readonly family?: string; readonly given?: string }[]
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly accessed?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly URL?: string
  readonly publisher: string
  readonly 'publisher-place'?: string
  readonly note?: string
}

const require = createRequire(import.meta.url)
const { Cite } = require('@citation-js/core') as {
  Cite: new (text: string) => { readonly data: readonly CslItem[] }
}
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')

const ACCESS = { url: 'https://example.org/passages/x', day: '2026-03-02' }
let cited: readonly { readonly passage: Passage; readonly report: ReportSummary }[]
beforeAll(async () => {
  const searcher = await openFiveReports()
  const { reports } = await searcher.catalog()
  const odd = { speaker: '哈米提·阿克木', title: '50% & 100#_报告{一}', meeting: '第十八届“人大”第三次会议' }
  cited = (
    await Promise.all(
      reports.map(async (report) => {
        const passage = (await searcher.report(report.id))?.passages[5] as Passage
        return [
          { passage, report },
          { passage, report: { ...report, ...odd, url: 'https://example.org/a_b?c=1&d=%20' } },
        ]
      }),
    )
  ).flat()
})

const nameOf = ({ author: [first] }: CslItem): string =>
  first?.literal ?? [first?.family, first?.given].filter((part) => part !== undefined).join(' ')

describe.each([
  ['BibTeX', citeBibtex],
  ['RIS', citeRis],
  ['CSL-JSON', citeCslJson],
] as const)('%s', (format, cite) => {
  it('is read by another program as it was meant', () => {
    for (const { passage, report } of cited) {
      const [item, ...others] = new Cite(cite(passage, report, ACCESS)).data
      expect(others).toEqual([])
      expect(item?.type).toBe('report')
      expect(item?.title.replace(/\s+/g, ' ')).toBe(report.title)
      if (report.speaker !== '') expect(nameOf(item as CslItem)).toBe(report.speaker)
      expect(item?.publisher).toBe(report.meeting || report.place)
      expect(item?.issued['date-parts'][0]?.[0]).toBe(report.year)
      expect(item?.URL).toBe(report.url || ACCESS.url)
      if (format === 'CSL-JSON') expect(item?.accessed?.['date-parts'][0]).toEqual([2026, 3, 2])
      expect(item?.note).toContain(`第${passage.paragraph}段`)
    }
  })
})
