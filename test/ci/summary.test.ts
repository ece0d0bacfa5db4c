import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder';

/** A file of a report of vitest with one test per status. */
function file(name: string, statuses: readonly string[], ancestorTitles: readonly string[] = []) {
  const failed = statuses.includes('failed');
  return {
    name: `/project/${name}`,
    status: failed ? 'failed' : 'passed',
    message: '',
    assertionResults: statuses.map((status) => ({ status, ancestorTitles })),
  };
}

/** What the summary says of these files and outcomes; without an argument, the file is not there. */
function summary(testResults?: readonly object[], components?: object) {
  const folder = temporaryFolder();
  const paths = { report: join(folder, 'tests.json'), components: join(folder, 'components.json') };
  if (testResults) writeFileSync(paths.report, JSON.stringify({ testResults }));
  if (components) writeFileSync(paths.components, JSON.stringify(components));
  const program = join(__dirname, '../../.ci/summary.js');
  const { stdout, status } = spawnSync('node', [program, paths.report, paths.components], { encoding: 'utf8' });
  return { lines: stdout.trim().split('\n'), status };
}

const available = { e2e: { folder: 'test/e2e' } };
const unavailable = { e2e: { folder: 'test/e2e', notRun: 'not run here: the suite (test/e2e), it needs Go' } };
const unit = file('test/unit.test.ts', ['passed', 'passed']);

test('all passed', () => {
  expect(summary([unit, file('test/e2e/a.test.ts', ['passed'])], available)).toEqual({
    lines: ['3 passed, 0 failed'],
    status: 0,
  });
});

test('a suite that cannot be run here is named and is no failure', () => {
  expect(summary([unit], unavailable)).toEqual({
    lines: ['not run here: the suite (test/e2e), it needs Go', '2 passed, 0 failed'],
    status: 0,
  });
});

test('a suite that did not run although it can is a failure', () => {
  expect(summary([unit], available)).toEqual({
    lines: ['test/e2e was not run, though what it needs can be had', '2 passed, 1 failed'],
    status: 1,
  });
  expect(summary([unit, file('test/e2e/a.test.ts', ['skipped'])], available)).toEqual({
    lines: [
      'not run here: 1 tests, test/e2e/a.test.ts',
      'test/e2e was not run, though what it needs can be had',
      '2 passed, 1 failed, 1 skipped',
    ],
    status: 1,
  });
});

test('so is one whose component could not be got', () => {
  expect(summary([unit], { e2e: { folder: 'test/e2e', failed: 'the build failed' } })).toEqual({
    lines: ['test/e2e was not run: the build failed', '2 passed, 1 failed'],
    status: 1,
  });
});

test('tests that were skipped are named by the group that says why', () => {
  expect(summary([unit, file('test/cli/b.test.ts', ['skipped', 'pending'], ['', 'no fish'])], unavailable)).toEqual({
    lines: [
      'not run here: the suite (test/e2e), it needs Go',
      'not run here: 2 tests, no fish, test/cli/b.test.ts',
      '2 passed, 0 failed, 2 skipped',
    ],
    status: 0,
  });
});

test('a file that failed as a whole counts as one failure, also for its suite', () => {
  const broken = { ...file('test/e2e/a.test.ts', []), status: 'failed', message: 'no such module' };
  expect(summary([unit, broken], available)).toEqual({
    lines: ['/project/test/e2e/a.test.ts failed as a whole: no such module', '2 passed, 1 failed'],
    status: 1,
  });
});

test('a failed test and a run that did not come to its tests are failures', () => {
  expect(summary([file('test/unit.test.ts', ['passed', 'failed'])], unavailable).status).toBe(1);
  expect(summary()).toEqual({ lines: ['no test was run', '0 passed, 0 failed'], status: 1 });
  expect(summary([unit])).toEqual({ lines: ['2 passed, 0 failed'], status: 1 });
});
