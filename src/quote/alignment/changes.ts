/** Turns a comparison into its differences one by one, those first that change what is said. */
import { isSameQuantity, type Quantity, readQuantity } from '../../figures/quantity.ts'
import { clip } from '../../text/clip.ts'
import { foldText, lettersOf } from '../../text/normalizer.ts'
import type { DiffPart } from './align.ts'
import { findNegation } from './omissions.ts'
import { countWords, isMark, unitText } from './units.ts'

/** One place at which a quote differs. */
export interface QuoteChange {
  /** `negation`: a word that denies is on one side only, or what rises is said to fall. `marks`: only punctuation. */
  readonly kind: 'figure' | 'negation' | 'words' | 'marks'
  /** As printed; '' when the quote only adds. */
  readonly printed: string
  /** As typed; '' when the quote only leaves out. */
  readonly typed: string
}

const ORDER: readonly QuoteChange['kind'][] = ['figure', 'negation', 'words', 'marks']

export function findChanges(diff: readonly DiffPart[]): QuoteChange[] {
  const changes: QuoteChange[] = []
  let [printed, typed, before] = ['', '', '']
  for (const part of [...diff, { kind: 'same', text: '' } as const]) {
    if (part.kind === 'missing') printed += part.text
    else if (part.kind === 'added' || part.kind === 'moved') typed += part.text
    else {
      if (printed !== '' || typed !== '') changes.push(changeOf(printed, typed, before))
      printed = ''
      typed = ''
      before = part.text
    }
  }
  return changes.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

/** The reports' own misprints are Latin words among Chinese: 精神and州党委. */
const LATIN = /^[a-z]+$/iu

/** A text of the interface with its variables; `isGrave`: the quote says something else than the report. */
interface ChangeWarning {
  readonly key: string
  readonly variables: Readonly<Record<string, string>>
  readonly isGrave: boolean
}

/** A wrong figure and a denial left out or put in are told by themselves: the rest, null, shows in the comparison. */
export function warningOf({ kind, printed, typed }: QuoteChange): ChangeWarning | null {
  const [right, wrong] = [clip(printed), clip(typed)]
  const both = { printed: right, typed: wrong }
  if (LATIN.test(printed) && !LATIN.test(typed))
    return { key: 'quote-sic', variables: { words: right }, isGrave: false }
  if (kind === 'figure') return { key: 'quote-figure', variables: both, isGrave: true }
  if (kind !== 'negation') return null
  if (typed === '') return { key: 'quote-denial-missing', variables: { words: right }, isGrave: true }
  if (printed === '') return { key: 'quote-denial-added', variables: { words: wrong }, isGrave: true }
  return { key: 'quote-denial-differs', variables: both, isGrave: true }
}

/** True when nothing but the way of writing figures differs: 23000万 for 2.3亿. */
export function isSameInValue(diff: readonly DiffPart[]): boolean {
  const changes = findChanges(diff)
  return (
    changes.length > 0 &&
    changes.every(({ kind, printed, typed }) => {
      const [a, b] = [quantityOf(printed), quantityOf(typed)]
      return kind === 'figure' && a !== null && b !== null && isSameQuantity(a, b)
    })
  )
}

const QUANTITY =
  /^(百分之[\d.零〇一二三四五六七八九十百]+|[\d.,，]+|[零〇一二三四五六七八九十百千两点]+?)([十百千万亿]*[%％成]?)$/u

function quantityOf(text: string): Quantity | null {
  const [, number = '', unit = ''] = QUANTITY.exec(text.trim()) ?? []
  return number === '' ? null : readQuantity(number, unit)
}

const NUMBER_BEFORE = /[\d０-９][\d０-９.,．，]*$/u
const MAGNITUDE = /^[十百千万亿]/u

/** The magnitude is a part of its figure: 12.6吨 for 12.6万吨. */
function changeOf(printed: string, typed: string, before: string): QuoteChange {
  const number = NUMBER_BEFORE.exec(before)?.[0]
  if (number === undefined || MAGNITUDE.test(printed) === MAGNITUDE.test(typed))
    return { kind: kindOf(printed, typed), printed, typed }
  return { kind: 'figure', printed: number + printed, typed: number + typed }
}

/** True when the quote has all the words of the report and no other, in another order. */
export function isReordered(diff: readonly DiffPart[]): boolean {
  const [printed, typed] = [lettersIn(diff, ['same', 'missing']), lettersIn(diff, ['same', 'added', 'moved'])]
  const isOtherFigure = findChanges(diff).some(({ kind }) => kind === 'figure')
  return printed !== typed && sorted(printed) === sorted(typed) && !isOtherFigure
}

function lettersIn(diff: readonly DiffPart[], kinds: readonly DiffPart['kind'][]): string {
  const text = diff.map((part) => (kinds.includes(part.kind) ? part.text : '')).join('')
  return lettersOf(foldText(text))
}

function sorted(letters: string): string {
  return Array.from(letters).sort().join('')
}

function kindOf(printed: string, typed: string): QuoteChange['kind'] {
  if (isFigure(printed) && isFigure(typed)) return 'figure'
  if (turnsRound(printed, typed)) return 'negation'
  return isMarks(printed) && isMarks(typed) ? 'marks' : 'words'
}

/** With digits, or written out: 二类 for 三类, 百分之十 for 10%. */
function isFigure(text: string): boolean {
  return /\p{N}/u.test(text) || /^(?:百分之)?[零〇一二三四五六七八九十百千万亿两半点]+成?$/u.test(text)
}

const RISES = /增长|增加|提高|上升|提升|扩大|增幅/u
const FALLS = /下降|减少|降低|下滑|缩小|降幅/u
/** A clause by itself that denies something turns round nothing beside it. */
const MAX_TURNING_UNITS = 6

function turnsRound(printed: string, typed: string): boolean {
  if (RISES.test(printed) ? FALLS.test(typed) : FALLS.test(printed) && RISES.test(typed)) return true
  if (isClause(printed, typed) || isClause(typed, printed)) return false
  if (countWords(printed) > MAX_TURNING_UNITS || countWords(typed) > MAX_TURNING_UNITS) return false
  return (findNegation(printed) === null) !== (findNegation(typed) === null)
}

/** Words put in or left out up to a mark. */
function isClause(words: string, other: string): boolean {
  return other === '' && /[，,。；;：:！!]\s*$/u.test(words)
}

function isMarks(text: string): boolean {
  const units = unitText(text)
  return Array.from(units.keys).every((_, unit) => isMark(units, unit))
}
