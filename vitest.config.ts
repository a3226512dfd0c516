import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Suites share parsed library files and compiler hosts, which are most of what a program costs.
    isolate: false,
  },
})
