import { test } from 'vitest';

import { expectNothingLost, IS_FULL, play } from './play';

test.concurrent.for([
  ['takes three seconds for an answer', 'slow'],
  ['answers 429 to a third of all requests', 'busy'],
  ['answers 429 for a third of all documents', 'rejecting'],
  ['answers 503 to half of all requests', 'unavailable'],
  ['stores everything and gives no answer to 30 % of all requests', 'silent'],
] as const)('nothing is lost when Elasticsearch %s', async ([, condition], { task }) => {
  expectNothingLost(
    task.name,
    await play({
      schedule: [
        [0, condition],
        [IS_FULL ? 60 : 10, 'well'],
      ],
    }),
  );
});

test.concurrent('nothing is lost, and memory is bounded, when Elasticsearch refuses connections', async ({ task }) => {
  const seconds = IS_FULL ? 600 : 60;
  const load = { lines: seconds * 5_000, linesPerSecond: 5_000 };
  expectNothingLost(
    task.name,
    await play({
      load,
      options: { bufferSize: '8Gi' },
      schedule: [
        [0, 'away'],
        [seconds, 'well'],
      ],
    }),
  );
});

test.concurrent('nothing is lost when Elasticsearch comes back and refuses every document for a while', async ({
  task,
}) => {
  expectNothingLost(
    task.name,
    await play({
      schedule: [
        [0, 'away'],
        [IS_FULL ? 25 : 5, 'overloaded'],
        [IS_FULL ? 30 : 10, 'well'],
      ],
    }),
  );
});
