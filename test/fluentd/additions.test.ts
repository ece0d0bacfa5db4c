import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { plugins } from '../../constructs/fluentd';
import type { Document } from './elasticsearch/bulk/data-stream';
import type { StoredEvent } from './run/account';
import { PipelineRun } from './run/pipeline-run';

const { source, filter, match } = plugins;

let run: PipelineRun;

beforeAll(async () => {
  run = await PipelineRun.prepare(
    {
      additions: {
        sources: [
          {
            source: source.tail({
              path: '/var/lib/fluentd/audit.log',
              pos_file: '/var/lib/fluentd/audit.positions',
              tag: 'kubernetes',
              read_from_head: true,
              refresh_interval: '1s',
              parse: { '@type': 'none' },
            }),
          },
        ],
        stages: [
          {
            directives: () => [
              filter.grep('kubernetes', { exclude: { key: 'message', pattern: '/healthz/' } }),
              filter.recordModifier('kubernetes', { record: { cluster: 'blue' } }),
            ],
          },
          {
            label: '@COPIES',
            directives: (next) => [
              match.copy('**', { store: [{ '@type': 'null' }, { '@type': 'relabel', '@label': next() }] }),
            ],
          },
        ],
      },
    },
    (document: Document) => document as unknown as StoredEvent,
  );
});

afterAll(async () => {
  await run.end();
});

test('events of a source of your own go through steps of your own, as those of containers do', async () => {
  const file = join(run.fluentd.state, 'audit.log');
  mkdirSync(run.fluentd.state, { recursive: true });
  writeFileSync(file, 'login of alice\nGET /healthz\n');
  await run.fluentd.start();
  const node = run.write({ runtime: 'containerd', containers: 1, lines: 10, linesPerSecond: 100 });
  appendFileSync(file, 'logout of alice\n');
  await node.written;
  await node.stop();
  await run.settle(8);

  const documents = run.documents() as unknown as { message: string; cluster: string }[];
  const messages = documents.map(({ message }) => message);
  expect(messages).toEqual(expect.arrayContaining(['login of alice', 'logout of alice']));
  expect(messages).not.toContain('GET /healthz');
  expect(documents.length).toBeGreaterThan(2);
  expect(documents.every(({ cluster }) => cluster === 'blue')).toBe(true);
});
