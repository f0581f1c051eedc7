/** Turns what a button does into its callback data; and back again, from strangers too: whatever is not ours is null. */
import { LEVELS, type Level, REPORT_ID } from '../corpus/report.ts'
import { LOCALES, type Locale } from './locale.ts'

/** A branch of the tree of reports; '' and -1 where a step is not taken yet. */
export interface Branch {
  readonly level: Level | ''
  /** The province's place in the list of all. */
  readonly province: number
  /** The id of any report of the place. */
  readonly place: string
  readonly page: number
}

/** A hit of a page, and which of its passage's sentences are shown. */
export interface Focus {
  /** Place on the page, from 0. */
  readonly hit: number
  /** Numbers of the first and last sentence, from 0; null for those that answer. */
  readonly sentences: readonly [first: number, last: number] | null
}

/** How a results message may be narrowed. `value` is a place's full name, a year, or a report's id. */
export interface Narrowing {
  readonly by: 'place' | 'year' | 'report'
  readonly value: string
}

/** What a button asks for. Query and position ride in the message itself, see state-link.ts. */
export type Action =
  /** Opens a passage, at a page of it when it is very long. */
  | { readonly kind: 'open'; readonly passage: string; readonly page: number }
  /** Shows hits from this one on. */
  | { readonly kind: 'list'; readonly offset: number }
  /** Shows one hit of the page whole, or other sentences of it. */
  | { readonly kind: 'focus'; readonly focus: Focus }
  /** Shows the hits by report, from this report on. */
  | { readonly kind: 'group'; readonly offset: number }
  /** Shows the reports side by side, from this one on. */
  | { readonly kind: 'compare'; readonly offset: number }
  /** Shows which reports say a phrase, from this page on. */
  | { readonly kind: 'mentions'; readonly offset: number }
  /** Shows how often a phrase is said, year by year, or from the first page on by place. */
  | { readonly kind: 'trend'; readonly offset: number }
  /** Shows a phrase in the midst of its words, from this line on. */
  | { readonly kind: 'kwic'; readonly sort: KwicSort; readonly offset: number }
  /** Shows one kind of changes between two reports, from this one on. */
  | { readonly kind: 'changes'; readonly part: ChangesPart; readonly offset: number }
  /** Shows the quote check. */
  | { readonly kind: 'check' }
  /** Goes back to what the message showed before the passage. */
  | { readonly kind: 'back' }
  /** Shows what the hits can be narrowed to. */
  | { readonly kind: 'facets' }
  /** Narrows, or takes the narrowing off. */
  | { readonly kind: 'narrow'; readonly narrowing: Narrowing | null }
  /** Asks a suggestion of the message's question instead; `hash` tells which. */
  | { readonly kind: 'suggestion'; readonly hash: string }
  /** Asks these words in a new message. */
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'reports'; readonly page: number }
  /** Shows a branch of the tree of reports. */
  | { readonly kind: 'tree'; readonly branch: Branch }
  | { readonly kind: 'outline'; readonly report: string; readonly page: number }
  /** Reads a section of a report; `section` is its place in the outline. */
  | { readonly kind: 'section'; readonly report: string; readonly section: number; readonly page: number }
  | { readonly kind: 'cite'; readonly passage: string }
  /** Cites a report as a whole. */
  | { readonly kind: 'cite-report'; readonly report: string }
  | { readonly kind: 'random' }
  /** Sends a passage as a picture: these of its sentences, from 0, or without numbers as many as find room. */
  | {
      readonly kind: 'card'
      readonly passage: string
      readonly sentences: readonly [first: number, last: number] | null
    }
  /** Sends what the message tells of as a file of its own. */
  | { readonly kind: 'take'; readonly form: TakenForm }
  /** Chooses the user's language. */
  | { readonly kind: 'lang'; readonly locale: Locale }
  /** Shows the whole paragraph in a message that was sent inline. */
  | { readonly kind: 'whole'; readonly passage: string }
  /** A label that only looks like a button, such as `2/7`. */
  | { readonly kind: 'idle' }

/** By date, by what follows, by what precedes. */
export const KWIC_SORTS = { d: 'date', a: 'after', b: 'before' } as const
export type KwicSort = (typeof KWIC_SORTS)[keyof typeof KWIC_SORTS]

/** A picture, a table, a document. */
export const TAKEN_FORMS = { c: 'chart', v: 'csv', d: 'docx', h: 'html' } as const
export type TakenForm = (typeof TAKEN_FORMS)[keyof typeof TAKEN_FORMS]

export const CHANGES_PARTS = {
  o: 'overview',
  f: 'figure',
  r: 'reworded',
  n: 'new',
  d: 'dropped',
  t: 'terms',
} as const
export type ChangesPart = (typeof CHANGES_PARTS)[keyof typeof CHANGES_PARTS]

export const MAX_CALLBACK_BYTES = 64

/** Version of the grammar below. Data of another version is not ours any more. */
const VERSION = '1'

