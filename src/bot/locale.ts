/** Turns a user's language code into the interface in that language: 简体中文, 繁體中文 or English. */
import { fileURLToPath } from 'node:url'
import { I18n } from '@grammyjs/i18n'
import type { Context } from 'grammy'
import { LANGUAGES, type Language, languageOf } from '../text/translate.ts'

const DIRECTORY = fileURLToPath(new URL('locales', import.meta.url))

/** Loads the texts of all languages. `chosen` tells the language that a user has chosen. */
export function loadLocales<C extends Context>(
  chosen: (user: number) => Promise<string | null> = async () => null,
): I18n<C> {
  return new I18n<C>({
    defaultLocale: 'zh-hans',
    directory: DIRECTORY,
    // Isolation marks (U+2068) would stand in copied text.
    fluentBundleOptions: { useIsolating: false },
    localeNegotiator: async ({ from }) => {
      const choice = from === undefined ? null : await chosen(from.id)
      return LANGUAGES.find((locale) => locale === choice) ?? chooseLocale(from?.language_code)
    },
  })
}

/**
 * Chinese by script, everybody else English. Who has no language code gets Chinese, because the reports are.
 *
 * @param code An IETF tag as clients send it: `zh-hans`, `zh-TW`, `en`, `pt-br`.
 */
export function chooseLocale(code: string | undefined): Language {
  return languageOf(code?.toLowerCase() ?? 'zh') ?? 'en'
}
