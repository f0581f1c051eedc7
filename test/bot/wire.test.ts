import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import type { Message } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import {
  type Action,
  CHANGES_PARTS,
  decodeAction,
  encodeAction,
  KWIC_SORTS,
  MAX_CALLBACK_BYTES,
  TAKEN_FORMS,
} from '../../src/bot/callback-data.ts'
import { chooseLocale } from '../../src/bot/locale.ts'
import { PressMemory } from '../../src/bot/press-memory.ts'
import { guestWords, type Route, routeMessage } from '../../src/bot/route.ts'
import {
  carry,
  firstPage,
  fitQuestion,
  MAX_LINK_CHARS,
  readState,
  readStateLink,
  type ViewState,
  writeStateLink,
} from '../../src/bot/state-link.ts'
import { LEVELS } from '../../src/corpus/report.ts'
import { LANGUAGES } from '../../src/text/translate.ts'

const LONG_ID = `${'a'.repeat(40)}_0123456789-99`
const passage = fc.constantFrom('yining-2023_0123456789', 'yining-2023_0123456789-2', LONG_ID)
const report = fc.constantFrom('yining-2023', 'a'.repeat(40))
const number = fc.integer({ min: 0, max: 999_999 })
const page = fc.integer({ min: 0, max: 99 })
const narrowing = fc.oneof(
  fc.record({
    by: fc.constant('place' as const),
    value: fc.constantFrom('伊宁市', '克孜勒苏柯尔克孜自治州', '积石山保安族东乡族撒拉族自治县'),
  }),
  fc.record({ by: fc.constant('year' as const), value: fc.integer({ min: 1950, max: 2099 }).map(String) }),
  fc.record({ by: fc.constant('report' as const), value: report }),
)
const sentences = fc
  .tuple(fc.integer({ min: 0, max: 49 }), fc.integer({ min: 0, max: 50 }))
  .map(([first, more]): [number, number] => [first, first + more])
const none = fc.record({})
const counted = fc.record({ offset: number })

/** What each kind of action carries. A new kind needs its line: a button that is written and never read does nothing. */
const CARRIED: {
  readonly [Kind in Action['kind']]: fc.Arbitrary<Omit<Extract<Action, { kind: Kind }>, 'kind'>>
} = {
  open: fc.record({ passage, page }),
  list: counted,
  focus: fc.record({
    focus: fc.record({ hit: fc.integer({ min: 0, max: 9 }), sentences: fc.option(sentences) }),
  }),
  group: counted,
  compare: counted,
  mentions: counted,
  trend: counted,
  kwic: fc.record({ sort: fc.constantFrom(...Object.values(KWIC_SORTS)), offset: number }),
  changes: fc.record({ part: fc.constantFrom(...Object.values(CHANGES_PARTS)), offset: number }),
  check: none,
  back: none,
  facets: none,
  narrow: fc.record({ narrowing: fc.option(narrowing) }),
  suggestion: fc.record({ hash: fc.stringMatching(/^[0-9a-f]{8}$/) }),
  ask: fc.record({ text: fc.constantFrom('旅游收入', 'a: b') }),
  reports: fc.record({ page }),
  tree: fc.record({
    branch: fc.record({
      level: fc.constantFrom(...LEVELS, '' as const),
      province: fc.integer({ min: -1, max: 33 }),
      place: fc.oneof(report, fc.constant('')),
      page,
    }),
  }),
  outline: fc.record({ report, page }),
  section: fc.record({ report, section: fc.integer({ min: 0, max: 999 }), page }),
  cite: fc.record({ passage }),
  'cite-report': fc.record({ report }),
  random: none,
  card: fc.record({ passage, sentences: fc.option(sentences) }),
  take: fc.record({ form: fc.constantFrom(...Object.values(TAKEN_FORMS)) }),
  lang: fc.record({ locale: fc.constantFrom(...LANGUAGES) }),
  whole: fc.record({ passage }),
  idle: none,
}
const action: fc.Arbitrary<Action> = fc.oneof(
  ...Object.entries(CARRIED).map(([kind, carried]) =>
    (carried as fc.Arbitrary<object>).map((fields) => ({ kind, ...fields }) as Action),
  ),
)

