import { defineConfig } from 'vitest/config'
import { AsGiven } from './test/mutation/as-given.ts'

/** For runs over a changed copy of the source: one process, test files in the order given, no further than the first failure. */
export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts', 'test/mutation/reach-setup.ts', 'test/mutation/rerun-setup.ts'],
    include: ['test/**/*.test.ts'],
    // Those that start the program or read its source would say nothing of a change within this process, or take too long.
    exclude: [
      'test/{browser,opensearch,redis,house,e2e,mutation}/**',
      'test/run/{index-kills,reload-thread}.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    maxWorkers: 1,
    experimental: { fsModuleCache: true },
    sequence: { sequencer: AsGiven },
  },
})
