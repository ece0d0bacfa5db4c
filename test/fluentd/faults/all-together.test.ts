import fc from 'fast-check';
import { expect, test } from 'vitest';

import { expectNothingLost, IS_FULL, play } from './play';
import { CONDITIONS, type Fault, ROTATION, type Schedule } from './schedule';

/** As often as anywhere; but files stay for as long as Fluentd needs to start so many times. */
const rotation = { ...ROTATION, maxFiles: 20 };

/** Seconds that shrinking may take; a seed in the message repeats what it found so far. */
const SHRINKING = IS_FULL ? 3_600 : 180;

test('nothing is lost in all of it together', async ({ task }) => {
  const schedule: Schedule = [
    [1, 'slow'],
    [2, 'kill'],
    [2, 'silent'],
    [3, 'terminate'],
    [2, 'away'],
    [3, 'kill'],
    [3, 'rejecting'],
    [2, 'kill'],
    [3, 'unavailable'],
    [2, 'terminate'],
    [2, 'busy'],
  ];
  expectNothingLost(task.name, await play({ load: { rotation, runtime: 'crio' }, schedule }));
});

function titleOf(schedule: Schedule): string {
  return schedule.map(([seconds, fault]) => `${seconds} s ${fault}`).join(', ');
}

const fault: fc.Arbitrary<Fault> = fc.constantFrom('kill', 'terminate', ...CONDITIONS);

/** Shrinks to fewer faults first, and to such as come sooner. */
const schedules = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fault), {
  minLength: 1,
  maxLength: IS_FULL ? 12 : 5,
});

test('nothing is lost in whatever happens in whatever order', async () => {
  const property = fc.asyncProperty(
    schedules,
    fc.constantFrom('containerd', 'crio'),
    fc.boolean(),
    async (schedule, runtime, rotates) => {
      expectNothingLost(titleOf(schedule), await play({ load: { runtime, ...(rotates && { rotation }) }, schedule }));
    },
  );
  const seed = Number(process.env.EFK_SEED ?? Date.now() % 2 ** 31);
  console.log(`schedules of faults: EFK_SEED=${seed} repeats them`);
  const { failed, counterexample, errorInstance } = await fc.check(property, {
    seed,
    numRuns: IS_FULL ? 20 : 2,
    interruptAfterTimeLimit: SHRINKING * 1_000,
  });
  expect(failed, `seed ${seed}, the shortest that fails: ${JSON.stringify(counterexample)}\n${errorInstance}`).toBe(
    false,
  );
});
