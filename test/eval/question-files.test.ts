/** The question files are right about the corpus: what they call an answer stands there, what they call absent does not. */
import { describe, expect, it } from 'vitest'
import { citePassage } from '../../src/answer/citation.ts'
import { readFiveReports } from '../five-reports.ts'
import { FIVE_REPORTS_FILES, type Question, readQuestions } from './questions.ts'

const reports = await readFiveReports()
const passages = reports.flatMap((report) =>
  report.passages.map((passage) => ({
    report: report.id,
    text: plain(passage.text),
    around: plain(`${passage.section.join('')}${citePassage(passage, report)}`),
  })),
)
const load = (name: string): Promise<Question[]> => readQuestions(new URL(name, import.meta.url))
const files = FIVE_REPORTS_FILES
const questions = (await Promise.all(files.map(load))).flat()

describe('question files', () => {
  it('have an id for each question alone', () => {
    expect(repeated(questions.map(({ id }) => id))).toEqual([])
  })

  it.each(files)('%s: asks nothing twice', async (file) => {
    expect(repeated((await load(file)).map(({ query }) => query))).toEqual([])
  })

  it.each(files)('%s: each report that is said to answer holds a gold', async (file) => {
    const without = (await load(file)).filter(
      (question) => !docsOf(question).every((report) => hasGold(question, report)),
    )
    expect(without.map(({ id }) => id)).toEqual([])
  })

  it('give golds to all but what nothing answers', () => {
    const isEmpty = ({ type }: Question): boolean => type === 'no-answer' || type === 'hostile'
    expect(questions.filter((question) => (question.gold.length === 0) !== isEmpty(question))).toEqual([])
  })

  it('misquote what the corpus says otherwise', () => {
    const misquotes = questions.filter(({ type }) => type === 'misquote') as (Question & { true: string })[]
    const isVerbatim = (text: string): boolean =>
      passages.some((passage) => passage.text.includes(plain(text)))
    expect(misquotes.filter((question) => isVerbatim(question.query) || !isVerbatim(question.true))).toEqual(
      [],
    )
  })

  it('put every third own question aside for validation', async () => {
    const own = (await load('own.jsonl')) as (Question & { split: string })[]
    expect(own.filter(({ split }, index) => (split === 'validation') !== (index % 3 === 2))).toEqual([])
  })
})

function hasGold({ type, note = '', gold }: Question, report: string): boolean {
  const isAround = type === 'structure' || note.includes('front matter')
  return passages.some(
    (passage) =>
      passage.report === report &&
      gold.some(
        (one) => passage.text.includes(plain(one)) || (isAround && passage.around.includes(plain(one))),
      ),
  )
}

function docsOf({ doc, docs }: Question): readonly string[] {
  return docs ?? (doc === null ? [] : [doc])
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

/** NFKC, without white space: how golds are compared. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}
