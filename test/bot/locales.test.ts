import { readdirSync, readFileSync } from 'node:fs'
import type { Api } from 'grammy'
import { beforeAll, describe, expect, it } from 'vitest'
import { registerCommands } from '../../src/bot/commands.ts'
import { loadLocales } from '../../src/bot/locale.ts'
import type { Folding } from '../../src/quote/alignment/units.ts'
import type { QueryFault } from '../../src/search/query/query.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { LANGUAGES } from '../../src/text/translate.ts'
import { openFiveReports } from '../five-reports.ts'
import { buttons, labels, PERSON, spans, TestChat } from './test-chat.ts'

const FOLDER = new URL('../../src/bot/locales/', import.meta.url)

/** Keys with the variables that their texts use. */
function textsOf(locale: string): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const name of readdirSync(FOLDER)) {
    if (name.split('.')[0] !== locale) continue
    for (const entry of readFileSync(new URL(name, FOLDER), 'utf8').split(/\n(?=[a-z])/)) {
      const key = /^([a-z][\w-]*) =/m.exec(entry)?.[1]
      if (key !== undefined) texts.set(key, [...new Set(entry.match(/\$[a-z]\w*/g) ?? [])].sort())
    }
  }
  return texts
}

function codeIn(folder: URL): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return codeIn(new URL(`${entry.name}/`, folder))
    return entry.name.endsWith('.ts') ? [readFileSync(new URL(entry.name, folder), 'utf8')] : []
  })
}

