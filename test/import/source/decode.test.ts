import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText, plausibility, splitLines } from '../../../src/import/source/decode.ts'
import { SourceError } from '../../../src/import/source/source.ts'
import { encode, type TestEncoding } from '../encode.ts'

const SIMPLIFIED =
  '各位代表：现在，我代表县人民政府向大会报告工作，请予审议。全年完成生产总值12.6亿元，增长8.5%。\n'
const TRADITIONAL =
  '各位代表：現在，我代表縣政府向大會報告工作，請予審議。全年完成生產總值12.6億元，增長8.5%。\n'

describe('decodeText', () => {
  it.each<[TestEncoding, string]>([
    ['utf-8', SIMPLIFIED],
    ['utf-8', TRADITIONAL],
    ['gb18030', SIMPLIFIED],
    ['big5', TRADITIONAL],
    ['utf-16le', SIMPLIFIED],
    ['utf-16be', SIMPLIFIED],
    ['utf-16le', TRADITIONAL],
    ['utf-16be', TRADITIONAL],
  ])('tells %s without a mark from all the others', (encoding, text) => {
    expect(decodeText(encode(text, encoding))).toEqual({ text, encoding, warnings: [] })
  })

  it.each<[string, readonly number[], TestEncoding]>([
    ['utf-8', [0xef, 0xbb, 0xbf], 'utf-8'],
    ['utf-16le', [0xff, 0xfe], 'utf-16le'],
    ['utf-16be', [0xfe, 0xff], 'utf-16be'],
    ['gb18030', [0x84, 0x31, 0x95, 0x33], 'gb18030'],
  ])('obeys the byte order mark of %s and takes it off', (_, mark, encoding) => {
    const bytes = Uint8Array.from([...mark, ...encode('甲', encoding)])
    expect(decodeText(bytes)).toEqual({ text: '甲', encoding, warnings: [] })
  })

  it.each([
    ['little', [0xff, 0xfe, 0, 0, 0x32, 0x75, 0, 0]],
    ['big', [0, 0, 0xfe, 0xff, 0, 0, 0x75, 0x32]],
  ])('refuses UTF-32, %s end first', (_, bytes) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow('is UTF-32; save it anew as UTF-8')
  })

  it.each(['2024 report', '1\n2\n', 'GDP: 12.6\r\n'])('reads plain ASCII as UTF-8: %j', (text) => {
    expect(decodeText(encode(text, 'utf-8')).encoding).toBe('utf-8')
    expect(decodeText(encode(text, 'utf-16le'))).toMatchObject({ text, encoding: 'utf-16le' })
  })

  it('believes the bytes more than a declared charset', () => {
    expect(decodeText(encode(SIMPLIFIED, 'utf-8'), 'gb2312').encoding).toBe('utf-8')
    expect(decodeText(encode(SIMPLIFIED, 'gb18030'), 'utf-8').encoding).toBe('gb18030')
  })

  it('warns of undecodable bytes with their number and first line, and reads the rest', () => {
    const good = encode(SIMPLIFIED.repeat(3), 'gb18030')
    const broken = Uint8Array.from([...good, 0xff, ...encode('增长', 'gb18030'), 0x0a, 0xff, 0x0a])
    const { text, encoding, warnings } = decodeText(broken)
    expect(encoding).toBe('gb18030')
    expect(text).toContain('\uFFFD增长')
    expect(warnings).toEqual(['2 undecodable places in gb18030, first in line 4, read as U+FFFD'])
  })

  it('keeps UTF-8 with a broken place as UTF-8', () => {
    const good = encode(SIMPLIFIED.repeat(5), 'utf-8')
    const { encoding, warnings } = decodeText(Uint8Array.from([...good, 0xe6, 0x94, 0x0a, ...good]))
    expect(encoding).toBe('utf-8')
    expect(warnings).toEqual(['1 undecodable place in utf-8, first in line 6, read as U+FFFD'])
  })

  it('takes a replacement character that stands in the file for the text it is', () => {
    const text = `${SIMPLIFIED}甲\uFFFD乙\n`
    expect(decodeText(encode(text, 'utf-8'))).toEqual({ text, encoding: 'utf-8', warnings: [] })
    const mark = [0x84, 0x31, 0xa4, 0x37]
    const chinese = encode(SIMPLIFIED, 'gb18030')
    expect(decodeText(Uint8Array.from([...mark, ...chinese, ...mark])).warnings).toEqual([])
    expect(decodeText(Uint8Array.from([...mark, ...chinese, ...mark, 0xff])).warnings.join()).toContain(
      '1 undecodable place in gb18030',
    )
    const { warnings } = decodeText(Uint8Array.from([...encode(text + text, 'utf-8'), 0xff]))
    expect(warnings).toEqual(['1 undecodable place in utf-8, first in line 5, read as U+FFFD'])
  })

  it('warns of a text cut in the middle of a character', () => {
    expect(decodeText(encode(SIMPLIFIED, 'gb18030').slice(0, 41)).warnings).toHaveLength(1)
    expect(decodeText(encode(SIMPLIFIED, 'utf-16le').slice(0, 41)).warnings).toHaveLength(1)
  })

  it.each([
    ['random bytes', Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index * 7) % 256)],
    ['zeros', new Uint8Array(1000)],
    ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x2d, 0x4e, 0, 0])],
  ])('refuses %s and says how to fix it', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(SourceError)
    expect(() => decodeText(bytes)).toThrow(/save it anew as UTF-8/)
  })

  it('reads GB 18030 characters outside the basic plane', () => {
    const bytes = Uint8Array.from([...encode(SIMPLIFIED, 'gb18030'), 0x95, 0x32, 0x82, 0x36])
    expect(decodeText(bytes).text).toBe(`${SIMPLIFIED}𠀀`)
  })

  it('gives back what was written, in every encoding, for any text of common characters', () => {
    const common = [
      ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
    ]
    const chinese = fc.array(fc.constantFrom(...common, '，', '。', '\n', '1'), {
      minLength: 30,
      maxLength: 200,
    })
    const encodings = fc.constantFrom<TestEncoding>('utf-8', 'gb18030', 'utf-16le', 'utf-16be')
    fc.assert(
      fc.property(chinese, encodings, (chars, encoding) => {
        const text = chars.join('')
        expect(decodeText(encode(text, encoding))).toEqual({ text, encoding, warnings: [] })
      }),
      { numRuns: 500 },
    )
  })
})

