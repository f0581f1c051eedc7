import { expect, it } from 'vitest'
import { measureIndexKills } from '../load/index-kills.ts'

it('answers rightly at the next start, whenever a process that updates the index is killed', async () => {
  const command = ['--import', 'tsx', 'src/cli.ts']
  const { wrong } = await measureIndexKills({ command, kills: 4, passages: 300, maxLifeMs: 2_000 })
  expect(wrong).toBe(0)
})