/** Keys that the code asks for by name. */
function keysInCode(folder: URL): string[] {
  return codeIn(folder).flatMap((code) =>
    [...code.matchAll(/\bt\(\s*'([a-z][\w-]*)'/g)].map(([, key]) => key ?? ''),
  )
}

describe('the languages', () => {
  const texts = textsOf('zh-hans')

  it.each(LANGUAGES.filter((locale) => locale !== 'zh-hans'))(
    '%s has every text, with the same variables',
    (locale) => {
      expect(Object.fromEntries(textsOf(locale))).toEqual(Object.fromEntries(texts))
    },
  )

  it('have every text that the code asks for', () => {
    const keys = keysInCode(new URL('../../src/bot/', import.meta.url))
    expect(keys.length).toBeGreaterThan(50)
    for (const key of keys) expect([...texts.keys()]).toContain(key)
  })

  it('have a text for every fault of a question and every folding of a quote', () => {
    const faults: Readonly<Record<QueryFault['kind'], true>> = {
      'unknown-filter': true,
      'unknown-place': true,
      'unknown-report': true,
      'unknown-level': true,
      'bad-year': true,
      'bad-congress': true,
      'too-long': true,
    }
    const foldings: Readonly<Record<Folding, true>> = {
      width: true,
      case: true,
      script: true,
      spaces: true,
      punctuation: true,
    }
    for (const kind of Object.keys(faults)) expect([...texts.keys()]).toContain(`fault-${kind}`)
    for (const kind of Object.keys(foldings)) expect([...texts.keys()]).toContain(`folding-${kind}`)
  })

  it('have no text that nobody asks for', () => {
    const code = codeIn(new URL('../../src/', import.meta.url)).join('\n')
    // Keys put together from parts: `fault-${kind}`.
    const families = [...code.matchAll(/`([a-z-]+-)\$\{/g)].map(([, prefix]) => prefix ?? '')
    for (const key of texts.keys()) {
      const isMade = families.some((prefix) => key.startsWith(prefix))
      expect(isMade || new RegExp(`['"\`]${key}['"\`]`).test(code), key).toBe(true)
    }
  })

  it('fill in every text without a gap', () => {
    const i18n = loadLocales()
    for (const locale of LANGUAGES) {
      for (const [key, variables] of textsOf(locale)) {
        const values = Object.fromEntries(variables.map((name) => [name.slice(1), 3]))
        expect(i18n.t(locale, key, values)).not.toMatch(/\{|\}|undefined|\u2068/)
      }
    }
  })
})

describe('the interface', () => {
  let searcher: Searcher
  beforeAll(async () => {
    searcher = await openFiveReports()
  })
  const speaking = (language_code: string) => ({ from: { ...PERSON, language_code } })

  it.each([
    ['zh-hans', '旅游', /其他相关：/, '按报告'],
    ['zh-hant', '旅遊', /其他相關：/, '按報告'],
    ['en', '旅游', /Also:/, 'By report'],
  ])('speaks %s; the quotes stay as printed', async (language, question, summary, label) => {
    const chat = new TestChat(searcher)
    const reply = await chat.say(question, speaking(language))
    expect(reply.text).toMatch(summary)
    expect(labels(reply)).toContain(label)
    expect(labels(reply)).toContain('▶')
    expect(spans(reply, 'bold').join()).toContain('旅游')
  })

  it('finds the same in traditional as in simplified characters', async () => {
    const opened = async (question: string) =>
      buttons(await new TestChat(searcher).say(question)).flatMap(({ callback_data }) => callback_data ?? [])
    expect(await opened('旅遊收入')).toEqual(await opened('旅游收入'))
  })
})

describe('the commands', () => {
  function recorder(present: Readonly<Record<string, unknown>>): { api: Api; calls: unknown[][] } {
    const calls: unknown[][] = []
    const handler = {
      get:
        (_: object, method: string) =>
        async (...args: unknown[]) => {
          if (method.startsWith('set')) calls.push([method, ...args])
          return present[method] ?? true
        },
    }
    return { api: new Proxy({}, handler) as unknown as Api, calls }
  }
  const NOTHING = {
    getMyCommands: [],
    getMyDescription: { description: '' },
    getMyShortDescription: { short_description: '' },
  }

  it('are registered by scope and language, within the limits', async () => {
    const { api, calls } = recorder(NOTHING)
    await registerCommands(api)
    const sets = calls.filter(([method]) => method === 'setMyCommands')
    expect(sets.map(([, , where]) => JSON.stringify(where))).toHaveLength(9)
    for (const [, commands] of sets as [string, { command: string; description: string }[]][]) {
      for (const { command, description } of commands) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
        expect(description.length).toBeGreaterThan(2)
        expect(description.length).toBeLessThanOrEqual(256)
      }
    }
    for (const [method, text] of calls as [string, string][]) {
      if (method === 'setMyDescription') expect(text.length).toBeLessThanOrEqual(512)
      if (method === 'setMyShortDescription') expect(text.length).toBeLessThanOrEqual(120)
    }
  })

  it('are not set again when nothing has changed', async () => {
    const first = recorder(NOTHING)
    await registerCommands(first.api)
    const known = new Map(
      first.calls.map(([method, value, where]) => [
        JSON.stringify([
          method,
          (where as { scope?: unknown })?.scope,
          (where as { language_code?: string })?.language_code ??
            (typeof where === 'string' ? where : undefined),
        ]),
        value,
      ]),
    )
    expect(known.size).toBeGreaterThan(0)
    const calls: string[] = []
    const api = {
      getMyCommands: async (where: { scope: unknown; language_code?: string }) =>
        known.get(JSON.stringify(['setMyCommands', where.scope, where.language_code])),
      getMyDescription: async (where?: { language_code?: string }) => ({
        description: known.get(JSON.stringify(['setMyDescription', undefined, where?.language_code])),
      }),
      getMyShortDescription: async (where?: { language_code?: string }) => ({
        short_description: known.get(
          JSON.stringify(['setMyShortDescription', undefined, where?.language_code]),
        ),
      }),
      setMyCommands: async () => calls.push('commands'),
      setMyDescription: async () => calls.push('description'),
      setMyShortDescription: async () => calls.push('short'),
    }
    await registerCommands(api as unknown as Api)
    expect(calls).toEqual([])
  })
})
