/** Turns a report's passages into its figures. */

import type { Passage, Report } from '../corpus/report.ts'
import { type Folded, fold, foldPhrase, withoutSpaces } from '../text/normalizer.ts'
import type { Range } from '../text/runs.ts'
import { beforeMark } from '../text/sentences.ts'
import type { Figure } from './figure.ts'
import { loadIndicators } from './indicators.ts'
import { lex } from './lexer.ts'
import { mayHoldNumber } from './number.ts'
import { isWithoutOwner } from './owner.ts'
import { calendarOf, type Frame, frameSections, openingPeriod } from './section-frame.ts'
import type { SentenceOptions, Statement } from './sentence-state.ts'
import { readStatements } from './statements.ts'

/** Every figure of the report, in reading order. */
export function readFigures(report: Report): readonly Figure[] {
  const indicators = loadIndicators()
  const calendar = calendarOf(report)
  const frames = frameSections(report, calendar)
  const place = foldPhrase(report.place)
  const ownNames = namesOf(place)
  const isNational = report.level === '国'
  return report.passages.flatMap((passage, index) => {
    const frame = frames[index]
    if (frame === undefined || frame.isGlossary) return []
    return readPassage(passage, { calendar, indicators, ownNames, isNational, frame })
  })
}

/** 深圳市宝安区 is also 宝安区, 宝安 and, of its own figures, 深圳市宝安. */
function namesOf(place: string): string[] {
  const last = /[^省市州县区旗]{2,}(?:自治[州县区]|[省市州县区旗])$/u.exec(place)?.[0] ?? place
  const bare = last.replace(/(?:.族)*自治[州县区]$|新区$|[省市州县区旗]$/u, '')
  return [...new Set([place, last, bare])].filter((name) => name.length > 1)
}

/** The figures of one paragraph, in reading order. */
export function readPassage(
  passage: Pick<Passage, 'id' | 'paragraph' | 'text'>,
  options: Omit<SentenceOptions, 'text'> & { frame: Frame },
): Figure[] {
  const folded = fold(passage.text.replace(ENUMERATORS, ';'), { dropSpaces: true })
  const { text } = folded
  const figures: Figure[] = []
  const { calendar, indicators, ownNames, isNational } = options
  let { frame } = options
  let owner: string | null = null
  for (let start = 0; start < text.length; ) {
    const end = beforeMark(text, '。!?', start)
    const sentence = text.slice(start, end)
    frame = turnFrame(sentence.slice(0, TURN_LENGTH), frame, options)
    const tokens = mayHoldNumber(sentence) ? lex(text, start, end, indicators) : []
    if (!isWithoutOwner(sentence)) owner = null
    if (tokens.some((token) => token.is === 'number')) {
      // All named: to add properties to a copy takes the engine twenty times as long as to write an object down.
      const told = { text, frame, calendar, indicators, ownNames, isNational, owner }
      const statements = readStatements(tokens, told)
      for (const statement of statements) figures.push(makeFigure(statement, passage, folded))
      // Whom a sentence that opens with a bare verb goes on to tell of: 开发区完成收入5亿元。完成税收1亿元.
      owner = statements[0]?.subject ?? null
    }
    start = end + 1
  }
  return figures
}

const TURN_LENGTH = 40
const TURNS_BACK = /^(?:一是)?(?:回顾)?(?:刚刚?)?(?:过去的?(?:这?一|(?:19|20)\d\d)年|一年来)[,:]/
const TURNS_AHEAD = /今[年后]|新的一年|明年|下一步|我们[要将]/

const TURNS_TO_YEAR = /^(?:(?:19|20)\d\d年|[去今]年|全年|一年来|这一年|过去一年)/

/**
 * A paragraph on the year ahead may look back for some sentences: 过去一年，…取得了很大成绩。国内生产总值增长10.3%. One on years
 * together ends with the last of them.
 */
function turnFrame(
  opening: string,
  frame: Frame,
  { frame: own, calendar }: Pick<SentenceOptions, 'frame' | 'calendar'>,
): Frame {
  if (own.isOpen) return own
  if (own.kind === 'actual' && own.period === undefined) {
    // 过去五年，…。累计建成学校7所: what the sentences behind sum up is of these years, until one names a year.
    const period = openingPeriod(opening)
    if (period !== null) return { ...own, period }
    return TURNS_TO_YEAR.test(opening) ? own : frame
  }
  if (own.kind === 'actual') {
    if (!TURNS_BACK.test(opening)) return frame
    return { ...own, period: undefined }
  }
  if (TURNS_BACK.test(opening)) return { ...own, kind: 'actual', year: calendar.reviews }
  return frame === own || TURNS_AHEAD.test(opening) ? own : frame
}

/** ①城乡低保标准: folding would make figures of them. */
const ENUMERATORS = /[\u2460-\u249b]/g

/** 汽车年产量 is 汽车产量: what is produced is told of a year. */
const YEARLY = /(?<=\p{sc=Han}{2})年(?=(?:总?产[量值]|销[量售]额?|营?收入?|发电量|吞吐量)$)/u

function makeFigure(
  statement: Statement,
  passage: Pick<Passage, 'id' | 'paragraph' | 'text'>,
  folded: Folded,
): Figure {
  const original = (at: { start: number; end: number }): Range => [
    folded.starts[at.start] ?? 0,
    folded.ends[at.end - 1] ?? 0,
  ]
  const [start, end] = original(statement)
  const name = original(statement.head)
  const numbers = statement.numbers.map(original).sort((a, b) => a[0] - b[0])
  const printed = withoutSpaces(passage.text.slice(name[0], name[1]))
  // Folding knows one form of a character (覆, 复); what is not listed keeps the printed one.
  const isPlain = statement.head.entry === null && statement.indicator.endsWith(foldPhrase(printed))
  const named = isPlain
    ? statement.indicator.slice(0, -foldPhrase(printed).length) + printed
    : statement.indicator
  const indicator = statement.head.entry === null ? named.replace(YEARLY, '') : named
  return {
    indicator,
    name: printed,
    kind: statement.kind,
    year: statement.year,
    value: statement.value,
    unit: statement.unit,
    change: statement.change,
    bound: statement.bound,
    subject: statement.subject,
    scope: statement.scope,
    passage: passage.id,
    paragraph: passage.paragraph,
    start,
    end,
    quote: passage.text.slice(start, end),
    numbers,
  }
}
