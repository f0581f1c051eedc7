import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pickSentence, takeSentences } from '../../src/answer/sentence.ts'
import type { Passage } from '../../src/corpus/report.ts'
import type { WeightedRange } from '../../src/search/rank/matches.ts'

const passageOf = (text: string, section: readonly string[] = []): Passage => ({
  id: 'a-2023_0123456789',
  report: 'a-2023',
  paragraph: 1,
  section,
  text,
  page: null,
})

/** Matches of these words, each a term of its own and of the same weight. */
function matchesOf(text: string, words: readonly string[]): WeightedRange[] {
  return words.flatMap((word, term) =>
    [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
      range: [index, index + word.length] as const,
      weight: 1,
      term,
    })),
  )
}

describe('pickSentence', () => {
  it.each([
    [
      '实施“六新”工程。推进6个项目，投资3亿元。绿化荒山。',
      ['六新', '工程'],
      '实施“六新”工程。推进6个项目，投资3亿元。',
    ],
    ['实施“六新”工程。推进一批项目。绿化荒山。', ['六新', '工程'], '实施“六新”工程。'],
    ['实施“六新”工程6项。推进6个项目。', ['六新', '工程'], '实施“六新”工程6项。'],
    ['按时全面实施县里的“六新”工程。推进6个项目。', ['六新', '工程'], '按时全面实施县里的“六新”工程。'],
  ])(
    'shows what follows a sentence that says no more than the question, where it tells figures: %s',
    (text, words, shown) => {
      expect(pickSentence(passageOf(text), matchesOf(text, words)).text).toBe(shown)
    },
  )

  it.each([
    ['3.“三新”：“一新”指新路。“二新”指新桥。', ['名词解释'], true],
    ['3.“三新”：“一新”指新路。“二新”指新桥。', ['二、今年工作'], false],
    ['“三新”很重要。“二新”指新桥。', ['名词解释'], false],
    [`3.“三新”：“一新”指新路。${'“二新”指新桥。'.repeat(50)}`, ['名词解释'], false],
  ])('shows an entry of a glossary whole: %s of %j', (text, section, isWhole) => {
    const { text: shown } = pickSentence(passageOf(text, section), matchesOf(text, ['三新']))
    expect(shown === text).toBe(isWhole)
  })

  it('picks the sentence with the most of the question, and marks the figure beside it', () => {
    const text = '农业稳步发展。接待游客90万人次，旅游收入56.4亿元，建成公路12公里。旅游宣传加强。'
    const { text: shown, highlights } = pickSentence(passageOf(text), matchesOf(text, ['旅游', '收入']))
    expect(shown).toBe('接待游客90万人次，旅游收入56.4亿元，建成公路12公里。')
    expect(highlights.map((range) => shown.slice(...range)).join()).toBe('旅游收入56.4亿元')
  })

  it('picks the one with a figure where a figure is asked for', () => {
    const text = '赛马事业红火，赛马声名远播。举办赛马149场次。'
    const matches = matchesOf(text, ['赛马'])
    expect(pickSentence(passageOf(text), matches, { wantsFigure: true }).text).toBe('举办赛马149场次。')
    expect(pickSentence(passageOf(text), matches).text).toBe('赛马事业红火，赛马声名远播。')
  })

  it('shows no lead alone: what follows says something of the topic', () => {
    const text = '——旅游业提质增效。新建景区3个。农业增产。'
    const { text: shown } = pickSentence(passageOf(text, ['旅游业提质增效']), matchesOf(text, ['旅游']))
    expect(shown).toBe('——旅游业提质增效。新建景区3个。')
  })

  it('takes a neighbour along that has what the best one lacks', () => {
    const text = '推行“先诊疗后付费”。群众看病不用先交押金。'
    expect(pickSentence(passageOf(text), matchesOf(text, ['诊疗', '押金'])).text).toBe(text)
  })

  it('shows the first sentence where nothing matches in the text', () => {
    expect(pickSentence(passageOf('甲。乙。'), []).text).toBe('甲。')
  })
})

