/** What a feature gets with an update: grammY's context and the parts that belong to the update to its end. */

import type { I18nFlavor } from '@grammyjs/i18n'
import type { Context } from 'grammy'
import type { Logger } from '../log.ts'
import type { Searcher } from '../search/searcher.ts'
import type { Match } from '../search/verdict/judge.ts'
import type { LanguageStore } from '../state/languages.ts'
import type { AnswerMemory } from './answer-memory.ts'
import type { Action } from './callback-data.ts'
import type { Setting } from './replies/source-line.ts'
import type { Route } from './route.ts'

export type BotContext = Context &
  I18nFlavor & {
    /** The searcher of this update: a reload in the middle does not change it. */
    searcher: Searcher
    /** Logs with the update's id. */
    log: Logger
    /** Language and name of the bot, for replies. */
    setting: Setting
    /** What a message wants of the bot; silence for every other kind of update. */
    route: Route
    /** What a pressed button asks for; null for every other kind of update, and for data that is not ours. */
    action: Action | null
    /** Set once the pressed button is being answered. */
    isButtonAnswered: boolean
    /** Set by the boundary of a feature whose handler failed. */
    hasFailed: boolean
    /** Which language each user has chosen. */
    languages: LanguageStore
    /** Which message answers which. */
    answers: AnswerMemory
    /** A message that was sent ahead of the reply, and is to become it; null when there is none. See recall.ts. */
    opened: number | null
    /** Tells the metrics how a question was answered. */
    reportAnswer: (feature: string, match: Match) => void
  }
