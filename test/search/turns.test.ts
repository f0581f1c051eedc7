import { describe, expect, it } from 'vitest'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { takingTurns } from '../../src/search/turns.ts'
import { readCorpus } from '../read-corpus.ts'

const { reports } = await readCorpus('corpus')
const given = createMiniSearchBackend(reports)

function holdTheLoop(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until; );
}

describe('a backend that takes turns', () => {
  it('lets others go first after a long turn, and each who waits in a turn of its own', async () => {
    const order: string[] = []
    const backend = takingTurns({
      ...given,
      frequencies: async () => {
        order.push('call')
        setImmediate(() => order.push('others'))
        holdTheLoop(20)
        return []
      },
    })
    await Promise.all([backend.frequencies([]), backend.frequencies([]), backend.frequencies([])])
    expect(order).toEqual(['call', 'others', 'call', 'others', 'call'])
  })

  it('does not put off what is short', async () => {
    const backend = takingTurns(given)
    await new Promise((resolve) => setImmediate(resolve))
    let turns = 0
    setImmediate(() => turns++)
    await backend.frequencies(['旅游'])
    expect(turns).toBe(0)
  })
})
