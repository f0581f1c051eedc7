/** How much of what a stranger's file holds goes back to the one who asked. */
import { describe, expect, it } from 'vitest'
import { OPERATOR_LIMITS, SANDBOX_LIMITS } from '../../src/import/sandbox.ts'
import { makeSandboxAnswer } from '../../src/import/sandbox-answer.ts'
import { type Source, SourceError } from '../../src/import/source/source.ts'

const LIMITS = { maxUtf16: 10_000_000, maxLines: 1_000_000 }
const TOO_MUCH = 'holds far more text than any report; send the text alone'
const MB = 1024 * 1024

/** Lines of so many characters each; the bytes are only counted. */
function sourceOf(lines: number, utf16: number, bytes = 0): Source {
  const line = { text: '字'.repeat(utf16) }
  return {
    file: 'a.zip/a.txt',
    name: 'a.txt',
    lines: Array.from({ length: lines }, () => line),
    bytes: { length: bytes },
  } as unknown as Source
}
const answerTo = (sources: Source[], limits = LIMITS): string[] =>
  makeSandboxAnswer('in/a.zip', sources, limits).map(({ file, name, error }) => error ?? `${file} ${name}`)

describe('what was read', () => {
  it('goes back as it is, errors as their messages', () => {
    const source = sourceOf(2, 3)
    const broken = { file: 'a.zip/b.doc', name: 'b.doc', error: new SourceError('is old') }
    expect(makeSandboxAnswer('a.zip', [source, broken], LIMITS)).toEqual([
      source,
      { ...broken, error: 'is old' },
    ])
  })

  it.each<[string, Source[], boolean]>([
    ['4 million characters', [sourceOf(4, 1_000_000)], true],
    ['more', [sourceOf(1, 1), sourceOf(4, 1_000_001)], false],
    ['100,000 lines', [sourceOf(100_000, 1)], true],
    ['more', [sourceOf(1, 1), sourceOf(100_001, 1)], false],
  ])('of one document of %s goes back: %o', (_, sources, isBack) => {
    expect(answerTo(sources)).toEqual(
      sources.map((_, at) => (isBack || at === 0 ? 'a.zip/a.txt a.txt' : TOO_MUCH)),
    )
  })

  it.each<[string, Source[], boolean]>([
    ['as many characters as it may', [sourceOf(1, 5), sourceOf(1, 5)], true],
    ['more', [sourceOf(1, 5), sourceOf(1, 6)], false],
    ['as many lines as it may', [sourceOf(2, 1), sourceOf(1, 1)], true],
    ['more', [sourceOf(2, 1), sourceOf(2, 1)], false],
    ['64 MB', [sourceOf(1, 1, 60 * MB), sourceOf(1, 1, 4 * MB)], true],
    ['more', [sourceOf(1, 1, 60 * MB), sourceOf(1, 1, 4 * MB + 1)], false],
  ])('of a file of %s goes back: %o', (_, sources, isBack) => {
    const found = answerTo(sources, { maxUtf16: 10, maxLines: 3 })
    expect(found).toEqual(isBack ? sources.map(() => 'a.zip/a.txt a.txt') : [TOO_MUCH])
    const [whole] = makeSandboxAnswer('in/a.zip', sources, { maxUtf16: 0, maxLines: 3 })
    expect([whole?.file, whole?.name]).toEqual(['in/a.zip', 'a.zip'])
  })
})

it('whoever sends a file has less of everything than whoever runs the bot', () => {
  expect(SANDBOX_LIMITS).toEqual({
    maxBytes: 32 * MB,
    timeoutMs: 20_000,
    memoryMb: 640,
    maxUtf16: 4_000_000,
    maxLines: 100_000,
  })
  expect(OPERATOR_LIMITS).toEqual({
    maxBytes: 64 * MB,
    timeoutMs: 120_000,
    memoryMb: 1_024,
    maxUtf16: 40_000_000,
    maxLines: 1_000_000,
  })
})
