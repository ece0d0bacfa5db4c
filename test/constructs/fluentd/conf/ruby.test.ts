import { expect, test } from 'vitest';

import { endOfRuby } from '../../../../constructs/fluentd/conf/ruby';
import { RUBY } from './samples';

test.each(RUBY)('%s ends at the bracket behind it', (code) => {
  expect(endOfRuby(`"#{${code}} }"`, 3)).toBe(3 + code.length);
});

test.each(['{', '(}', '"}', "'}", '/}', '%w[}', '"#{"}', ')}'])('%s does not end', (text) => {
  expect(endOfRuby(`1 + ${text}`, 0)).toBeUndefined();
});
