/** Turns a message that asks several things into one reply: each question with its figure, or with the sentence that answers it. */

import { FormattedString } from '@grammyjs/parse-mode'
import { type Answer, answer } from '../answer/answer.ts'
import { makeSnippet } from '../answer/snippet.ts'
import type { Searcher } from '../search/searcher.ts'
import { inTurns } from '../search/turns.ts'
import { clip } from '../text/clip.ts'
import { figureLines, isTable, withKinds } from './replies/figures-reply.ts'
import { questionHeading } from './replies/notices.ts'
import { isAboutSpeech, type Setting, sourceLine, speakerLines } from './replies/source-line.ts'
import { button, embolden, fitReply, lines, quoteBlock, type Reply } from './reply.ts'
import type { ViewState } from './state-link.ts'
import { suggestionHash } from './suggestion.ts'
import { readAlternatives } from './talk/alternatives.ts'
import { readQuestionParts } from './talk/question-parts.ts'

/** One screen of a telephone holds them all. */
const SENTENCE_UTF16 = 90
const LABEL_UTF16 = 40
/** Of a table; its number shows the rest. */
const MAX_ROWS = 4

interface Part {
  readonly question: string
  readonly found: Answer
}

/** All questions of a message, and those of them that have an answer. */
interface Parts {
  readonly all: readonly Part[]
  readonly answered: readonly Part[]
}

/** null for a message that asks one thing, in so many words. */
export async function answerParts(searcher: Searcher, text: string): Promise<Parts | null> {
  const questions = await readQuestionParts(searcher, text)
  if (questions.length < 2 && questions[0] === text) return null
  return await answerEach(searcher, questions)
}

/** Both sides of X还是Y; null where nothing stands in the reports of either, or the message weighs no words. */
export async function answerAlternatives(searcher: Searcher, text: string): Promise<Parts | null> {
  const questions = await readAlternatives(searcher, text)
  return questions === null ? null : await answerEach(searcher, questions)
}

async function answerEach(searcher: Searcher, questions: readonly string[]): Promise<Parts> {
  const all = await inTurns(questions, async (question) => ({
    question,
    found: await answer(searcher, question, { limit: 1 }),
  }))
  return { answered: all.filter(({ found }) => found.match === 'strong' && found.hits.length > 0), all }
}

export function severalReply({ all }: Parts, state: ViewState, setting: Setting): Reply {
  const told = all.map(({ question, found }, index) =>
    lines(
      FormattedString.join(['\n', FormattedString.b(`${index + 1} ${clip(question, LABEL_UTF16)}`)]),
      partText(found, setting),
    ),
  )
  return fitReply({
    text: lines(questionHeading(state, setting), ...told),
    keyboard: [
      all.flatMap(({ question }, index) =>
        button(String(index + 1), { kind: 'suggestion', hash: suggestionHash({ query: question }) }),
      ),
    ],
  })
}

function partText(found: Answer, setting: Setting): FormattedString {
  const { figures, match, hits } = found
  const [hit] = hits
  if (match !== 'strong' || hit === undefined) return new FormattedString(setting.t('several-none'))
  if (isAboutSpeech(found)) return lines(...speakerLines(found, setting))
  const told = figures === null || figures.rows.length === 0 ? [] : figureLines(figures, setting)
  // An indicator that is named for each place is read for each.
  const first = told.filter((line, at) => told.findIndex(({ text }) => text === line.text) === at)
  if (figures !== null && isTable(figures)) return lines(...first.slice(0, MAX_ROWS))
  const cut = makeSnippet(hit.passage, hit.matches, { limit: SENTENCE_UTF16 })
  return lines(
    ...first,
    quoteBlock(embolden(cut.text, cut.highlights)),
    withKinds(sourceLine(hit.passage, hit.report, setting), hit, setting.t),
  )
}
