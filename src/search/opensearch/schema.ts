/** Turns reports into the documents of the OpenSearch index, with the mapping that they need and the mark of who made them. */
import { createHash } from 'node:crypto'
import type { Passage, Report, Section } from '../../corpus/report.ts'
import type { Figure } from '../../figures/figure.ts'
import { readFigures } from '../../figures/read-figures.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { ReportSummary } from '../backend.ts'
import { congressOf } from '../filter.ts'
import { passageYears } from '../indexing/aspect.ts'
import { BM25 } from '../indexing/bm25.ts'
import { FIELDS, type Field, passageFields } from '../indexing/fields.ts'
import { headingsOf, lengthOfHeadings } from '../indexing/headings.ts'

/**
 * A passage as the index keeps it. Only `report`, `edition`, `paragraph`, `passage`, `figures` and `lengths` come back; the
 * rest is for searching.
 */
export interface PassageDocument {
  readonly kind: 'passage'
  readonly report: string
  /** editionOf() the report file that it was made from. */
  readonly edition: string
  readonly paragraph: number
  readonly passage: Pick<Passage, 'section' | 'text' | 'page'>
  readonly place: string
  readonly level: string
  readonly congress: number | null
  /** The years that the passage speaks about. */
  readonly years: readonly number[]
  readonly figures: readonly KeptFigure[]
  /** figureKey() of each of them, with its year and without. */
  readonly figureKeys: readonly string[]
  /** Ready terms of each field, divided by spaces. */
  readonly terms: Readonly<Record<Field, string>>
  /** Number of distinct terms of each field: what BM25+ takes for its length. */
  readonly lengths: Readonly<Record<Field, number>>
  /** The folded text's characters, each a token. */
  readonly characters: string
  /** Its pairs of neighbouring characters with their positions: a phrase is a run of them. */
  readonly pairs: string
}

/** A figure without what its passage tells. */
export type KeptFigure = Omit<Figure, 'passage' | 'paragraph' | 'quote'>

/** A report without its passages; written after them, so that it vouches for their being there. */
export interface ReportDocument {
  readonly kind: 'report'
  readonly report: string
  readonly summary: ReportSummary
  readonly sections: readonly Section[]
  /** SHA-256 of the report file, by which a later run knows what changed. */
  readonly content: string
  /** When the run began that wrote it, in milliseconds since the epoch: a bot reads those only that are new to it. */
  readonly written: number
  /** Of the headings, as those of a passage. */
  readonly characters: string
  readonly pairs: string
}

/** What the index says of itself, in the mapping's `_meta`. */
export interface IndexMark {
  readonly fingerprint: string
  /** `changing`: whole but for what a run writes that is under way, or was broken off. */
  readonly state: 'building' | 'complete' | 'changing'
  /** The alias of the installation that made it: no other may change or remove it. Unset by versions that did not know of others. */
  readonly owner?: string
  /** When it began to answer, in milliseconds since the epoch. */
  readonly since?: number
  /** When a run last made it what it is. */
  readonly changed?: number
}

/** Names the state of a report in few characters: that of a passage and of its report must be one. */
export function editionOf(content: string): string {
  return content.slice(0, EDITION_LENGTH)
}

const EDITION_LENGTH = 12

/** The part of a passage's document that comes back when figures are asked for. */
export type FigureSource = Pick<PassageDocument, 'report' | 'edition' | 'paragraph' | 'passage' | 'figures'>

/** What passages are found by that state a figure of an indicator, of one year or of any. */
export function figureKey(indicator: string, year: number | null = null): string {
  const key = year === null ? indicator : `${indicator}|${year}`
  // Lucene takes no longer one; a name as long is no name.
  return key.slice(-MAX_KEY_UTF16)
}

export function toFigures(
  id: string,
  { paragraph, passage, figures }: Pick<FigureSource, 'paragraph' | 'passage' | 'figures'>,
): Figure[] {
  return figures.map((figure) => ({
    ...figure,
    passage: id,
    paragraph,
    quote: passage.text.slice(figure.start, figure.end),
  }))
}

