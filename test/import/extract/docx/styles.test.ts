/** What the styles of a Word file say, by themselves and by what they are based on. */
import { describe, expect, it } from 'vitest'
import { outlineLevel, readNumberingRef, readStyles } from '../../../../src/import/extract/docx/styles.ts'
import { childElement, parseXml, type XmlElement } from '../../../../src/import/extract/xml.ts'

const xml = (text: string): XmlElement => parseXml(new TextEncoder().encode(text), 'styles')
const stylesOf = (...styles: readonly string[]) => readStyles(xml(`<styles>${styles.join('')}</styles>`))
const style = (id: string, inner: string): string => `<style styleId="${id}">${inner}</style>`

describe('a style', () => {
  it('says nothing where it is not known, or there are none', () => {
    const plain = { heading: 0, bold: false, isHidden: false, isContents: false, numbering: null }
    expect(stylesOf()('a')).toEqual(plain)
    expect(readStyles(null)('a')).toEqual(plain)
    expect(stylesOf(style('a', '<name val="Normal"/>'))('a')).toEqual(plain)
  })

  it.each([
    ['<name val="Heading 1"/>', 1],
    ['<name val="heading 6"/>', 6],
    ['<name val="heading 7"/>', 0],
    ['<name val="标题 2"/>', 2],
    ['<name val="Title"/>', 1],
    ['<name val="x"/><pPr><outlineLvl val="0"/></pPr>', 1],
    ['<name val="x"/><pPr><outlineLvl val="5"/></pPr>', 6],
    ['<name val="heading 1"/><pPr><outlineLvl val="6"/></pPr>', 0],
    ['<name val="heading 1"/><pPr><outlineLvl val="x"/></pPr>', 1],
  ])('%s is a heading of level %i', (inner, level) => {
    expect(stylesOf(style('a', inner))('a').heading).toBe(level)
  })

  it('is one of contents by its name', () => {
    const styles = stylesOf(
      style('a', '<name val="TOC 1"/>'),
      style('b', '<name val="x"/><basedOn val="a"/>'),
    )
    expect([styles('a').isContents, styles('b').isContents]).toEqual([true, true])
    expect(stylesOf(style('a', '<name val="TOC Heading"/>'))('a').isContents).toBe(false)
  })

  it('has what it does not say from the one that it is based on', () => {
    const base =
      '<name val="heading 3"/><pPr><numPr><numId val="7"/><ilvl val="2"/></numPr></pPr><rPr><b/><vanish/></rPr>'
    const styles = stylesOf(
      style('a', base),
      style('b', '<name val="x"/><basedOn val="a"/>'),
      style(
        'c',
        '<name val="x"/><basedOn val="a"/><pPr><numPr><ilvl val="4"/></numPr></pPr><rPr><b val="0"/><vanish val="0"/></rPr>',
      ),
    )
    expect(styles('b')).toEqual({
      heading: 3,
      bold: true,
      isHidden: true,
      isContents: false,
      numbering: { list: '7', depth: 2 },
    })
    expect(styles('c')).toMatchObject({ bold: false, isHidden: false, numbering: { list: '7', depth: 4 } })
  })

  it('is followed through thirty others, and not round a circle', () => {
    const chain = (length: number): boolean => {
      const styles = Array.from({ length }, (_, at) =>
        style(`s${at}`, `<name val="x"/><basedOn val="s${at + 1}"/>`),
      )
      return stylesOf(...styles, style(`s${length}`, '<name val="x"/><rPr><b/></rPr>'))('s0').bold
    }
    expect([chain(30), chain(31)]).toEqual([true, false])
    const round = stylesOf(
      style('a', '<name val="heading 2"/><basedOn val="b"/>'),
      style('b', '<name val="x"/><basedOn val="a"/>'),
    )
    expect(round('a').heading).toBe(2)
  })
})

describe('properties of a paragraph', () => {
  const properties = (inner: string): XmlElement | undefined =>
    childElement(xml(`<p><pPr>${inner}</pPr></p>`), 'pPr')

  it.each([
    ['', null],
    ['<outlineLvl val="0"/>', 1],
    ['<outlineLvl val="6"/>', 0],
    ['<outlineLvl val="9"/>', 0],
    ['<outlineLvl val="10"/>', null],
  ])('%j are a heading of level %s', (inner, level) => {
    expect(outlineLevel(properties(inner))).toBe(level)
  })

  it.each([
    ['', null],
    ['<numPr/>', { list: '3', depth: 1 }],
    ['<numPr><numId val="5"/></numPr>', { list: '5', depth: 1 }],
    ['<numPr><numId val="5"/><ilvl val="8"/></numPr>', { list: '5', depth: 8 }],
    ['<numPr><numId val="5"/><ilvl val="9"/></numPr>', { list: '5', depth: 1 }],
  ])('%j are of the list %j', (inner, reference) => {
    expect(readNumberingRef(properties(inner), { list: '3', depth: 1 })).toEqual(reference)
  })

  it('are of no list where nothing names one', () => {
    expect(readNumberingRef(properties('<numPr/>'), null)).toEqual({ list: '0', depth: 0 })
  })
})