describe('callback data', () => {
  it('brings every action back, in 64 bytes', () => {
    fc.assert(
      fc.property(action, (one) => {
        const data = encodeAction(one)
        expect(data).not.toBeNull()
        expect(Buffer.byteLength(data ?? '')).toBeLessThanOrEqual(MAX_CALLBACK_BYTES)
        expect(decodeAction(data ?? '')).toEqual(one)
      }),
      { numRuns: 500 },
    )
  })

  const ID = 'yining-2023_0123456789'
  it.each<[string, Action]>([
    [`1:o:${ID}`, { kind: 'open', passage: ID, page: 0 }],
    [`1:o:${ID}:1`, { kind: 'open', passage: ID, page: 1 }],
    [`1:p:${ID}`, { kind: 'card', passage: ID, sentences: null }],
    [`1:p:${ID}:3:3`, { kind: 'card', passage: ID, sentences: [3, 3] }],
    ['1:h:2.0.0', { kind: 'focus', focus: { hit: 2, sentences: [0, 0] } }],
    ['1:v:县:-1::0', { kind: 'tree', branch: { level: '县', province: -1, place: '', page: 0 } }],
    ['1:n', { kind: 'narrow', narrowing: null }],
  ])('keeps its form, by which buttons of earlier messages are read: %s', (data, one) => {
    expect(encodeAction(one)).toBe(data)
    expect(decodeAction(data)).toEqual(one)
  })

  it.each([
    '2:z',
    ':z',
    `1:o:${ID}:1:1`,
    `1:p:${ID}:3`,
    `1:p:${ID}:3:2`,
    `1:p:${ID}:3:3:3`,
    '1:h:2.1.0',
    '1:v:县:-1::0:0',
    '1:v:村:-1::0',
    '1:v:县:-2::0',
    '1:v:县:-1:_:0',
    '1:v:县:-1::x',
    `1:q:${'a'.repeat(61)}`,
  ])('is null where a field is missing, wrong or too many: %s', (data) => {
    expect(decodeAction(data)).toBeNull()
  })

  it('leaves out a button whose question is too long for it', () => {
    expect(encodeAction({ kind: 'ask', text: '字'.repeat(20) })).not.toBeNull()
    expect(encodeAction({ kind: 'ask', text: '字'.repeat(21) })).toBeNull()
  })

  it('is null for whatever strangers write, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `1:${text}`),
        ),
        (data) => {
          const read = decodeAction(data)
          if (read !== null) expect(encodeAction(read)).not.toBeNull()
        },
      ),
      { numRuns: 500 },
    )
  })
})

const state: fc.Arbitrary<ViewState> = fc.record({
  view: fc.constantFrom('list' as const, 'group' as const, 'compare' as const, 'check' as const),
  query: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).filter((query) => query.trim() !== ''),
  narrowing: fc.option(narrowing),
  offset: number,
})

