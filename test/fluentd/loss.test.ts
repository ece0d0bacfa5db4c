import { afterAll, beforeAll, expect, test } from 'vitest';

import { BUFFER_PER_LOG } from '../../constructs/fluentd/checks/loss-budget';
import type { Document } from './elasticsearch/bulk/data-stream';
import type { StoredEvent } from './run/account';
import { PipelineRun } from './run/pipeline-run';

let run: PipelineRun;

/** Bytes of an action, `{"create":{"_id":"<22 characters>"}}`, and of two line feeds. */
const ACTION = 45;

beforeAll(async () => {
  const keep = (document: Document) => ({ size: Buffer.byteLength(JSON.stringify(document)) + ACTION });
  run = await PipelineRun.prepare({}, keep as unknown as (document: Document) => StoredEvent);
});

afterAll(async () => {
  await run.end();
});

test('a log takes as much of the buffer as the loss budget counts with', async () => {
  await run.fluentd.start();
  const node = run.write({ runtime: 'containerd', containers: 4, lines: 4_000, linesPerSecond: 4_000 });
  const { bytes, events } = await node.written;
  await node.stop();
  await run.settle(events.reduce((sum, count) => sum + count, 0));
  const sizes = run.documents() as unknown as { size: number }[];
  const factor = sizes.reduce((sum, { size }) => sum + size, 0) / bytes;
  console.log(`a byte of a log file is ${factor.toFixed(2)} bytes in the buffer`);

  expect(factor).toBeLessThanOrEqual(BUFFER_PER_LOG);
  expect(factor).toBeGreaterThan(BUFFER_PER_LOG * 0.8);
});
