/** Turns Word's numbering part into the numbers that Word prints before its paragraphs: they stand nowhere in the text. */

import { getOrMake } from '../../../text/maps.ts'
import { attribute, childElement, childElements, type XmlElement } from '../xml.ts'
import type { NumberingRef } from './styles.ts'

/** One depth of a list. */
interface ListLevel {
  readonly start: number
  readonly format: string
  /** What is printed, for example `第%1章` or `%1.%2`; %n stands for the number at depth n. */
  readonly pattern: string
  /** The number begins anew after a paragraph of this depth or above; 0 for never. */
  readonly restartAfter: number
  /** All numbers of the pattern in Arabic figures. */
  readonly isLegal: boolean
  readonly paragraphStyle: string
}

interface List {
  /** Lists with the same abstract list count on together. */
  readonly abstract: string
  readonly levels: readonly ListLevel[]
  readonly startOverrides: ReadonlyMap<number, number>
}

export interface Numberer {
  /** The number that Word prints before the next paragraph, which is in this list; '' for bullets and unnumbered depths. */
  next(reference: NumberingRef): string
  /** The depth that a list ties to a paragraph style, where it does. */
  depthOfStyle(list: string, style: string): number | null
}

const NO_LEVEL: ListLevel = {
  start: 1,
  format: 'none',
  pattern: '',
  restartAfter: -1,
  isLegal: false,
  paragraphStyle: '',
}

/** Counts through one document, in the order of its paragraphs. `listOfStyle` gives the list that a style names. */
export function makeNumberer(
  root: XmlElement | null,
  listOfStyle: (id: string) => string | undefined,
): Numberer {
  const lists = readLists(root, listOfStyle)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return {
    next({ list: id, depth }) {
      const list = lists.get(id)
      const level = list?.levels[depth]
      if (list === undefined || level === undefined) return ''
      const counts = getOrMake(counters, list.abstract, () => [])
      const override = list.startOverrides.get(depth)
      const isFirst = !begun.has(`${id} ${depth}`)
      begun.add(`${id} ${depth}`)
      const current = counts[depth]
      if (isFirst && override !== undefined) counts[depth] = override
      else counts[depth] = current === undefined ? level.start : current + 1
      restartDeeper(list, counts, depth)
      return printNumber(list, counts, depth)
    },
    depthOfStyle(id, style) {
      const depth = lists.get(id)?.levels.findIndex((level) => level.paragraphStyle === style) ?? -1
      return depth < 0 ? null : depth
    },
  }
}

function restartDeeper(list: List, counts: (number | undefined)[], depth: number): void {
  for (let deeper = depth + 1; deeper < counts.length; deeper++) {
    const after = list.levels[deeper]?.restartAfter ?? -1
    // -1 stands for the default: any shallower paragraph restarts.
    if (after === -1 || depth < after) counts[deeper] = undefined
  }
}

function printNumber(list: List, counts: readonly (number | undefined)[], depth: number): string {
  const level = list.levels[depth] ?? NO_LEVEL
  if (level.format === 'bullet' || level.format === 'none') return ''
  return level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const shown = list.levels[at] ?? NO_LEVEL
    return formatNumber(counts[at] ?? shown.start, level.isLegal ? 'decimal' : shown.format)
  })
}

function readLists(
  root: XmlElement | null,
  listOfStyle: (id: string) => string | undefined,
): Map<string, List> {
  const elements = root === null ? [] : childElements(root)
  const byId = (name: string): Map<string, XmlElement> =>
    new Map(
      elements
        .filter((element) => element.localName === name)
        .map((element) => [attribute(element, `${name}Id`), element]),
    )
  const [abstracts, nums] = [byId('abstractNum'), byId('num')]
  const abstractOf = (num: XmlElement | undefined): string =>
    attribute(childElement(num, 'abstractNumId'), 'val')
  /** A definition may name a list style only, whose own definition holds the depths. */
  const followStyle = (id: string): string => {
    const style = attribute(childElement(abstracts.get(id), 'numStyleLink'), 'val')
    if (style === '') return id
    const named = [...abstracts].find(
      ([, element]) => attribute(childElement(element, 'styleLink'), 'val') === style,
    )
    return named?.[0] ?? (abstractOf(nums.get(listOfStyle(style) ?? '')) || id)
  }
  const lists = new Map<string, List>()
  for (const [id, element] of nums) {
    const abstract = followStyle(abstractOf(element))
    const definition = abstracts.get(abstract)
    const levels = definition === undefined ? [] : readLevels(definition)
    const startOverrides = new Map<number, number>()
    for (const override of childElements(element).filter((item) => item.localName === 'lvlOverride')) {
      const depth = Number(attribute(override, 'ilvl'))
      const replaced = childElement(override, 'lvl')
      if (replaced !== undefined) levels[depth] = readLevel(replaced)
      const start = attribute(childElement(override, 'startOverride'), 'val')
      if (/^\d{1,6}$/.test(start)) startOverrides.set(depth, Number(start))
    }
    lists.set(id, { abstract, levels, startOverrides })
  }
  return lists
}

