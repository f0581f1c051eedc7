/** How far a passage is of the place, year and kind that is asked for. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Candidate } from '../../../src/search/backend.ts'
import { NO_FILTERS } from '../../../src/search/filter.ts'
import {
  type PassageFeatures,
  passageFeatures,
  type SentenceFeatures,
  sentenceFeatures,
  type WantedBeside,
} from '../../../src/search/rank/features.ts'
import type { Searcher } from '../../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../small-corpus.ts'

const NOTHING: WantedBeside = {
  letters: '',
  places: [],
  placeNames: [],
  isNational: false,
  years: null,
  newest: new Set(),
  aspect: null,
  isAspectImplied: false,
  isDefinition: false,
  figureWords: null,
  isDate: false,
  joints: [],
}
const inYear = (year: number): Partial<WantedBeside> => ({
  years: { ...NO_FILTERS, years: [{ from: year, to: year }] },
})
const of = (place: string): Partial<WantedBeside> => ({ places: [`${place}县`], placeNames: [place] })

let searcher: Searcher
beforeAll(async () => {
  const body = [
    '## 2022年工作回顾',
    '云岭打通断头路5条。',
    '2019年建成的机场扩建。',
    '## 2023年工作安排',
    '计划打通断头路3条。',
    '## 名词解释',
    '1.断头路：指不通的路。',
    '2.三高项目，是指高污染的项目。',
  ]
  searcher = await openSmallCorpus([
    report('county-2023', { place: '海滨县', level: '县' }, body),
    report('nation-2023', { place: '国务院', level: '国' }, ['打通断头路9条。']),
  ])
})

async function candidate(words: string, id = 'county-2023'): Promise<Candidate> {
  const whole = await searcher.report(id)
  const passage = whole?.passages.find(({ text }) => text.includes(words))
  const found = await searcher.passage(passage?.id ?? '')
  if (found === null) throw new Error(words)
  return found
}

describe('a passage', () => {
  it.each<[string, keyof PassageFeatures, string, Partial<WantedBeside>, number]>([
    ['of the place', 'place', '3条', of('海滨'), 1],
    ['of another place, which names it', 'place', '云岭', of('云岭'), 0.65],
    ['of another place', 'place', '3条', of('云岭'), 0],
    ['that reviews the year', 'year', '5条', inYear(2022), 1],
    ['that reviews another', 'year', '5条', inYear(2023), 0],
    ['that plans the year', 'year', '3条', inYear(2023), 1],
    ['that names the year', 'year', '机场', inYear(2019), 0.6],
    ['where no year is asked for', 'year', '5条', {}, 0],
    ['of the newest report', 'year', '5条', { newest: new Set(['county-2023']) }, 1],
    ['that reviews, as is asked', 'aspect', '5条', { aspect: 'review' }, 1],
    ['that plans where a review is asked for', 'aspect', '3条', { aspect: 'review' }, -1],
    ['that reviews, as is meant', 'aspect', '5条', { aspect: 'review', isAspectImplied: true }, 0.5],
    [
      'that plans where a review is meant',
      'aspect',
      '3条',
      { aspect: 'review', isAspectImplied: true },
      -0.5,
    ],
    ['that does neither', 'aspect', '不通的路', { aspect: 'review' }, 0],
    ['where neither is asked for', 'aspect', '5条', {}, 0],
    ['that explains what is asked', 'definition', '不通', { isDefinition: true, letters: '断头路' }, 1],
    ['that explains it by 是指', 'definition', '高污染', { isDefinition: true, letters: '三高项目' }, 1],
    ['that explains something else', 'definition', '高污染', { isDefinition: true, letters: '断头路' }, 0.5],
    ['that explains nothing', 'definition', '5条', { isDefinition: true, letters: '断头路' }, 0],
    ['where nothing is to be explained', 'definition', '不通', { letters: '断头路' }, 0],
    ['of the county, where the country is meant', 'nation', '5条', { isNational: true }, 0],
  ])('%s: %s of %j', async (_what, feature, words, wanted, value) => {
    expect(passageFeatures(await candidate(words), { ...NOTHING, ...wanted })[feature]).toBe(value)
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('of the State Council, where the country is meant: %s', async (isNational, value) => {
    const nation = await candidate('9条', 'nation-2023')
    expect(passageFeatures(nation, { ...NOTHING, isNational }).nation).toBe(value)
  })
})

describe('a sentence', () => {
  const figure = { figureWords: ['游客'] }
  const far = (characters: number): string => `游客${'多'.repeat(characters)}5万`

  it.each<[string, keyof SentenceFeatures, Partial<WantedBeside>, number]>([
    ['游客5万人次', 'figure', figure, 1],
    [far(13), 'figure', figure, 1],
    [far(14), 'figure', figure, 0.5],
    ['5万游客到来', 'figure', figure, 0.5],
    ['路5条', 'figure', figure, 0.5],
    ['游客很多', 'figure', figure, 0],
    ['游客2023年很多', 'figure', figure, 0],
    ['游客5万人次', 'figure', {}, 0],
    ['机场1998年建成', 'figure', { isDate: true }, 1],
    ['机场去年三月建成', 'figure', { isDate: true }, 1],
    ['机场上半年建成', 'figure', { isDate: true }, 1],
    ['机场有3条跑道', 'figure', { isDate: true }, 0],
    ['生产总值增长8%', 'joined', { joints: ['生产总值增长'] }, 1],
    ['生产总值下降8%', 'joined', { joints: ['生产总值增长'] }, 0],
  ])('%s: %s', (sentence, feature, wanted, value) => {
    expect(sentenceFeatures(sentence, { ...NOTHING, ...wanted })[feature]).toBe(value)
  })
})
