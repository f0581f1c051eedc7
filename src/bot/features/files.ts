/** Answers the buttons that send what a message shows as a file: a quote card, a chart, a table, a document. */

import { FormattedString } from '@grammyjs/parse-mode'
import { type Composer, InputFile } from 'grammy'
import { citePassage } from '../../answer/citation.ts'
import { cardLabels } from '../../pictures/labels.ts'
import { passageCard } from '../../pictures/passage-card.ts'
import type { Picture, Pictures, Refusal } from '../../pictures/pictures.ts'
import type { Range } from '../../text/runs.ts'
import { findSentences } from '../../text/sentences.ts'
import type { Action } from '../callback-data.ts'
import { onAction } from '../command.ts'
import type { BotContext } from '../context.ts'
import { placePassage } from '../passage-lookup.ts'
import { deepLink } from '../replies/source-line.ts'
import { type PhotoMemory, sendDocument, sendPhoto } from '../sending/send-file.ts'
import { sendLine } from '../sending/sending.ts'
import { withTyping } from '../sending/typing.ts'
import type { ViewState } from '../state-link.ts'
import { stateOf } from './browse.ts'
import { chartFor, documentFor } from './taken-files.ts'

/** Sends the chart of a question, or the line that says why there is none. */
export type DrawChart = (ctx: BotContext, state: ViewState) => Promise<void>

export function createChartSender(drawing: Drawing): DrawChart {
  const { pictures, memory } = drawing
  return async (ctx, state) => {
    const chart = await withTyping(ctx, () => chartFor(ctx.searcher, state, ctx.t))
    if (chart === null) return await sendLine(ctx, ctx.t('chart-none'))
    const caption = new FormattedString(
      [chart.title, chart.subtitle].filter((line) => line !== '').join('\n'),
    )
    const key = JSON.stringify(chart)
    const drawn = { key, caption, draw: () => draw(pictures, (one) => one.chart(chart)) }
    await sendDrawn(ctx, drawn, memory)
  }
}

export function installFiles(composer: Composer<BotContext>, drawing: Drawing, drawChart: DrawChart): void {
  onAction(composer, ['card', 'take'], async (ctx, action) => {
    // A message that was sent inline has no chat that the bot may write to.
    if (ctx.chat === undefined) return
    if (action.kind === 'card') return await sendCard(ctx, action, drawing)
    const state = stateOf(ctx)
    if (state === null) return await sendLine(ctx, ctx.t('question-lost'))
    if (action.form === 'chart') return await drawChart(ctx, state)
    const { form } = action
    const document = await withTyping(ctx, () => documentFor(ctx.searcher, state, { form, t: ctx.t }))
    if (document === null) return await sendLine(ctx, ctx.t('file-none'))
    await sendDocument(ctx, document.bytes, document.name)
  })
}

/** Of a longer text the square has more room. */
const MAX_WIDE_UTF16 = 110

interface Drawing {
  readonly pictures: Pictures | null
  readonly memory: PhotoMemory
}

async function sendCard(
  ctx: BotContext,
  { passage: id, sentences }: Extract<Action, { kind: 'card' }>,
  { pictures, memory }: Drawing,
): Promise<void> {
  const { searcher, setting } = ctx
  const placed = await withTyping(ctx, () => placePassage(searcher, id, stateOf(ctx)))
  if (placed === null) return await sendLine(ctx, ctx.t('passage-unknown'))
  const { passage, report, highlights } = placed
  const address = deepLink(passage.id, setting.botUsername)
  const pointed = sentences === null ? [] : rangeOf(passage.text, sentences)
  const card = passageCard(passage, report, {
    searcher,
    pointed,
    marked: highlights,
    link: setting.pages === null ? address : `${setting.pages.root}/passages/${passage.id}`,
    labels: cardLabels(ctx.t),
  })
  const [[start, end] = [0, passage.text.length]] = pointed
  const shape = end - start > MAX_WIDE_UTF16 ? 'square' : 'wide'
  const caption = FormattedString.link(citePassage(passage, report), address)
  const key = JSON.stringify([card, card.labels.verified, shape])
  await sendDrawn(ctx, { key, caption, draw: () => draw(pictures, (one) => one.card(card, shape)) }, memory)
}

function rangeOf(text: string, [first, last]: readonly [number, number]): Range[] {
  const sentences = findSentences(text)
  const [start, end] = [sentences[first]?.[0], (sentences[last] ?? sentences.at(-1))?.[1]]
  return start === undefined || end === undefined ? [] : [[start, end]]
}

async function draw(
  pictures: Pictures | null,
  make: (pictures: Pictures) => Promise<Picture | Refusal>,
): Promise<Picture | Refusal> {
  return pictures === null ? { kind: 'refused', reason: 'unavailable', characters: '' } : await make(pictures)
}

interface Drawn {
  readonly key: string
  readonly caption: FormattedString
  readonly draw: () => Promise<Picture | Refusal>
}

/** Sends the picture, or the line that says why there is none. */
async function sendDrawn(ctx: BotContext, drawn: Drawn, memory: PhotoMemory): Promise<void> {
  let refused: Refusal | null = null
  await sendPhoto(ctx, memory, {
    key: drawn.key,
    caption: drawn.caption,
    make: async () => {
      const made = await withTyping(ctx, drawn.draw)
      if (made.kind === 'picture') return new InputFile(made.bytes, 'yinju.png')
      refused = made
      return null
    },
  })
  const { reason, characters } = (refused as Refusal | null) ?? { reason: null, characters: '' }
  if (reason !== null) await sendLine(ctx, ctx.t(`card-${reason}`, { characters }))
}