describe('what decides between two sentences', () => {
  /** Of 100 of the question's weight, so much matches in 路灯 and the rest in 公厕. */
  const pick = (text: string, weight: number, section: readonly string[] = [], wantsFigure = false) =>
    pickSentence(
      passageOf(text, section),
      ['路灯', '公厕'].flatMap((word, term) =>
        [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
          range: [index, index + 2] as const,
          weight: term === 0 ? weight : 100 - weight,
          term,
        })),
      ),
      { wantsFigure },
    )
  /** Too long to be shown beside another. */
  const long = (words: string): string => `${words}${'面'.repeat(240)}。`

  it.each([
    ['the weight', `新装路灯。${long('修建公厕')}`, [], false, 51, 49],
    ['a quarter of it for a figure that is asked for', `新装路灯。${long('修建公厕6座')}`, [], true, 63, 62],
    ['a fifth of it against a lead', `路灯亮起。${long('修建公厕')}`, ['路灯亮起'], false, 61, 59],
  ] as const)('is %s', (_what, text, section, wantsFigure, first, second) => {
    const starts = [first, second].map((weight) => pick(text, weight, section, wantsFigure).first)
    expect(starts).toEqual([0, 1])
  })

  it('adds a neighbour with three tenths of the weight, on either side', () => {
    for (const text of ['新装路灯。修建公厕。', '修建公厕。新装路灯。']) {
      const counts = [71, 70].map((weight) => pick(text, weight)).map(({ first, last }) => last - first + 1)
      expect(counts).toEqual([1, 2])
    }
  })

  it('adds none that makes it longer than 240 characters', () => {
    const pair = (length: number): string => `新装路灯。修建公厕${'面'.repeat(length - 10)}。`
    expect([240, 241].map((length) => pick(pair(length), 60).text.length)).toEqual([240, 5])
  })

  it('adds what follows a lead whatever it says, but nothing to another sentence without a match', () => {
    expect(pick('路灯亮起。天气好。', 100, ['一、路灯亮起']).text).toBe('路灯亮起。')
    expect(pick('路灯亮起。天气好。', 100, ['路灯亮起']).text).toBe('路灯亮起。天气好。')
  })

  it('marks the figures of clauses with six tenths of the weight of the best', () => {
    const marked = (weight: number): string[] => {
      const { text, highlights } = pick('新装路灯80座，修建公厕6座。', weight)
      return highlights.map((range) => text.slice(...range))
    }
    // 37 to 63 is less than six tenths, 38 to 62 is more.
    expect([marked(63), marked(62)]).toEqual([
      ['路灯80座', '公厕'],
      ['路灯80座', '公厕6座'],
    ])
  })
})

describe('takeSentences', () => {
  it('gives a run of the passage, character for character, whatever the numbers', () => {
    const text = '甲。乙“丙。”丁。戊！己'
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (first, last) => {
        const taken = takeSentences(passageOf(text), [], [first, last])
        expect(text.slice(...taken.range)).toBe(taken.text)
        expect(taken.first).toBeLessThanOrEqual(taken.last)
        expect(taken.last).toBeLessThan(taken.count)
      }),
    )
  })
})

describe('the weights', () => {
  const light = (text: string, ...words: readonly string[]): WeightedRange[] =>
    matchesOf(text, words).map((match) => ({ ...match, weight: 0.1 }))

  it('take a sentence that holds nothing of the question for none, figure or not', () => {
    const text = '甲甲。乙乙。丙丙。丁丁。戊戊。共5亿元。'
    const matches = light(text, '甲', '乙', '丙', '丁', '戊')
    expect(pickSentence(passageOf(text), matches, { wantsFigure: true }).text).toBe('甲甲。')
    expect(pickSentence(passageOf(`共5亿元。${text}`), light(`共5亿元。${text}`, '乙')).text).toBe('乙乙。')
  })

  it('count the best place of a term, and of a match the part that is seen', () => {
    const text = '甲甲。乙丙。'
    const part: WeightedRange = { range: [1, 5], weight: 0.4, term: 0 }
    // Half of it stands in each sentence, the other word in the second.
    const matches = [part, { range: [4, 5], weight: 0.1, term: 1 } as const]
    expect(pickSentence(passageOf(text), matches).text).toBe('甲甲。乙丙。')
    const twice = [
      { range: [0, 1], weight: 0.2, term: 0 },
      { range: [1, 2], weight: 0.2, term: 0 },
      { range: [243, 244], weight: 0.3, term: 1 },
    ] as const
    expect(pickSentence(passageOf(`甲甲。${'远'.repeat(240)}乙。`), twice).first).toBe(1)
  })
})

it('marks figures of the sentence where something of it matches, and what only touches it is nothing', () => {
  const text = '甲。收入5亿元。乙。'
  const marked = (...matches: WeightedRange[]): string[] => {
    const { text: shown, highlights } = takeSentences(passageOf(text), matches, [1, 1])
    return highlights.map((range) => shown.slice(...range))
  }
  const own: WeightedRange = { range: [2, 4], weight: 1, term: 0 }
  const before: WeightedRange = { range: [0, 2], weight: 1, term: 1 }
  const behind: WeightedRange = { range: [8, 9], weight: 1, term: 2 }
  expect(text.slice(2, 8)).toBe('收入5亿元。')
  expect(marked(own)).toEqual(['收入5亿元'])
  expect(marked(own, before, behind)).toEqual(['收入5亿元'])
  expect(marked(before, behind)).toEqual([])
  expect(marked()).toEqual([])
})
