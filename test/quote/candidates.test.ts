/** Which passages are compared with a quote. */
import { describe, expect, it } from 'vitest'
import { findLike, MAX_LIKE } from '../../src/quote/candidates.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { report, smallSearcher } from './small-searcher.ts'

const paragraphs = Array.from({ length: 12 }, (_, number) => `修好第${number + 1}条水渠，群众用水方便。`)
const searcher = smallSearcher([report('yunling-2024', {}, `# 政府工作报告\n\n${paragraphs.join('\n\n')}`)])

async function askedFor(text: string): Promise<string> {
  let asked = ''
  const listening: Searcher = {
    ...searcher,
    search: (query, options) => {
      asked = query
      return searcher.search(query, options)
    },
  }
  await findLike(listening, text)
  return asked
}

describe('the passages that share the most words', () => {
  it('are asked for by all the words of a quote, none of them as an operator', async () => {
    expect(await askedFor('粮食')).toBe('粮食')
    expect(await askedFor('“地点：云岭” -修水渠')).toBe('地点 云岭  修水渠')
  })

  it('are asked for by the first 400 characters of a long one', async () => {
    expect(await askedFor(`头${'中'.repeat(398)}尾后面的`)).toBe(`头${'中'.repeat(398)}尾`)
  })

  it('are so many at the most', async () => {
    expect(await findLike(searcher, '修好水渠')).toHaveLength(MAX_LIKE)
  })
})
