import { afterEach, expect, test, vi } from 'vitest';
import { withProgress } from '../../../../local/fluentd/ways/context';
import { machine } from '../fixtures';

afterEach(() => vi.useRealTimers());

test('a step that takes long says how long it has been running, and what it does', async () => {
  vi.useFakeTimers();
  const { context, lines } = machine();
  const done = withProgress(context, 'fluentd', 2, async (now) => {
    await vi.advanceTimersByTimeAsync(15_000);
    now(' unpacking ruby\n');
    now('');
    await vi.advanceTimersByTimeAsync(15_000);
    return 'done';
  });
  expect(await done).toBe('done');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lines).toEqual(['fluentd: 15 s of about 2 minutes', 'fluentd: 30 s of about 2 minutes, unpacking ruby']);
});

test('a step that fails reports no more', async () => {
  vi.useFakeTimers();
  const { context, lines } = machine();
  const failing = withProgress(context, 'fluentd', 2, async () => {
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lines).toEqual([]);
});
