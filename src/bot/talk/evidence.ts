/** Tells what speaks for a question that a message may ask: its form, and what the reports answer. */
import { answer } from '../../answer/answer.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldText } from '../../text/normalizer.ts'
import { escapePattern } from '../../text/occurrences.ts'
import { readAskedOfAnswer } from './asked-of-answer.ts'
import { type Behind, bare, type Candidate, namesIn } from './candidates.ts'

/**
 * What speaks for a candidate, and how much. Learned by softmax regression over the candidates of some 400 messages behind an answer,
 * of three authors; read by the others' messages each tenth is told rightly as often as by its own, but for one or two in a hundred.
 */
const WEIGHTS = {
  isItself: -1.94,
  isSwap: 2.59,
  isUndated: -2.74,
  /** Whether it is answered, and by a figure. */
  isStrong: 0.87,
  isFigure: 1.26,
  /** Whether something of it is said nowhere near. */
  lacks: -1.34,
  /** Share of the message's own words that the sentence and the passage found have. */
  saysOwn: 1.58,
  passageSaysOwn: 1.49,
  /** Of words and topic together: share of the words of the topic that the sentence has. */
  saysBoth: 1.63,
  /** Of an indicator at the place and year of the question. */
  isNamed: 1.97,
  /** Of the message as it is: by its form it asks by itself, or points at something before it. */
  isLikeNew: 1.28,
  points: -1.14,
  /** Number of its own words, where nothing is put to them, and where the question is without them. */
  ownWords: 0.36,
  leavesOut: -0.58,
} as const

type Features = Readonly<Partial<Record<keyof typeof WEIGHTS, number>>>

export function scoreOf(features: Features): number {
  const names = Object.keys(features) as (keyof Features)[]
  return names.reduce((sum, name) => sum + WEIGHTS[name] * (features[name] ?? 0), 0)
}

export const POINTS = /^(?:那(?![句段])|它|其中|这|换|不|再|也|还|又)|呢[?？]?$/u

/** What the candidate is like, before anything is searched for. */
export function traitsOf(
  { how, question, isUndated, isInPlace }: Candidate,
  { words, now }: Behind,
): Features {
  const isItself = how === 'itself'
  const ownWords = Math.min(now.content.length, MAX_COUNTED)
  return {
    isItself: Number(isItself),
    isSwap: Number(how === 'swap'),
    isUndated: Number(isUndated),
    isNamed: Number(how === 'topic' && (isInPlace || namesIn(now.words).length > 0)),
    isLikeNew: Number(isItself && readAskedOfAnswer(words, now.places).asked === 'new'),
    points: Number(isItself && (POINTS.test(words) || now.query.text !== words)),
    ownWords: bare(question) === bare(words) ? ownWords : 0,
    leavesOut: how === 'swap' ? ownWords : 0,
  }
}

/** What the reports tell of it. */
export async function toldOf(
  searcher: Searcher,
  { how, question }: Candidate,
  { old, now }: Behind,
): Promise<Features> {
  const { match, hits, mentions, quote, figures, missing } = await answer(searcher, question)
  const [hit] = hits
  const sentence = foldText(hit?.sentence.text ?? '')
  const share = (spoken: readonly string[], text: string): number =>
    spoken.length === 0 ? 0 : spoken.filter((word) => says(searcher, text, word)).length / spoken.length
  return {
    isStrong: Number(match === 'strong' || mentions !== null || quote !== null),
    isFigure: Number((figures?.rows.length ?? 0) > 0),
    lacks: Number(missing?.some(({ kind }) => !OF_REPORT_SOUGHT.has(kind)) === true),
    saysOwn: share(now.content, sentence),
    passageSaysOwn: share(now.content, foldText(hit?.passage.text ?? '')),
    saysBoth: how === 'both' ? share(old.content, sentence) : 0,
  }
}

/** The most that reports could tell of it. */
export function mostTold({ how, question }: Candidate, { old, now }: Behind): number {
  const saysOwn = Number(now.content.length > 0)
  const saysBoth = Number(how === 'both' && old.content.length > 0)
  const isFigure = Number(/多少|几|占|排|目标|完成情况/u.test(question) || namesIn(question).length > 0)
  return scoreOf({ isStrong: 1, isFigure, saysOwn, passageSaysOwn: saysOwn, saysBoth })
}

const MAX_COUNTED = 4
/** What reports there are, and not what they say. */
const OF_REPORT_SOUGHT: ReadonlySet<string> = new Set(['place', 'year', 'review'])

export function says(searcher: Searcher, text: string, word: string): boolean {
  // 17 is no part of 2017, nor 3亿 of 13亿.
  if (/^\d/u.test(word))
    return new RegExp(`(?<![\\d.])${escapePattern(foldText(word))}(?!\\d|\\.\\d)`, 'u').test(text)
  return [word, ...searcher.wordings(foldText(word))].some((wording) => text.includes(foldText(wording)))
}
