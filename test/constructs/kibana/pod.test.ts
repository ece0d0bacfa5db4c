import { expect, test } from 'vitest';

import { heapMib } from '../../../constructs/kibana/pod';

test.each([
  ['1Gi', 768],
  ['2Gi', 1_536],
  ['3000Mi', 2_250],
] as const)('of %s the heap of Node.js takes %d MiB', (memory, mib) => {
  expect(heapMib(memory)).toBe(mib);
});
