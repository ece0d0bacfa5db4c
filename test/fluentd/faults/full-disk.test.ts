import { expect, test } from 'vitest';

import { noDisks } from '../run/small-disk';
import { expectNothingLost, IS_FULL, play } from './play';

const reason = noDisks();
if (reason) console.log(`not run here: a full disk, it needs a process that may mount one (${reason})`);

test.skipIf(reason !== undefined)('nothing is lost when the disk is full before the buffer is', async ({ task }) => {
  const outcome = await play({
    load: IS_FULL ? {} : { lines: 60_000, linesPerSecond: 10_000 },
    diskSize: '16m',
    schedule: [
      [0, 'away'],
      [IS_FULL ? 12 : 6, 'kill'],
      [IS_FULL ? 12 : 6, 'well'],
    ],
  });
  expect(outcome.metrics.get('fluentd_container_logs_pauses_total')).toBeGreaterThan(0);
  expectNothingLost(task.name, outcome);
});
