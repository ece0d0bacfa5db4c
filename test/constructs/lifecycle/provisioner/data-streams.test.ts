import { afterEach, beforeEach, expect, test } from 'vitest';

import { provisionedObject } from '../../../../constructs/lifecycle/provisioned-object';
import { newValues, secretData } from '../../../../stacks/secrets';
import { type FakeAnswer, FakeElasticsearch } from './fake-elasticsearch';
import { tls } from './fixtures';
import { runProgram } from './run-program';

const credentials = { username: 'provisioner', password: 'secret' };
const template = provisionedObject('index template', 'logs', {
  index_patterns: ['logs-a-*'],
  data_stream: {},
  template: { lifecycle: { data_retention: '30d' } },
});

let server: FakeElasticsearch;
let certificate: Record<string, string>;
let sent: Map<string, unknown>;

/** What the fake says of the data stream `logs-a-default` with two indices; what is put is remembered. */
const answers: Record<string, FakeAnswer> = {
  'GET /_resolve/index/logs-a-*': [
    200,
    { data_streams: [{ name: 'logs-a-default', backing_indices: ['old', 'new'] }] },
  ],
  'POST /_index_template/_simulate_index/logs-a-default': [
    200,
    {
      template: {
        settings: { index: { lifecycle: { name: 'audit' }, number_of_replicas: '2', mode: 'logsdb' } },
        mappings: { properties: { added: { type: 'keyword' } } },
      },
    },
  ],
  'GET /logs-a-default/_settings': [
    200,
    {
      old: { settings: { 'index.lifecycle.name': 'standard', 'index.number_of_replicas': '0' } },
      new: { settings: { 'index.lifecycle.name': 'standard', 'index.number_of_replicas': '1' } },
    },
  ],
  'GET /new/_mapping': [200, { new: { mappings: { properties: { message: { type: 'text' } } } } }],
  'GET /_data_stream/logs-a-default/_lifecycle': [
    200,
    { data_streams: [{ lifecycle: { enabled: true, data_retention: '7d' } }] },
  ],
};

beforeEach(async () => {
  certificate = secretData(tls, await newValues([tls]));
  server = new FakeElasticsearch({ key: certificate['tls.key'] ?? '', cert: certificate['tls.crt'] ?? '' });
  server.credentials = `${credentials.username}:${credentials.password}`;
  sent = new Map();
  server.answer = (line, body) => {
    const [method, path = ''] = line.split(' ');
    if (method === 'PUT' && !path.startsWith('/_index_template')) sent.set(path, body);
    return answers[line.split('?')[0] ?? ''];
  };
});

afterEach(() => server.stop());

test('data streams that exist get what they can, and the rest is said to wait for the rollover', async () => {
  const url = await server.start();
  const { code, output } = await runProgram({ url, ca: certificate['ca.crt'] ?? '', credentials, objects: [template] });

  expect(output).toBe(`created index template logs
changed data stream logs-a-default
  index.lifecycle.name: standard -> audit
  index.number_of_replicas: 1 -> 2
changed index old
  index.lifecycle.name: standard -> audit
changed data stream logs-a-default
  mappings.properties.added.type: nothing -> keyword
data stream logs-a-default: from its next rollover (POST /logs-a-default/_rollover makes one)
  index.mode: nothing -> logsdb
changed data stream logs-a-default
  lifecycle.data_retention: 7d -> 30d
done: 1 objects, 1 changed
`);
  expect(code).toBe(0);
  // The replicas of an older index are the business of its lifecycle policy.
  expect(sent.get('/old/_settings')).toEqual({ 'index.lifecycle.name': 'audit' });
  expect(sent.get('/new/_settings')).toEqual({ 'index.lifecycle.name': 'audit', 'index.number_of_replicas': '2' });
  expect(sent.get('/_data_stream/logs-a-default/_lifecycle')).toEqual({ data_retention: '30d' });
});

test('the type of a field that has documents waits for the rollover, and with it all of the mapping', async () => {
  const wanted = { properties: { '@timestamp': { type: 'date_nanos' }, added: { type: 'keyword' } } };
  const actual = { properties: { '@timestamp': { type: 'date' } } };
  const { code, output } = await run({
    'PUT /_data_stream/logs-b-default': [200, { acknowledged: true }],
    'POST /_index_template/_simulate_index/logs-a-default': [200, { template: { mappings: wanted } }],
    'GET /new/_mapping': [200, { new: { mappings: actual } }],
  });

  expect(code).toBe(0);
  expect(
    output,
  ).toContain(`data stream logs-a-default: from its next rollover (POST /logs-a-default/_rollover makes one)
  properties.@timestamp.type: date -> date_nanos
  properties.added.type: nothing -> keyword
`);
  expect(sent.has('/new/_mapping')).toBe(false);
});

test('data streams of a template that do not exist are made, others are left as they are', async () => {
  const { code, output } = await run({ 'PUT /_data_stream/logs-b-default': [200, { acknowledged: true }] });

  expect(output).toContain('created data stream logs-b-default\n');
  expect(output).not.toContain('created data stream logs-a-default');
  expect(code).toBe(0);
});

test('one that was made meanwhile will do', async () => {
  const exists: FakeAnswer = [400, { error: { type: 'resource_already_exists_exception', reason: 'exists' } }];
  expect(await run({ 'PUT /_data_stream/logs-b-default': exists })).toMatchObject({ code: 0, errors: '' });
});

test('one that cannot be made stops the job, with the reason of Elasticsearch', async () => {
  const conflict: FakeAnswer = [
    400,
    { error: { type: 'illegal_argument_exception', reason: 'data stream [logs-b-default] conflicts with index' } },
  ];
  expect(await run({ 'PUT /_data_stream/logs-b-default': conflict })).toMatchObject({
    code: 1,
    errors:
      'error: data stream logs-b-default was refused: HTTP 400: data stream [logs-b-default] conflicts with index\n',
  });
});

/** Runs the program on a template for `logs-a-default`, which exists, and `logs-b-default`, which does not. */
async function run(more: Record<string, FakeAnswer>) {
  const url = await server.start();
  const { answer } = server;
  server.answer = (line, body) => more[line] ?? answer(line, body);
  const objects = [{ ...template, dataStreams: ['logs-a-default', 'logs-b-default'] }];
  return runProgram({ url, ca: certificate['ca.crt'] ?? '', credentials, objects });
}
