import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { PipelineRun } from '../run/pipeline-run';
import { outcome } from './outcome';
import { expectNothingLost, IS_FULL, LOAD } from './play';

const nested = (depth: number) => `{"a":${'['.repeat(depth)}1${']'.repeat(depth)}}`;

/** Lines each of which threw away the logs of others, or stopped the process, in a pipeline of library plugins. */
const POISON: readonly { readonly what: string; readonly bytes: string }[] = [
  { what: 'JSON nested 127 deep (MessagePack::StackError)', bytes: nested(126) },
  { what: 'JSON nested 1,900 deep (fluent/fluentd#4309)', bytes: nested(1_899) },
  { what: 'JSON nested 7,900 deep', bytes: nested(7_900) },
  { what: 'an integer above 64 bits', bytes: '{"n":18446744073709551616}' },
  { what: 'an integer below 64 bits', bytes: '{"n":-9223372036854775809}' },
  { what: 'an integer of 5,000 digits', bytes: `{"n":${'9'.repeat(5_000)}}` },
  { what: 'NaN, which Python writes', bytes: '{"n":NaN}' },
  { what: 'Infinity', bytes: '{"n":-Infinity}' },
  { what: 'a number too large for a double', bytes: '{"n":1e400}' },
  { what: 'Latin-1', bytes: 'caf\xe9' },
  { what: 'Latin-1 in JSON', bytes: '{"name":"caf\xe9"}' },
  { what: 'half of a surrogate pair', bytes: '{"name":"\\ud83d"}' },
  { what: 'an empty array', bytes: '[]' },
  { what: 'an array of objects', bytes: '[{"a":1},{"a":2}]' },
  { what: 'a key of 15 KB', bytes: `{"${'k'.repeat(15_000)}":1}` },
  { what: 'a name of ours', bytes: '{"_id":"a","@timestamp":"never","message":{},"kubernetes":1,"data_stream":"x"}' },
  { what: 'a key twice', bytes: '{"a":1,"a":{"b":2}}' },
  { what: 'an empty key', bytes: '{"":{"":1}}' },
  { what: 'dots in keys', bytes: '{"a.b":1,"a":{"b":2},".":1,"..":2,"a.":3}' },
  { what: 'control characters', bytes: '{"a":"\\u0000\\u001b[31m"}\x00\x1b\x7f' },
  { what: 'code of Ruby', bytes: '#{raise "x"} ${tag} %{x} {{y}}' },
  { what: '1,200 fields', bytes: `{${Array.from({ length: 1_200 }, (_, n) => `"field${n}":${n}`).join(',')}}` },
];

const UID = '00000000-2222-3333-4444-555555555555';

/** A line of poison between two others, as containerd writes it. */
function log(bytes: string): string {
  return ['before', bytes, 'after']
    .map((text, second) => `2026-11-25T07:00:0${second}.000000001Z stdout F ${text}\n`)
    .join('');
}

test('no line of one container harms another, whatever stands in it', async () => {
  const run = await PipelineRun.prepare();
  try {
    for (const [index, { bytes }] of POISON.entries()) {
      const folder = join(run.fluentd.pods, `poison_pod-${index}_${UID}`, 'app');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, '0.log'), log(bytes), 'latin1');
    }
    const load = { ...LOAD, containers: 4, ...(!IS_FULL && { lines: 2_000 }) };
    const node = run.write(load);
    await run.fluentd.start();
    const written = await node.written;
    await node.stop();
    const expected = POISON.length * 3;
    await run.settle(written.events.reduce((sum, count) => sum + count, expected));
    const documents = run.documents();
    const stored = POISON.filter((_, index) => {
      const found = documents.filter(({ kubernetes }) => kubernetes?.pod_name === `pod-${index}`);
      return found.length === 3;
    });
    expect(stored).toEqual(POISON);
    const good = documents.filter(({ kubernetes }) => kubernetes?.namespace_name !== 'poison');
    const came = await outcome(run, written, good);
    expectNothingLost('when others write what is poison', came);
    expect(came.metrics.get('fluentd_dead_letters_records_total') ?? 0).toBe(0);
    expect(run.fluentd.log.filter((line) => line.includes('[error]'))).toEqual([]);
  } finally {
    await run.end();
  }
});
