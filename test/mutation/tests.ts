import { defineConfig } from 'vitest/config';

/** The unit tests of what is mutated. */
export default defineConfig({
  test: {
    include: ['test/constructs/fluentd/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
