/**
 * `npm run test:mutation` changes the pure floors of Fluentd, one place at a time, and counts the changes that no test
 * notices. README.md lists those that are left, and why.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/tests.ts', related: false },
  mutate: [
    'constructs/fluentd/{conf,pipeline,routes,treatments}/**/*.ts',
    'constructs/fluentd/routes.ts',
    '!**/*.generated.ts',
    '!**/index.ts',
  ],
  // Texts for people are asserted as whole messages where they matter; each of them would be a mutant of its own.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true,
  tempDirName: 'node_modules/.cache/mutation',
  cleanTempDir: 'always',
  incremental: true,
  incrementalFile: 'node_modules/.cache/mutation-incremental.json',
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: true },
  allowConsoleColors: false,
  thresholds: { high: 90, low: 80, break: 80 },
};