function readLevels(abstract: XmlElement): ListLevel[] {
  const levels: ListLevel[] = []
  for (const element of childElements(abstract).filter((item) => item.localName === 'lvl')) {
    const depth = attribute(element, 'ilvl')
    if (/^[0-8]$/.test(depth)) levels[Number(depth)] = readLevel(element)
  }
  return Array.from(levels, (level) => level ?? NO_LEVEL)
}

function readLevel(element: XmlElement): ListLevel {
  const value = (name: string): string => attribute(childElement(element, name), 'val')
  const start = value('start')
  const restart = value('lvlRestart')
  return {
    start: /^\d{1,6}$/.test(start) ? Number(start) : 1,
    format: value('numFmt') || 'decimal',
    pattern: value('lvlText'),
    restartAfter: /^\d$/.test(restart) ? Number(restart) : -1,
    isLegal: childElement(element, 'isLgl') !== undefined,
    paragraphStyle: value('pStyle'),
  }
}

const HAN_DIGITS = '〇一二三四五六七八九'
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'

/** Writes a number in one of Word's formats; what has no entry here is written in Arabic figures, as Word itself falls back. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return countInHan(value, HAN_DIGITS, ['', '十', '百', '千']).replace(/^一十/, '十')
    case 'chineseLegalSimplified':
      return countInHan(value, FORMAL_DIGITS, ['', '拾', '佰', '仟'])
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(value)].map((digit) => HAN_DIGITS[Number(digit)]).join('')
    case 'ideographTraditional':
      return cycle(value, '甲乙丙丁戊己庚辛壬癸')
    case 'ideographZodiac':
      return cycle(value, '子丑寅卯辰巳午未申酉戌亥')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value)
    case 'decimalEnclosedParen':
      return value <= 20 ? String.fromCodePoint(0x2474 + value - 1) : String(value)
    case 'decimalEnclosedFullstop':
      return value <= 20 ? String.fromCodePoint(0x2488 + value - 1) : String(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperLetter':
      return repeatLetter(value, 'A')
    case 'lowerLetter':
      return repeatLetter(value, 'a')
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    default:
      return String(value)
  }
}

function countInHan(value: number, digits: string, units: readonly string[]): string {
  if (value <= 0 || value > 9999) return String(value)
  const figures = [...String(value)].map(Number)
  let written = ''
  figures.forEach((figure, index) => {
    const unit = units[figures.length - 1 - index] ?? ''
    if (figure !== 0) written += `${digits[figure]}${unit}`
    else if (!written.endsWith('零')) written += '零'
  })
  return written.replace(/零$/, '')
}

function cycle(value: number, letters: string): string {
  return letters[(value - 1) % letters.length] ?? String(value)
}

/** Word goes on after Z with AA, BB, CC. */
function repeatLetter(value: number, first: string): string {
  if (value < 1 || value > 780) return String(value)
  const letter = String.fromCodePoint((first.codePointAt(0) ?? 0) + ((value - 1) % 26))
  return letter.repeat(Math.ceil(value / 26))
}

/** The digits 0 to 9 in the letters for one, five and ten; and these letters of each place, ones first. */
const ROMAN_DIGITS = ['', '0', '00', '000', '01', '1', '10', '100', '1000', '02']
const ROMAN_LETTERS = ['IVX', 'XLC', 'CDM', 'M']

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  const figures = [...String(value)]
  return figures
    .map((figure, at) => {
      const letters = ROMAN_LETTERS[figures.length - 1 - at] ?? ''
      return ROMAN_DIGITS[Number(figure)]?.replace(/\d/g, (letter) => letters.charAt(Number(letter)))
    })
    .join('')
}
