/** Turns figures that answer a question into the lines above its passages, or, of several places, into a table with its sources. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { FiguresAnswer } from '../../answer/figures/answer-figures.ts'
import { figureNumber } from '../../answer/figures/figure-number.ts'
import { reportName } from '../../corpus/naming.ts'
import type { Kind } from '../../figures/figure.ts'
import { partWordOf } from '../../figures/indicators.ts'
import { figureChart } from '../../pictures/figure-chart.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Translate } from '../../text/translate.ts'
import {
  button,
  fitReply,
  type Keyboard,
  lines,
  numberRows,
  pageRow,
  quoteBlock,
  type Reply,
} from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { layOutTable } from './figure-table.ts'
import { faultLines, foreignLines, questionHeading } from './notices.ts'
import { linkTo, type Setting } from './source-line.ts'
import { pageButton, takeButtons } from './take-away.ts'

/** Figures on a page, and buttons in a row of them. */
const FIGURES_A_PAGE = 10
/** A pasted page of words is no address. */
const MAX_ADDRESS_CHARS = 1_000
/** So many figures of one place are told in a line each; more are a table. */
const MAX_LINES = 4
/** Places named, as those that are silent; the others are counted. */
const MAX_NAMED = 8

/** Whether the figures are set in a table: of several places, or too many for lines. */
export function isTable({ rows }: FiguresAnswer): boolean {
  return rows.length > MAX_LINES || new Set(rows.map(({ report }) => report.place)).size > 1
}

/** `56.4亿元 · 2022年 · 实绩`, a line each; or that the report is silent, or states only the growth. */
export function figureLines(answer: FiguresAnswer, { t, botUsername }: Setting): FormattedString[] {
  const said = answer.rows.map(({ figure, passage, report }) => {
    const whose = [figure.subject, figure.scope].filter((part) => part !== null)
    // Of a question that does not name its place, and that alone, each line tells whose it is.
    const { places } = answer.asked.query.preferences
    const place = places.length === 1 && places.includes(report.place) ? [] : [report.place]
    const rest = [
      ...place,
      t('figures-of-year', { year: String(figure.year) }),
      t(`kind-${figure.kind}`),
      ...whose,
    ]
    // Of two indicators each line tells which, and of a part alone that it is one.
    const isOne =
      partWordOf(figure.name) === null &&
      answer.rows.every((row) => row.figure.indicator === figure.indicator)
    return FormattedString.join([
      linkTo(FormattedString.b(figureNumber(figure)), passage.id, botUsername),
      ` · ${[...rest, ...(isOne ? [] : [figure.name])].join(' · ')}`,
    ])
  })
  // Of several places those that state nothing are told as well.
  const isOfSeveral = answer.asked.query.preferences.places.length > 1
  const silent = answer.rows.length === 0 || isOfSeveral ? silentLine(answer, t) : null
  const notes = answer.rows.length === 0 ? [silent] : [lackingLine(answer, t), silent]
  return [
    ...said,
    ...notes.flatMap((note) => (note === null ? [] : [new FormattedString(note)])),
    ...elsewhereLines(answer, { t, botUsername }),
  ]
}

/** What is stated beside the figure asked for, each with its place, year and kind: no answer to the question. */
function elsewhereLines(
  { elsewhere }: FiguresAnswer,
  { t, botUsername }: Pick<Setting, 't' | 'botUsername'>,
): FormattedString[] {
  if (elsewhere.length === 0) return []
  const told = elsewhere.map(({ figure, passage, report }) =>
    FormattedString.join([
      `${report.place} · ${t('figures-of-year', { year: String(figure.year) })} · ${t(`kind-${figure.kind}`)} · ${figure.indicator} `,
      linkTo(figureNumber(figure), passage.id, botUsername),
    ]),
  )
  return [new FormattedString(t('figures-elsewhere')), ...told]
}

/** The words that tell each figure: whether they are reckoned alike is for the reader to see. */
export function basisReply(rows: readonly StatedFigure[], state: ViewState, setting: Setting): Reply {
  const { t, botUsername } = setting
  const told = rows.slice(0, MAX_LINES).map(({ figure, passage, report }) => {
    const source = linkTo(
      `${reportName(report)} ${t('paragraph', { number: String(passage.paragraph) })}`,
      passage.id,
      botUsername,
    )
    return lines(
      quoteBlock(new FormattedString(figure.quote)),
      FormattedString.join([
        source,
        ` · ${t('figures-of-year', { year: String(figure.year) })} · ${t(`kind-${figure.kind}`)}`,
      ]),
    )
  })
  return fitReply({ text: lines(questionHeading(state, setting), t('figures-basis'), ...told), keyboard: [] })
}

/** What is shown of a passage: the kinds of its figures, or that it is a plan without any. */
export interface Labelled {
  readonly kinds: readonly Kind[]
  readonly isPlan: boolean
}

/** A source with 实绩, 目标 or both behind it, where what is shown of it states figures; with 计划 where it is one without. */
export function withKinds(source: FormattedString, shown: Labelled, t: Translate): FormattedString {
  const label = kindLabel(shown, t)
  return label === null ? source : FormattedString.join([source, ` · ${label}`])
}

/** 实绩, 目标, both, or 计划; null for words that state no figure and are no plan. */
export function kindLabel({ kinds, isPlan }: Labelled, t: Translate): string | null {
  if (kinds.length === 0) return isPlan ? t('kind-plan') : null
  return kinds.map((kind) => t(`kind-${kind}`)).join(t('list-comma'))
}

