import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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
  expect(documents.map(({ json }) => json?.user.username).sort()).toEqual(['alice', 'bob', 'carol']);
  expect(documents).toContainEqual(
    expect.objectContaining({
      message: audit('delete', 'alice', 403).trim(),
      event: { dataset: 'audit' },
      kubernetes: { host: 'node-1' },
      log: { offset: expect.any(Number), file: { path: expect.stringMatching(/\/audit\/audit.*\.log$/) } },
    }),
  );
});

const users = () =>
  (run.documents() as unknown as { json?: { user: { username: string } } }[]).map(({ json }) => json?.user.username);

/** As logrotate compresses: the plain file goes when the other one is there. */
function compress(path: string): void {
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path)));
  rmSync(path);
}

test('through SIGKILL, compression, copies and files that are cut in place each line is stored once', async () => {
  const names: string[] = [];
  const add = (name: string, count: number) => {
    const added = Array.from({ length: count }, (_, index) => `${name}-${index}`);
    names.push(...added);
    appendFileSync(file, added.map((each) => audit('create', each, 201)).join(''));
  };
  const before = users().length;
  add('first', 20_000);
  await run.fluentd.kill();
  await run.settle(before + names.length);

  // Compressed while nobody reads, when half of it is unread.
  const ended = run.fluentd.terminate();
  await ended;
  add('second', 20_000);
  await run.fluentd.kill();
  renameSync(file, file.replace('audit.log', 'audit-2.log'));
  compress(file.replace('audit.log', 'audit-2.log'));
  add('third', 100);
  await run.settle(before + names.length);

  // Copied and cut in place.
  writeFileSync(file.replace('audit.log', 'audit-3.log'), readFileSync(file));
  truncateSync(file);
  add('fourth', 100);
  await run.settle(before + names.length);

  // Compressed when all of it is read.
  compress(file.replace('audit.log', 'audit-3.log'));
  add('fifth', 100);
  await run.settle(before + names.length);
  await run.fluentd.kill();
  add('sixth', 10);
  await run.settle(before + names.length);

  expect(users().slice(before).sort()).toEqual([...names].sort());
  const metrics = await run.metrics();
  expect(metrics.get('fluentd_input_lost_bytes_total')).toBe(0);
});

test('a line that is too long goes on in further events', async () => {
  const before = users().length;
  const text = 'é'.repeat(1_200_000);
  appendFileSync(file, `${text}\n`);
  await run.settle(before + 3);
  const parts = (run.documents() as unknown as { message: string; log: { offset: number; flags?: string[] } }[])
    .filter(({ message }) => message.startsWith('é'))
    .sort((one, other) => one.log.offset - other.log.offset);
  expect(parts.map(({ message }) => message).join('') === text).toBe(true);
  expect(parts.map(({ log }) => log.flags)).toEqual([['partial'], ['partial'], undefined]);
});
