/** Random updates: `npm run load -- fuzz` sends more of them. */
import { expect, it } from 'vitest'
import { fuzz } from './fuzz.ts'
import { openFiveReports } from './test-chat.ts'

it('takes any update without failing', async () => {
  const { crashes, failures } = await fuzz(await openFiveReports(), 1_500)
  expect(crashes).toEqual([])
  expect([...failures]).toEqual([])
}, 60_000)
