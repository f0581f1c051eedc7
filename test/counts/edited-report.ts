/** Makes a report's next year out of it by random edits, and keeps which sentence came from which. */
import { parseReport } from '../../src/corpus/parse-report.ts'
import type { Report } from '../../src/corpus/report.ts'
import { findSentences } from '../../src/text/sentences.ts'

/** A place in a report: its paragraph and the start of the sentence in it. */
export type Place = `${number}:${number}`

export interface EditedReport {
  readonly b: Report
  /** Which sentence of a each sentence of b was made from. */
  readonly pairs: ReadonlyMap<Place, Place>
  /** Sentences of b in which a figure is another one and nothing else. */
  readonly figures: ReadonlySet<Place>
}

/** 0 up to, but not with, 1. */
export type Random = () => number

interface Made {
  readonly text: string
  readonly from: Place | null
  readonly hasOtherFigure: boolean
}

/** Edits `a`; sentences that are new are taken from `others`. */
export function editReport(a: Report, others: readonly Report[], random: Random): EditedReport {
  const strange = others.flatMap(sentencesOf).filter(({ text }) => text.length > 12)
  const paragraphs = a.passages.map(({ text, paragraph }) =>
    findSentences(text).flatMap(([start, end]): Made[] => {
      const sentence = text.slice(start, end)
      const made = edit(sentence, random)
      const from: Place = `${paragraph}:${start}`
      const kept = made === null ? [] : [{ ...made, from }]
      if (random() >= SHARE_NEW) return kept
      const added = strange[Math.floor(random() * strange.length)]?.text ?? ''
      return [...kept, { text: added, from: null, hasOtherFigure: false }]
    }),
  )
  const moved = moveSome(
    paragraphs.filter((made) => made.length > 0),
    random,
  )
  return assemble(a, moved)
}

const SHARE_NEW = 0.1
const SHARE_DROPPED = 0.1
const SHARE_FIGURE = 0.3
const SHARE_REWORDED = 0.2
const SHARE_MOVED = 0.08

function sentencesOf({ passages }: Report): { readonly text: string }[] {
  return passages.flatMap(({ text }) => findSentences(text).map((range) => ({ text: text.slice(...range) })))
}

function edit(sentence: string, random: Random): Omit<Made, 'from'> | null {
  const chance = random()
  if (chance < SHARE_DROPPED) return null
  if (chance < SHARE_DROPPED + SHARE_FIGURE) {
    const changed = otherFigure(sentence, random)
    if (changed !== null) return { text: changed, hasOtherFigure: true }
  }
  const isReworded = chance > 1 - SHARE_REWORDED && sentence.length > 14
  return { text: isReworded ? reword(sentence, random) : sentence, hasOtherFigure: false }
}

/** A figure that counts something: years and names with figures are none. */
function otherFigure(sentence: string, random: Random): string | null {
  const figures = [
    ...sentence.matchAll(/(?<![\dA-Za-z.第—-])\d+(?:\.\d+)?(?=(?:万|亿|%|个|公里|家|户|人|元|亩|吨|件))/gu),
  ]
  const figure = figures[Math.floor(random() * figures.length)]
  if (figure === undefined) return null
  const other = Number(figure[0]) + 1 + Math.floor(random() * 9)
  return (
    sentence.slice(0, figure.index) +
    String(Number(other.toFixed(2))) +
    sentence.slice(figure.index + figure[0].length)
  )
}

const CLAUSES = ['同时抓好跟踪问效', '形成上下联动的良好局面', '切实把好事办好', '为群众提供更多便利']

/** Leaves out a clause, adds one, or puts another word in the place of a few characters. */
function reword(sentence: string, random: Random): string {
  const clauses = sentence.split(/[，,]/u)
  const at = Math.floor(random() * clauses.length)
  const how = random()
  if (how < 0.3 && at < clauses.length - 1) return clauses.filter((_, index) => index !== at).join('，')
  if (how < 0.6)
    return [...clauses.slice(0, at), CLAUSES[at % CLAUSES.length], ...clauses.slice(at)].join('，')
  const start = 2 + Math.floor(random() * (sentence.length - 8))
  return `${sentence.slice(0, start)}深入谋划${sentence.slice(start + 3)}`
}

/** Some paragraphs stand elsewhere. */
function moveSome(paragraphs: Made[][], random: Random): Made[][] {
  const moved = [...paragraphs]
  for (let count = Math.floor(paragraphs.length * SHARE_MOVED); count > 0; count--) {
    const [taken] = moved.splice(Math.floor(random() * moved.length), 1)
    if (taken !== undefined) moved.splice(Math.floor(random() * moved.length), 0, taken)
  }
  return moved
}

function assemble(a: Report, paragraphs: readonly (readonly Made[])[]): EditedReport {
  const front = ['---', 'title: 政府工作报告', `place: ${a.place}`, `year: ${a.year + 1}`, '---']
  const body = paragraphs.map((made) => made.map(({ text }) => text).join(''))
  const { report, faults } = parseReport(
    'edited-2030',
    [...front, '', '# 政府工作报告', ...body].join('\n\n'),
  )
  if (report === undefined) throw new Error(faults.map(({ message }) => message).join('\n'))
  const pairs = new Map<Place, Place>()
  const figures = new Set<Place>()
  paragraphs.forEach((made, index) => {
    let start = 0
    for (const { text, from, hasOtherFigure } of made) {
      const place: Place = `${index + 1}:${start}`
      if (from !== null) pairs.set(place, from)
      if (hasOtherFigure) figures.add(place)
      start += text.length
    }
  })
  return { b: report, pairs, figures }
}
