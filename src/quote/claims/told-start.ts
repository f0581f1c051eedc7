/** Tells whether a number from which a claim lets a figure rise or fall is the one from which the report does: 由2030元提高到2130元. */
import { firstNumber } from '../../figures/figure.ts'
import { isSameQuantity, type Quantity } from '../../figures/quantity.ts'
import { yearOf } from '../../figures/time.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { overlap, type Range } from '../../text/runs.ts'
import { sentenceStart } from '../../text/sentences.ts'
import { numbersIn } from './unread-numbers.ts'

/** What stands between 由 and its number: 由2015年的, 从每月. */
const FROM = /[由从自](?<when>[^,，。；;]{0,16})$/u
/** 比1957年的1241亿元: what it is measured against. */
const FROM_OR_BASE = /[由从自比较](?<when>[^,，。；;]{0,16})$/u
const YEAR = /(?:(?:19|20)\d{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})(?=年)/u
const FIRST = /(?<year>(?:19|20)\d{2})年?[至到—–~-]+(?:19|20)\d{2}年/u
const PERIOD = /五年|["“”]?十[一二三四]?五["“”]?(?:时期|期间|以来)/u
const YEARS_OF_PERIOD = 5

/** The number at these places of the text, told as a start, begins the stated figure, too, and in the same year. */
export function startStands(text: string, at: Range, stated: StatedFigure): boolean {
  const said = startsIn(text).find((one) => overlap(one.at, at)) ?? null
  return (
    said !== null &&
    startsOf(stated).some((one) => isSameQuantity(one.quantity, said.quantity) && isOfYear(said, one, stated))
  )
}

/** 2016年至2020年，由29亿元增加到50亿元: of 2016, or where the report prints no year, of the end of 2015. */
function isOfYear(said: Start, own: Start, stated: StatedFigure): boolean {
  const begun = own.year ?? yearBefore(stated)
  if (said.year !== null || said.first === null) return said.year === null || said.year === begun
  return said.first === begun || (own.year === null && said.first === begun + 1)
}

export interface Start {
  readonly at: Range
  readonly quantity: Quantity
  /** null where none is printed. */
  readonly year: number | null
  /** Of the years named before it: 1978 of 1978年至2018年. Else null. */
  readonly first: number | null
}

/** Told as what it was before: 由2015年的20万亩. */
export function isStart(text: string, [start]: Range): boolean {
  return FROM.test(text.slice(0, start))
}

/** The numbers that are told as starts, or as what others are measured against. */
function startsIn(text: string): Start[] {
  // Most texts tell of none, and finding numbers takes long.
  if (!/[由从自比较]/u.test(text)) return []
  return numbersIn(text).flatMap(({ at, quantity }) => {
    const when = FROM_OR_BASE.exec(text.slice(0, at[0]))?.groups?.when
    if (when === undefined || quantity === null) return []
    const year = YEAR.exec(when)?.[0]
    const first = FIRST.exec(text.slice(0, at[0]))?.groups?.year
    return [
      {
        at,
        quantity,
        year: year === undefined ? null : yearOf(year.replaceAll('○', '零')),
        first: first === undefined ? null : Number(first),
      },
    ]
  })
}

/** Those that the report gives of a figure. */
export function startsOf({ figure, passage: { text } }: StatedFigure): Start[] {
  const from = sentenceStart(text, firstNumber(figure)[0])
  return startsIn(text.slice(from, figure.end))
}

/** Where the report prints no year: the one before the period of which it tells; where it tells of none, the year before. */
function yearBefore({ figure, passage }: StatedFigure): number {
  const told = [...passage.section, passage.text.slice(0, figure.end)].some((words) => PERIOD.test(words))
  return figure.year - (told || figure.scope !== null ? YEARS_OF_PERIOD : 1)
}
