import { expect, it } from 'vitest'
import { missingLine } from '../../src/answer/missing-line.ts'
import type { Missing } from '../../src/search/searcher.ts'
import type { Translate } from '../../src/text/translate.ts'

const t = ((key: string, variables?: object) =>
  variables === undefined ? '、' : `${key} ${Object.values(variables).join(' ')}`) as unknown as Translate

it.each<[Missing, string]>([
  [{ kind: 'place', text: '青禾县' }, 'missing-place 青禾县'],
  [{ kind: 'word', text: '量子', places: [], reports: 0 }, 'missing-word 量子'],
  [{ kind: 'word', text: '量子', places: ['甲县'], reports: 1 }, 'missing-word-place 甲县 量子 1'],
  [
    { kind: 'word', text: '量子', places: ['甲县', '乙县'], reports: 0 },
    'missing-word-place-only 甲县、乙县 量子 0',
  ],
  [{ kind: 'reason', text: '为什么' }, 'missing-reason 为什么'],
  [{ kind: 'month', text: '三月' }, 'missing-month 三月'],
  [{ kind: 'year', text: '2030', place: null, years: [2023, 2024] }, 'missing-year-anywhere 2023、2024 2030'],
  [{ kind: 'year', text: '2030', place: '甲县', years: [2023] }, 'missing-year 甲县 2023 2030'],
])('says what no report covers: %j', (lack, line) => {
  expect(missingLine(lack, t)).toBe(line)
})
