import { expect, it } from 'vitest'
import { diffTokens } from '../../src/text/token-edits.ts'

const edits = (a: string, b: string, most?: number): string[] =>
  diffTokens([...a], [...b], most).map((edit) => `${edit.isSame ? '=' : '~'} ${edit.a} ${edit.b}`)

it('tells what stays, goes and comes, in order', () => {
  expect(edits('甲乙丙', '甲丁戊丙')).toEqual(['= 1 1', '~ 1 0', '~ 0 2', '= 1 1'])
  expect(edits('甲', '甲')).toEqual(['= 1 1'])
  expect(edits('', '甲乙')).toEqual(['~ 0 2'])
})

it('tells that all is changed where there are more edits than asked for, and six hundred where nothing is said', () => {
  expect(edits('甲乙丙', '甲丁丙', 1)).toEqual(['~ 3 3'])
  expect(edits('甲乙丙', '甲丁丙', 2)).toHaveLength(4)
  expect(edits('', '甲'.repeat(600))).toEqual(['~ 0 600'])
  expect(edits('乙', `乙${'甲'.repeat(600)}`)).toEqual(['= 1 1', '~ 0 600'])
  expect(edits('乙', `乙${'甲'.repeat(601)}`)).toEqual(['~ 1 602'])
})
