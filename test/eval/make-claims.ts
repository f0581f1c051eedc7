/** Makes claims out of the figures of reports: true ones in several wordings, and false ones that change one thing. */
import type { Report } from '../../src/corpus/report.ts'
import type { Bound, Figure, Kind } from '../../src/figures/figure.ts'
import { loadIndicators } from '../../src/figures/indicators.ts'
import { readFigures } from '../../src/figures/read-figures.ts'

export interface MadeClaim {
  readonly text: string
  /** What was changed; null for a true claim. */
  readonly changed: 'year' | 'place' | 'kind' | 'figure' | 'unit' | 'bound' | null
  /** Name of the wording. */
  readonly wording: string
  /** The figure that it was made from. */
  readonly figure: Figure
  readonly place: string
  /** True for an indicator of indicators.txt. */
  readonly isCore: boolean
}

/** What a claim says; a false one says something else than the figure. */
interface Said {
  readonly place: string
  readonly year: number
  readonly kind: Kind
  readonly name: string
  readonly value: string | null
  readonly change: string | null
  readonly bound: Bound
}

/** Every n-th figure that is the place's own and of one year; the same ones each time. */
export function makeClaims(reports: readonly Report[], everyNth: number): MadeClaim[] {
  const indicators = loadIndicators()
  const own = reports.flatMap((report) =>
    readFigures(report)
      .filter(
        ({ subject, scope, value, change }) =>
          subject === null && scope === null && (value ?? change) !== null,
      )
      .filter(({ name }) => name.length >= 3 && name.length <= 16)
      .map((figure) => ({ figure, place: placeOf(report) })),
  )
  const places = [...new Set(reports.map(placeOf))]
  const truths = new Set(own.map(({ figure, place }) => keyOf(saidOf(figure, place), figure.indicator)))
  return own
    .filter((_, index) => index % everyNth === 0)
    .flatMap(({ figure, place }, index) => {
      const said = saidOf(figure, place)
      const wording = WORDINGS[said.kind][index % WORDINGS[said.kind].length] as Wording
      const isCore = indicators.get(figure.indicator) !== undefined
      const claims: MadeClaim[] = [
        { text: wording.write(said), changed: null, wording: wording.name, figure, place, isCore },
      ]
      for (const [changed, other] of falsehoods(said, places, index)) {
        if (truths.has(keyOf(other, figure.indicator))) continue
        const { name, write } = WORDINGS[other.kind][index % WORDINGS[other.kind].length] as Wording
        claims.push({ text: write(other), changed, wording: name, figure, place, isCore })
      }
      return claims
    })
}

/** Nobody says that the State Council's output grew. */
function placeOf({ place, level }: Report): string {
  return level === '国' ? '全国' : place
}

/** A name that stands for several indicators in a list, or takes 新增 from its head, is told by the one's own. */
const SHARED = /城乡|、|和|及|与/u

function saidOf(
  { year, kind, name: printed, indicator, value, unit, change, bound }: Figure,
  place: string,
): Said {
  const isOfList = loadIndicators().get(indicator) === undefined && indicator.endsWith(printed)
  const name = isOfList || SHARED.test(printed) ? indicator : printed
  return { place, year, kind, name, value: value === null ? null : value + (unit ?? ''), change, bound }
}

function keyOf({ place, year, kind, value, change, bound }: Said, indicator: string): string {
  return [place, year, kind, indicator, value, change, bound].join(' ')
}

function falsehoods(said: Said, places: readonly string[], index: number): [MadeClaim['changed'], Said][] {
  const { place, year, kind, value, change, bound } = said
  const other = places[(places.indexOf(place) + 1 + (index % Math.max(1, places.length - 1))) % places.length]
  const made: [MadeClaim['changed'], Said][] = [
    ['year', { ...said, year: index % 2 === 0 ? year - 1 : year + 1 }],
    ['kind', { ...said, kind: kind === 'actual' ? 'target' : 'actual' }],
    [
      'figure',
      { ...said, ...(value === null ? { change: another(change ?? '') } : { value: another(value) }) },
    ],
  ]
  if (other !== undefined && other !== place) made.push(['place', { ...said, place: other }])
  if (value !== null && /[万亿]/.test(value))
    made.push(['unit', { ...said, value: value.replace(/[万亿]/, '') }])
  if (bound !== 'exact') made.push(['bound', { ...said, bound: 'exact' }])
  return made
}

/** Another last digit. */
function another(printed: string): string {
  return printed.replace(/\d(?=[^\d]*$)/, (digit) => String((Number(digit) + 3) % 10))
}

interface Wording {
  readonly name: string
  write(said: Said): string
}

const WORDINGS: Readonly<Record<Kind, readonly Wording[]>> = {
  actual: [
    { name: 'plain', write: (said) => `${said.place}${said.year}年${said.name}${numbers(said, '')}` },
    {
      name: 'year first',
      write: (said) => `${said.year}年，${said.place}${said.name}${numbers(said, '达到')}`,
    },
    { name: 'done', write: (said) => `${said.place}${said.year}年完成${said.name}${numbers(said, '')}。` },
    {
      name: 'question',
      write: (said) => `${said.place}${said.year}年${said.name}${numbers(said, '是')}吗？`,
    },
    {
      name: 'reported',
      write: (said) => `据政府工作报告，${said.year}年${said.place}${said.name}${numbers(said, '为')}`,
    },
  ],
  target: [
    {
      name: 'target is',
      write: (said) => `${said.place}${said.year}年${said.name}目标${numbers(said, '为')}`,
    },
    {
      name: 'strives',
      write: (said) => `${said.year}年，${said.place}力争${said.name}${numbers(said, '达到')}`,
    },
    {
      name: 'expected',
      write: (said) => `${said.place}${said.year}年预期目标：${said.name}${numbers(said, '')}`,
    },
    { name: 'plans', write: (said) => `${said.place}计划${said.year}年${said.name}${numbers(said, '达到')}` },
  ],
}

const AROUND: Readonly<Record<Bound, readonly [before: string, after: string]>> = {
  exact: ['', ''],
  about: ['', '左右'],
  'at-least': ['', '以上'],
  'at-most': ['', '以内'],
  over: ['超过', ''],
}

/** The qualifier stands at the value, or at the change where there is no value. */
function numbers({ value, change, bound }: Said, verb: string): string {
  const [before, after] = AROUND[bound]
  const moved = change === null ? '' : change.startsWith('-') ? '下降' : '增长'
  const amount = change?.replace(/^[+-]/, '') ?? ''
  if (value === null) return `${moved}${before}${amount}${after}`
  const main = `${before === '' ? verb : before}${value}${after}`
  return change === null ? main : `${main}，${moved}${amount}`
}
