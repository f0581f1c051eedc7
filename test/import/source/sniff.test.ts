/** What a file is by its content, whatever it is called. */
import { describe, expect, it } from 'vitest'
import { looksLikeHtml, sniffFormat } from '../../../src/import/source/sniff.ts'
import { inflateBudget } from '../../../src/import/source/zip.ts'
import { makeZip } from './make-zip.ts'

const sniff = (bytes: Uint8Array): Promise<string> => sniffFormat(bytes, inflateBudget(bytes.length))
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const zipOf = (name: string): Uint8Array => makeZip([{ name, content: 'x' }])

describe('the format', () => {
  it.each<[string, Uint8Array, string]>([
    ['of words', bytesOf('words'), 'text'],
    ['of a PDF', bytesOf('%PDF-1.7'), 'pdf'],
    ['of a PDF with something before it', bytesOf(`${' '.repeat(1_018)}%PDF-1`), 'pdf'],
    ['of a PDF with too much before it', bytesOf(`${' '.repeat(1_019)}%PDF-1`), 'text'],
    ['of no version of PDF', bytesOf('%PDF-x'), 'text'],
    ['of a Word file', zipOf('word/document.xml'), 'docx'],
    ['of a Word file as another program writes it', zipOf('word/document2.xml'), 'docx'],
    ['of an archive', zipOf('a.txt'), 'zip'],
  ])('%s', async (_, bytes, format) => {
    expect(await sniff(bytes)).toBe(format)
  })

  it('of nothing is none', async () => {
    await expect(sniff(new Uint8Array())).rejects.toThrow('is empty; obtain it again')
  })
})

describe('a web page', () => {
  it.each([
    ['<!DOCTYPE html>', true],
    ['\uFEFF \n<html lang="zh">', true],
    ['<?xml version="1.0"?>\n<!-- a --> <!-- b -->\n<html>', true],
    ['<head>', true],
    ['<body class="a">', true],
    ['<meta charset="gbk">', true],
    ['<title>', true],
    ['<header>', false],
    ['words <html>', false],
    ['</p>'.repeat(5), true],
    ['</p>'.repeat(4), false],
    ['<br/><BR /></DIV></span></td>', true],
    ['</a></b></i></u></s>', false],
  ])('is told by %j: %s', (text, isPage) => {
    expect(looksLikeHtml(text)).toBe(isPage)
  })

  it('is told by its first 65,536 characters', () => {
    const page = (before: number): boolean => looksLikeHtml(`${'x'.repeat(before)}${'</p>'.repeat(5)}`)
    expect([page(65_536 - 20), page(65_536 - 19)]).toEqual([true, false])
  })

  it('is told by what stands within its first 4,096 characters', () => {
    const page = (before: number): boolean => looksLikeHtml(`${' '.repeat(before)}<html>`)
    expect([page(4_096 - 6), page(4_096 - 4)]).toEqual([true, false])
  })
})
