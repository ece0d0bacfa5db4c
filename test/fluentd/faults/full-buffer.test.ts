import { expect, test } from 'vitest';

import { figures } from './outcome';
import { expectNothingLost, IS_FULL, play } from './play';

/** The smallest buffer that the construct allows: half a minute of logs at most. */
const options = { bufferSize: '24Mi' } as const;

const PAUSES = 'fluentd_container_logs_pauses_total';
const LOST_BYTES = 'fluentd_container_logs_lost_bytes_total';

const load = IS_FULL ? {} : { lines: 80_000, linesPerSecond: 10_000 };

/** Time in which the buffer is full at the pace of the load. In seconds. */
const FULL = IS_FULL ? 18 : 9;

test.concurrent('nothing is lost when Fluentd ends while the buffer is full', async ({ task }) => {
  const outcome = await play({
    load,
    options,
    schedule: [
      [0, 'away'],
      [FULL, 'terminate'],
      [6, 'well'],
    ],
  });
  expect(outcome.metrics.get(PAUSES)).toBeGreaterThan(0);
  expectNothingLost(task.name, outcome);
});

test.concurrent('what the kubelet compressed while the buffer was full is read later', async ({ task }) => {
  const rotation = { everySeconds: 3, maxSize: 64 * 1024, maxFiles: IS_FULL ? 12 : 5 };
  const outcome = await play({
    load: { ...load, rotation },
    options,
    schedule: [
      [0, 'away'],
      [FULL + 3, 'well'],
    ],
  });
  expect(outcome.metrics.get(PAUSES)).toBeGreaterThan(0);
  expect(outcome.metrics.get(LOST_BYTES)).toBe(0);
  expectNothingLost(task.name, outcome);
});

test.concurrent('what the kubelet removed while the buffer was full is counted to the byte', async ({ task }) => {
  const rotation = { everySeconds: 2, maxSize: 64 * 1024, maxFiles: 3 };
  const outcome = await play({
    load: IS_FULL ? { rotation } : { lines: 90_000, linesPerSecond: 6_000, rotation },
    options,
    schedule: [
      [0, 'away'],
      [FULL + 6, 'well'],
    ],
  });
  console.log(figures(task.name, outcome));
  const { account, metrics } = outcome;
  expect(account.lost).toBeGreaterThan(0);
  expect(metrics.get(LOST_BYTES)).toBe(account.lostBytes);
  expect(account).toMatchObject({ duplicates: 0, misplaced: 0 });
});
