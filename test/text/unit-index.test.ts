import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachInSteps, finish, indexUnits, unitsOf } from '../../src/text/unit-index.ts'

const text = fc.string({ unit: fc.constantFrom('水', '电', '路', '灯', ' ', 'a'), maxLength: 12 })

describe('indexUnits', () => {
  it('knows for every unit which texts hold it, and how many units each text has', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        const index = finish(indexUnits(texts))
        const units = texts.map(unitsOf)
        expect([...index.sizes]).toEqual(units.map(({ size }) => size))
        for (const unit of new Set(['灯', '灯水', ...units.flatMap((own) => [...own])])) {
          const holders = units.flatMap((own, number) => (own.has(unit) ? [number] : []))
          expect([...index.holdersOf(unit)]).toEqual(holders)
        }
      }),
    )
  })

  it('takes Han characters of the basic block and of extension A, and the pairs of them, for units', () => {
    const [first, last, above, below] = ['\u3400', '\u4dbf', '\u4e00', '\u9fff']
    expect([...unitsOf(`${first}${last}\u4dc0${above}${below}\u33ff\ua000`)]).toEqual([
      first,
      `${first}${last}`,
      last,
      above,
      `${above}${below}`,
      below,
    ])
  })

  it('works in steps that end, however many texts and units there are', () => {
    const texts = Array.from({ length: 600 }, (_, number) => String.fromCharCode(0x4e00 + number))
    const steps = indexUnits(texts)
    let rests = 0
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        expect([...step.value.holdersOf(texts[599] ?? '')]).toEqual([599])
        break
      }
      rests++
    }
    expect(rests).toBe(2)
  })

  it('weighs a rare unit more than a common one, and a pair more than a character', () => {
    const { weightOf } = finish(indexUnits(['停水', '停电', '停车']))
    expect(weightOf('水')).toBeGreaterThan(weightOf('停'))
    expect(weightOf('停水')).toBeGreaterThan(weightOf('水'))
    expect(weightOf('水')).toBeCloseTo(Math.log(1 + 3 / 2))
    expect(weightOf('停')).toBeCloseTo(Math.log(1 + 3 / 4))
    expect(weightOf('停水')).toBeCloseTo(2 * Math.log(1 + 3 / 2))
    expect(weightOf('灯')).toBeCloseTo(Math.log(1 + 3))
  })
})

it.each([
  ['水电', ['水', '水电', '电']],
  ['水a电', ['水', '电']],
  ['水', ['水']],
  ['a', []],
  ['', []],
])('the units of %s are %j', (text, units) => {
  expect([...unitsOf(text)]).toEqual(units)
})

it('rests behind so many items, and knows the number of each', () => {
  const seen: string[] = []
  const steps = eachInSteps(['a', 'b', 'c', 'd', 'e'], 2, (item, number) => seen.push(`${item}${number}`))
  const rests: number[] = []
  while (steps.next().done !== true) rests.push(seen.length)
  expect(rests).toEqual([2, 4])
  expect(seen).toEqual(['a0', 'b1', 'c2', 'd3', 'e4'])
})
