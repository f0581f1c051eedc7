/** The texts of the pages in the visitor's language: 简体中文, 繁體中文 or English. */

import { readFileSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { parseAccept } from 'hono/utils/accept'
import { getOrMake } from '../text/maps.ts'
import { LANGUAGES, type Language, languageOf, type Translate } from '../text/translate.ts'

/** The pages say of questions and quotes what the bot says, and have more to say of their own. */
const FOLDERS = ['../bot/locales', './locales']

const bundles = new Map<Language, FluentBundle>()

/** The texts of one language; read once. */
export function textsIn(language: Language): Translate {
  const texts = getOrMake(bundles, language, () => readBundle(language))
  return (key, variables = {}) => {
    const message = texts.getMessage(key)
    if (message?.value == null) throw new Error(`no text ${key} in ${language}`)
    return texts.formatPattern(message.value, variables)
  }
}

function readBundle(language: Language): FluentBundle {
  // Isolation marks (U+2068) would stand in copied text.
  const bundle = new FluentBundle(language, { useIsolating: false })
  for (const folder of FOLDERS) {
    const file = new URL(`${folder}/${language}.ftl`, import.meta.url)
    bundle.addResource(new FluentResource(readFileSync(file, 'utf8')), { allowOverrides: true })
  }
  return bundle
}

/**
 * Chooses by the address (`?lang=`), else by what the browser accepts. Who names no language gets Chinese, because the
 * reports are; who names only others, English.
 */
export function chooseLanguage(asked: string | undefined, accepted: string | undefined): Language {
  const named = LANGUAGES.find((language) => language === asked?.toLowerCase())
  if (named !== undefined) return named
  const tags = parseAccept(accepted ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => type.toLowerCase())
  const known = tags.map(languageOf).find((language) => language !== null)
  if (known !== undefined && known !== null) return known
  return tags.length === 0 || tags.includes('*') ? 'zh-hans' : 'en'
}

/** As HTML and HTTP write it: zh-Hans. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = {
  'zh-hans': 'zh-Hans',
  'zh-hant': 'zh-Hant',
  en: 'en',
}
