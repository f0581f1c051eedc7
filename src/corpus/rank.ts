/** The rank of a report's place: its level, but that four cities stand beside the provinces. */
import type { Level, ReportMeta } from './report.ts'

/** Cities with the rank of a province; the level of their reports is 市. */
export const MUNICIPALITIES: readonly string[] = ['北京市', '天津市', '上海市', '重庆市']

export type Rank = Level | '直辖市' | ''

/** What 省级 and 各省 mean. */
export const PROVINCIAL: readonly Rank[] = ['省', '自治区', '直辖市']

export function isOfLevel(report: Pick<ReportMeta, 'level' | 'place'>, levels: readonly string[]): boolean {
  return levels.includes(rankOf(report))
}

export function rankOf({ level, place }: Pick<ReportMeta, 'level' | 'place'>): Rank {
  return MUNICIPALITIES.includes(place) ? '直辖市' : level
}