describe('a view of a question', () => {
  const link = (position: string): string =>
    `https://t.me/bot?yinju=p${Buffer.from(`l\n\n${position}\n路灯`).toString('base64url')}`

  it('begins with the first hit', () => {
    expect(firstPage('trend', '路灯')).toEqual({ view: 'trend', query: '路灯', narrowing: null, offset: 0 })
  })

  it.each<[string, ViewState['focus']]>([
    ['5', undefined],
    ['5.2', { hit: 2, sentences: null }],
    ['5.2.0.1', { hit: 2, sentences: [0, 1] }],
    ['5.2.1.1', { hit: 2, sentences: [1, 1] }],
  ])('is brought back from %s', (position, focus) => {
    const one = { ...firstPage('list', '路灯'), offset: 5, ...(focus && { focus }) }
    expect(readStateLink(link(position))).toEqual(one)
    expect(readStateLink(writeStateLink(one, 'bot') ?? '')).toEqual(one)
  })

  it.each(['5.', '5.x', '5.2.1', '5.2.1.0', '5.2.1.1.1', '5.22'])(
    'is null where %s is no place in it',
    (position) => {
      expect(readStateLink(link(position))).toBeNull()
    },
  )

  it('carries the places that the same was asked of, and goes without them where a link has no room', () => {
    const along = ['昭苏', '伊宁市']
    const one = { ...firstPage('list', '路灯'), along }
    expect(readStateLink(writeStateLink(one, 'bot') ?? '')).toEqual(one)
    const focused = { ...one, focus: { hit: 2, sentences: [0, 1] as const } }
    expect(readStateLink(writeStateLink(focused, 'bot') ?? '')).toEqual(focused)
    const random = Array.from({ length: 1_090 }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * 7919) % 20_000)),
    )
    const long = firstPage('list', random.join('').slice(0, fitQuestion(random.join(''), 'bot').length))
    const places = Array.from({ length: 60 }, (_, i) => String.fromCharCode(0x5000 + i * 97).repeat(4))
    expect(readStateLink(writeStateLink({ ...long, along: places }, 'bot') ?? '')).toEqual(long)
  })

  it('carries the question before, with the places', () => {
    const one = { ...firstPage('list', '路灯'), along: ['昭苏'], before: '伊宁@市~旅游' }
    expect(readStateLink(writeStateLink(one, 'bot') ?? '')).toEqual(one)
  })

  it('has the places put into each of its links, and no other link', () => {
    const url = writeStateLink(firstPage('list', '路灯'), 'bot') ?? ''
    const entities = [
      { type: 'text_link', offset: 0, length: 1, url },
      { type: 'text_link', offset: 1, length: 1, url: 'https://example.org/' },
      { type: 'bold', offset: 0, length: 2 },
    ] as const
    const [first, ...others] = carry(entities, { along: ['昭苏'] }, 'bot')
    expect(readState(first === undefined ? [] : [first])?.along).toEqual(['昭苏'])
    expect(others).toEqual(entities.slice(1))
  })

  it('is packed where that makes the link shorter, and is plain where not', () => {
    const kindOf = (query: string): string | undefined =>
      /yinju=(.)/.exec(writeStateLink(firstPage('list', query), 'bot') ?? '')?.[1]
    expect([kindOf('路灯'), kindOf('路灯'.repeat(50))]).toEqual(['p', 'd'])
  })
})