describe('plausibility', () => {
  it.each([
    ['各位代表，GDP增长8.5%。', 1],
    ['①⑤', 1],
    ['⑥', 0],
    [' ~', 1],
    ['\u007f', -1],
    ['縣政府', 1],
    ['龘', 0],
    ['\u0001\uFFFD', -1],
    ['\uE000', -1],
    ['甲\u0001', 0],
    ['甲龘', 0.5],
    ['', 0],
  ])('of %j is %d', (text, score) => {
    expect(plausibility(text)).toBe(score)
  })
})

describe('the encoding', () => {
  it('is believed from three tenths on: common characters less those that no text has', () => {
    const read = (common: number): string => {
      const bytes = encode('重'.repeat(common) + '\u0001'.repeat(100 - common), 'gb18030')
      try {
        return decodeText(bytes).encoding
      } catch {
        return ''
      }
    }
    expect([read(64), read(65)]).toEqual(['', 'gb18030'])
  })

  it('is told by the first 256 KB, and all is read in it', () => {
    const head = encode(SIMPLIFIED.repeat(2_000), 'gb18030')
    expect(head.length).toBeLessThan(256 * 1024)
    const noise = new Uint8Array(512 * 1024).fill(0xa1)
    expect(decodeText(Uint8Array.from([...head, ...noise])).encoding).toBe('gb18030')
  })

  it('that a page declares is believed of two that are as plausible', () => {
    // Bytes that are common characters of both GB 18030 and Big5.
    const bytes = Uint8Array.from([0xb0, 0xa1, 0xb0, 0xa2, 0xb0, 0xa3])
    expect(decodeText(bytes).encoding).toBe('gb18030')
    expect(decodeText(bytes, 'Big5').encoding).toBe('big5')
    expect(decodeText(bytes, ' GBK ').encoding).toBe('gb18030')
    expect(decodeText(bytes, 'no such charset').encoding).toBe('gb18030')
  })
})

describe('splitLines', () => {
  it.each([
    ['a\nb', ['a', 'b']],
    ['a\r\nb\r\n', ['a', 'b', '']],
    ['a\rb', ['a', 'b']],
    ['a\r\r\nb', ['a', 'b']],
    ['a\n\nb', ['a', '', 'b']],
    ['a\u2028b\u2029c\u0085d\ve', ['a', 'b', 'c', 'd', 'e']],
    ['a\n\fb', ['a', '\fb']],
  ])('cuts %j', (text, lines) => {
    expect(splitLines(text)).toEqual(lines)
  })
})

describe('the characters that text is made of', () => {
  const charAt = (encoding: string, ...bytes: number[]): string =>
    new TextDecoder(encoding).decode(Uint8Array.from(bytes))

  it('are ASCII, and no control characters', () => {
    for (const char of [' ', '~', 'A', '0', '\n', '\t', '，', '①', '⑤']) expect(plausibility(char)).toBe(1)
    for (const code of [0x00, 0x1f, 0x7f, 0x80, 0x9f, 0xe000, 0xfffd])
      expect(plausibility(String.fromCharCode(code))).toBe(-1)
    expect(plausibility('é')).toBe(0)
  })

  it.each<[string, number, number, number[]]>([
    ['gb18030', 0xb0, 0xd7, [0xa1, 0xfe]],
    ['big5', 0xa4, 0xc6, [0x40, 0x7e, 0xa1, 0xfe]],
  ])('are the first level of %s, to its edges', (encoding, first, last, trails) => {
    for (let lead = first; lead <= last; lead++) {
      const chars = trails
        .map((trail) => charAt(encoding, lead, trail))
        .filter((char) => /^\p{Script=Han}$/u.test(char))
      expect(chars.map(plausibility)).toEqual(chars.map(() => 1))
    }
  })

  it('are none of the second', () => {
    for (const char of [
      charAt('gb18030', 0xd8, 0xa1),
      charAt('gb18030', 0xf7, 0xfe),
      charAt('big5', 0xf9, 0xd5),
    ])
      expect([char, plausibility(char)]).toEqual([char, 0])
  })

  it('are weighed against what no text has', () => {
    expect([plausibility(''), plausibility('县é'), plausibility('县\0')]).toEqual([0, 0.5, 0])
  })
})
