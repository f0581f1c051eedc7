/** /lang chooses the language for good, /forget deletes the choice. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Composer } from 'grammy'
import { LANGUAGES, type Language } from '../../text/translate.ts'
import { onAction, onCommand } from '../command.ts'
import type { BotContext } from '../context.ts'
import { button, type Reply } from '../reply.ts'
import { editReply, sendLine, sendReply } from '../sending/sending.ts'

const NAMES: Readonly<Record<Language, string>> = {
  'zh-hans': '简体中文',
  'zh-hant': '繁體中文',
  en: 'English',
}
/** What people type behind /lang. */
const TYPED: Readonly<Record<Language, RegExp>> = {
  'zh-hant': /繁|hant|tw|hk/iu,
  'zh-hans': /简|簡|hans|zh|cn|中文/iu,
  en: /en|英/iu,
}

export function installLang(composer: Composer<BotContext>): void {
  onCommand(composer, 'lang', async (ctx, words) => {
    const locale = LANGUAGES_BY_WORDS.find((one) => TYPED[one].test(words))
    if (locale !== undefined) await choose(ctx, locale)
    await sendReply(ctx, choiceReply(ctx))
  })
  onCommand(composer, 'forget', async (ctx) => {
    const wasKnown = ctx.from !== undefined && (await ctx.languages.forget(ctx.from.id))
    await sendLine(ctx, ctx.t(wasKnown ? 'forgotten' : 'nothing-to-forget'))
  })
  onAction(composer, ['lang'], async (ctx, { locale }) => {
    await choose(ctx, locale)
    await editReply(ctx, choiceReply(ctx))
  })
}

/** Traditional first: zh-hant holds the zh that means simplified. */
const LANGUAGES_BY_WORDS: readonly Language[] = ['zh-hant', 'zh-hans', 'en']

async function choose(ctx: BotContext, locale: Language): Promise<void> {
  if (ctx.from !== undefined) await ctx.languages.choose(ctx.from.id, locale)
  ctx.i18n.useLocale(locale)
}

function choiceReply(ctx: BotContext): Reply {
  const text = ctx.t('language-chosen', { language: ctx.t('language-name') })
  return {
    text: new FormattedString(text),
    keyboard: [LANGUAGES.flatMap((locale) => button(NAMES[locale], { kind: 'lang', locale }))],
  }
}
