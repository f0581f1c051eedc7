/** Which places a question names, the lexicon made anew for each. */
import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../../src/search/backend.ts'
import { makePlaceLexicon } from '../../../src/search/query/places.ts'
import { readVocabulary } from '../../../src/search/vocabulary.ts'
import { foldPhrase } from '../../../src/text/normalizer.ts'
import { makeSummary } from '../../made-meta.ts'

const { sounds } = await readVocabulary()
const GAZETTEER = [
  '塔城地区',
  '塔城市',
  '霍城县',
  '富民县',
  '成县',
  '来宾市',
  '齐齐哈尔市',
  '察布查尔锡伯自治县',
  '贵州省',
  '和布克县',
]
const catalogOf = (...places: readonly (readonly [place: string, level: string])[]): Catalog => ({
  passages: 9,
  version: 'test',
  reports: places.map(([place, level], at) =>
    makeSummary({ id: `r${at}-2023`, place, level: level as never }),
  ),
})
const CATALOG = catalogOf(['伊宁市', '市'], ['新源县', '县'], ['新疆维吾尔自治区', '自治区'])
/** `name=places`, for each mention. */
const find = (text: string, catalog = CATALOG, heard: typeof sounds | undefined = sounds): string[] => {
  const folded = foldPhrase(text)
  return makePlaceLexicon(catalog, GAZETTEER, heard)
    .find(folded)
    .map(({ start, end, places }) => `${folded.slice(start, end)}=${places.join()}`)
}

describe('a place of the corpus', () => {
  it.each([
    ['伊宁市旅游', ['伊宁市=伊宁市']],
    ['伊宁旅游', ['伊宁=伊宁市']],
    ['旅游伊宁和新源县', ['伊宁=伊宁市', '新源县=新源县']],
    ['新疆旅游', ['新疆=新疆维吾尔自治区']],
    ['自治区旅游', ['自治区=新疆维吾尔自治区']],
    ['yining旅游', ['yining=伊宁市']],
    ['yinings旅游', []],
    ['旅游', []],
  ])('is found in %s', (text, mentions) => {
    expect(find(text)).toEqual(mentions)
  })

  it('has no name in letters without the sounds of characters, nor of fewer than four letters', () => {
    expect(makePlaceLexicon(CATALOG, GAZETTEER).find('yining')).toEqual([])
    expect(find('yian旅游', catalogOf(['宜安市', '市']))).toEqual(['yian=宜安市'])
    expect(find('wua旅游', catalogOf(['武阿市', '市']))).toEqual([])
  })

  it('is several where several have the name', () => {
    const two = catalogOf(['南山县', '县'], ['南山区', '区'])
    expect(find('南山旅游', two)).toEqual(['南山=南山区,南山县'])
  })
})

describe('a place that the corpus has not', () => {
  it.each([
    ['塔城地区旅游', ['塔城地区=']],
    ['塔城旅游', ['塔城=']],
    ['去塔城旅游', []],
    ['霍城县旅游', ['霍城县=']],
    ['霍城旅游', ['霍城=']],
    ['说霍城旅游', []],
    ['“塔城如画”是谁说的', []],
    ['“塔城”是谁说的', ['塔城=']],
    ['富民旅游', []],
    ['富民县旅游', ['富民县=']],
    ['来宾登记', []],
    ['来宾市登记', ['来宾市=']],
    ['升格成县级市', []],
    ['去齐齐哈尔旅游', ['齐齐哈尔=']],
    ['去察布查尔旅游', ['察布查尔=']],
    ['去和布克旅游', ['和布克=']],
  ])('is found in %s', (text, mentions) => {
    expect(find(text)).toEqual(mentions)
  })
})

describe('a place that is typed wrongly', () => {
  it.each([
    ['依宁市旅游', ['依宁市=']],
    ['伊拧市旅游', ['伊拧市=']],
    ['去依宁市旅游', ['依宁市=']],
    ['心源县旅游', ['心源县=']],
    ['依宁旅游', []],
    ['大宁市旅游', []],
    ['依拧市旅游', []],
    ['伊宁县旅游', ['伊宁=伊宁市']],
  ])('is found in %s where one character sounds alike', (text, mentions) => {
    expect(find(text)).toEqual(mentions)
  })
})

describe('the value of a filter', () => {
  const { resolve } = makePlaceLexicon(
    catalogOf(['云山市', '市'], ['云山市东湖区', '区'], ['云岭县', '县']),
    GAZETTEER,
    sounds,
  )
  it.each([
    ['云山市', ['云山市']],
    ['云山', ['云山市']],
    ['东湖', ['云山市东湖区']],
    ['云', ['云山市', '云山市东湖区', '云岭县']],
    ['', []],
    ['火星', []],
  ])('%s means %j', (value, places) => {
    expect(resolve(value)).toEqual(places)
  })
})
