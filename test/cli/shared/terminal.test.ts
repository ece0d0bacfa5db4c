import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { bold, columns } from '../../../cli/shared/terminal';

const { isTTY } = process.stdout;
beforeEach(() => vi.stubEnv('NO_COLOR', undefined));
afterEach(() => {
  process.stdout.isTTY = isTTY;
  vi.unstubAllEnvs();
});

test('text is styled on a terminal, and plain where nobody sees it or wants it', () => {
  process.stdout.isTTY = true;
  // A newer Node looks at the stream of the process that runs the tests as well.
  vi.stubEnv('FORCE_COLOR', '1');
  expect(bold('a')).toBe('\u001B[1ma\u001B[22m');
  vi.stubEnv('NO_COLOR', '1');
  expect(bold('a')).toBe('a');
  vi.stubEnv('NO_COLOR', undefined);
  process.stdout.isTTY = false;
  expect(bold('a')).toBe('a');
});

test('columns are as wide as what is in them', () => {
  expect(
    columns([
      ['a', 'bc', ''],
      ['def', 'g', 'h'],
    ]),
  ).toBe('  a    bc\n  def  g   h');
});
