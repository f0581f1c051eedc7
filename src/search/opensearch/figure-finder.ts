/** Finds figures by the keys of the passages that state them, and looks at kind and year itself. */
import type { FigureRequest, StatedFigure } from '../backend.ts'
import type { Cluster } from './cluster.ts'
import { figuresBody } from './query.ts'
import { type FigureSource, toFigures, toPassage } from './schema.ts'
import { readAll, reportOfHit, type Snapshot } from './snapshot.ts'

export async function findFigures(
  cluster: Cluster,
  snapshot: Snapshot,
  request: FigureRequest,
): Promise<StatedFigure[]> {
  const { indicators, passages, filters, kind } = request
  if (indicators === null && passages === null) return []
  const hits = await readAll<FigureSource>(cluster, snapshot.index, { ...figuresBody(request) })
  return hits.flatMap(({ _id, _source }) => {
    const report = reportOfHit(snapshot, _source)
    const passage = toPassage(_id, _source)
    return toFigures(_id, _source)
      .filter(
        (figure) =>
          (indicators === null || indicators.includes(figure.indicator)) &&
          (kind === null || figure.kind === kind) &&
          (filters.years.length === 0 ||
            filters.years.some(({ from, to }) => figure.year >= from && figure.year <= to)),
      )
      .map((figure): StatedFigure => ({ figure, passage, report }))
  })
}
