/** Accounts for the characters of a claim's words by those of a report, each by how near to the number it stands there. */
import { foldPhrase } from '../../text/normalizer.ts'
import { cutWords } from '../../text/words.ts'
import { contentOf, isShortFor, othersFor, rangeOfLong, type Wordings } from '../claims/account.ts'
import { type Deed, deedsIn, PRODUCED, sayDeeds } from '../claims/deeds.ts'
import { nameText } from '../claims/named-text.ts'

/** Where the words of a claim's number may stand in a report: in the number's own item, beside it, or with other numbers. Folded. */
export interface Told {
  readonly own: string
  /** Clauses before it in its sentence that have no number, and the headings. */
  readonly topic: string
  /** Clauses before it in its sentence that have a number of their own. */
  readonly before: string
  readonly shared: string
  readonly foreign: string
  /** What the item says of its number, which the claim may leave out. */
  readonly clause: string
  /** Who has so much of what everyone has, where its sentence names one: 医药基地实现产值5亿元. */
  readonly owner: string
  /** 其中: of a part of what is told before. */
  readonly isPart: boolean
  /** What the number is called there; '' where it has no name. */
  readonly name: string
}

export const NOTHING_TOLD: Told = {
  own: '',
  topic: '',
  before: '',
  shared: '',
  foreign: '',
  clause: '',
  owner: '',
  isPart: false,
  name: '',
}

export const LEVELS = ['other', 'none', 'foreign', 'weak', 'shared', 'before', 'topic', 'own'] as const
export type Level = (typeof LEVELS)[number]
const rankOf = (level: Level): number => LEVELS.indexOf(level)

export interface Run {
  readonly text: string
  readonly levels: readonly Level[]
}

/** Runs of characters that say something, each character with where it is told. */
export function accountFor(words: string, told: Told, wordings: Wordings): Run[] {
  const plain = inShort(words)
  // 盖了水库: what shows that 盖 is a verb says nothing itself.
  const deeds = deedsIn(plain)
  return Array.from(contentOf(plain).matchAll(/[^\s\p{P}]+/gu), ({ 0: text, index }) => {
    const own = deeds.filter(({ start, end }) => start < index + text.length && end > index)
    const placed = own.map((deed) => ({
      ...deed,
      start: Math.max(0, deed.start - index),
      end: Math.min(text.length, deed.end - index),
    }))
    return { text, levels: levelsOf(text, { deeds: placed, told, wordings }) }
  })
}

/** 限额以上, as reports shorten it. */
export function inShort(text: string): string {
  return foldPhrase(text).replaceAll('限额以上', '限上').replaceAll('规模以上', '规上')
}

/** Of two clauses with the same words one may deny what the other says, or be of 第一产业 and the other of 第二产业. */
export const DECIDES = /[不没未无非一二三四五六七八九十\d]/u
/** 销量 is 销售. */
const MEASURE = /[量额数值]/u

/** 白石水库 of 青石水库, 粮食总产 of 粮食单产: one character in the place of another. */
function isInstead(run: string, at: number, own: string): boolean {
  const [before, behind] = [run.slice(Math.max(0, at - 2), at), run.slice(at + 1, at + 3)]
  const places = [
    behind.length === 2 ? own.charAt(own.indexOf(behind) - 1) : '',
    before.length === 2 && own.includes(before) ? own.charAt(own.indexOf(before) + 2) : '',
  ]
  return places.some(
    (other) => /\p{sc=Han}/u.test(other) && !run.includes(other) && contentOf(other).trim() !== '',
  )
}

/** 占全国 is not told by 占全市. */
const WHOLE = /全(?:国|球|世界|[省市县区州])/gu

function levelsOf(
  run: string,
  {
    deeds: said,
    told,
    wordings,
  }: { readonly deeds: readonly Deed[]; readonly told: Told; readonly wordings: Wordings },
): Level[] {
  const levels: Level[] = Array.from({ length: run.length }, () => 'none')
  const mark = (from: number, to: number, level: Level): void => {
    for (let at = from; at < to; at++) if (rankOf(level) > rankOf(levels[at] as Level)) levels[at] = level
  }
  const places = [
    ['own', told.own],
    ['topic', told.topic],
    ['before', told.before],
    ['shared', told.shared],
    ['foreign', told.foreign],
  ] as const
  for (const [level, text] of places) {
    for (let at = 0; at + 1 < run.length; at++)
      if (text.includes(run.slice(at, at + 2))) mark(at, at + 2, level)
    if (run.length === 1 && level === 'own' && text.includes(run)) mark(0, 1, level)
  }
  const deeds = [...deedsIn(told.own), ...(/产量|总产/u.test(told.own) ? PRODUCED : [])]
  for (const { segment, index } of cutWords(run)) {
    const end = index + segment.length
    if (levels.slice(index, end).every((level) => level !== 'none')) continue
    const others = othersFor(segment, wordings)
    for (const [level, text] of places)
      if (isShortFor(segment, text) || others.some((one) => text.includes(one))) mark(index, end, level)
  }
  // 固投 of 固定资产投资, GDP of 地区生产总值.
  const names = nameText(run).names
  if (names.length > 0) {
    const own = new Set(nameText(told.own).names.flatMap(({ choices }) => choices.either.flat()))
    for (const { start, end, choices } of names)
      if (choices.either.flat().some((one) => own.has(one))) mark(start, end, 'own')
  }
  // 违法建筑, of what the report has as 违建.
  for (const { segment } of cutWords(told.own)) {
    const long = segment.length === 2 && !run.includes(segment) ? rangeOfLong(segment, run) : null
    if (long !== null) mark(...long, 'own')
  }
  // 吸引…参赛, of what the report tells without a verb.
  for (const deed of said) {
    const verb = run.slice(deed.start, deed.end)
    // 竣工 of 建设 is what the report says of another number.
    const isOthers = verb.length > 1 && !told.own.includes(verb) && told.foreign.includes(verb)
    if (isOthers) continue
    if (sayDeeds([deed], deeds)) mark(deed.start, deed.end, 'own')
    else if (deeds.length === 0) mark(deed.start, deed.end, 'weak')
  }
  for (let at = 0; at < run.length; at++) if (told.own.includes(run.charAt(at))) mark(at, at + 1, 'weak')
  for (const { segment, index } of cutWords(run)) {
    // 公路 is no 铁路.
    const own = levels.slice(index, index + segment.length)
    if (own.includes('none') && own.every((level) => level === 'none' || level === 'weak'))
      levels.fill('none', index, index + segment.length)
  }
  for (const [at, level] of levels.entries())
    if (DECIDES.test(run.charAt(at)) && (level === 'weak' || level === 'foreign')) levels[at] = 'none'
  for (const [at, level] of levels.entries())
    if (
      (level === 'none' || level === 'foreign') &&
      !MEASURE.test(run.charAt(at)) &&
      isInstead(run, at, told.own)
    )
      levels[at] = 'other'
  for (const { 0: whole, index } of run.matchAll(WHOLE))
    if (!places.some(([, text]) => text.includes(whole))) levels.fill('none', index, index + whole.length)
  return levels
}

export function unsaidOf(words: string, said: string, wordings: Wordings): string {
  const told = inShort(said)
  return accountFor(words, { ...NOTHING_TOLD, own: told }, wordings)
    .map(({ text, levels }) =>
      Array.from(text, (character, at) => (levels[at] === 'none' ? character : ' ')).join(''),
    )
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