export const PASSAGE_ID = /^[a-z0-9-]{1,40}_[0-9a-f]{6,16}(-[1-9]\d{0,2})?$/
const NUMBER = /^(0|[1-9]\d{0,5})$/
const SENTENCE = /^(0|[1-9]\d{0,2})$/
const YEAR = /^(19|20)\d\d$/
const HASH = /^[0-9a-f]{8}$/
/** Names of places are Han letters, or at least letters. */
const PLACE = /^[\p{L}\p{N}·]{1,20}$/u

const BY = { p: 'place', y: 'year', r: 'report' } as const
const BY_LETTER = { place: 'p', year: 'y', report: 'r' } as const

/** Writes callback data of at most 64 bytes; null when the action does not fit, so that its button is left out. */
export function encodeAction(action: Action): string | null {
  const data = [VERSION, ...fieldsOf(action)].join(':')
  return Buffer.byteLength(data) <= MAX_CALLBACK_BYTES ? data : null
}

/** Reads callback data; null when it is forged, damaged or of another version. */
export function decodeAction(data: string): Action | null {
  if (Buffer.byteLength(data) > MAX_CALLBACK_BYTES) return null
  const [version, letter, ...fields] = data.split(':')
  if (version !== VERSION || letter === undefined) return null
  if (letter === 'q') return readQuestion(fields.join(':'))
  const reader = Object.hasOwn(READERS, letter) ? READERS[letter] : undefined
  return reader?.(fields) ?? null
}

function fieldsOf(action: Action): (string | number)[] {
  switch (action.kind) {
    case 'open':
      return ['o', action.passage, ...(action.page > 0 ? [action.page] : [])]
    case 'list':
      return ['l', action.offset]
    case 'focus':
      return ['h', writeFocus(action.focus)]
    case 'group':
      return ['g', action.offset]
    case 'compare':
      return ['c', action.offset]
    case 'mentions':
      return ['m', action.offset]
    case 'trend':
      return ['y', action.offset]
    case 'kwic':
      return ['x', letterOf(KWIC_SORTS, action.sort), action.offset]
    case 'changes':
      return ['d', letterOf(CHANGES_PARTS, action.part), action.offset]
    case 'check':
      return ['k']
    case 'back':
      return ['b']
    case 'facets':
      return ['f']
    case 'narrow':
      return action.narrowing === null ? ['n'] : ['n', BY_LETTER[action.narrowing.by], action.narrowing.value]
    case 'suggestion':
      return ['s', action.hash]
    case 'ask':
      return ['q', action.text]
    case 'reports':
      return ['r', action.page]
    case 'tree': {
      const { level, province, place, page } = action.branch
      return ['v', level, province, place, page]
    }
    case 'outline':
      return ['t', action.report, action.page]
    case 'section':
      return ['e', action.report, action.section, action.page]
    case 'cite':
      return ['i', action.passage]
    case 'cite-report':
      return ['j', action.report]
    case 'card':
      return ['p', action.passage, ...(action.sentences ?? [])]
    case 'take':
      return ['u', letterOf(TAKEN_FORMS, action.form)]
    case 'lang':
      return ['a', action.locale]
    case 'random':
      return ['z']
    case 'whole':
      return ['w', action.passage]
    case 'idle':
      return ['-']
  }
}

