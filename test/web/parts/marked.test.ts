/** Marks over words: each character once, under all that lies over it. */
import { describe, expect, it } from 'vitest'
import type { Range } from '../../../src/text/runs.ts'
import { Marked } from '../../../src/web/parts/marked.tsx'

type Marks = Omit<Parameters<typeof Marked>[0], 'text'>

const TEXT = '收入3亿元增长'
const marked = (marks: Marks, text = TEXT): string => String(Marked({ text, ...marks }))
const figure = (kind: 'actual' | 'target', ...numbers: Range[]) => ({ kind, numbers })

describe('marked words', () => {
  it.each<[string, Marks, string]>([
    ['without marks are as they are', {}, '收入3亿元增长'],
    ['that were found', { hits: [[0, 2]] }, '<mark>收入</mark>3亿元增长'],
    ['at the end', { hits: [[5, 7]] }, '收入3亿元<mark>增长</mark>'],
    ['that are all of them', { hits: [[0, 7]] }, '<mark>收入3亿元增长</mark>'],
    [
      'that overlap are marked once',
      {
        hits: [
          [0, 3],
          [2, 5],
        ],
      },
      '<mark>收入3亿元</mark>增长',
    ],
    [
      'that touch are marked once',
      {
        hits: [
          [0, 2],
          [2, 5],
        ],
      },
      '<mark>收入3亿元</mark>增长',
    ],
    [
      'of two marks',
      {
        hits: [
          [0, 2],
          [5, 7],
        ],
      },
      '<mark>收入</mark>3亿元<mark>增长</mark>',
    ],
    [
      'of an empty mark, or one the wrong way round, are as they are',
      {
        hits: [
          [3, 3],
          [5, 2],
        ],
      },
      '收入3亿元增长',
    ],
    ['beyond the text are marked as far as it goes', { hits: [[5, 12]] }, '收入3亿元<mark>增长</mark>'],
    [
      'of marks that lie outside are as they are',
      {
        hits: [
          [-4, 0],
          [7, 9],
          [-5, -2],
          [8, 9],
        ],
      },
      '收入3亿元增长',
    ],
    ['before the text are marked from its beginning', { hits: [[-3, 2]] }, '<mark>收入</mark>3亿元增长'],
    ['that a link points at', { quoted: [[2, 5]] }, '收入<mark class="quoted">3亿元</mark>增长'],
    [
      'that were found and are pointed at are pointed at',
      { hits: [[0, 7]], quoted: [[2, 5]] },
      '<mark>收入</mark><mark class="quoted">3亿元</mark><mark>增长</mark>',
    ],
    [
      'of which the first that is pointed at has the anchor',
      {
        quoted: [
          [0, 2],
          [5, 7],
        ],
        anchor: 'x',
      },
      '<mark class="quoted" id="x">收入</mark>3亿元<mark class="quoted">增长</mark>',
    ],
    [
      'of a result',
      { figures: [figure('actual', [2, 5])] },
      '收入<span class="stated actual">3亿元</span>增长',
    ],
    [
      'of a target',
      { figures: [figure('target', [2, 5])] },
      '收入<span class="stated target">3亿元</span>增长',
    ],
    [
      'of a result and a target are a target',
      { figures: [figure('actual', [2, 5]), figure('target', [2, 5])] },
      '收入<span class="stated target">3亿元</span>增长',
    ],
    [
      'with a figure in them are marked once',
      { hits: [[0, 7]], figures: [figure('actual', [2, 5])] },
      '<mark>收入<span class="stated actual">3亿元</span>增长</mark>',
    ],
  ])('%s', (_, marks, html) => {
    expect(marked(marks)).toBe(html)
  })

  it('of two results that overlap, or touch, are in one', () => {
    const one = '收入<span class="stated actual">3亿元</span>增长'
    expect(marked({ figures: [figure('actual', [2, 4], [3, 5])] })).toBe(one)
    expect(marked({ figures: [figure('actual', [2, 4]), figure('actual', [4, 5])] })).toBe(one)
  })

  it('stay characters', () => {
    expect(marked({ hits: [[0, 3]] }, '<b>&')).toBe('<mark>&lt;b&gt;</mark>&amp;')
  })
})
