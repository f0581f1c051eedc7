/** Shows one of the things that a passage numbers: the third of ten, the one behind it. */

import type { Message } from 'grammy/types'
import { findItem, findItems, itemAt } from '../../answer/enumeration.ts'
import { reportName } from '../../corpus/naming.ts'
import type { Report } from '../../corpus/report.ts'
import { readNumeral } from '../../text/numeral.ts'
import { sentencesAcross } from '../../text/sentences.ts'
import type { BotContext } from '../context.ts'
import { placePassage } from '../passage-lookup.ts'
import { answerPage } from '../question.ts'
import { passageReply } from '../replies/passage-reply.ts'
import { sectionReply } from '../replies/reports-reply.ts'
import { sendReply } from '../sending/sending.ts'
import { firstPage, type ViewState } from '../state-link.ts'
import { showState } from './ask.ts'
import { linkedPassage } from './cite.ts'
import { findNumberedHeading } from './numbered-heading.ts'

/** Whether the words shown lead in to such an item, or there are fewer hits than that. */
export async function showsItems(
  { searcher }: BotContext,
  number: number,
  state: ViewState,
): Promise<boolean> {
  if (state.view !== 'list' || state.offset > 0) return false
  const { hits } = await answerPage(searcher, state)
  const items = await findItems(searcher, state.query, hits[state.focus?.hit ?? 0])
  return items.length >= number || number > hits.length
}

/** The sentences of the words shown that are numbered so, or the passage that is. */
export async function showItem(ctx: BotContext, number: number, state: ViewState): Promise<boolean> {
  if (state.view !== 'list') return false
  if (COUNTS.test(state.query) && state.focus == null)
    return await showItem(ctx, number, firstPage('list', state.query.replace(COUNTS, '有哪些')))
  const { searcher } = ctx
  const { hits } = await answerPage(searcher, state)
  const at = state.focus?.hit ?? 0
  const item = (await findItems(searcher, state.query, hits[at]))[number - 1]
  if (item !== undefined && item.passage.id !== hits[at]?.passage.id)
    return await showPlaced(ctx, item.passage.id, state)
  // The sum of ten things may be said in one place, and what they are in another.
  const [found] =
    item !== undefined
      ? [{ hit: at, sentences: sentencesAcross(item.passage.text, item.range) }]
      : [at, ...hits.keys()].flatMap((hit) => {
          const sentences = findItem(hits[hit]?.passage.text ?? '', number)
          return sentences === null ? [] : [{ hit, sentences }]
        })
  return found !== undefined && (await showState(ctx, { ...state, focus: found }))
}

/** 一共几件: how many there are; which they are is asked by what is counted alone. */
const COUNTS = /(?:一共|总共|共)?(?:有|是|分)?(?:几|多少)大?[个件条项类种](?:事|实事)?[?？]?$/u

/** All that a passage of the place numbers, or the answer. */
async function showCounted(ctx: BotContext, state: ViewState): Promise<true> {
  const { hits } = await answerPage(ctx.searcher, state)
  for (const [at, { passage, report, sentence }] of hits.entries()) {
    const [from] = findItem(passage.text, 1) ?? []
    if (from === undefined || report.place !== hits[0]?.report.place) continue
    return await showState(ctx, { ...state, focus: { hit: at, sentences: [from, sentence.count - 1] } })
  }
  return await showState(ctx, state)
}

/** What the passage says behind a list that was shown; false where nothing was listed, or nothing stands behind it. */
export async function showRest(ctx: BotContext, state: ViewState): Promise<boolean> {
  if (state.view !== 'list' || state.offset > 0) return false
  if (COUNTS.test(state.query))
    return await showCounted(ctx, firstPage('list', state.query.replace(COUNTS, '有哪些')))
  const { hits } = await answerPage(ctx.searcher, state)
  const at = state.focus?.hit ?? 0
  const hit = hits[at]
  if (hit === undefined) return false
  const { passage, sentence } = hit
  const items = await findItems(ctx.searcher, state.query, hit)
  if (items.length === 0 && !LISTS.test(sentence.text)) return false
  const told = items.flatMap((item) =>
    item.passage.id === passage.id ? sentencesAcross(passage.text, item.range) : [],
  )
  const next = 1 + Math.max(state.focus?.sentences?.[1] ?? sentence.last, ...told)
  if (next >= sentence.count) return false
  return await showState(ctx, { ...state, focus: { hit: at, sentences: [next, sentence.count - 1] } })
}

