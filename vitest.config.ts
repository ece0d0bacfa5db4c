import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { onlyWhereItCanBeHad, suites } from './test/suites';

/** Tests that start other programs and wait for them: `tsx`, `tsc`, `curl`, the provisioner as Node runs it, servers of downloads. */
const programs = [
  'test/ci/**/*.test.ts',
  'test/cli/**/*.test.ts',
  'test/constructs/elasticsearch/nodes/readiness.test.ts',
  'test/constructs/lifecycle/provisioner/{data-streams,program}.test.ts',
  'test/docs.test.ts',
  'test/fluentd/{elasticsearch,kubelet}/**/*.test.ts',
  'test/local/**/*.test.ts',
  'test/stacks/synth.test.ts',
];

/** Runs all its files in one process, one after the other. */
const oneByOne = { forks: { singleFork: true } };

/** `npm test -- --project unit` takes seconds; `e2e` runs real clusters, `fluentd` the real Fluentd and `live` real Elasticsearch, where they can be had. */
export default defineConfig({
  test: {
    // To load the constructs takes longer than most files that test them; files of one process share them.
    poolOptions: { forks: { isolate: false, minForks: 1, maxForks: availableParallelism() } },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [
            ...programs,
            'test/e2e/**',
            'test/live/**',
            'test/monitoring/**',
            'test/package/**',
            'test/outages/**',
            'test/fluentd/{*.ts,!(cases)/**,cases/*cases.test.ts}',
          ],
          isolate: false,
          // The first file of a process loads everything; on a busy machine that takes more than the five seconds of the default.
          testTimeout: 60_000,
        },
      },
      { test: { name: 'programs', include: programs, testTimeout: 60_000 } },
      {
        plugins: [onlyWhereItCanBeHad(suites.fluentd)],
        test: {
          // The pipeline on the real Fluentd.
          name: 'fluentd',
          include: ['test/fluentd/**/*.test.ts'],
          exclude: ['test/fluentd/{elasticsearch,kubelet}/**', 'test/fluentd/cases/case.test.ts'],
          poolOptions: oneByOne,
          // Faults wait most of their time: three at once are as many as two cores run at the pace of their logs.
          maxConcurrency: 3,
          testTimeout: 300_000,
          hookTimeout: 900_000,
        },
      },
      {
        test: {
          // Packs the package and installs it elsewhere, as its users do.
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          poolOptions: oneByOne,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        plugins: [onlyWhereItCanBeHad(suites.prometheus)],
        test: {
          // Rules, and the way from a log to a message.
          name: 'prometheus',
          include: ['test/monitoring/**/*.test.ts'],
          poolOptions: oneByOne,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        plugins: [onlyWhereItCanBeHad(suites.live)],
        test: {
          name: 'live',
          include: ['test/live/**/*.test.ts'],
          poolOptions: oneByOne,
          testTimeout: 600_000,
          hookTimeout: 1_800_000,
        },
      },
      {
        plugins: [onlyWhereItCanBeHad(suites.e2e)],
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          poolOptions: oneByOne,
          testTimeout: 1_800_000,
          hookTimeout: 3_600_000,
        },
      },
    ],
  },
});
