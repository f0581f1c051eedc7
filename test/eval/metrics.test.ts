import { describe, expect, it } from 'vitest'
import { falseStrong, measure, type Outcome } from './metrics.ts'

function outcome(fields: Partial<Outcome>): Outcome {
  return {
    id: 'q',
    type: 'question',
    query: '',
    match: 'strong',
    places: [],
    isInSnippet: false,
    isUnanswerable: false,
    ...fields,
  }
}

describe('measure', () => {
  it('counts the place of the first right hit', () => {
    const figures = measure([
      outcome({ places: [1, 3], isInSnippet: true }),
      outcome({ places: [3] }),
      outcome({ places: [5], match: 'weak' }),
      outcome({ places: [] }),
    ])
    expect(figures).toMatchObject({
      questions: 4,
      success1: 0.25,
      success3: 0.5,
      success5: 0.75,
      snippet: 0.25,
      strong: 0.75,
    })
    expect(figures.mrr).toBeCloseTo((1 + 1 / 3 + 1 / 5) / 4)
    expect(figures.ndcg10).toBeCloseTo((1 + 1 / 2 + 1 / Math.log2(6)) / 4)
  })

  it('gives nothing for a hit past the tenth', () => {
    expect(measure([outcome({ places: [11] })])).toMatchObject({ mrr: 0, ndcg10: 0, success5: 0 })
  })
})

describe('falseStrong', () => {
  it('looks at unanswerable questions alone', () => {
    const unanswerable = { isUnanswerable: true }
    expect(
      falseStrong([outcome({}), outcome(unanswerable), outcome({ ...unanswerable, match: 'none' })]),
    ).toBeCloseTo(0.5)
  })
})