/** Three things or more, one after the other. */
const LISTS = /；[^；。]*；/u

/** The paragraph as a message of its own. */
export async function showPlaced(ctx: BotContext, id: string, state: ViewState | null): Promise<boolean> {
  const placed = await placePassage(ctx.searcher, id, state)
  if (placed === null) return false
  await sendReply(ctx, passageReply(placed, { page: 0, state }, ctx.setting))
  return true
}

/** 重点工作一共几个方面: of headings, whatever the words shown number. */
const ASKS_HEADINGS = /(?:几|多少|哪[几一二三四五六七八九十]*)(?:个|大)*(?:条|项|方面|部分|章节?|点|块|板块)/u

/** The section of that number: of the headings that were listed, or in the report of the passage shown; false where the question asks for no headings. */
export async function showHeading(
  ctx: BotContext,
  number: number,
  { question, shown }: { readonly question: string; readonly shown: Message | undefined },
): Promise<boolean> {
  const found =
    (await listedHeading(ctx, number, shown?.text ?? '')) ??
    (await headingBeside(ctx, number, { question, shown }))
  const reply = found === null ? null : sectionReply(found.report, found.section, 0, ctx.setting)
  if (reply === null) return false
  await sendReply(ctx, reply)
  return true
}

interface Heading {
  readonly report: Report
  readonly section: number
}

/** What a line of a message says behind this number; null where none begins with it. */
export function numberedLine(text: string, number: number): string | null {
  return new RegExp(`^${number} (.+)$`, 'mu').exec(text)?.[1] ?? null
}

/** 📖 乌恰县 2023, and below it a heading a line. */
async function listedHeading(
  { searcher }: BotContext,
  number: number,
  text: string,
): Promise<Heading | null> {
  const name = /^📖 (?<name>[^\n]+)\n1 /u.exec(text)?.groups?.name
  const heading = numberedLine(text, number)
  if (name === undefined || heading === null) return null
  const { reports } = await searcher.catalog()
  for (const { id } of reports.filter((one) => reportName(one) === name)) {
    const report = await searcher.report(id)
    const section = report?.sections.findIndex((one) => one.heading === heading) ?? -1
    if (report !== null && section >= 0) return { report, section }
  }
  return null
}

async function headingBeside(
  { searcher }: BotContext,
  number: number,
  { question, shown }: { readonly question: string; readonly shown: Message | undefined },
): Promise<Heading | null> {
  const id = linkedPassage(shown)
  const found = id === null || !ASKS_HEADINGS.test(question) ? null : await searcher.passage(id)
  const report = found === null ? null : await searcher.report(found.report.id)
  const section =
    found === null || report === null ? null : findNumberedHeading(report, found.passage, number)
  return report === null || section === null ? null : { report, section }
}

/** The item behind or before the one that is shown; false where none is. */
export async function showNextItem(ctx: BotContext, by: 1 | -1, state: ViewState): Promise<boolean> {
  const sentences = state.focus?.sentences
  if (state.view !== 'list' || sentences == null) return false
  const { hits } = await answerPage(ctx.searcher, state)
  const number = itemAt(hits[state.focus?.hit ?? 0]?.passage.text ?? '', sentences)
  return number !== null && number + by > 0 && (await showItem(ctx, number + by, state))
}

/** 自治区十件民生实事第六件: which things, and which of them. */
const OWN_ITEM =
  /^(?<question>.{4,40}?)[\s，,的里中]*第(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})[件条项点个](?:实?事)?(?:是?(?:什么|啥|哪[件个项条])|[讲说写]了?(?:什么|啥)|的?(?:具体)?(?:原文|原话|全文|内容))?的?[?？]?$/u

/** What names several things: 十件实事, 三大任务. 全疆第一个 is none of any. */
const NAMES_ITEMS = /[几两\d二三四五六七八九十][大件条项点个]|实事|任务|措施|原则|问题|要求|举措|行动/u

/** False where the words end with no number, or what they ask for is not numbered. */
export async function showOwnItem(ctx: BotContext, text: string): Promise<boolean> {
  const { question = '', number = '' } = OWN_ITEM.exec(text)?.groups ?? {}
  const read = readNumeral(number)
  return (
    NAMES_ITEMS.test(question) && read !== null && (await showItem(ctx, read, firstPage('list', question)))
  )
}
