import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** These replace modules by spies of them, so they load every module themselves; all others share what one process has loaded. */
const APART = ['test/run/reload-thread.test.ts', 'test/run/watch-pace.test.ts']

export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    // Generous, because CI machines are shared and slow: a limit here catches a hang, nothing else.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One more than there are processors: some tests wait for a child, a timer or the file system.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/opensearch/**', 'test/redis/**', ...APART],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
})
