import { expect, test } from 'vitest';

import { explained } from './explain';

test('a case that fails shows what every stage changed', async () => {
  const log = Buffer.from('2026-11-25T07:00:00.000000001Z stdout F {"n":18446744073709551616}\n');
  const { message } = (await explained(new Error('expected 1 to be 2'), log)) as Error;
  expect(message).toBe(`expected 1 to be 2
written:
2026-11-25T07:00:00.000000001Z stdout F {"n":18446744073709551616}

line 1 of stdout
  {"n":18446744073709551616}
elasticsearch_fit
  + json.n  18446744073709551616
  counted as changed records, reason number
stored in logs-cases-default
    @timestamp                 2026-11-25T07:00:00.000000001Z
    message                    {"n":18446744073709551616}
    stream                     stdout
    log.offset                 0
    json.n                     18446744073709551616
    kubernetes.namespace_name  cases
    kubernetes.pod_name        app-00001
    kubernetes.pod_id          00000000-0000-4000-8000-000000000001
    kubernetes.container_name  app
    kubernetes.host            trial
    data_stream.type           logs
    data_stream.dataset        cases
    data_stream.namespace      default

1 line, 1 event: 1 stored, 0 dropped
`);
});

test('what is no error stays what it is', async () => {
  expect(await explained('a text', Buffer.alloc(0))).toBe('a text');
});
