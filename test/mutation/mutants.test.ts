import { describe, expect, it } from 'vitest'
import { findMutants } from './mutants.ts'
import { insertProbes } from './probes.ts'

function changed(text: string): string[] {
  return findMutants('x.ts', text).map(
    ({ start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end),
  )
}

describe('findMutants', () => {
  it.each([
    ['a condition', 'if (a) b', ['if (!(a)) b']],
    ['both sides of a conjunction', 'const x = a && b', ['const x = !(a) && b', 'const x = a && !(b)']],
    ['a boundary', 'const x = a < b', ['const x = a <= b']],
    ['a call for its effect', 'tell(a)', [';']],
    ['an awaited call', 'await tell(a)', [';']],
    ['a constant', 'const X = 10', ['const X = 13']],
    ['a share', 'const X = 0.5', ['const X = 0.65']],
    ['zero', 'let x = 0', ['let x = 1']],
    ['a value that is returned', "function f() { return 'a' }", ["function f() { return '' }"]],
    ['a list that is returned', 'function f() { return [a] }', ['function f() { return [] }']],
  ])('changes %s', (_, text, expected) => {
    expect(changed(text)).toEqual(expected)
  })

  it.each([
    ['types', "interface A { readonly b: 'x' | 5 }"],
    ['imports', "import { a } from 'x'"],
    ['messages of errors', "throw new Error('no such place')"],
    ['log lines', "log.warn({ n: 1 }, 'slow')"],
  ])('leaves %s alone', (_, text) => {
    expect(changed(text)).toEqual([])
  })
})

describe('insertProbes', () => {
  const probe = (number: number): string => `(__reach[${number}] = 1, `

  it.each([
    ['a condition', 'if (a) b', `if (${probe(0)}a)) b`],
    ['a condition that is a boundary, once for each', 'if (a < b) c', `if (${probe(0)}${probe(1)}a < b))) c`],
    [
      'a call, which may stand behind a line without a semicolon',
      'a = b\ntell(a)',
      `a = b\nvoid ${probe(0)}tell(a))`,
    ],
    ['a call within a call', 'f(() => { g() });', `void ${probe(0)}f(() => { void ${probe(1)}g()) }));`],
    ['no name of a property', 'f = { 1: a }', 'f = { 1: a }'],
  ])('wraps %s', (_, text, expected) => {
    const mutants = findMutants('x.ts', text)
    const head = `const __reach = globalThis.__reachOf?.('x.ts', ${mutants.length}) ?? [];`
    expect(insertProbes(text, mutants, 'x.ts')).toBe(head + expected)
  })

  it('tells what runs when the file is loaded from what runs in a function', () => {
    const text = 'const X = 10; const f = () => 20'
    expect(findMutants('x.ts', text).map(({ isTopLevel }) => isTopLevel)).toEqual([true, false])
  })
})
