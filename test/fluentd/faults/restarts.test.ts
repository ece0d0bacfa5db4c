import { test } from 'vitest';

import { expectNothingLost, IS_FULL, play } from './play';
import { type Fault, ROTATION, type Schedule } from './schedule';

/** Fluentd needs some seconds to start; each time it reads a while before it ends again. */
const fiveTimes = (fault: Fault): Schedule =>
  Array.from({ length: 5 }, (_, index) => [(IS_FULL ? 6 : 3) + index / 2, fault] as const);

test.concurrent('nothing is lost when conmon writes lines of one time', async ({ task }) => {
  expectNothingLost(task.name, await play({ load: { runtime: 'crio' }, schedule: [] }));
});

test.concurrent('nothing is lost while the kubelet rotates every three seconds', async ({ task }) => {
  expectNothingLost(task.name, await play({ load: { rotation: ROTATION }, schedule: [] }));
});

test.concurrent('nothing is lost when containers restart', async ({ task }) => {
  expectNothingLost(task.name, await play({ load: { restartEverySeconds: 1 }, schedule: [[2, 'kill']] }));
});

test.concurrent('nothing is lost in five SIGTERMs', async ({ task }) => {
  expectNothingLost(task.name, await play({ schedule: fiveTimes('terminate') }));
});

test.concurrent('nothing is lost in five SIGKILLs', async ({ task }) => {
  expectNothingLost(task.name, await play({ schedule: fiveTimes('kill') }));
});

test.concurrent('nothing is lost in SIGKILLs while the kubelet rotates every three seconds', async ({ task }) => {
  const schedule = fiveTimes('kill').slice(0, 3);
  expectNothingLost(task.name, await play({ load: { rotation: ROTATION }, schedule }));
});
