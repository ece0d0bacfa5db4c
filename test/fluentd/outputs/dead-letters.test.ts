import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type FluentdRuntime, findFluentd } from '../../../local/fluentd';
import { DEAD_LETTERS, Reader } from './reader';

let runtime: FluentdRuntime;

beforeAll(async () => {
  runtime = await findFluentd({ report: console.log });
});

function letters(reader: Reader): { readonly record: object; readonly error: object }[] {
  const folder = reader.path(DEAD_LETTERS);
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name.includes('.jsonl'))
    .flatMap(({ name }) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line));
}

test.each([
  ['a filter', '<filter **>\n@type grep\n</filter>'],
  ['nothing', ''],
])('SIGTERM with a full buffer loses no line, with %s before the output', async (_, filter) => {
  const reader = await Reader.of(runtime, { filter, bufferSize: '4m' });
  await reader.elasticsearch.fail({ refusedRequests: 1, status: 503 });
  const fluentd = await reader.start();
  reader.write(80_000);
  await fluentd.waitFor(/failed to write data into buffer by buffer overflow/);
  await fluentd.stop();
  expect(fluentd.log.tail(500)).toContain('breaking block behavior to shutdown Fluentd');
  expect((await reader.missing()).lost).toBe(80_000);

  await reader.elasticsearch.fail({});
  await reader.start();
  await expect.poll(() => reader.missing(), { timeout: 120_000, interval: 500 }).toEqual({ lost: 0, twice: 0 });
});

test('what no form can be stored of is kept with its reason, and is stored when it is sent again', async () => {
  const reader = await Reader.of(runtime);
  await reader.elasticsearch.fail({}, /line 7 /);
  const fluentd = await reader.start();
  reader.write(20);
  await fluentd.waitFor(/records are dead letters/);

  expect(await reader.missing()).toEqual({ lost: 1, twice: 0 });
  expect(letters(reader)).toMatchObject([
    { record: { message: expect.stringMatching(/^line 7 /) }, error: { type: 'document_parsing_exception' } },
  ]);
  expect(await reader.resend()).toBe('1 refused again and kept\n');
  await reader.elasticsearch.fail({});
  expect(await reader.resend()).toBe('1 stored\n');
  expect(await reader.missing()).toEqual({ lost: 0, twice: 0 });
  expect(await reader.resend()).toBe('there are no dead letters\n');
});
