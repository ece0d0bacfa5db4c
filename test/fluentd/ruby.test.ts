import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FluentdRuntime, findFluentd, missingFluentd } from '../../local/fluentd';
import type { RunResult } from '../../local/run';

const ROOT = join(__dirname, '../..');
const TESTS = 'test/constructs/fluentd/ruby';
const TRIAL_TESTS = 'test/trial/tap';
const SOURCES = 'constructs/fluentd/ruby';

let runtime: FluentdRuntime;
/** What there is not on this machine to test plugins with; a Fluentd alone, as its image has it, does not do. */
let missing: string | undefined;

beforeAll(async () => {
  missing = await missingFluentd({ testGems: true });
  if (missing === undefined) runtime = await findFluentd({ testGems: true, report: console.log });
});

beforeEach(({ skip }) => skip(missing !== undefined, `it needs ${missing}`));

/** What a Ruby program says, and whether it is content. */
async function inRepository(program: string, ...args: string[]): Promise<RunResult> {
  return runtime.run(program, args, { cwd: ROOT });
}

describe('our plugins, tested with the test driver of Fluentd', () => {
  const files = [TESTS, TRIAL_TESTS].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('_test.rb'))
      .map((path) => join(folder, path))
      .sort(),
  );

  test.each(files)('%s', async (file) => {
    const { code, stdout, stderr } = await inRepository('ruby', file);
    expect(code, `${stdout}\n${stderr}`).toBe(0);
    // A file that defines no test is content as well.
    expect(stdout, stderr).toMatch(/^[1-9]\d* tests, [1-9]\d* assertions, 0 failures, 0 errors/m);
  });
});

test.each([
  ['our plugins', SOURCES, []],
  ['the plugin of trials', 'trial/tap', []],
  ['its tests', TRIAL_TESTS, []],
  // A class of tests may be as long as what it tests is rich.
  ['their tests', TESTS, ['--except', 'Metrics']],
  ['the scripts that dump the parameters of plugins', 'codegen/fluentd', []],
  ['the script that reads configurations', 'test/fluentd/conf', []],
])('%s are in the style of RuboCop', async (_, folder, options) => {
  const args = ['--cache', 'false', '--config', join(SOURCES, '.rubocop.yml'), ...options, folder];
  const { code, stdout, stderr } = await inRepository('rubocop', ...args);
  expect(code, `${stdout}\n${stderr}`).toBe(0);
});
