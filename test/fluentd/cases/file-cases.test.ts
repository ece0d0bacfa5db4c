import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';

import { nanoseconds } from '../run/account';
import { PipelineRun } from '../run/pipeline-run';
import { fileCases, podOf, take, timesOf } from './file-case';

interface Found {
  readonly container: string;
  readonly message: string;
}

const cases = fileCases();
let stored: ReadonlyMap<string, Found[]> = new Map();

/** After the last step: an event waits for 2 s, a part of a line for 10 s, files are looked for every 2 s, and a chunk waits for 5 s. In ms. */
const AFTERWARDS = 20_000;

beforeAll(async () => {
  const documents = new Map<string, (Found & { time: bigint; offset: number })[]>();
  const run = await PipelineRun.prepare({}, ({ '@timestamp': time, message, log, kubernetes }) => {
    const { pod_id: pod, container_name: container } = kubernetes as Record<string, string>;
    const { offset } = log as { offset: number };
    const found = { container: String(container), message: String(message), time: nanoseconds(String(time)), offset };
    documents.set(String(pod), [...(documents.get(String(pod)) ?? []), found]);
    return {};
  });
  try {
    const happening = cases.flatMap((given, index) => {
      const folder = join(run.fluentd.pods, podOf(given, index).folder);
      mkdirSync(folder, { recursive: true });
      return timesOf(given).map((seconds, at) => ({ seconds, step: given.steps[at], folder }));
    });
    // Steps of one time keep their order.
    happening.sort((a, b) => a.seconds - b.seconds);
    let now = 0;
    for (const { seconds, step, folder } of happening) {
      // Everything that is there from the beginning was written before Fluentd is started.
      if (now === 0 && seconds > 0) {
        await run.fluentd.start();
        await run.fluentd.ready();
      }
      await sleep((seconds - now) * 1_000);
      now = seconds;
      if (step) take(step, folder, seconds);
    }
    await sleep(AFTERWARDS);
  } finally {
    await run.end();
  }
  for (const found of documents.values()) {
    found.sort((a, b) => (a.time === b.time ? a.offset - b.offset : Number(a.time - b.time)));
  }
  stored = documents;
});

test.each(cases.map((given, index) => ({ ...given, index })))('files: $title', (given) => {
  const messages: Record<string, string[]> = {};
  for (const { container, message } of stored.get(podOf(given, given.index).uid) ?? []) {
    messages[container] = [...(messages[container] ?? []), message];
  }
  expect(messages, given.why).toEqual(given.messages);
});
