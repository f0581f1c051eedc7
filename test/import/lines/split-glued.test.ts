/** Where a paragraph is cut that lost its line breaks. */
import { describe, expect, it } from 'vitest'
import { splitGlued } from '../../../src/import/lines/split-glued.ts'
import { paragraphOf } from './line-of.ts'

const split = (text: string): string[] =>
  splitGlued(paragraphOf(text, { line: 7 })).map((piece) => piece.text)
/** Running text of so many sentences. */
const prose = (sentences: number): string =>
  '全年造林三万亩，改造渠道五十公里，群众生活一天比一天好。'.repeat(sentences)

describe('a paragraph', () => {
  it('is cut behind a heading that its text is glued to', () => {
    const [heading, text] = ['一、2011年工作回顾', '过去的一年，我们改造渠道五十公里，新建学校六所。']
    expect(split(heading + text)).toEqual([heading, text])
    expect(split(text)).toEqual([text])
  })

  it('of 1,200 characters is cut before marks that follow one another behind full stops, and a shorter one is not', () => {
    const pieces = [`一、${prose(20)}`, `二、${prose(20)}`, `三、${prose(20)}`]
    expect(split(pieces.join(''))).toEqual(pieces)
    const bracketed = [`（一）${prose(20)}`, `（二）${prose(20)}`, `（三）${prose(20)}`]
    expect(split(bracketed.join(''))).toEqual(bracketed)
    const short = [`一、${prose(1)}`, `二、${prose(1)}`, `三、${prose(1)}`].join('')
    expect(split(short)).toEqual([short])
  })

  it('is cut before marks that begin anew, and not before one that is no next one', () => {
    const pieces = [`${prose(20)}`, `一、${prose(9)}`, `二、${prose(9)}五、${prose(9)}`, `一、${prose(9)}`]
    expect(split(pieces.join(''))).toEqual(pieces)
  })

  it('is not cut before marks whose first is missing', () => {
    const text = `${prose(20)}二、${prose(20)}三、${prose(9)}`
    expect(split(text)).toEqual([text])
  })

  it('is not cut before a single mark, and is before each address to the deputies', () => {
    const single = `${prose(45)}一、${prose(9)}`
    expect(split(single)).toEqual([single])
    expect(split(`${prose(45)}各位代表！${prose(2)}`)).toEqual([prose(45), `各位代表！${prose(2)}`])
  })

  it('that is cut keeps what is known of it, its looks with the first piece', () => {
    const pieces = [`一、${prose(20)}`, `二、${prose(20)}`, `三、${prose(20)}`]
    const cut = splitGlued(paragraphOf(pieces.join(''), { line: 7, page: 4, heading: 2, boldStart: 5000 }))
    expect(cut.map(({ line, page, heading, boldStart }) => [line, page, heading, boldStart])).toEqual([
      [7, 4, 2, pieces[0]?.length],
      [7, 4, null, 0],
      [7, 4, null, 0],
    ])
  })
})
