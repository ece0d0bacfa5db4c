import { expect, test } from 'vitest';

import { explained } from './explain';

test('a case that fails shows its record before and after each stage', async () => {
  const log = Buffer.from('2026-11-25T07:00:00.000000001Z stdout F {"n":18446744073709551616}\n');
  const { message } = (await explained(new Error('expected 1 to be 2'), 'pod', log)) as Error;
  expect(message.replaceAll(/, "kubernetes.*"_id"=>"[^"]*"/g, ', ...')).toBe(`expected 1 to be 2
written:
2026-11-25T07:00:00.000000001Z stdout F {"n":18446744073709551616}

after container_logs: {"@timestamp"=>"2026-11-25T07:00:00.000000001Z", "message"=>"{\\"n\\":18446744073709551616}", "stream"=>"stdout", ...}
after elasticsearch_fit: {"@timestamp"=>"2026-11-25T07:00:00.000000001Z", "message"=>"{\\"n\\":18446744073709551616}", "stream"=>"stdout", ..., "json"=>{"n"=>"18446744073709551616"}}
stored: {"@timestamp":"2026-11-25T07:00:00.000000001Z","message":"{\\"n\\":18446744073709551616}","stream":"stdout","log":{"offset":0},"json":{"n":"18446744073709551616"},"kubernetes":{"namespace_name":"cases","pod_name":"pod","pod_id":"00000000-2222-3333-4444-555555555555","container_name":"app","host":"node-1"},"data_stream":{"type":"logs","dataset":"cases","namespace":"default"}}
`);
});

test('what is no error stays what it is', async () => {
  expect(await explained('a text', 'pod', Buffer.alloc(0))).toBe('a text');
});
