/** What is typed in letters is read as what the passages say, or left as it is. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { Backend } from '../../../src/search/backend.ts'
import { NO_FILTERS } from '../../../src/search/filter.ts'
import { readPinyin } from '../../../src/search/query/pinyin.ts'
import type { Query } from '../../../src/search/query/query.ts'
import { parseSounds } from '../../../src/text/sounds.ts'

const sounds = parseSounds(await readFile(new URL('../../../src/text/pinyin.txt', import.meta.url), 'utf8'))
const twice = (...texts: readonly string[]) => [...texts, ...texts]
const PASSAGES = twice('旅游收入增长', '旅游收入', '老旧小区改造', '农田水利', '粮食产量', 'gdp增长')

const INITIALS: Readonly<Record<string, string>> = { gdzctz: '固定资产投资', jjj: '京津冀', dili: '独立' }

const read = (text: string, fields: Partial<Query> = {}, passages: readonly string[] = PASSAGES) =>
  readPinyin(
    {
      text,
      named: [],
      foreign: [],
      filters: NO_FILTERS,
      excluded: [],
      phrases: [],
      ...fields,
    } as unknown as Query,
    {
      backend: {
        frequencies: async (terms: readonly string[]) =>
          terms.map((term) => passages.filter((passage) => passage.includes(term)).length),
      } as unknown as Backend,
      sounds,
      isWord: (letters) => letters === 'tourism' || letters === 'anna',
      wordOfInitials: (initials) => INITIALS[initials] ?? null,
    },
  )

it.each([
  ['lvyou', '旅游'],
  ['lüyou', '旅游'],
  ['LVYOU', '旅游'],
  ['lvyoushouru', '旅游收入'],
  ['lvyou shouru', '旅游收入'],
  ['lvyou  nongtian', '旅游  农田'],
  ['lvyou, shouru', '旅游, 收入'],
  ['2023年 lvyou 多少', '2023年 旅游 多少'],
  ['laojiu xiaoqu gaizao', '老旧小区改造'],
  ['lvyou duoshao', '旅游 多少'],
  ['gdzctz', '固定资产投资'],
  ['jjj', '京津冀'],
  ['xj lvyou', 'xj 旅游'],
  ['lvyou gdp', '旅游 gdp'],
  ['lvyou tourism', '旅游 tourism'],
])('reads %s as %s', async (typed, meant) => {
  expect(await read(typed)).toBe(meant)
})

it.each([
  ['what passages print', 'gdp'],
  ['no three letters', 'lv'],
  ['no letters', '旅游收入'],
  ['a word', 'tourism'],
  ['letters that are no sounds', 'lvyou vvkkjj'],
  ['initials of nothing, too long for a name', 'lvyou xjbz'],
  ['sounds that no passage has side by side', 'mahuangou'],
  ['one short sound', 'lv you'],
  ['one sound', 'liang'],
  ['more than a question', `lvyou ${'，'.repeat(300)}`],
])('leaves %s alone', async (_what, typed) => {
  expect(await read(typed)).toBeNull()
})

it.each<[Partial<Query>]>([
  [{ phrases: ['断头路'] }],
  [{ excluded: ['断头路'] }],
  [{ filters: { ...NO_FILTERS, places: ['云岭县'] } }],
  [{ named: ['lvyou'] }],
  [{ foreign: ['Lvyou'] }],
])('leaves alone what is asked otherwise: %j', async (fields) => {
  expect(await read('lvyou', fields)).toBeNull()
})

it('takes a pair in one passage for chance', async () => {
  expect(await read('lvyou', {}, ['旅游'])).toBeNull()
  expect(await read('lvyou', {}, ['旅游', '旅游'])).toBe('旅游')
})

it('takes the reading that most passages have, and of two runs those that stand side by side', async () => {
  expect(await read('nongtian', {}, twice('农天', '农田', '农田'))).toBe('农田')
  expect(await read('nongtian', {}, twice('农天', '农天', '农田'))).toBe('农天')
  const beside = [...Array(4).fill('收入增长'), ...Array(6).fill('赠掌')]
  expect(await read('zengzhang', {}, beside)).toBe('赠掌')
  expect(await read('shouru zengzhang', {}, beside)).toBe('收入增长')
  expect(await read('shouru，zengzhang', {}, beside)).toBe('收入，赠掌')
  const last = [...Array(4).fill('旅游收入增长'), ...Array(6).fill('赠掌')]
  expect(await read('lvyou，shouru zengzhang', {}, last)).toBe('旅游，收入增长')
  expect(await read('lvyou', {}, twice('旅游', '旅由', '旅由'))).toBe('旅由')
  expect(await read('lvyou', {}, [...twice('铝由'), '旅', ...Array(9).fill('旅游')])).toBe('旅游')
})

it('reads a short word beside another, and characters of one passage', async () => {
  expect(await read('dili', {}, twice('地理'))).toBe('地理')
  expect(await read('ana', {}, twice('啊那'))).toBeNull()
  expect(await read('xi liangshi', {}, twice('西', '粮食'))).toBe('西 粮食')
  expect(await read('liangshi 2023', {}, ['粮食产量', '粮食'])).toBe('粮食 2023')
  expect(await read('liangshi xi', {}, ['粮食', '粮食', '西'])).toBe('粮食 西')
})
