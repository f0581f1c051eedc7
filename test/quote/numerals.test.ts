/** Numbers in words, written in figures. */
import { describe, expect, it } from 'vitest'
import { tellInFigures, writeFigures } from '../../src/quote/numerals.ts'

describe('a quote with its numbers in figures', () => {
  it.each([
    ['增长百分之十', '增长10%'],
    ['增长百分之十点五', '增长10.5%'],
    ['增长百分之一百二十', '增长120%'],
    ['三成', '30%'],
    ['三成五', '35%'],
    ['三成半', '35%'],
    ['三点五亿', '3.5亿'],
    ['三点一四', '3.14'],
    ['十二个', '12个'],
    ['三个', null],
    ['第十二个', null],
    ['没有', null],
    ['12个', null],
  ])('%s is %s', (text, written) => {
    expect(writeFigures(text)).toBe(written)
  })
})

describe('a claim with its amounts in figures', () => {
  it.each([
    ['四亿五千六百万亩', '4.56亿亩'],
    ['四亿五千万亩', '4.5亿亩'],
    ['两万六千辆', '2.6万辆'],
    ['两万零六辆', '2.0006万辆'],
    ['一成半', '15%'],
    ['三成多', '30%多'],
    ['三成。', '30%。'],
    ['百分之十', '10%'],
    ['三点五亿元', '3.5亿元'],
    ['一万两千多亿斤', '1.2万亿多斤'],
    ['三条', '三条'],
    ['十条', '10条'],
    ['三万条', '3万条'],
    ['十二条', '12条'],
    ['第十二条', '第十二条'],
    ['十四五', '十四五'],
    ['没有', '没有'],
  ])('%s is %s', (text, told) => {
    expect(tellInFigures(text)).toBe(told)
  })
})