/** The table, a page of it; a number button opens the passage that states the figure. */
export function tableReply(answer: FiguresAnswer, state: ViewState, setting: Setting): Reply {
  const { t } = setting
  const { rows, asked } = answer
  const page = rows.slice(state.offset, state.offset + FIGURES_A_PAGE)
  const { text, shared, converted } = layOutTable(answer, { page, first: state.offset + 1, t })
  const names = [...new Set(rows.map(({ figure }) => figure.indicator))]
  const places = [...new Set(rows.map(({ report }) => report.place))]
  const title = [...(places.length === 1 ? places : []), ...(names.length === 1 ? names : []), ...shared]
  const years = new Set(rows.map(({ figure }) => figure.year))
  return fitReply({
    text: lines(
      questionHeading(state, setting),
      ...faultLines(asked.query, t),
      ...foreignLines(asked.query, t),
      // Figures of several indicators at several places share no name.
      title.length === 0 ? null : FormattedString.b(title.join(' · ')),
      FormattedString.pre(text),
      asked.order !== null && places.length > 1 && years.size > 1 ? t('figures-years-differ') : null,
      ...page.flatMap(({ figure: { name, year }, report: { place } }) =>
        partWordOf(name) === null ? [] : [t('figures-part', { place, year: String(year), name })],
      ),
      converted.length > 0 ? t('figures-converted', { printed: converted.join(t('list-comma')) }) : null,
      otherYearsLine(answer, state, t),
      lackingLine(answer, t),
      silentLine(answer, t),
      otherwiseLine(answer, t),
    ),
    keyboard: tableKeyboard(page, { answer, state, setting }),
  })
}

function tableKeyboard(
  page: readonly StatedFigure[],
  {
    answer,
    state,
    setting,
  }: { readonly answer: FiguresAnswer; readonly state: ViewState; readonly setting: Setting },
): Keyboard {
  const { t } = setting
  const { rows } = answer
  const hasChart = figureChart(answer, t) !== null
  const query = new URLSearchParams({ q: state.query })
  const isAddress = state.narrowing === null && query.toString().length <= MAX_ADDRESS_CHARS
  const pages = Math.ceil(rows.length / FIGURES_A_PAGE)
  return [
    ...numberRows(
      page.map(({ passage }) => ({ kind: 'open', passage: passage.id, page: 0 })),
      state.offset + 1,
    ),
    pageRow(Math.floor(state.offset / FIGURES_A_PAGE), pages, (to) => ({
      kind: 'compare',
      offset: to * FIGURES_A_PAGE,
    })),
    [
      ...button(t('button-results'), { kind: 'list', offset: 0 }),
      ...takeButtons(hasChart ? ['chart', 'csv'] : ['csv'], setting),
      ...(isAddress ? pageButton(`/figures?${query}`, setting) : []),
    ],
  ]
}

/** Where nothing is stated of the years asked about, the table tells of others. */
function otherYearsLine({ rows }: FiguresAnswer, { query }: ViewState, t: Translate): string | null {
  const asked = [...new Set(query.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? [])]
  const isTold = rows.some(({ figure }) => asked.includes(String(figure.year)))
  // Of a range the years between are asked about as well.
  return asked.length === 1 && !isTold ? t('figures-other-years', { year: asked.join('') }) : null
}

function lackingLine({ lacking }: FiguresAnswer, t: Translate): string | null {
  return lacking === null ? null : t(`figures-no-${lacking}`)
}

/** 没有说旅游收入：乌恰县（2022年）、… and 没有谈到（安排、回顾）那一年的报告：昭苏县（2019年） */
function silentLine({ absent, indicator, asked, only }: FiguresAnswer, t: Translate): string | null {
  const [silent, uncovered] = [true, false].map((of) =>
    namePlaces(
      absent.filter(({ isCovered }) => isCovered === of),
      t,
    ),
  )
  const said = [
    silent &&
      t('figures-silent', {
        indicator: [...asked.scopes, indicator, ...(only === null ? [] : [t(`kind-${only}`)])].join(''),
        places: silent,
      }),
    uncovered && t('figures-uncovered', { places: uncovered, kind: asked.kind ?? 'other' }),
  ]
  return said.filter(Boolean).join('\n') || null
}

/** Where an order is asked for, a place that is left out might have been the first. */
function otherwiseLine({ otherwise, indicator }: FiguresAnswer, t: Translate): string | null {
  const places = namePlaces(otherwise, t)
  return places === null ? null : t('figures-otherwise', { indicator, places })
}

function namePlaces(absent: FiguresAnswer['absent'], t: Translate): string | null {
  if (absent.length === 0) return null
  // Two reports may tell of one year: one reviews it, the other plans it.
  const named = [
    ...new Set(
      absent.map(({ report, year }) =>
        t('figures-silent-place', { place: report.place, year: String(year) }),
      ),
    ),
  ]
  return nameSome(named, t)
}

/** The first names of a list, and how many more there are. */
export function nameSome(names: readonly string[], t: Translate): string {
  const places = names.slice(0, MAX_NAMED).join(t('list-comma'))
  const rest = names.length - MAX_NAMED
  return rest > 0 ? t('figures-and-more', { places, rest: String(rest) }) : places
}
