/** Tells whether what a text says beside its confirmed figures stands in the report that confirms them. */
import type { Query } from '../../search/query/query.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { countWords } from '../alignment/units.ts'
import { findFigures } from '../numbers.ts'
import type { ClaimCheck } from './check-claim.ts'

/** Shorter clauses say nothing of their own. */
const MIN_CLAUSE_WORDS = 4
/** Whose words, of when, and how sure: no report has them of itself. */
const FRAME =
  /据|根据|按照|政府工作报告|工作报告|报告|中?(?:显示|指出|提到|提出|表示|称|披露|介绍|说|数据|统计|公布)|(?:19|20)\d{2}年(?:度|底|末)?|全年|去年|今年|当年|同比|其中|分别|预期目标|主要|目标|计划|预计|提出|[县市州区省]政府|人民政府|是|为|吗|的|请问|核实|对吗|了/gu

/** What the report does not say: `said` by the text; `source`, where the report ranks it otherwise, else ''. */
export interface Unsaid {
  readonly said: string
  readonly source: string
}

/** 居全省第二, 位列榜首: said of the figure beside it. */
const RANK =
  /(?<of>全国|全[省市县区州疆]|全自治区|西部|中部|东部)?(?<rank>第[一二三四五六七八九十\d]+|首位|榜首|末位)/gu

/** The first clause that does not; null when all do. */
export async function restStands(
  searcher: Searcher,
  text: string,
  { claims, query }: { readonly claims: readonly ClaimCheck[]; readonly query: Query },
): Promise<Unsaid | null> {
  const misranked = findMisranked(text, claims)
  if (misranked !== null && misranked.source !== '') return misranked
  const covered = claims.flatMap(({ claim }) => claim.figure.numbers)
  const reports = new Set(claims.flatMap(({ stated }) => (stated === null ? [] : [stated.report.id])))
  const names = [...query.named, ...query.foreign].map((name) => foldPhrase(name))
  const figures = findFigures(text).filter(
    ([start, end]) => !covered.some(([from, to]) => start < to && from < end),
  )
  for (const { clause, start } of clausesOf(text)) {
    const end = start + clause.length
    const isConfirmed = covered.some(([from]) => from >= start && from < end)
    const isOpen = figures.some(([from]) => from >= start && from < end)
    if (isConfirmed && !isOpen) continue
    const folded = foldPhrase(clause)
    const own = names.reduce((left, name) => left.replaceAll(name, ''), folded).replace(FRAME, '')
    if (!isOpen && countWords(own) < MIN_CLAUSE_WORDS) continue
    if (!(await standsIn(searcher, folded, reports))) return { said: clause, source: '' }
  }
  return misranked
}

/** A rank that the sentence of the figure does not give; its own one is what the report says. */
function findMisranked(text: string, claims: readonly ClaimCheck[]): Unsaid | null {
  const told = claims.flatMap(({ stated }) =>
    stated === null ? [] : [sentenceAround(stated.passage.text, stated.figure.start, stated.figure.end)],
  )
  for (const { 0: said, groups } of text.matchAll(RANK)) {
    const rank = groups?.rank ?? ''
    if (told.some((sentence) => sentence.includes(rank) && sentence.includes(groups?.of ?? ''))) continue
    const own = told.flatMap((sentence) => Array.from(sentence.matchAll(RANK)))
    const same = own.find((other) => other.groups?.of === groups?.of)
    return { said, source: same?.[0] ?? '' }
  }
  return null
}

/** Between two stops: what follows a semicolon is told of the next figure. */
function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(...[...'。；;'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1
  const to = text.slice(end).search(/[。；;]/u)
  return text.slice(from, to < 0 ? text.length : end + to)
}

function clausesOf(text: string): { clause: string; start: number }[] {
  return Array.from(text.matchAll(/[^，,。；;：:！!？?、\n“”"]+/gu), ({ 0: clause, index }) => ({
    clause: clause.trim(),
    start: index,
  }))
}

async function standsIn(searcher: Searcher, clause: string, reports: ReadonlySet<string>): Promise<boolean> {
  for (const id of reports) {
    const report = await searcher.report(id)
    if (report?.passages.some(({ text }) => foldPhrase(text).includes(clause))) return true
  }
  return false
}
