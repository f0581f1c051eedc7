/**
 * Passages in, a searchable engine out: what a user would pick instead of yinju, each set up as its documentation says.
 * Each gets what yinju has, too: place, year, title and headings stand before the text, which helps all of them.
 */
import { create, insertMultiple, search } from '@orama/orama'
import { createTokenizer } from '@orama/tokenizers/mandarin'
import { Charset, Index } from 'flexsearch'
import Database from 'libsql'
import MiniSearch from 'minisearch'
import { BM25 } from '../../src/search/indexing/bm25.ts'
import { FIELD_BOOST, FIELDS, passageFields } from '../../src/search/indexing/fields.ts'
import { analyze } from '../../src/text/analyzer.ts'
import { headed, type Peer } from './engine.ts'
import { lucene, openSearch } from './java-peers.ts'
import { megabytes } from './memory.ts'

/** The two that the targets name. */
export const MINISEARCH_OUR_FIELDS = "MiniSearch, yinju's fields"
export const SQLITE_BIGRAMS = 'SQLite FTS5, bigrams'

const HAN_RUN = /\p{Script=Han}+/gu
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Overlapping pairs of Han characters; Latin words and figures whole. A run of one character stands for itself. */
function bigrams(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase()
  const pairs = (folded.match(HAN_RUN) ?? []).flatMap((run) => {
    const characters = [...run]
    if (characters.length === 1) return characters
    return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
  })
  return [...pairs, ...(folded.match(/[a-z0-9]+(?:\.[0-9]+)?/g) ?? [])]
}

function segmenterWords(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase()
  return [...words.segment(folded)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))
}

interface Row {
  readonly id: number
  readonly text: string
}

function miniSearchPeer(name: string, tokenize?: (text: string) => string[]): Peer {
  return {
    name,
    build(passages) {
      const index = new MiniSearch<Row>({ fields: ['text'], ...(tokenize === undefined ? {} : { tokenize }) })
      passages.forEach((passage, id) => {
        index.add({ id, text: headed(passage) })
      })
      return {
        name,
        keepsTexts: false,
        search: (query, limit) =>
          index
            .search(query)
            .slice(0, limit)
            .map((hit) => hit.id as number),
      }
    },
  }
}

/** MiniSearch's own search over the very fields, terms, boosts and parameters that yinju ranks by. */
const miniSearchOurFields: Peer = {
  name: MINISEARCH_OUR_FIELDS,
  build(passages) {
    const index = new MiniSearch({
      fields: [...FIELDS],
      tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
      processTerm: encodeTerm,
    })
    passages.forEach((passage, id) => {
      index.add({ id, ...passageFields(passage) })
    })
    return {
      name: this.name,
      keepsTexts: false,
      search: (query, limit) =>
        index
          .search([...new Set(analyze(query).map(({ term }) => term))].join(' '), {
            boost: FIELD_BOOST,
            bm25: BM25,
          })
          .slice(0, limit)
          .map((hit) => hit.id as number),
    }
  },
}

/** FTS5 in memory. `cut` gives the words that are stored and asked for; without it the trigram tokenizer sees the text. */
function fts5Peer(name: string, cut?: (text: string) => string[]): Peer {
  return {
    name,
    build(passages) {
      const database = new Database(':memory:')
      const tokenizer = cut === undefined ? 'trigram' : 'unicode61'
      database.exec(`CREATE VIRTUAL TABLE passage USING fts5(text, tokenize='${tokenizer}')`)
      const insert = database.prepare('INSERT INTO passage(rowid, text) VALUES (?, ?)')
      database.exec('BEGIN')
      passages.forEach((passage, id) => {
        const text = headed(passage)
        insert.run(id + 1, cut === undefined ? text : cut(text).join(' '))
      })
      database.exec('COMMIT')
      const select = database.prepare(
        'SELECT rowid AS id FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?',
      )
      const terms = cut ?? trigrams
      const pragma = (name: string): number =>
        (database.prepare(`PRAGMA ${name}`).get() as Record<string, number>)[name] ?? 0
      return {
        name,
        keepsTexts: true,
        outsideMb: () => megabytes(pragma('page_count') * pragma('page_size')),
        search(query, limit) {
          const any = [...new Set(terms(query))].map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ')
          if (any === '') return []
          return (select.all(any, limit) as { id: number }[]).map(({ id }) => id - 1)
        },
      }
    },
  }
}

function trigrams(text: string): string[] {
  const characters = [...text.replace(/\s+/g, '')]
  return characters.slice(2).map((_, i) => characters.slice(i, i + 3).join(''))
}

const flexSearch: Peer = {
  name: 'FlexSearch (CJK charset)',
  build(passages) {
    const index = new Index({ tokenize: 'forward', encoder: Charset.CJK })
    passages.forEach((passage, id) => {
      index.add(id, headed(passage))
    })
    return {
      name: this.name,
      keepsTexts: false,
      search: (query, limit) => index.search(query, { limit, suggest: true }) as number[],
    }
  },
}

const orama: Peer = {
  name: 'Orama (Mandarin tokenizer)',
  async build(passages) {
    const database = create({
      schema: { number: 'number', text: 'string' } as const,
      components: { tokenizer: createTokenizer() },
    })
    await insertMultiple(
      database,
      passages.map((passage, number) => ({ number, text: headed(passage) })),
      500,
    )
    return {
      name: this.name,
      keepsTexts: true,
      async search(query, limit) {
        const answer = await search(database, { term: query, limit, properties: ['text'], threshold: 1 })
        return answer.hits.map((hit) => (hit.document as { number: number }).number)
      },
    }
  },
}

export const PEERS: readonly Peer[] = [
  miniSearchPeer('MiniSearch as it comes'),
  miniSearchPeer('MiniSearch, Intl.Segmenter', segmenterWords),
  miniSearchPeer('MiniSearch, bigrams', bigrams),
  miniSearchOurFields,
  flexSearch,
  orama,
  fts5Peer('SQLite FTS5, trigram'),
  fts5Peer(SQLITE_BIGRAMS, bigrams),
  fts5Peer('SQLite FTS5, Intl.Segmenter', segmenterWords),
  lucene,
  openSearch,
]

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789-_.~!'

/**
 * Writes a term in 41 letters, three for each UTF-16 unit. MiniSearch's radix tree looks through the children of a node
 * one by one, and the root of a Chinese one has thousands: recoded it builds in a third of the time.
 */
function encodeTerm(term: string): string {
  let encoded = ''
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at)
    encoded += ALPHABET[Math.floor(unit / 1681)] as string
    encoded += ALPHABET[Math.floor(unit / 41) % 41] as string
    encoded += ALPHABET[unit % 41] as string
  }
  return encoded
}
