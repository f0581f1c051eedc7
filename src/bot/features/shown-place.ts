/** Finds the place that the answer above a message is about. */
import type { Message } from 'grammy/types'
import { answer } from '../../answer/answer.ts'
import { readMentionQuestion } from '../../counts/mention-question.ts'
import type { Candidate } from '../../search/backend.ts'
import { placeAbove } from '../../text/provinces.ts'
import type { BotContext } from '../context.ts'
import { narrowedQuery, type ViewState } from '../state-link.ts'
import { linkedPassage } from './cite.ts'

/** The question, behind the place of the answer where it names none: 这个县 is the one that was shown. */
export async function placedQuestion(
  ctx: BotContext,
  shown: Message | undefined,
  state: ViewState,
): Promise<string> {
  const question = narrowedQuery(state)
  const { named, foreign } = await ctx.searcher.read(question)
  // Who says a phrase is asked of all.
  const isOfAll = readMentionQuestion(question, named) !== null
  const place =
    isOfAll || named.length + foreign.length > 0
      ? null
      : ((await passageShown(ctx, shown))?.report.place ?? (await placeNear(ctx, question)))
  return place === null ? question : `${place} ${question}`
}

/** The passage that answered, with its report; null where none did. */
export async function passageShown(ctx: BotContext, shown: Message | undefined): Promise<Candidate | null> {
  const id = linkedPassage(shown)
  return id === null ? null : await ctx.searcher.passage(id)
}

/** The place of what came nearest, where nothing answered: that of the first two hits. */
async function placeNear({ searcher }: BotContext, question: string): Promise<string | null> {
  const { hits } = await answer(searcher, question, { limit: 2 })
  const [place, ...others] = new Set(hits.map(({ report }) => report.place))
  return others.length === 0 ? (place ?? null) : null
}

/** The province (省), prefecture (市) or nation (国) above the place of the question, or of the answer; null where there is none. */
export async function placeAboveShown(
  ctx: BotContext,
  shown: Message | undefined,
  state: ViewState,
  level: '省' | '市' | '国',
): Promise<string | null> {
  const { reports } = await ctx.searcher.catalog()
  if (level === '国') return reports.find((report) => report.level === '国')?.place ?? null
  const { preferences, filters } = await ctx.searcher.read(narrowedQuery(state))
  const [place = (await passageShown(ctx, shown))?.report.place] = [...preferences.places, ...filters.places]
  const known = reports.map((report) => report.place)
  return place === undefined ? null : placeAbove(place, level, known)
}