describe('a state link', () => {
  it('brings every state back, out of a message as well', () => {
    fc.assert(
      fc.property(state, (one) => {
        const url = writeStateLink(one, 'yinju_test_bot')
        if (url === null) return
        expect(url.length).toBeLessThanOrEqual(MAX_LINK_CHARS)
        expect(URL.canParse(url)).toBe(true)
        expect(
          readState([
            { type: 'bold', offset: 0, length: 1 },
            { type: 'text_link', offset: 0, length: 1, url },
          ]),
        ).toEqual(one)
      }),
    )
  })

  it('survives what Telegram does to a URL', () => {
    const one: ViewState = { view: 'list', query: '伊宁\n旅游收入', narrowing: null, offset: 5 }
    const url = writeStateLink(one, 'Yinju_Bot') ?? ''
    expect(readStateLink(url.replace('?', '/?'))).toEqual(one)
  })

  it.each([
    '',
    'https://t.me/bot',
    'https://t.me/bot?yinju=',
    'https://t.me/bot?yinju=p',
    'https://t.me/bot?yinju=dAAAA',
    'https://t.me/bot?yinju=x0000',
    'https://evil.example/bot?yinju=pbAoKMAphYg',
    `https://t.me/bot?yinju=p${Buffer.from('l\n\n-1\nq').toString('base64url')}`,
    `https://t.me/bot?yinju=p${Buffer.from('l\np:<b>\n0\nq').toString('base64url')}`,
    `https://t.me/bot?yinju=p${Buffer.from('z\n\n0\nq').toString('base64url')}`,
    `https://t.me/bot?yinju=p${Buffer.from('l\n\n0\n ').toString('base64url')}`,
    `https://t.me/bot?yinju=p${Buffer.from([108, 10, 10, 48, 10, 0xff]).toString('base64url')}`,
  ])('is null when it is not ours: %s', (url) => {
    expect(readStateLink(url)).toBeNull()
  })

  it('never throws at forged ones', () => {
    fc.assert(
      fc.property(fc.constantFrom('p', 'd'), fc.uint8Array({ maxLength: 200 }), (kind, bytes) => {
        readStateLink(`https://t.me/bot?yinju=${kind}${Buffer.from(bytes).toString('base64url')}`)
      }),
      { numRuns: 300 },
    )
  })

  it('carries any question once it is cut to fit, and cuts no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1_000, maxLength: 4_096 }), (query) => {
        const cut = fitQuestion(`问${query}`, 'yinju_test_bot')
        expect(`问${query}`.startsWith(cut)).toBe(true)
        expect(/[\ud800-\udbff]$/.test(cut)).toBe(false)
        const offset = 999_999
        expect(
          writeStateLink({ view: 'group', query: cut, narrowing: null, offset }, 'yinju_test_bot'),
        ).not.toBeNull()
      }),
      { numRuns: 10 },
    )
  })

  it('has three thousand characters at the most', () => {
    // No two alike, so that they cannot be packed.
    const query = createHash('shake256', { outputLength: 3_000 }).update('').digest('base64')
    const linkOf = (length: number): string | null =>
      writeStateLink({ view: 'list', query: query.slice(0, length), narrowing: null, offset: 0 }, 'bot')
    const lengths = Array.from({ length: 3_000 }, (_, index) => linkOf(index + 1)?.length ?? 0)
    expect(Math.max(...lengths)).toBe(3_000)
  })

  it('is read where it begins with one of a million hits and holds no more than 32 KB', () => {
    const read = (offset: string, query = '路灯') =>
      readStateLink(
        `https://t.me/bot?yinju=d${deflateRawSync(Buffer.from(`l\n\n${offset}\n${query}`)).toString('base64url')}`,
      )
    expect(read('999999')).toEqual({ view: 'list', query: '路灯', narrowing: null, offset: 999_999 })
    for (const offset of ['1000000', '-1', 'x', '']) expect(read(offset)).toBeNull()
    const most = 32_768 - 'l\n\n0\n'.length
    expect(read('0', 'a'.repeat(most))?.query).toHaveLength(most)
    expect(read('0', 'a'.repeat(most + 1))).toBeNull()
  })

  it('has room for a thousand Chinese characters', () => {
    const text = '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，加快构建新发展格局。'
      .repeat(40)
      .slice(0, 1_000)
    expect(fitQuestion(text, 'yinju_test_bot')).toBe(text)
  })
})

const SELF = { id: 7, username: 'yinju_test_bot' }
const message = (fields: object): Message =>
  ({
    message_id: 1,
    date: 1,
    chat: { id: 1, type: 'private' },
    from: { id: 1, is_bot: false },
    ...fields,
  }) as unknown as Message