/** The part of a passage's document that comes back. */
export type PassageSource = Pick<
  PassageDocument,
  'report' | 'edition' | 'paragraph' | 'passage' | 'lengths' | 'figures'
>

export function toPassage(
  id: string,
  { report, paragraph, passage }: Pick<PassageDocument, 'report' | 'paragraph' | 'passage'>,
): Passage {
  return { id, report, paragraph, section: passage.section, text: passage.text, page: passage.page }
}

/** Raised when documents change in a way that the mapping does not show. */
const FORMAT = 3
/** The longest term Lucene takes has 32,766 bytes. */
const MAX_TERM_UTF16 = 8_192
const MAX_KEY_UTF16 = 256
/** Holds something of every kind that the analyzer knows: when its terms change, so does the fingerprint. */
const PROBE =
  '二〇二二年ＧＤＰ增長5.5%，達348.2億元；G219線、PM2.5與「雙减」政策，一百二十個项目（1,234.5万千瓦）3∶1 ㎡ 新疆維吾爾自治區'

/** Documents of a report: its passages, and the report itself to be written last. `written`: see ReportDocument. */
export function reportDocuments(
  report: Report,
  content: string,
  written: number,
): { readonly passages: readonly [id: string, PassageDocument][]; readonly report: ReportDocument } {
  const { sections, passages, ...meta } = report
  const figuresOf = new Map<string, Figure[]>(passages.map(({ id }) => [id, []]))
  for (const figure of readFigures(report)) figuresOf.get(figure.passage)?.push(figure)
  return {
    passages: passages.map((passage) => {
      const figures = figuresOf.get(passage.id) ?? []
      return [passage.id, { ...passageDocument(passage, report, figures), edition: editionOf(content) }]
    }),
    report: {
      kind: 'report',
      report: report.id,
      summary: { ...meta, passages: passages.length, characters: lengthOf(report) },
      sections,
      content,
      written,
      ...phraseTokens(headingsOf(report).map(({ text }) => text)),
    },
  }
}

/** As in ReportSummary. */
function lengthOf(report: Report): number {
  const own = report.passages.reduce((sum, { text }) => sum + foldPhrase(text).length, 0)
  return own + lengthOfHeadings(headingsOf(report))
}

function passageDocument(
  passage: Passage,
  report: Report,
  figures: readonly Figure[],
): Omit<PassageDocument, 'edition'> {
  const terms = passageFields(passage)
  return {
    kind: 'passage',
    report: report.id,
    paragraph: passage.paragraph,
    passage: { section: passage.section, text: passage.text, page: passage.page },
    place: report.place,
    level: report.level,
    congress: congressOf(report),
    years: passageYears(passage, report),
    figures: figures.map(({ passage: _, paragraph: __, quote: ___, ...kept }) => kept),
    figureKeys: [
      ...new Set(
        figures.flatMap(({ indicator, year }) => [figureKey(indicator), figureKey(indicator, year)]),
      ),
    ],
    terms,
    lengths: eachField((field) => new Set(splitTerms(terms[field])).size),
    ...phraseTokens([foldPhrase(passage.text)]),
  }
}

/** What phraseQuery() asks for, of folded texts. No phrase reaches over the end of one. */
function phraseTokens(texts: readonly string[]): Pick<PassageDocument, 'characters' | 'pairs'> {
  const characters = texts.map((text) => Array.from(text))
  return {
    characters: [...new Set(characters.flat())].map(token).join(' '),
    pairs: characters.map((own) => pairsOf(own).join(' ')).join(` ${END} `),
  }
}

/** Longer than a pair, so it is none. */
const END = '\\u{end}'

export function eachField<T>(make: (field: Field) => T): Readonly<Record<Field, T>> {
  return Object.fromEntries(FIELDS.map((field) => [field, make(field)])) as Record<Field, T>
}

function splitTerms(terms: string): string[] {
  return terms === '' ? [] : terms.split(' ')
}

