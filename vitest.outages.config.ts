import { defineConfig } from 'vitest/config';

/**
 * Nodes of real Elasticsearch that are killed and restarted under writes: every kind of kill, on both versions. Apart from the
 * other tests, of which `live` has one kill and one restart, because each waits until the cluster is green again, which on a
 * small or busy machine takes many minutes: `npm run test:outages`.
 */
export default defineConfig({
  test: {
    include: ['test/outages/**/*.test.ts'],
    poolOptions: { forks: { singleFork: true } },
    testTimeout: 1_200_000,
    hookTimeout: 1_800_000,
  },
});
