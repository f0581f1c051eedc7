import { expect, it } from 'vitest'
import { topicText } from '../../../src/search/query/filler-words.ts'

it.each([
  ['老人住院没有人陪怎么办', [], ['住院'], ['怎么', '没有']],
  ['南京给了多少援助', ['南京'], ['援助'], ['南京']],
])('topicText of %s keeps what tells the topic', (terms, foreign, kept, gone) => {
  const text = topicText({ terms, foreign })
  for (const word of kept) expect(text).toContain(word)
  for (const word of gone) expect(text).not.toContain(word)
})
