/** Which questions are taken for pasted quotes. */
import { beforeAll, describe, expect, it } from 'vitest'
import { recognizePhrase, recognizeQuote } from '../../src/quote/recognize.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

const REPORT = report('yunling-2024', { place: '云岭县', year: 2024, reviews: 2023, plans: 2024 }, [
  '各位代表：',
  '全年接待游客93万人次，实现旅游收入56.4亿元。深入推进产业结构转型升级步伐，常态化开展干部作风整治行动。',
  '坚决落实过紧日子的要求，把每一分钱都用在发展的紧要处、民生的急需上，让群众的获得感更足。',
  '完善乡村治理体系建设机制。',
  '2023年云岭县旅游收入十强名单已经公布。',
  '农村居民人均可支配收入增长9%。',
])

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus([REPORT])
})

const kindOf = async (text: string) =>
  (await recognizeQuote(searcher, text, await searcher.search(text)))?.kind ?? null

describe('recognizePhrase', () => {
  it.each([
    ['“把每一分钱都用在发展的紧要处”', 'verbatim'],
    ['“过苦日子的要求，把每一分钱都用在发展的紧要处”', 'differs'],
    ['“地铁运营里程”', 'not-found'],
    ['“紧日子”', null],
    ['“过紧日子的要求”是真的吗', null],
    ['把每一分钱都用在发展的紧要处', null],
    ['“过紧日子的要求” 年份:2023', null],
  ])('checks %s as recognizeQuote does, without hits, and nothing but phrases', async (text, kind) => {
    const check = await recognizePhrase(searcher, text)
    expect(check?.kind ?? null).toBe(kind)
    if (check !== null)
      expect(check).toEqual(await recognizeQuote(searcher, text, await searcher.search(text)))
  })
})

describe('recognizeQuote', () => {
  it.each([
    ['two clauses', '坚决落实过紧日子的要求，把每一分钱都用在发展的紧要处', 'verbatim'],
    ['a clause without marks of ten characters', '把每一分钱都用在发展的', 'verbatim'],
    ['a clause with a figure of eight', '旅游收入56.4亿元', 'verbatim'],
    ['a clause with a mark of eight', '紧要处、民生的急需', 'verbatim'],
    ['with a wrong character', '坚决落实过苦日子的要求，把每一分钱都用在发展的紧要处', 'differs'],
    ['with a wrong figure', '全年接待游客93万人次，实现旅游收入58.4亿元', 'differs'],
    ['with one slip and no mark', '完善乡村治里体系建设机制', 'differs'],
    ['in another order', '常态化开展干部作风整治行动，深入推进产业结构转型升级步伐', 'pieced'],
    ['in quotation marks that ask about it', '“过紧日子的要求”是真的吗', 'verbatim'],
    ['with a request to check it', '核对：把每一分钱都用在', 'verbatim'],
    ['behind which it asks whether it stands so', '把每一分钱都花在发展的，报告里是这么写的吧', 'differs'],
    ['of which the source is wanted', '“过紧日子的要求”出自哪份报告，给个脚注', 'verbatim'],
    ['of which the citation is wanted', '“过紧日子的要求”按GB/T 7714给我个引用', 'verbatim'],
    ['of which the county is asked', '“坚决落实过紧日子的要求，把每一分钱”哪个县写的', 'verbatim'],
    [
      'prose that is in no report',
      '实施蓝天保卫战三年行动，淘汰老旧锅炉一百台，更新新能源公交车八十辆，空气质量持续向好向优',
      'not-found',
    ],
    ['two figures that are in no report', '地铁运营里程达到812公里，日均客流1053万人次', 'not-found'],
  ])('takes for a quote %s', async (_, text, kind) => {
    expect(await kindOf(text)).toBe(kind)
  })

  it.each([
    ['nine characters without a figure or mark', '把每一分钱都用在发'],
    ['seven characters with a mark', '紧要处、民生的'],
    ['words to look for', '旅游收入'],
    ['two figures and no mark but those of a quotation', '14年国务院报告里“三个1亿人”说的是'],
    ['an indicator of ten characters', '农村居民人均可支配收入'],
    ['a list of words', '旅游收入 游客 产业结构 干部作风'],
    ['a question with the words of a report', '全年接待游客多少，实现旅游收入多少'],
    ['a question which ones a term counts', '坚决落实过“紧日子”的要求是哪四个'],
    ['a question at whose end it asks', '坚决落实过苦日子的要求，把每一分钱都用在发展的吗'],
    ['the words with one shut out', '坚决落实过紧日子的要求 -旅游'],
    ['the words with two shut out', '坚决落实过紧日子的要求 -旅游 -产业'],
    ['the words with a filter', '年份:2023 坚决落实过紧日子的要求，把每一分钱'],
    ['three characters in quotation marks', '“紧日子”是真的吗'],
    ['two figures that ask', '地铁运营里程多少公里，日均客流多少万人次'],
    ['the same of another year', '2022年云岭县旅游收入十强名单'],
    ['short prose that is in no report', '实施蓝天行动，淘汰锅炉'],
  ])('takes for none %s', async (_, text) => {
    expect(await kindOf(text)).toBeNull()
  })
})
