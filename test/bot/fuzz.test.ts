/** Random updates: `npm run load -- fuzz` sends more of them. */
import { expect, it } from 'vitest'
import { openFiveReports } from '../five-reports.ts'
import { fuzz } from './fuzz.ts'

it('takes any update without failing', async () => {
  const { crashes, failures } = await fuzz(await openFiveReports(), 1_500)
  expect(crashes).toEqual([])
  expect([...failures]).toEqual([])
})
