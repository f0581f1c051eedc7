/** Tells Telegram the bot's descriptions and its commands by scope and language. Only what has changed is sent. */
import type { Api, Context } from 'grammy'
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types'
import type { Language } from '../text/translate.ts'
import { loadLocales } from './locale.ts'

const PRIVATE_COMMANDS = [
  'verify',
  'compare',
  'trend',
  'kwic',
  'changes',
  'reports',
  'cite',
  'random',
  'lang',
  'help',
  'privacy',
  'forget',
  'about',
] as const
const GROUP_COMMANDS = ['ask', 'verify', 'compare', 'trend', 'changes', 'cite', 'reports', 'help'] as const

const SCOPES: readonly { readonly scope: BotCommandScope; readonly commands: readonly string[] }[] = [
  { scope: { type: 'default' }, commands: PRIVATE_COMMANDS },
  { scope: { type: 'all_private_chats' }, commands: PRIVATE_COMMANDS },
  { scope: { type: 'all_group_chats' }, commands: GROUP_COMMANDS },
]

/** Telegram knows languages by two letters, so traditional Chinese shares with simplified. Without a code: everybody else. */
const LANGUAGES: readonly { readonly code: LanguageCode | undefined; readonly locale: Language }[] = [
  { code: undefined, locale: 'zh-hans' },
  { code: 'zh', locale: 'zh-hans' },
  { code: 'en', locale: 'en' },
]

/** Asks what Telegram has and sets what differs, one call after the other: reading is free, setting is limited. */
export async function registerCommands(api: Api): Promise<void> {
  const i18n = loadLocales<Context>()
  for (const { code, locale } of LANGUAGES) {
    const language = code === undefined ? {} : { language_code: code }
    const t = (key: string): string => i18n.t(locale, key)
    for (const { scope, commands } of SCOPES) {
      const wanted = commands.map((command) => ({ command, description: t(`command-${command}`) }))
      const present = await api.getMyCommands({ scope, ...language })
      if (!isSame(present, wanted)) await api.setMyCommands(wanted, { scope, ...language })
    }
    const description = t('bot-description')
    if ((await api.getMyDescription(language)).description !== description) {
      await api.setMyDescription(description, language)
    }
    const shortDescription = t('bot-short-description')
    if ((await api.getMyShortDescription(language)).short_description !== shortDescription) {
      await api.setMyShortDescription(shortDescription, language)
    }
  }
}

function isSame(present: readonly BotCommand[], wanted: readonly BotCommand[]): boolean {
  const key = (commands: readonly BotCommand[]): string =>
    JSON.stringify(commands.map(({ command, description }) => [command, description]))
  return key(present) === key(wanted)
}
