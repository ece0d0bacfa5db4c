import { expect, test } from 'vitest';

import { DEAD_LETTERS } from '../../../../constructs/fluentd/outputs/dead-letters';
import { chain } from '../../../../constructs/fluentd/pipeline/chain';

test('what fails anywhere goes to a file, which needs nothing else', () => {
  const [label] = chain([], [DEAD_LETTERS]);
  expect(label?.argument).toBe('@ERROR');
  expect(label?.children).toMatchObject([{ name: 'match', argument: '**', params: { '@type': 'file' } }]);
  expect([DEAD_LETTERS.mistakes(), DEAD_LETTERS.footprint()]).toEqual([[], {}]);
});
