/** The word lists that search needs in: synonyms, the gazetteer and sounds, read from the data files and the operator's own. */

import { readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { foldText } from '../text/normalizer.ts'
import { parseSounds, type Sounds } from '../text/sounds.ts'
import { parseSynonyms, printedBy, type SynonymRule, type Synonyms, wordsOfSide } from '../text/synonyms.ts'
import { makeTopics, type Topics } from '../text/topics.ts'
import { dataLines } from '../text/word-list.ts'

export interface Vocabulary {
  readonly synonyms: Synonyms
  /** In which everyday words people ask for the topics of reports. */
  readonly topics: Topics
  /** Full names of the places of China, those of the corpus and all others. */
  readonly gazetteer: readonly string[]
  /** Which characters sound alike. */
  readonly sounds: Sounds
  /** What the reports print, by the right sides of the synonyms; folded, each once. */
  printed(): readonly string[]
  /** Whether reports at large print the folded word: a Chinese rule of the synonyms leads to it, or a topic is named by it. */
  isPrinted(word: string): boolean
}

/** The operator's synonyms file cannot be read or holds a line that is no rule. The message names the fix. */
export class VocabularyError extends Error {
  override readonly name = 'VocabularyError'
}

const SYNONYMS = new URL('../text/synonyms/', import.meta.url)
const TOPICS = new URL('../text/topics/', import.meta.url)
const SOUNDS = new URL('../text/pinyin.txt', import.meta.url)
const GAZETTEER = new URL('../text/gazetteer.txt', import.meta.url)

/**
 * Reads the lists that come with the program and, on top of them, the operator's synonyms.
 *
 * @throws VocabularyError when the operator's file is missing or faulty.
 */
export async function readVocabulary(ownSynonyms?: string): Promise<Vocabulary> {
  const [synonyms, places, sounds, own] = await Promise.all([
    readSynonyms(),
    readFile(GAZETTEER, 'utf8'),
    readFile(SOUNDS, 'utf8'),
    ownSynonyms === undefined ? '' : readOwn(ownSynonyms),
  ])
  const { faults } = parseSynonyms(own)
  if (faults.length > 0) {
    const told = faults.map(({ line, message }) => `${ownSynonyms}:${line}: ${message}`)
    throw new VocabularyError(told.join('\n'))
  }
  const all = parseSynonyms(`${synonyms}\n${foldText(own)}`, { isFolded: true })
  return {
    synonyms: all.synonyms,
    topics: makeTopics(all.rules, readTopics),
    gazetteer: [...new Set(dataLines(places).flatMap((line) => line.split(/\s+/)))],
    sounds: parseSounds(sounds),
    printed: () => [...new Set(all.rules.flatMap(printedBy))],
    isPrinted: readPrinted(all.rules),
  }
}

/** An English rule leads to any Chinese word (slogan => 口号), whether reports name things by it or not. Read when first asked for. */
function readPrinted(rules: readonly SynonymRule[]): (word: string) => boolean {
  let words: ReadonlySet<string> | null = null
  return (word) => {
    words ??= new Set([
      ...rules.filter(({ left: [first = ''] }) => /\p{sc=Han}/u.test(first)).flatMap(printedBy),
      ...dataLines(readTopics()).flatMap((line) => wordsOfSide(line.split(' = ')[0] ?? '')),
    ])
    return words.has(word)
  }
}

/** The synonyms that come with the program, the files of all subjects as one text, folded: they hold no other than plain simplified characters. */
export async function readSynonyms(): Promise<string> {
  const names = textNames(await readdir(SYNONYMS))
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, SYNONYMS), 'utf8')))
  return texts.join('\n').toLowerCase()
}

/** The descriptions of topics that come with the program, written as they are compared. Most questions need none of them. */
export function readTopics(): string {
  const names = textNames(readdirSync(TOPICS))
  return names.map((name) => readFileSync(new URL(name, TOPICS), 'utf8')).join('\n')
}

function textNames(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith('.txt')).sort()
}

async function readOwn(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new VocabularyError(`${file}: cannot be read; check the path in SYNONYMS_FILE`)
  }
}
