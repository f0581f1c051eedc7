/** Says which reports have a phrase and which do not, year by year, each name leading to its passage. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { Answer } from '../../answer/answer.ts'
import { placeInReport, reportName } from '../../corpus/naming.ts'
import type { Count, CountedReport } from '../../counts/count.ts'
import type { Mentions } from '../../counts/mentions.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { clip } from '../../text/clip.ts'
import { addTo } from '../../text/maps.ts'
import { shortName as shortPlace } from '../../text/place-name.ts'
import type { Translate } from '../../text/translate.ts'
import { button, fitReply, lines, pageRow, quoteBlock, type Reply } from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { notices, questionHeading } from './notices.ts'
import { linkTo, type Setting } from './source-line.ts'
import { takeButtons } from './take-away.ts'

/** Names on a page: each is a link, of which Telegram keeps a hundred a message. */
const NAMES_A_PAGE = 80
const UNITS_A_PAGE = 560
/** A list of more lines than these is folded, to be opened by a tap. */
const FOLD_FROM_LINES = 4
const MAX_MOST = 5
const MAX_WORDINGS_NAMED = 4

/** One page of the enumeration, with what was asked for first. */
export function mentionsReply(mentions: Mentions, answer: Answer, state: ViewState, setting: Setting): Reply {
  const { t } = setting
  const { count, others, question } = mentions
  const comma = t('list-comma')
  const pages = paginate(listsOf(mentions, setting), comma)
  const page = Math.min(state.offset, pages.length - 1)
  const isFirst = page <= 0
  const head = lines(
    questionHeading(state, setting),
    ...notices(answer, state, t),
    ...summaryLines(mentions, t),
    ...(isFirst && question.ask === 'first' ? firstLines(count, setting) : []),
    ...(isFirst && question.ask === 'most' ? [mostLine(count, setting)] : []),
    isFirst && others !== null ? othersLine(count, others, t) : null,
  )
  return fitReply({
    text: FormattedString.join([head, ...(pages[page] ?? []).map((list) => blockOf(list, comma))], '\n\n'),
    keyboard: [
      pageRow(page, pages.length, (to) => ({ kind: 'mentions', offset: to })),
      count.total === 0
        ? []
        : [
            ...button(t('button-results'), { kind: 'list', offset: 0 }),
            ...button(t('button-trend'), { kind: 'trend', offset: 0 }),
            ...takeButtons(['csv'], setting),
          ],
    ],
  })
}

function summaryLines({ count, question }: Mentions, t: Translate): (FormattedString | string)[] {
  const asked = count.reports.length + count.without.length
  const phrase = clip(count.phrase, MAX_PHRASE_SHOWN_UTF16)
  const scope = scopeOf(count, question.kind, t)
  if (asked === 0) return [t('mentions-no-reports', { kind: question.kind ?? '' })]
  const [only, ...others] = [...count.reports.map(({ report }) => report), ...count.without]
  if (only !== undefined && others.length === 0) {
    const key = count.total === 0 ? 'mentions-one-none' : 'mentions-one'
    return [FormattedString.b(t(key, { phrase, report: reportName(only), total: count.total }))]
  }
  if (count.total === 0) return [FormattedString.b(t('mentions-none', { phrase })), scope]
  const key = count.without.length === 0 ? 'mentions-all' : 'mentions-some'
  return [
    FormattedString.b(t(key, { phrase, reports: count.reports.length, asked, total: count.total })),
    scope,
  ]
}

const MAX_PHRASE_SHOWN_UTF16 = 40

/** Which reports the claim covers. */
function scopeOf(count: Count, kind: string | null, t: Translate): string {
  const years = [...count.reports.map(({ report }) => report.year), ...count.without.map(({ year }) => year)]
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const places = new Set([
    ...count.reports.map(({ report }) => report.place),
    ...count.without.map(({ place }) => place),
  ])
  return t('mentions-scope', {
    reports: years.length,
    places: places.size,
    kind: kind === null ? '' : `（${kind}）`,
    years: first === last ? String(first) : `${first}–${last}`,
  })
}

/** The earliest report, its passage, and who says it in the same year. */
function firstLines({ first, reports }: Count, setting: Setting): (FormattedString | null)[] {
  if (first === null) return []
  const { t, botUsername } = setting
  const { report, first: passage } = first
  const date = report.date === '' ? reportName(report) : `${reportName(report)}（${report.date}）`
  const link = linkTo(`${date} ${placeInReport(passage, t)}`, passage.id, botUsername)
  const same = reports.filter((one) => one.report.year === report.year && one !== first)
  const also = same.slice(0, MAX_MOST).map(({ report: { place } }) => shortPlace(place))
  return [
    FormattedString.join([t('mentions-first'), link]),
    same.length === 0
      ? null
      : new FormattedString(
          t('mentions-same-year', { count: same.length, names: also.join(t('list-comma')) }),
        ),
  ]
}

