/** Turns what a button does into its callback data; and back again, from strangers too: whatever is not ours is null. */
import { LEVELS, type Level, REPORT_ID } from '../corpus/report.ts'
import { LANGUAGES, type Language } from '../text/translate.ts'

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
  | { readonly kind: 'lang'; readonly locale: Language }
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

/** Writes callback data of at most 64 bytes; null when the action does not fit, so that its button is left out. */
export function encodeAction(action: Action): string | null {
  const { letter, write } = FORMS[action.kind] as Form<Action>
  const data = [VERSION, letter, ...write(action)].join(':')
  return Buffer.byteLength(data) <= MAX_CALLBACK_BYTES ? data : null
}

/** Reads callback data; null when it is forged, damaged or of another version. */
export function decodeAction(data: string): Action | null {
  if (Buffer.byteLength(data) > MAX_CALLBACK_BYTES) return null
  const [version, letter, ...fields] = data.split(':')
  const found = Object.entries(FORMS).find(([, form]) => form.letter === letter)
  if (version !== VERSION || found === undefined) return null
  const [kind, form] = found
  const read = form.read(fields)
  return read === null ? null : ({ kind, ...read } as Action)
}

/** How one part of an action stands in the data; null for what is none. */
interface Field<T> {
  write(value: T): string | number
  read(text: string): T | null
}

/** How an action of one kind stands in the data: behind its letter, with colons between its fields. */
interface Form<A> {
  readonly letter: string
  write(action: A): readonly (string | number)[]
  read(fields: readonly string[]): Omit<A, 'kind'> | null
}

type OfKind<K extends Action['kind']> = Extract<Action, { readonly kind: K }>

/** The form of an action that has one field for each of its parts, in this order. */
function form<A extends Action>(
  letter: string,
  fields: { readonly [Part in Exclude<keyof A, 'kind'>]: Field<A[Part]> },
): Form<A> {
  const parts = Object.entries(fields) as [Exclude<keyof A, 'kind'>, Field<unknown>][]
  return {
    letter,
    write: (action) => parts.map(([part, field]) => field.write(action[part])),
    read: (texts) => {
      const values = parts.map(([, field], at) => field.read(texts[at] ?? ''))
      if (texts.length !== parts.length || values.includes(null)) return null
      return Object.fromEntries(parts.map(([part], at) => [part, values[at]])) as Omit<A, 'kind'>
    },
  }
}

const number: Field<number> = {
  write: (value) => value,
  read: (text) => (NUMBER.test(text) ? Number(text) : null),
}

function matching(pattern: RegExp): Field<string> {
  return { write: (value) => value, read: (text) => (pattern.test(text) ? text : null) }
}

function oneOf<T extends string>(table: Readonly<Record<string, T>>): Field<T> {
  return { write: (value) => letterOf(table, value), read: (letter) => readLetter(table, letter) }
}

const passage = matching(PASSAGE_ID)
const report = matching(REPORT_ID)

const FORMS: { readonly [K in Action['kind']]: Form<OfKind<K>> } = {
  open: {
    letter: 'o',
    write: (action) => [action.passage, ...(action.page > 0 ? [action.page] : [])],
    read: ([id = '', page = '0', ...rest]) =>
      PASSAGE_ID.test(id) && NUMBER.test(page) && rest.length === 0
        ? { passage: id, page: Number(page) }
        : null,
  },
  list: form('l', { offset: number }),
  focus: form('h', { focus: { write: writeFocus, read: readFocus } }),
  group: form('g', { offset: number }),
  compare: form('c', { offset: number }),
  mentions: form('m', { offset: number }),
  trend: form('y', { offset: number }),
  kwic: form('x', { sort: oneOf(KWIC_SORTS), offset: number }),
  changes: form('d', { part: oneOf(CHANGES_PARTS), offset: number }),
  check: form('k', {}),
  back: form('b', {}),
  facets: form('f', {}),
  narrow: {
    letter: 'n',
    write: ({ narrowing }) => (narrowing === null ? [] : [writeNarrowing(narrowing)]),
    read: (fields) => {
      if (fields.length === 0) return { narrowing: null }
      const narrowing = readNarrowing(fields.join(':'))
      return narrowing === null ? null : { narrowing }
    },
  },
  suggestion: form('s', { hash: matching(HASH) }),
  ask: {
    letter: 'q',
    write: ({ text }) => [text],
    read: (fields) => {
      const text = fields.join(':')
      return text.trim() === '' ? null : { text }
    },
  },
  reports: form('r', { page: number }),
  tree: {
    letter: 'v',
    write: ({ branch: { level, province, place, page } }) => [level, province, place, page],
    read: ([text = '', province = '', place = '', page = '', ...rest]) => {
      const level = LEVELS.find((one) => one === text) ?? (text === '' ? '' : null)
      const isReadable = /^(?:-1|\d{1,2})$/.test(province) && (place === '' || REPORT_ID.test(place))
      if (level === null || !isReadable || !NUMBER.test(page) || rest.length > 0) return null
      return { branch: { level, province: Number(province), place, page: Number(page) } }
    },
  },
  outline: form('t', { report, page: number }),
  section: form('e', { report, section: number, page: number }),
  cite: form('i', { passage }),
  'cite-report': form('j', { report }),
  card: {
    letter: 'p',
    write: (action) => [action.passage, ...(action.sentences ?? [])],
    read: ([id = '', ...numbers]) => {
      const [first = '', last = ''] = numbers
      if (!PASSAGE_ID.test(id)) return null
      if (numbers.length === 0) return { passage: id, sentences: null }
      const isRead = numbers.length === 2 && SENTENCE.test(first) && SENTENCE.test(last)
      if (!isRead || Number(first) > Number(last)) return null
      return { passage: id, sentences: [Number(first), Number(last)] }
    },
  },
  take: form('u', { form: oneOf(TAKEN_FORMS) }),
  lang: form('a', {
    locale: { write: (locale) => locale, read: (text) => LANGUAGES.find((one) => one === text) ?? null },
  }),
  random: form('z', {}),
  whole: form('w', { passage }),
  idle: form('-', {}),
}

function letterOf(table: Readonly<Record<string, string>>, value: string): string {
  return Object.keys(table).find((letter) => table[letter] === value) ?? ''
}

function readLetter<T extends string>(table: Readonly<Record<string, T>>, letter: string): T | null {
  return Object.hasOwn(table, letter) ? (table[letter] as T) : null
}

/** Writes a narrowing as `p:伊宁市`, `y:2022` or `r:yining-2023`. */
export function writeNarrowing({ by, value }: Narrowing): string {
  return `${letterOf(BY, by)}:${value}`
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
