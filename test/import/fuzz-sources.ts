/**
 * Files damaged at random in, a table of what reading and importing them came to out: `npm run fuzz:import -- [RUNS [SEED]]`.
 * Every file must be read or refused with a reason, without an exception and within SLOW_MS. Status 1 where one is not.
 */
import { readFile } from 'node:fs/promises'
import { importSource } from '../../src/import/import-report.ts'
import { readSourcesFromBytes } from '../../src/import/read-source.ts'
import { readOptions } from '../script-options.ts'
import { encode } from './encode.ts'
import { makeDocx, paragraph } from './extract/make-docx.ts'
import { makePdf } from './extract/make-pdf.ts'
import { makeZip } from './source/make-zip.ts'

const SLOW_MS = 5000
const USAGE = 'usage: npm run fuzz:import -- [RUNS [SEED]]'
const [runs = 10_000, seed = 1] = readOptions(USAGE, {}, true).positionals.map(Number)

const BODY = [
  '政府工作报告',
  '——2024年1月16日在青石县第十七届人民代表大会第四次会议上',
  '县长　李明',
  '各位代表：',
  '现在，我代表县人民政府，向大会报告工作，请予审议，并请各位政协委员和列席人员提出意见。',
  '一、2023年工作回顾',
  ...Array.from(
    { length: 12 },
    (_, index) =>
      `过去一年，第${index + 1}项工作取得新进展，完成投资${index + 2}.6亿元，增长8.5%。群众满意度达到96%。`,
  ),
  '二、2024年工作安排',
  ...Array.from(
    { length: 12 },
    (_, index) => `新的一年，继续推进第${index + 1}项工作，计划投资${index + 3}.2亿元，力争年内全部完工。`,
  ),
]
const TEXT = BODY.join('\n')
const STYLES =
  '<w:style w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:rPr><w:b/></w:rPr></w:style>'
const NUMBERING =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
const TABLE = `<w:tbl><w:tr><w:tc>${paragraph('指标')}</w:tc><w:tc>${paragraph('8.5')}</w:tc></w:tr></w:tbl>`
const NUMBERED = '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr>'
const DOCUMENT = BODY.map((text) => paragraph(text, text.startsWith('一、') ? NUMBERED : '')).join('') + TABLE
const DOCX = makeDocx(DOCUMENT, { styles: STYLES, numbering: NUMBERING })
const HTML = `<html><meta charset=gbk><body><ul><li><a href=1>首页</a></ul><table><tr><td>${BODY.map((text) => `<p><b>${text}</b></p>`).join('\n')}</table><ol><li>甲</ol>`
const PDF = makePdf(
  [BODY.slice(0, 16), BODY.slice(16)].map((lines) =>
    lines.map((text, index) => ({ text, x: 72, y: 780 - index * 40 })),
  ),
)

/** A file to damage: `wrap` packs the damaged part, so that checksums do not keep the damage from the reader of the part. */
interface Seed {
  readonly name: string
  readonly bytes: Uint8Array
  readonly wrap?: (damaged: Uint8Array) => Uint8Array
}

const utf8 = (text: string): Uint8Array => encode(text, 'utf-8')
const seeds: readonly Seed[] = [
  { name: 'a.txt', bytes: utf8(TEXT) },
  { name: 'gbk.txt', bytes: encode(TEXT, 'gb18030') },
  { name: 'utf16.txt', bytes: encode(TEXT, 'utf-16le') },
  { name: 'a.html', bytes: encode(HTML, 'gb18030') },
  { name: 'a.docx', bytes: DOCX },
  { name: 'a.pdf', bytes: PDF },
  {
    name: 'b.pdf',
    bytes: new Uint8Array(await readFile(new URL('extract/fixtures/two-layouts.pdf', import.meta.url))),
  },
  {
    name: 'a.zip',
    bytes: makeZip([
      { name: 'a.docx', content: DOCX },
      { name: encode('报告.txt', 'gb18030'), content: TEXT },
      { name: 'a.pdf', content: PDF },
    ]),
  },
  {
    name: 'document.docx',
    bytes: utf8(part('document', `<w:body>${DOCUMENT}</w:body>`)),
    wrap: (damaged) => pack({ document: damaged }),
  },
  { name: 'styles.docx', bytes: utf8(part('styles', STYLES)), wrap: (damaged) => pack({ styles: damaged }) },
  {
    name: 'numbering.docx',
    bytes: utf8(part('numbering', NUMBERING)),
    wrap: (damaged) => pack({ numbering: damaged }),
  },
]