function mostLine({ reports }: Count, setting: Setting): FormattedString {
  const { t, botUsername } = setting
  const most = [...reports].sort((a, b) => b.count - a.count || b.per10000 - a.per10000).slice(0, MAX_MOST)
  const named = most.map(({ report, count, per10000, first }) =>
    FormattedString.join([
      linkTo(reportName(report), first.id, botUsername),
      t('mentions-times', { count, rate: per10000.toFixed(1) }),
    ]),
  )
  return FormattedString.join([t('mentions-most'), FormattedString.join(named, t('list-comma'))])
}

function othersLine(count: Count, others: Count, t: Translate): string {
  const wordings = [others.phrase, ...others.alternatives]
  const named = wordings
    .slice(0, MAX_WORDINGS_NAMED)
    .map((wording) => `“${wording}”`)
    .join('')
  const key = count.total === 0 ? 'mentions-other-words' : 'mentions-other-words-too'
  return t(key, {
    named,
    more: wordings.length > MAX_WORDINGS_NAMED ? '…' : '',
    reports: others.reports.length,
  })
}

/** A list under a title, in lines of a year each. */
interface List {
  readonly title: string
  readonly lines: readonly Line[]
}

interface Line {
  readonly year: number
  readonly names: readonly FormattedString[]
}

/** Who says it and who does not; first whom the question asks for. What only other words say comes in the place of nothing. */
function listsOf({ count, others, question }: Mentions, setting: Setting): List[] {
  const { t } = setting
  const said = {
    title: t('mentions-said', { reports: count.reports.length }),
    lines: byYear(count.reports, countedName(setting)),
  }
  const without = count.total === 0 ? [] : count.without.map((report) => ({ report }))
  const silent = {
    title: t('mentions-without', { reports: without.length }),
    lines: byYear(without, plainName(setting)),
  }
  const otherwise = others === null || count.total > 0 ? [] : others.reports
  const other = {
    title: t('mentions-said-otherwise', { reports: otherwise.length }),
    lines: byYear(otherwise, countedName(setting)),
  }
  const lists = question.ask === 'without' ? [silent, said, other] : [said, silent, other]
  return lists.filter((list) => list.lines.length > 0)
}

/** The newest year first; within a year by place. */
function byYear<T extends { readonly report: ReportSummary }>(
  counted: readonly T[],
  nameOf: (one: T) => FormattedString,
): Line[] {
  const years = new Map<number, FormattedString[]>()
  for (const one of [...counted].sort((a, b) => b.report.year - a.report.year))
    addTo(years, one.report.year, nameOf(one))
  return [...years].map(([year, names]) => ({ year, names }))
}

function countedName({ botUsername }: Setting) {
  return ({ report, count, first }: CountedReport): FormattedString => {
    const link = linkTo(shortPlace(report.place), first.id, botUsername)
    return count === 1 ? link : FormattedString.join([link, `×${count}`])
  }
}

function plainName({ botUsername }: Setting) {
  return ({ report }: { readonly report: ReportSummary }): FormattedString =>
    linkTo(shortPlace(report.place), report.id, botUsername)
}

type Page = List[]

/** Fills page after page; a year with many names goes on on the next. */
function paginate(lists: readonly List[], comma: string): Page[] {
  const pages: Page[] = [[]]
  let [names, units] = [0, 0]
  for (const { title, lines: years } of lists) {
    pages.at(-1)?.push({ title, lines: [] })
    for (const line of years) {
      for (const name of line.names) {
        if (names >= NAMES_A_PAGE || units + name.text.length > UNITS_A_PAGE) {
          pages.push([{ title, lines: [] }])
          names = 0
          units = 0
        }
        names++
        units += name.text.length + comma.length
        append(pages.at(-1) as Page, line.year, name)
      }
    }
  }
  return pages.map((page) => page.filter((list) => list.lines.length > 0))
}

function append(page: Page, year: number, name: FormattedString): void {
  const list = page.at(-1) as List
  const last = list.lines.at(-1)
  const added =
    last?.year === year
      ? [...list.lines.slice(0, -1), { year, names: [...last.names, name] }]
      : [...list.lines, { year, names: [name] }]
  page[page.length - 1] = { title: list.title, lines: added }
}

function blockOf({ title, lines: years }: List, comma: string): FormattedString {
  const rows = years.map(({ year, names }) =>
    FormattedString.join([`${year}：`, FormattedString.join([...names], comma)]),
  )
  const text = FormattedString.join(rows, '\n')
  return lines(FormattedString.b(title), quoteBlock(text, rows.length > FOLD_FROM_LINES))
}
