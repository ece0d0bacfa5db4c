import { expect, test } from 'vitest';

import { expectNothingLost, play } from './play';

/** The smallest buffer that the construct allows: half a minute of logs at most. */
const options = { bufferSize: '24Mi' } as const;

const PAUSES = 'fluentd_container_logs_pauses_total';
const LOST_BYTES = 'fluentd_container_logs_lost_bytes_total';

const load = { lines: 80_000, linesPerSecond: 10_000 };

test.concurrent('nothing is lost when Fluentd ends while the buffer is full', async () => {
  const outcome = await play({
    load,
    options,
    schedule: [
      [0, 'away'],
      [9, 'terminate'],
      [6, 'well'],
    ],
  });
  expect(outcome.metrics.get(PAUSES)).toBeGreaterThan(0);
  expectNothingLost(outcome);
});

test.concurrent('what the kubelet compressed while the buffer was full is read later', async () => {
  const rotation = { everySeconds: 3, maxSize: 64 * 1024, maxFiles: 5 };
  const outcome = await play({
    load: { ...load, rotation },
    options,
    schedule: [
      [0, 'away'],
      [12, 'well'],
    ],
  });
  expect(outcome.metrics.get(PAUSES)).toBeGreaterThan(0);
  expect(outcome.metrics.get(LOST_BYTES)).toBe(0);
  expectNothingLost(outcome);
});

test.concurrent('what the kubelet removed while the buffer was full is counted to the byte', async () => {
  const rotation = { everySeconds: 2, maxSize: 64 * 1024, maxFiles: 3 };
  const { account, metrics } = await play({
    load: { lines: 90_000, linesPerSecond: 6_000, rotation },
    options,
    schedule: [
      [0, 'away'],
      [15, 'well'],
    ],
  });
  expect(account.lost).toBeGreaterThan(0);
  expect(metrics.get(LOST_BYTES)).toBe(account.lostBytes);
  expect(account).toMatchObject({ duplicates: 0, misplaced: 0 });
});
