/** Lays the changes between two reports out for a document: what is new and what was dropped, reworded or has other figures, whole. */
import { citeReport } from '../answer/citation.ts'
import type { Report } from '../corpus/report.ts'
import type { Change, ChangeSide } from '../counts/changes.ts'
import { countKinds, nameOfPair, type ReportChanges } from '../counts/report-changes.ts'
import type { Translate } from '../text/translate.ts'

export interface SheetPiece {
  readonly text: string
  readonly kind: 'same' | 'added' | 'removed'
}

export interface SheetRow {
  /** Where the sentence stands in either report: 2022 第14段 → 2023 第12段. */
  readonly source: string
  readonly pieces: readonly SheetPiece[]
}

export interface ChangesSheet {
  /** Language of what is not quoted, as HTML names it: zh-Hans. */
  readonly language: string
  readonly title: string
  /** How many sentences of each kind. */
  readonly summary: string
  /** How the earlier report is cited, and how the later one. */
  readonly citations: readonly string[]
  /** How removed and added words are marked. */
  readonly legend: string
  readonly terms: { readonly heading: string; readonly words: readonly string[] } | null
  readonly parts: readonly { readonly heading: string; readonly rows: readonly SheetRow[] }[]
}

/** Sentences that are the same in both are counted only. */
const PARTS = ['figure', 'reworded', 'new', 'dropped'] as const

export function changesSheet(found: ReportChanges, t: Translate): ChangesSheet {
  const { a, b, changes, terms, earlier } = found
  return {
    language: t('language-tag'),
    title: `${nameOfPair(found)} ${t('changes-title')}`,
    summary: t('changes-summary', countKinds(changes)),
    citations: [citeReport(a).plain, citeReport(b).plain],
    legend: t('changes-legend'),
    terms:
      terms.length === 0
        ? null
        : {
            heading: `${t('changes-terms')}${t('changes-terms-scope', { reports: earlier })}`,
            words: terms.map(({ term, count }) => (count === 1 ? term : `${term}×${count}`)),
          },
    parts: PARTS.flatMap((kind) => {
      const rows = changes.filter((change) => change.kind === kind)
      if (rows.length === 0) return []
      const heading = t(`changes-part-${kind}`, { count: rows.length })
      return [{ heading, rows: rows.map((change) => rowOf(change, found, t)) }]
    }),
  }
}

function rowOf({ a, b, diff }: Change, reports: ReportChanges, t: Translate): SheetRow {
  const isOnePlace = reports.a.place === reports.b.place
  const place = (side: ChangeSide | null, { place: name, year }: Report): string[] => {
    if (side === null) return []
    return [`${isOnePlace ? year : name} ${t('paragraph', { number: String(side.paragraph) })}`]
  }
  const source = [...place(a, reports.a), ...place(b, reports.b)].join(' → ')
  return { source, pieces: diff.length > 0 ? diff : [{ text: (b ?? a)?.text ?? '', kind: 'same' }] }
}
