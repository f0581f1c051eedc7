/** Passages in, a searchable engine out: what a user would pick instead of yinju, each set up as its documentation says. */
import { create, insertMultiple, search } from '@orama/orama'
import { createTokenizer } from '@orama/tokenizers/mandarin'
import { Charset, Index } from 'flexsearch'
import Database from 'libsql'
import MiniSearch from 'minisearch'
import { BM25, FIELD_BOOST, FIELDS, passageFields } from '../../src/search/fields.ts'
import { encodeTerm } from '../../src/search/index-builder.ts'
import { analyze } from '../../src/text/analyzer.ts'

/** The name of our own engine among the peers. */
export const OURS = 'yinju'

/** An engine over passages numbered from 0. */
export interface Engine {
  readonly name: string
  /** Numbers of the best passages, best first. */
  search(query: string, limit: number): Promise<readonly number[]> | readonly number[]
}

export interface Peer {
  readonly name: string
  build(passages: readonly string[]): Promise<Engine> | Engine
}

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
      index.addAll(passages.map((text, id) => ({ id, text })))
      return {
        name,
        search: (query, limit) =>
          index
            .search(query)
            .slice(0, limit)
            .map((hit) => hit.id as number),
      }
    },
  }
}

/** MiniSearch's own search over the very terms, boosts and parameters that yinju ranks by. */
const miniSearchOurFields: Peer = {
  name: "MiniSearch, yinju's fields",
  build(passages) {
    const index = new MiniSearch({
      fields: [...FIELDS],
      tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
      processTerm: encodeTerm,
    })
    passages.forEach((text, id) => {
      index.add({ id, ...passageFields({ text, section: [] }) })
    })
    return {
      name: this.name,
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
      passages.forEach((text, id) => {
        insert.run(id + 1, cut === undefined ? text : cut(text).join(' '))
      })
      database.exec('COMMIT')
      const select = database.prepare(
        'SELECT rowid AS id FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?',
      )
      const terms = cut ?? trigrams
      return {
        name,
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
    passages.forEach((text, id) => {
      index.add(id, text)
    })
    return {
      name: this.name,
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
      passages.map((text, number) => ({ number, text })),
      500,
    )
    return {
      name: this.name,
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
  fts5Peer('SQLite FTS5, bigrams', bigrams),
  fts5Peer('SQLite FTS5, Intl.Segmenter', segmenterWords),
]
