import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { PipelineRun } from '../run/pipeline-run';

let run: PipelineRun;
let file: string;

/** An event of the audit log. */
const audit = (verb: string, username: string, code: number) =>
  `${JSON.stringify({ kind: 'Event', verb, user: { username }, responseStatus: { code } })}\n`;

beforeAll(async () => {
  run = await PipelineRun.prepare(
    {
      routes: [{ name: 'audit', namespaces: [] }],
      inputs: [
        {
          name: 'audit',
          route: 'audit',
          treatment: 'audit',
          files: { paths: ['/var/log/kubernetes/audit/audit*.log'] },
        },
      ],
      treatments: [
        {
          name: 'audit',
          drop: [
            {
              reason: 'reads of nodes',
              where: { 'json.verb': ['get', 'list', 'watch'], 'json.user.username': /^system:node:/ },
            },
          ],
        },
      ],
    },
    (document: Document) => document as unknown as StoredEvent,
  );
  file = join(run.fluentd.pods, '../kubernetes/audit/audit.log');
  mkdirSync(join(file, '..'), { recursive: true });
});

afterAll(async () => {
  await run?.end();
});

test('lines of files are stored with their file and node, before and after a rotation', async () => {
  writeFileSync(file, audit('get', 'system:node:a', 200) + audit('delete', 'alice', 403));
  await run.fluentd.start();
  await run.settle(1);
  renameSync(file, file.replace('audit.log', 'audit-2026-11-25.log'));
  appendFileSync(file, audit('create', 'bob', 201));
  await run.settle(2);
  await run.fluentd.terminate();
  appendFileSync(file, audit('patch', 'carol', 200));
  await run.settle(3);

  const documents = run.documents() as unknown as { json: { user: { username: string } } }[];
  expect(documents.map(({ json }) => json.user.username).sort()).toEqual(['alice', 'bob', 'carol']);
  expect(documents).toContainEqual(
    expect.objectContaining({
      message: audit('delete', 'alice', 403).trim(),
      event: { dataset: 'audit' },
      kubernetes: { host: 'node-1' },
      log: { file: { path: expect.stringMatching(/\/audit\/audit.*\.log$/) } },
    }),
  );
});