describe('the route of a message', () => {
  it.each<[string, object, Route]>([
    ['a text', { text: ' 旅游 ' }, { kind: 'question', text: '旅游' }],
    ['a command', { text: '/verify  甲\n乙' }, { kind: 'command', name: 'verify', args: '甲\n乙' }],
    ['a command without a space', { text: '/ask旅游' }, { kind: 'command', name: 'ask', args: '旅游' }],
    [
      'a command that any bot may take, in a group',
      { text: '/help', chat: { id: -1, type: 'group' } },
      { kind: 'silence' },
    ],
    ['a command in capitals', { text: '/Help' }, { kind: 'command', name: 'help', args: '' }],
    ['a path', { text: '/etc/passwd' }, { kind: 'question', text: '/etc/passwd' }],
    ['a bare slash', { text: '/' }, { kind: 'question', text: '/' }],
    [
      "another bot's command, in private",
      { text: '/ask@other_bot 甲' },
      { kind: 'question', text: '/ask@other_bot 甲' },
    ],
    [
      'a mention of the bot in private',
      { text: '@yinju_test_bot 旅游', entities: [{ type: 'mention', offset: 0, length: 15 }] },
      { kind: 'question', text: '旅游' },
    ],
    [
      'an anonymous administrator',
      {
        text: '/ask 旅游',
        chat: { id: -1, type: 'supergroup' },
        from: { id: 1087968824, is_bot: true },
        sender_chat: { id: -1 },
      },
      { kind: 'command', name: 'ask', args: '旅游' },
    ],
    ['white space', { text: ' \n' }, { kind: 'silence' }],
    ['a channel post', { text: '旅游', chat: { id: -1, type: 'channel' } }, { kind: 'silence' }],
  ])('%s', (_, fields, route) => {
    expect(routeMessage(message(fields), SELF)).toEqual(route)
  })

  it('is silence in a forum topic that somebody else opened for talk', () => {
    const reply_to_message = { message_id: 1, from: { id: 7, is_bot: true }, forum_topic_created: {} }
    const fields = { chat: { id: -1, type: 'supergroup' }, text: '旅游', reply_to_message }
    expect(routeMessage(message(fields), SELF)).toEqual({ kind: 'silence' })
  })

  it('leaves the mention out of the words, wherever it stands', () => {
    const at = (text: string): Message => {
      const entity = { type: 'mention', offset: text.indexOf('@'), length: 15 }
      return message({ text, entities: [entity] })
    }
    expect(guestWords(at('@yinju_test_bot，旅游收入'), SELF)).toBe('旅游收入')
    expect(guestWords(at('旅游收入 @yinju_test_bot 多少'), SELF)).toBe('旅游收入 多少')
    expect(guestWords(at('旅游收入@yinju_test_bot'), SELF)).toBe('旅游收入')
  })
})

describe('the language', () => {
  it.each([
    ['zh', 'zh-hans'],
    ['zh-hans', 'zh-hans'],
    ['zh-CN', 'zh-hans'],
    ['zh-hant', 'zh-hant'],
    ['zh-TW', 'zh-hant'],
    ['zh-HK', 'zh-hant'],
    ['zh-hant-tw', 'zh-hant'],
    ['en', 'en'],
    ['pt-br', 'en'],
    [undefined, 'zh-hans'],
  ])('of %s is %s', (code, locale) => {
    expect(chooseLocale(code)).toBe(locale)
  })
})

describe('a press', () => {
  const query = (data: string, text = 'a') =>
    ({
      id: '1',
      data,
      from: { id: 1 },
      message: { chat: { id: 1 }, message_id: 1, date: 1, text },
    }) as unknown as Parameters<PressMemory['isRepeated']>[0]

  it.each([
    ['the same at once', query('x'), 100, true],
    ['the same within a second and a half', query('x'), 1_500, true],
    ['the same later', query('x'), 1_501, false],
    ['another button', query('y'), 100, false],
    ['on the message as it is now', query('x', 'b'), 100, false],
  ])('%s', (_, second, after, isRepeated) => {
    const memory = new PressMemory()
    expect(memory.isRepeated(query('x'), 0)).toBe(false)
    expect(memory.isRepeated(second, after)).toBe(isRepeated)
  })

  it('may be repeated at once when it failed', () => {
    const memory = new PressMemory()
    memory.isRepeated(query('x'), 0)
    memory.forget(query('x'))
    expect(memory.isRepeated(query('x'), 1)).toBe(false)
  })
})