const READERS: Readonly<Record<string, (fields: readonly string[]) => Action | null>> = {
  o: ([passage = '', page = '0', ...rest]) =>
    PASSAGE_ID.test(passage) && NUMBER.test(page) && rest.length === 0
      ? { kind: 'open', passage, page: Number(page) }
      : null,
  l: (fields) => readNumber(fields, (offset) => ({ kind: 'list', offset })),
  h: ([text = '', ...rest]) => {
    const focus = rest.length === 0 ? readFocus(text) : null
    return focus === null ? null : { kind: 'focus', focus }
  },
  g: (fields) => readNumber(fields, (offset) => ({ kind: 'group', offset })),
  c: (fields) => readNumber(fields, (offset) => ({ kind: 'compare', offset })),
  r: (fields) => readNumber(fields, (page) => ({ kind: 'reports', page })),
  m: (fields) => readNumber(fields, (offset) => ({ kind: 'mentions', offset })),
  y: (fields) => readNumber(fields, (offset) => ({ kind: 'trend', offset })),
  x: ([letter = '', ...fields]) => {
    const sort = readLetter(KWIC_SORTS, letter)
    return sort === null ? null : readNumber(fields, (offset) => ({ kind: 'kwic', sort, offset }))
  },
  d: ([letter = '', ...fields]) => {
    const part = readLetter(CHANGES_PARTS, letter)
    return part === null ? null : readNumber(fields, (offset) => ({ kind: 'changes', part, offset }))
  },
  k: (fields) => readBare(fields, { kind: 'check' }),
  b: (fields) => readBare(fields, { kind: 'back' }),
  f: (fields) => readBare(fields, { kind: 'facets' }),
  z: (fields) => readBare(fields, { kind: 'random' }),
  '-': (fields) => readBare(fields, { kind: 'idle' }),
  i: (fields) => readPassage(fields, (passage) => ({ kind: 'cite', passage })),
  j: ([report = '', ...rest]) =>
    REPORT_ID.test(report) && rest.length === 0 ? { kind: 'cite-report', report } : null,
  p: ([passage = '', ...numbers]) => {
    const [first = '', last = ''] = numbers
    if (!PASSAGE_ID.test(passage)) return null
    if (numbers.length === 0) return { kind: 'card', passage, sentences: null }
    const isRead = numbers.length === 2 && SENTENCE.test(first) && SENTENCE.test(last)
    if (!isRead || Number(first) > Number(last)) return null
    return { kind: 'card', passage, sentences: [Number(first), Number(last)] }
  },
  u: ([letter = '', ...rest]) => {
    const form = rest.length === 0 ? readLetter(TAKEN_FORMS, letter) : null
    return form === null ? null : { kind: 'take', form }
  },
  a: ([text = '', ...rest]) => {
    const locale = LOCALES.find((one) => one === text)
    return locale !== undefined && rest.length === 0 ? { kind: 'lang', locale } : null
  },
  w: (fields) => readPassage(fields, (passage) => ({ kind: 'whole', passage })),
  s: ([hash = '', ...rest]) => (HASH.test(hash) && rest.length === 0 ? { kind: 'suggestion', hash } : null),
  v: ([text = '', province = '', place = '', page = '', ...rest]) => {
    const level = LEVELS.find((one) => one === text) ?? (text === '' ? '' : null)
    const isReadable = /^(?:-1|\d{1,2})$/.test(province) && (place === '' || REPORT_ID.test(place))
    if (level === null || !isReadable || !NUMBER.test(page) || rest.length > 0) return null
    return { kind: 'tree', branch: { level, province: Number(province), place, page: Number(page) } }
  },
  t: ([report = '', page = '', ...rest]) =>
    REPORT_ID.test(report) && NUMBER.test(page) && rest.length === 0
      ? { kind: 'outline', report, page: Number(page) }
      : null,
  e: ([report = '', section = '', page = '', ...rest]) =>
    REPORT_ID.test(report) && NUMBER.test(section) && NUMBER.test(page) && rest.length === 0
      ? { kind: 'section', report, section: Number(section), page: Number(page) }
      : null,
  n: (fields) => {
    if (fields.length === 0) return { kind: 'narrow', narrowing: null }
    const narrowing = readNarrowing(fields.join(':'))
    return narrowing === null ? null : { kind: 'narrow', narrowing }
  },
}

function letterOf(table: Readonly<Record<string, string>>, value: string): string {
  return Object.keys(table).find((letter) => table[letter] === value) ?? ''
}

function readLetter<T extends string>(table: Readonly<Record<string, T>>, letter: string): T | null {
  return Object.hasOwn(table, letter) ? (table[letter] as T) : null
}

/** Writes a narrowing as `p:伊宁市`, `y:2022` or `r:yining-2023`. */
export function writeNarrowing({ by, value }: Narrowing): string {
  return `${BY_LETTER[by]}:${value}`
}

/** Reads what writeNarrowing wrote; null for anything else. */
export function readNarrowing(text: string): Narrowing | null {
  const match = /^([pyr]):(.*)$/s.exec(text)
  const by = BY[match?.[1] as keyof typeof BY]
  const value = match?.[2] ?? ''
  const pattern = { place: PLACE, year: YEAR, report: REPORT_ID }[by]
  return pattern?.test(value) === true ? { by, value } : null
}

/** Writes `2` for the third hit, `2.0.1` for its first two sentences. */
export function writeFocus({ hit, sentences }: Focus): string {
  return [hit, ...(sentences ?? [])].join('.')
}

/** Reads what writeFocus wrote; null for anything else. */
export function readFocus(text: string): Focus | null {
  const [, hit, first, last] = /^(\d)(?:\.(\d{1,3})\.(\d{1,3}))?$/.exec(text) ?? []
  if (hit === undefined) return null
  if (first === undefined || last === undefined) return { hit: Number(hit), sentences: null }
  return Number(first) <= Number(last) ? { hit: Number(hit), sentences: [Number(first), Number(last)] } : null
}

function readBare(fields: readonly string[], action: Action): Action | null {
  return fields.length === 0 ? action : null
}

function readNumber(fields: readonly string[], make: (value: number) => Action): Action | null {
  const [value = ''] = fields
  return fields.length === 1 && NUMBER.test(value) ? make(Number(value)) : null
}

function readPassage(fields: readonly string[], make: (passage: string) => Action): Action | null {
  const [passage = ''] = fields
  return fields.length === 1 && PASSAGE_ID.test(passage) ? make(passage) : null
}

function readQuestion(text: string): Action | null {
  return text.trim() === '' ? null : { kind: 'ask', text }
}
