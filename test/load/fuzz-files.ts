/** Tells of mutated originals and report files what the importer and the reader threw, and how long the slowest took. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { parseReport } from '../../src/corpus/parse-report.ts'
import { importSource } from '../../src/import/import-report.ts'
import { readSourcesFromBytes } from '../../src/import/read-source.ts'
import { ROOT } from './stage.ts'

export interface FileFuzzReport {
  readonly files: number
  readonly crashes: readonly string[]
  /** How many were taken for a report, the others were refused with a reason. */
  readonly accepted: number
  readonly slowestMs: number
}

/** Cuts, doubles, swaps and overwrites pieces. */
const mutation = fc.array(
  fc.record({
    kind: fc.constantFrom('cut', 'double', 'overwrite', 'insert', 'shorten'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 400 }),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      fc
        .constantFrom(
          '\n\n',
          '# ',
          '---\n',
          '一、',
          '（一）',
          '——',
          '\u0000',
          '\uFEFF',
          '第1页\n',
          '<p>',
          '%PDF-1.4\n',
          'PK\u0003\u0004',
        )
        .map((text) => Buffer.from(text)),
    ),
  }),
  { minLength: 1, maxLength: 6 },
)
/** A third of a report: enough for every rule to be tried, and quick. */
const MAX_BYTES = 15_000

export async function fuzzImport(count: number): Promise<FileFuzzReport> {
  return fuzzFiles(count, await load('corpus/originals', ''), async (bytes, name) => {
    let isAccepted = false
    for (const source of await readSourcesFromBytes(name, bytes)) {
      if (source.error === undefined) isAccepted ||= importSource(source).status === 'imported'
    }
    return isAccepted
  })
}

export async function fuzzReports(count: number): Promise<FileFuzzReport> {
  return fuzzFiles(
    count,
    await load('corpus', '.md'),
    async (bytes) => parseReport('fuzz-2024', Buffer.from(bytes).toString('utf8')).report !== undefined,
  )
}

async function fuzzFiles(
  count: number,
  files: readonly Buffer[],
  read: (bytes: Uint8Array, name: string) => Promise<boolean>,
): Promise<FileFuzzReport> {
  const crashes: string[] = []
  let [accepted, slowestMs] = [0, 0]
  for (const [number, mutations] of fc.sample(mutation, count).entries()) {
    const original = files[number % files.length] as Buffer
    const start = number % 2 === 0 ? 0 : (number * 997) % Math.max(1, original.length - MAX_BYTES)
    const bytes = mutations.reduce(mutate, original.subarray(start, start + MAX_BYTES))
    const started = performance.now()
    try {
      if (await read(bytes, ['x.txt', 'x.md', 'x.html', '伊宁市2023.txt'][number % 4] as string)) accepted++
    } catch (error) {
      crashes.push(String((error as Error).stack).slice(0, 400))
    }
    slowestMs = Math.max(slowestMs, performance.now() - started)
  }
  return { files: count, crashes, accepted, slowestMs: Math.round(slowestMs) }
}

interface Mutation {
  readonly kind: string
  readonly at: number
  readonly length: number
  readonly bytes: Uint8Array
}

function mutate(input: Buffer, { kind, at, length, bytes }: Mutation): Buffer {
  const start = Math.floor(at * input.length)
  const [before, piece, after] = [
    input.subarray(0, start),
    input.subarray(start, start + length),
    input.subarray(start + length),
  ]
  if (kind === 'cut') return Buffer.concat([before, after])
  if (kind === 'double') return Buffer.concat([before, piece, piece, after])
  if (kind === 'overwrite') return Buffer.concat([before, bytes, after])
  if (kind === 'insert') return Buffer.concat([before, bytes, piece, after])
  return Buffer.from(before.length > 0 ? before : input)
}

async function load(folder: string, ending: string): Promise<Buffer[]> {
  const names = (await readdir(join(ROOT, folder), { withFileTypes: true })).filter(
    (entry) => entry.isFile() && entry.name.endsWith(ending),
  )
  return Promise.all(names.map(({ name }) => readFile(join(ROOT, folder, name))))
}
