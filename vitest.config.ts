import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/opensearch/**', 'test/redis/**'],
    // Generous, because CI machines are shared and slow: a limit here catches a hang, nothing else.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