function part(name: string, inner: string): string {
  return `<w:${name} xmlns:w="w">${inner}</w:${name}>`
}

function pack(damaged: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const whole = {
    document: part('document', `<w:body>${DOCUMENT}</w:body>`),
    styles: part('styles', STYLES),
    numbering: part('numbering', NUMBERING),
  }
  return makeZip(
    Object.entries({ ...whole, ...damaged }).map(([name, content]) => ({
      name: `word/${name}.xml`,
      content,
    })),
  )
}

/** Mulberry32: small, good enough, and the same everywhere. */
function makeRandom(start: number): (below: number) => number {
  let state = start >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function mutate(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let file = Buffer.from(bytes)
  for (let count = 1 + random(4); count > 0; count--) {
    const at = random(file.length || 1)
    const length = random(random(2) === 0 ? 8 : 400)
    const kind = random(7)
    if (kind === 0) file = file.subarray(0, at)
    else if (kind === 1) file.fill(random(256), at, Math.min(file.length, at + length))
    else if (kind === 2) file = Buffer.concat([file.subarray(0, at), file.subarray(at + length)])
    else if (kind === 3)
      file = Buffer.concat([file.subarray(0, at), file.subarray(random(file.length || 1)), file.subarray(at)])
    else if (kind === 4)
      for (let index = 0; index < length; index++) file[random(file.length || 1)] = random(256)
    else if (kind === 5)
      file = Buffer.concat([
        file.subarray(0, at),
        Buffer.from(TOKENS[random(TOKENS.length)] ?? ''),
        file.subarray(at),
      ])
    else if (file.length > 0) file[at] = (file[at] ?? 0) ^ (1 << random(8))
  }
  return new Uint8Array(file)
}

const TOKENS = [
  '<w:p>',
  '</w:tc>',
  '<table><td>',
  '<div>'.repeat(50),
  'stream\n',
  'endobj',
  '<<',
  '\0\0\0\0',
  '\ufeff',
  '\u2028',
  'PK\x03\x04',
  '<!--',
  ']]>',
  '99999999999',
  '-1',
  '/Filter/FlateDecode',
  '　'.repeat(500),
  '1.'.repeat(500),
  '，'.repeat(2000),
]

/** The damaged file by its number, so that one that fails can be made again; numbers below 0 are whole. */
async function run(number: number): Promise<{ name: string; outcome: string; ms: number }> {
  const random = makeRandom(seed * 1_000_003 + number)
  const { name, bytes, wrap = (damaged) => damaged } = seeds[Math.abs(number) % seeds.length] as Seed
  const file = wrap(number < 0 ? bytes : mutate(bytes, random))
  const start = performance.now()
  let outcome = ''
  try {
    for (const source of await readSourcesFromBytes(name, file)) {
      if (source.error !== undefined)
        outcome += source.error.message === '' ? 'CRASH without a reason' : 'unread '
      else outcome += `${importSource(source, { force: true, place: '青石县', year: 2024 }).status} `
    }
  } catch (error) {
    outcome = `CRASH ${error instanceof Error ? error.stack : String(error)}`
  }
  return {
    name,
    outcome: outcome === '' ? 'CRASH without an answer' : outcome,
    ms: performance.now() - start,
  }
}

const counts = new Map<string, number>()
const slowest = { number: 0, ms: 0 }
let failures = 0
// Loads the libraries, so that their time counts for no file.
for (let number = -seeds.length; number < 0; number++) await run(number)
for (let number = 0; number < runs; number++) {
  const { name, outcome, ms } = await run(number)
  if (ms > slowest.ms) Object.assign(slowest, { number, ms: Math.round(ms) })
  if (outcome.startsWith('CRASH') || ms > SLOW_MS) {
    failures++
    console.log(`file ${number} (${name}, seed ${seed}, ${Math.round(ms)} ms): ${outcome}`)
  }
  const key = `${name}: ${outcome.startsWith('CRASH') ? 'CRASH' : outcome.trim()}`
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
for (const [key, count] of [...counts].sort()) console.log(String(count).padStart(6), key)
console.log(`${runs} files, ${failures} crashes or hangs, slowest ${slowest.ms} ms (file ${slowest.number})`)
process.exitCode = failures > 0 ? 1 : 0
