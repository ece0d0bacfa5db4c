import { expect, test, vi } from 'vitest';
import { OperatorError } from '../../../../local/errors';
import { choose, type Look, whatIsMissing } from '../../../../local/fluentd/ways/choose';
import { machine, place } from '../fixtures';

const missing =
  (reason: string): Look =>
  async () => ({ state: 'missing', reason });
const there: Look = async () => ({ state: 'there', place: place('there') });
const toBeHad =
  (get: (why: string) => Promise<ReturnType<typeof place>>): Look =>
  async () => ({ state: 'to be had', get });
const failing = (message: string, code?: string) =>
  toBeHad(async () => {
    throw code ? Object.assign(new Error(message), { code }) : new OperatorError(message);
  });

test('the first way that leads to a Fluentd is taken, and the reason for it is told', async () => {
  const get = vi.fn(async () => place('new'));
  expect((await choose([missing('a program'), there, toBeHad(get)], machine().context)).description).toBe('there');
  expect(get).not.toHaveBeenCalled();
  expect((await choose([missing('a program'), toBeHad(get), there], machine().context)).description).toBe('new');
  expect(get).toHaveBeenCalledWith('no program');
});

test('one process gets it, the others find it then', async () => {
  const { context } = machine();
  let made = false;
  const get = vi.fn(async () => {
    made = true;
    return place('new');
  });
  const look: Look = async () => (made ? there(context) : { state: 'to be had', get });
  await Promise.all([choose([look], context), choose([look], context), choose([look], context)]);
  expect(get).toHaveBeenCalledTimes(1);
});

test('a way that fails is followed by the next one', async () => {
  const get = vi.fn(async () => place('new'));
  const found = await choose([missing('fluentd'), failing('docker pull failed: no'), toBeHad(get)], machine().context);
  expect(found.description).toBe('new');
  expect(get).toHaveBeenCalledWith('no fluentd, docker pull failed: no');
});

test('where no way is left, one sentence says what to do', async () => {
  const { context } = machine();
  await expect(choose([missing('a program'), missing('root')], context)).rejects.toThrow(
    new OperatorError('[fluentd] needs a program, or root; provide one of them'),
  );
  await expect(choose([missing('a program'), failing('bundle install failed: no compiler')], context)).rejects.toThrow(
    new OperatorError('[fluentd] bundle install failed: no compiler; mend this, or provide a program'),
  );
  await expect(choose([missing('a program'), failing('write', 'ENOSPC')], context)).rejects.toThrow(
    `[fluentd] the disk is full: about 1 GB is needed where ${context.cache.root} lies (EFK_CACHE); mend this, or provide a program`,
  );
});

test('a mistake of ours is not taken for a way that failed', async () => {
  await expect(choose([failing('undefined is not a function', 'EOURS'), there], machine().context)).rejects.toThrow(
    'undefined is not a function',
  );
});

test('it is missing only if every way is', async () => {
  const { context } = machine();
  expect(await whatIsMissing([missing('a program'), missing('root')], context)).toBe('a program, or root');
  expect(await whatIsMissing([missing('a program'), failing('never asked')], context)).toBeUndefined();
});
