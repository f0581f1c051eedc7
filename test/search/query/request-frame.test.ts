/** What a person says around a topic to have words on it. */
import { describe, expect, it } from 'vitest'
import { findRequestFrames } from '../../../src/search/query/request-frame.ts'

const frames = (text: string): string[] =>
  findRequestFrames(text).map(({ start, end }) => text.slice(start, end))

describe('findRequestFrames', () => {
  it.each<[string, readonly string[]]>([
    ['我在写一篇新闻稿，要找几段有关乡村振兴的话', ['我在写一篇新闻稿，要找几段有关', '的话']],
    ['找几段关于乡村振兴的表述', ['找几段关于', '的表述']],
    ['要用一句关于环保的，最好能直接引用', ['要用一句关于', '的', '，最好能直接引用']],
    ['给我来一段关于环保', ['给我来一段关于']],
    ['我们单位最近在写调研材料，旅游', ['我们单位最近在写调研材料，']],
    ['引用环保', ['引用']],
    ['这几份报告里怎么说环保', ['这几份报告里']],
    ['那一段给我全文', ['那一段给我全文']],
    ['关于环保', []],
    ['乡村振兴', []],
    ['写环保', []],
  ])('of %s', (text, expected) => {
    expect(frames(text)).toEqual(expected)
  })
})
