import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createMetrics } from '../../src/server/metrics.ts'

const read = (name: string): string =>
  readFileSync(new URL(`../../deploy/monitoring/${name}`, import.meta.url), 'utf8')

describe('alerts and dashboard', () => {
  it.each(['yinju.rules.yml', 'yinju.dashboard.json'])(
    '%s names series that the program has',
    async (name) => {
      const text = await createMetrics().text()
      const known = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, series = '']) => series))
      const named = [...read(name).matchAll(/\byinju_[a-z_]+/g)].map(([series]) =>
        series.replace(/_bucket$/, ''),
      )
      expect(named.length).toBeGreaterThan(3)
      expect(named.filter((series) => !known.has(series))).toEqual([])
    },
  )

  it('has a dashboard whose panels have an id, a place and a query each', () => {
    const { panels } = JSON.parse(read('yinju.dashboard.json')) as {
      readonly panels: readonly { id: number; gridPos: object; targets: readonly { expr: string }[] }[]
    }
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    expect(new Set(panels.map(({ gridPos }) => JSON.stringify(gridPos))).size).toBe(panels.length)
    expect(panels.flatMap(({ targets }) => targets).every(({ expr }) => expr !== '')).toBe(true)
  })
})
