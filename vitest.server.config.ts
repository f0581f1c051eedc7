import { defineConfig } from 'vitest/config'

/** Tests that need a server beside them (Redis, OpenSearch, a browser); each starts its own or says why it is skipped. */
export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    include: ['test/{browser,opensearch,redis}/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    // A node that is started while the machine is busy elsewhere may come late; a fault of ours comes again.
    retry: 2,
  },
})
