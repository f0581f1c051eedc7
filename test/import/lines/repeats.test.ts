/** What is left out of a source that prints its text twice. */
import { describe, expect, it } from 'vitest'
import { dropRepeats } from '../../../src/import/lines/repeats.ts'
import { linesOf } from './line-of.ts'

/** Running text of so many characters, another for each number. */
const text = (number: number, length = 40): string => `第${number}段${'农'.repeat(length - 4)}。`
const dropped = (texts: readonly string[]): string[] =>
  dropRepeats(linesOf(texts)).dropped.map((item) => `${item.line} ${item.reason}`)

describe('dropRepeats', () => {
  it('leaves out the later copy, names what it repeats, and says so', () => {
    const found = dropRepeats(linesOf([text(1), text(2), text(1), text(2)]))
    expect(found.lines.map((line) => line.text)).toEqual([text(1), text(2)])
    expect(found.dropped).toEqual([
      { line: 3, text: text(1), reason: 'repeats line 1' },
      { line: 4, text: text(2), reason: 'repeats line 2' },
    ])
    expect(found.warning).toBe('the source prints its text twice: 2 repeated paragraphs left out')
  })

  it('sees a copy through other white space', () => {
    expect(dropped([text(1), text(1).replace('段', '段　 ')])).toEqual(['2 repeats line 1'])
  })

  it('keeps all where less than a quarter of the running text is said again', () => {
    expect(dropped([text(1), text(2), text(3), text(1)])).toEqual(['4 repeats line 1'])
    const lines = [text(1), text(2), text(3), text(4), text(1)]
    expect(dropRepeats(linesOf(lines))).toEqual({
      lines: linesOf(lines),
      dropped: [],
      heads: [],
      warning: null,
    })
  })

  it('lets a line of fewer than 30 characters be said twice', () => {
    expect(dropped([text(1, 30), text(1, 30)])).toEqual(['2 repeats line 1'])
    expect(dropped([text(1, 29), text(1, 29)])).toEqual([])
    expect(dropRepeats([])).toEqual({ lines: [], dropped: [], heads: [], warning: null })
  })

  it('leaves out headings that were printed before, next to repeated paragraphs', () => {
    const copy = ['一、回顾', text(1), '二、任务', text(2), '谢谢大家！']
    expect(dropped([...copy, ...copy])).toEqual([
      '6 repeats line 6',
      '7 repeats line 2',
      '8 repeats line 8',
      '9 repeats line 4',
      '10 repeats line 10',
    ])
  })

  it('keeps a short line that stands beside no repeated paragraph, or is new', () => {
    const lines = [
      '一、回顾',
      text(1),
      text(2),
      '一、回顾',
      text(3),
      text(2),
      '三、保障',
      '一、回顾',
      text(4),
      text(1),
    ]
    expect(dropped(lines)).toEqual(['6 repeats line 3', '10 repeats line 2'])
  })

  describe('what stands above a later copy alone', () => {
    const heads = (above: readonly string[]): string[] =>
      dropRepeats(linesOf([text(1), text(2), ...above, text(1), text(2)])).heads.map((line) => line.text)

    it('may be its head, in the order of the lines', () => {
      expect(heads(['政府工作报告', '2021年2月3日', '县长 林小川'])).toEqual([
        '政府工作报告',
        '2021年2月3日',
        '县长 林小川',
      ])
      expect(heads([])).toEqual([])
    })

    it('is so for eight lines', () => {
      const above = Array.from({ length: 10 }, (_, index) => `行${index}`)
      expect(heads(above)).toEqual(above.slice(-8))
    })

    it('is none above text, which ends in a mark or has more than 110 characters', () => {
      expect(heads(['会议', '已经开完。', '县长'])).toEqual(['县长'])
      expect(heads(['会议', '已经开完；', '县长'])).toEqual(['县长'])
      expect(heads(['会'.repeat(110), '县长'])).toHaveLength(2)
      expect(heads(['会'.repeat(111), '县长'])).toEqual(['县长'])
    })
  })
})
