/** How it is told what changed between two reports; a text is its key and what it is given. */
import { describe, expect, it } from 'vitest'
import { changesReply } from '../../src/bot/replies/changes-reply.ts'
import type { ReportChanges } from '../../src/counts/report-changes.ts'
import { keyTextWithCommas } from '../key-text.ts'
import { keySetting } from './key-setting.ts'

const setting = { ...keySetting, t: keyTextWithCommas }

const side = (text: string, paragraph: number) => ({ text, paragraph, passage: `p_${paragraph}` })
const compared = (kind: string, text: string, clauses: readonly object[] = []) => ({
  kind,
  a: side(text, 1),
  b: side(text, 2),
  diff: [
    { kind: 'same', text },
    { kind: 'removed', text: '5' },
    { kind: 'added', text: '6' },
  ],
  clauses,
})
const fresh = (text: string) => ({ kind: 'new', a: null, b: side(text, 3), diff: [], clauses: [] })
const dropped = (text: string) => ({ kind: 'dropped', a: side(text, 4), b: null, diff: [], clauses: [] })
const some = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index))

interface Told {
  readonly changes?: readonly object[]
  readonly figures?: readonly object[]
  readonly terms?: readonly object[]
}

function told({ changes = [], figures = [], terms = [] }: Told, part = 'overview', offset = 0) {
  const [a, b] = [2023, 2024].map((year) => ({
    id: `jia-${year}`,
    place: '甲县',
    level: '县',
    year,
    title: '',
  }))
  const found = {
    a,
    b,
    changes: [...figures, ...changes],
    figures,
    terms,
    earlier: 3,
  } as unknown as ReportChanges
  const { text, keyboard } = changesReply(found, part as never, offset, setting)
  return {
    lines: text.text.split('\n').slice(1),
    rows: keyboard.map((row) => row.map((button) => button.text).join(' ')).filter((row) => row !== ''),
    styled: text.entities
      .filter(({ type }) => type === 'strikethrough' || type === 'underline')
      .map(({ type, offset: at, length }) => [type, text.text.slice(at, at + length)]),
  }
}
const term = (name: string, count = 1) => ({ term: name, count, passage: 'p_1' })
const BOTH = 'changes-source-gap2023 paragraph 1 → 2024 paragraph 2'

describe('the first page', () => {
  it('names ten new terms, with how often, and four figures that changed', () => {
    const terms = [term('新质', 2), ...some(10, (index) => term(`词${index}`))]
    const { lines } = told({ terms, figures: some(5, (index) => compared('figure', `收入${index}：`)) })
    expect(lines.slice(1)).toEqual([
      '',
      'changes-terms',
      `新质×2、${some(9, (index) => `词${index}`).join('、')}`,
      'changes-terms-scope 3',
      '',
      'changes-figures',
      ...some(4, (index) => `${index + 1} 收入${index}：56${BOTH}`),
      'changes-legend',
    ])
  })

  it('is a summary alone where there are none', () => {
    const { lines, rows } = told({ changes: [fresh('修路。')] })
    expect(lines).toHaveLength(1)
    expect(rows).toEqual(['changes-button-new 1', 'button-docx button-html'])
  })

  it('has one term, or one figure, too', () => {
    expect(told({ terms: [term('新质')] }).lines.slice(1)).toEqual([
      '',
      'changes-terms',
      '新质',
      'changes-terms-scope 3',
    ])
    expect(told({ figures: [compared('figure', '收入')] }).lines.slice(1)).toEqual([
      '',
      'changes-figures',
      `1 收入56${BOTH}`,
      'changes-legend',
    ])
  })

  it('leads to every kind of change that there is', () => {
    const { rows } = told({
      figures: [compared('figure', '收入')],
      changes: [fresh('修路。'), fresh('通水。'), dropped('建校。'), compared('reworded', '种树')],
      terms: [term('新质')],
    })
    expect(
      rows
        .join(' ')
        .split(' changes-')
        .map((one) => one.replace(/^changes-/u, '')),
    ).toEqual([
      'button-figure 1',
      'button-new 2',
      'button-dropped 1',
      'button-reworded 1',
      'button-terms 1 button-docx button-html',
    ])
  })
})

describe('a page of changes', () => {
  it.each<[string, object, readonly string[]]>([
    ['figure', compared('figure', '收入'), ['changes-legend', `1 收入56${BOTH}`]],
    ['reworded', compared('reworded', '种树'), ['changes-legend', `1 种树56${BOTH}`]],
    ['new', fresh('修路。'), ['1 修路。changes-source-gap2024 paragraph 3']],
    ['dropped', dropped('建校。'), ['1 建校。changes-source-gap2023 paragraph 4']],
  ])('tells what is %s, and where it stands', (part, change, lines) => {
    const given = part === 'figure' ? { figures: [change] } : { changes: [change] }
    const page = told(given, part)
    expect(page.lines).toEqual([`changes-part-${part} 1`, ...lines])
    expect(page.rows).toEqual(['changes-button-overview', 'button-docx button-html'])
  })

  it('has five of them, numbered over the pages', () => {
    const changes = some(6, (index) => fresh(`修路${index}。`))
    const numbers = (offset: number): string[] =>
      told({ changes }, 'new', offset)
        .lines.slice(1)
        .map((line) => line.slice(0, 1))
    expect([numbers(0), numbers(5)]).toEqual([['1', '2', '3', '4', '5'], ['6']])
    expect(told({ changes }, 'new').rows).toHaveLength(3)
    expect(told({ changes: changes.slice(1) }, 'new').rows).toHaveLength(2)
  })

  it('has thirty terms', () => {
    const terms = some(31, (index) => term(`词${index}`))
    const named = (offset: number): number =>
      told({ terms }, 'terms', offset).lines.at(-1)?.split('、').length ?? 0
    expect([named(0), named(30)]).toEqual([30, 1])
    expect(told({ terms }, 'terms').lines.slice(0, 2)).toEqual(['changes-terms-scope 3', ''])
  })

  it('strikes out what went and underlines what came', () => {
    expect(told({ figures: [compared('figure', '收入')] }, 'figure').styled).toEqual([
      ['strikethrough', '5'],
      ['underline', '6'],
    ])
  })

  it('tells of a figure the clauses alone that tell of it', () => {
    const clauses = [{ kind: 'same', text: '只此一句' }]
    expect(told({ figures: [compared('figure', '收入', clauses)] }, 'figure').lines[2]).toBe(
      `1 只此一句${BOTH}`,
    )
  })

  it.each([
    ['overview', 70],
    ['new', 110],
  ])('cuts what is longer than its limit: %s, %d', (part, limit) => {
    const long = (length: number) => {
      const change = { ...fresh('修'.repeat(length)), kind: part === 'overview' ? 'figure' : 'new' }
      return told(part === 'overview' ? { figures: [change] } : { changes: [change] }, part).lines.find(
        (line) => line.startsWith('1 '),
      )
    }
    expect(long(limit)).toContain(`1 ${'修'.repeat(limit)}changes`)
    expect(long(limit + 1)).toContain(`1 ${'修'.repeat(limit - 1)}…changes`)
  })
})
