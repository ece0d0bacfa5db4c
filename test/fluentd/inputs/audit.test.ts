import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { PipelineRun } from '../run/pipeline-run';

let run: PipelineRun;
let file: string;
let written = 0;

/** What differs between requests. */
interface Request {
  readonly verb: string;
  readonly username: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly code: number;
  readonly requestObject?: object;
}

/** A line as the API server writes it for a request, its fields in its order. */
function line({ verb, username, resource, subresource, code, requestObject }: Request): string {
  const at = `2026-11-25T07:00:00.${String(written++).padStart(6, '0')}Z`;
  return `${JSON.stringify({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: requestObject ? 'Request' : 'Metadata',
    // A client may choose it, and this one always chooses the same.
    auditID: '381acf6d-5f30-4c7d-8175-c9c317ae5893',
    stage: 'ResponseComplete',
    requestURI: `/api/v1/namespaces/shop/${resource}/cart-0${subresource ? `/${subresource}` : ''}`,
    verb,
    user: { username, groups: ['system:authenticated'], extra: { 'authentication.kubernetes.io/node-name': ['cp-1'] } },
    sourceIPs: ['192.0.2.7', '10.129.2.6'],
    userAgent: 'kubectl/v1.34.1 (linux/amd64) kubernetes/93248f9',
    objectRef: { resource, namespace: 'shop', name: 'cart-0', apiVersion: 'v1', ...(subresource && { subresource }) },
    responseStatus: { metadata: {}, code },
    ...(requestObject && { requestObject }),
    requestReceivedTimestamp: at,
    stageTimestamp: at,
    annotations: { 'authorization.k8s.io/decision': code === 403 ? 'forbid' : 'allow' },
  })}\n`;
}

const lease: Request = { verb: 'update', username: 'system:node:cp-1', resource: 'leases', code: 200 };
const read: Request = { verb: 'get', username: 'system:node:cp-1', resource: 'pods', code: 200 };
const exec: Request = { verb: 'create', username: 'alice', resource: 'pods', subresource: 'exec', code: 101 };
const forbidden: Request = { verb: 'delete', username: 'bob', resource: 'secrets', code: 403 };

/** Lines that are stored. */
const kept: string[] = [];

function keep(request: Request): string {
  const text = line(request);
  kept.push(text.trim());
  return text;
}

beforeAll(async () => {
  run = await PipelineRun.prepare(
    {
      routes: [{ name: 'audit', namespaces: [] }],
      inputs: [
        {
          name: 'audit',
          route: 'audit',
          audit: {
            drop: [
              { reason: 'leases', resources: ['leases'], codes: ['2xx'] },
              { reason: 'reads of nodes', verbs: ['get', 'list', 'watch'], users: ['system:node:*'] },
              { reason: 'pods', verbs: ['create'], resources: ['pods'] },
            ],
          },
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

interface Stored {
  readonly message: string;
  readonly log: { readonly offset?: number; readonly flags?: string[] };
  readonly orchestrator?: { readonly resource?: { readonly type?: string } };
}

const documents = () => run.documents() as unknown as Stored[];

/** The parts of events that are larger than the bound, in order. */
const parts = () =>
  documents()
    .filter(({ orchestrator }) => orchestrator?.resource?.type === 'configmaps/exec')
    .sort((a, b) => (a.log.offset ?? 0) - (b.log.offset ?? 0));

/** What is stored of events that are no larger than the bound, without those in parts. */
const whole = () =>
  documents()
    .filter(({ orchestrator }) => orchestrator?.resource?.type !== 'configmaps/exec')
    .map(({ message }) => message)
    .sort();

test('who did what is stored in the words of the Elastic Common Schema; what rules say is dropped and counted', async () => {
  writeFileSync(file, line(lease) + line(read) + keep(exec) + keep(forbidden) + keep({ ...lease, code: 409 }));
  await run.fluentd.start();
  await run.settle(3);

  expect(whole()).toEqual([...kept].sort());
  expect(documents().find(({ message }) => message === kept[1])).toEqual({
    '@timestamp': '2026-11-25T07:00:00.000003Z',
    message: kept[1],
    event: { dataset: 'audit', action: 'delete', outcome: 'failure' },
    user: { name: 'bob' },
    source: { ip: '10.129.2.6' },
    orchestrator: { namespace: 'shop', resource: { type: 'secrets', name: 'cart-0' } },
    kubernetes: { host: 'node-1' },
    log: { offset: expect.any(Number), file: { path: expect.stringMatching(/\/audit\/audit\.log$/) } },
    user_agent: { original: 'kubectl/v1.34.1 (linux/amd64) kubernetes/93248f9' },
    json: expect.objectContaining({ auditID: '381acf6d-5f30-4c7d-8175-c9c317ae5893', level: 'Metadata' }),
    data_stream: { type: 'logs', dataset: 'audit', namespace: 'default' },
  });
  expect((await run.metrics()).get('fluentd_input_dropped_events_total')).toBe(2);
});

test('through SIGKILL, SIGTERM and a rotation every event is stored once', async () => {
  appendFileSync(file, Array.from({ length: 2_000 }, () => keep(exec)).join(''));
  await run.fluentd.kill();
  await run.settle(kept.length);
  appendFileSync(file, keep(exec));
  renameSync(file, file.replace('audit.log', 'audit-2026-11-25T07-00-00.000.log'));
  writeFileSync(file, keep(forbidden));
  await run.settle(kept.length);
  await run.fluentd.terminate();
  appendFileSync(file, keep(forbidden));
  await run.settle(kept.length);
  expect(whole()).toEqual([...kept].sort());
});

test('an event of several MiB is stored in parts, which are found together', async () => {
  const before = documents().length;
  const event = line({ ...exec, resource: 'configmaps', requestObject: { data: { file: 'é'.repeat(1_500_000) } } });
  appendFileSync(file, event + keep(forbidden));
  await run.settle(before + 4);

  expect(
    parts()
      .map(({ message }) => message)
      .join('') === event.trim(),
  ).toBe(true);
  expect(parts().map(({ log }) => log.flags)).toEqual([['partial'], ['partial'], undefined]);
  for (const part of parts()) {
    expect(part).toMatchObject({
      user: { name: 'alice' },
      orchestrator: { resource: { type: 'configmaps/exec' } },
      json: { requestURI: '/api/v1/namespaces/shop/configmaps/cart-0/exec', stage: 'ResponseComplete' },
    });
  }
  expect(whole()).toEqual([...kept].sort());
});

test('an event of more than 8 MiB is stored in parts as well, marked and counted', async () => {
  const before = parts().length;
  const event = line({ ...exec, resource: 'configmaps', requestObject: { data: { file: 'é'.repeat(5_000_000) } } });
  appendFileSync(file, event + keep(forbidden));
  await run.settle(documents().length + 11);

  const added = parts().slice(before);
  expect(added.map(({ message }) => message).join('') === event.trim()).toBe(true);
  expect(added).toHaveLength(10);
  expect(added.filter(({ log }) => log.flags === undefined)).toHaveLength(1);
  for (const part of added) {
    expect(part).toMatchObject({
      user: { name: 'alice' },
      event: { kind: 'pipeline_error' },
      error: { message: expect.stringContaining('too long to be read') },
    });
  }
  expect((await run.metrics()).get('fluentd_input_bad_messages_total')).toBe(2);
  expect(whole()).toEqual([...kept].sort());
});