/** The query for passages whose folded text holds the phrase, however short. `phrase` is folded. */
export function phraseQuery(phrase: string): object {
  const characters = Array.from(phrase)
  const [only] = characters
  if (only === undefined) return { match_all: {} }
  if (characters.length === 1) return { term: { characters: token(only) } }
  return { match_phrase: { pairs: pairsOf(characters).join(' ') } }
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => token((characters[index] ?? '') + character))
}

/**
 * Characters at which the tokenizer would cut, or that JSON cannot carry, are written out. A written-out token is
 * longer than any other, so it is never mistaken for one.
 */
function token(characters: string): string {
  return characters.replace(
    /[\s\p{Cc}\p{Cs}\p{Z}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
}

/** Body of the request that makes an index. */
export function indexBody(options: { readonly shards: number; readonly mark: IndexMark }): object {
  return {
    settings: {
      number_of_shards: options.shards,
      // Replicas cost a build dearly; they are set when it is done.
      number_of_replicas: 0,
      // Shown is what a run has ended: it refreshes once, and nothing else ever does.
      refresh_interval: '-1',
      // OpenSearch keeps what is sent beside what is shown, to fix a replica with: of 4,374 bytes a passage 2,961 are left.
      codec: 'best_compression',
      ...ANALYSIS,
    },
    mappings: { ...MAPPING, _meta: options.mark },
  }
}

const ANALYSIS = {
  analysis: {
    tokenizer: { ready: { type: 'whitespace', max_token_length: MAX_TERM_UTF16 } },
    analyzer: { ready: { type: 'custom', tokenizer: 'ready' } },
  },
  similarity: { ranking: { type: 'BM25', k1: BM25.k, b: BM25.b } },
}

const TERMS = { type: 'text', analyzer: 'ready', similarity: 'ranking', index_options: 'freqs' }

const MAPPING = {
  dynamic: 'strict',
  // What is only searched need not be kept to be shown.
  _source: {
    excludes: ['terms', 'characters', 'pairs', 'place', 'level', 'congress', 'years', 'figureKeys'],
  },
  properties: {
    kind: { type: 'keyword' },
    report: { type: 'keyword' },
    paragraph: { type: 'integer' },
    place: { type: 'keyword' },
    level: { type: 'keyword' },
    congress: { type: 'integer' },
    years: { type: 'integer' },
    passage: { type: 'object', enabled: false },
    figures: { type: 'object', enabled: false },
    figureKeys: { type: 'keyword' },
    summary: { type: 'object', enabled: false },
    sections: { type: 'object', enabled: false },
    content: { type: 'keyword', index: false, doc_values: false },
    edition: { type: 'keyword', index: false, doc_values: false },
    written: { type: 'long' },
    terms: { properties: eachField(() => TERMS) },
    lengths: { properties: eachField(() => ({ type: 'integer', index: false })) },
    characters: { type: 'text', analyzer: 'ready', index_options: 'docs', norms: false },
    pairs: { type: 'text', analyzer: 'ready', index_options: 'positions', norms: false },
  },
}

/** A report with every field that there is: the types see to it that a new one is added here too. */
function probeReport(): Report {
  const section = { heading: PROBE, path: [PROBE], level: 2, first: 1, last: 1 }
  const passage = { id: 'id', report: 'probe', paragraph: 1, section: [PROBE], text: PROBE, page: 1 }
  return {
    id: 'probe',
    title: PROBE,
    place: '新疆维吾尔自治区',
    level: '自治区',
    meeting: '第十四届人民代表大会第二次会议',
    date: '2024-01-30',
    year: 2024,
    reviews: 2023,
    plans: 2024,
    speaker: '',
    post: '',
    note: '',
    url: '',
    source: '',
    sha256: '',
    from: {},
    sections: [section],
    passages: [passage],
  }
}

/** Names everything that documents depend on: an index with another one was made for another version of the program. */
export function schemaFingerprint(): string {
  fingerprint ??= makeFingerprint()
  return fingerprint
}

let fingerprint: string | null = null

function makeFingerprint(): string {
  const parts = [FORMAT, ANALYSIS, MAPPING, reportDocuments(probeReport(), '', 0), foldPhrase(PROBE)]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
