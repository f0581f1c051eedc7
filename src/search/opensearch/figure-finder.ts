/** Finds figures by the keys of the passages that state them, and looks at kind and year itself. */
import { compareText, type FigureRequest, type StatedFigure } from '../backend.ts'
import { acceptsReport, acceptsYears, NO_FILTERS } from '../filter.ts'
import type { Cluster } from './cluster.ts'
import { figuresBody } from './query.ts'
import { type FigureSource, toFigures, toPassage } from './schema.ts'
import { readAll, reportOfHit, type SearchHit, type Snapshot } from './snapshot.ts'

export async function findFigures(
  cluster: Cluster,
  snapshot: Snapshot,
  request: FigureRequest,
): Promise<StatedFigure[]> {
  const { indicators, passages, filters = NO_FILTERS, kind = null } = request
  if (indicators === undefined && passages === undefined) return []
  const hits =
    knownHits(snapshot, passages) ??
    (await readAll<FigureSource>(cluster, snapshot.index, { ...figuresBody(request) }))
  return hits.flatMap(({ _id, _source }) => {
    const report = reportOfHit(snapshot, _source)
    if (!acceptsReport(filters, report)) return []
    const passage = toPassage(_id, _source)
    return toFigures(_id, _source)
      .filter(
        (figure) =>
          (indicators === undefined || indicators.includes(figure.indicator)) &&
          (kind === null || figure.kind === kind) &&
          acceptsYears(filters, [figure.year]),
      )
      .map((figure): StatedFigure => ({ figure, passage, report }))
  })
}

type FigureHit = Pick<SearchHit<FigureSource>, '_id' | '_source'>

/** The passages that are asked about by their ids, where all of them were shown before, in the order of a search. */
function knownHits(snapshot: Snapshot, passages: FigureRequest['passages']): FigureHit[] | null {
  if (passages === undefined) return null
  const hits: FigureHit[] = []
  for (const _id of new Set(passages)) {
    const _source = snapshot.passages.get(_id)
    if (_source === undefined) return null
    hits.push({ _id, _source })
  }
  return hits.sort(
    (a, b) => compareText(a._source.report, b._source.report) || a._source.paragraph - b._source.paragraph,
  )
}
