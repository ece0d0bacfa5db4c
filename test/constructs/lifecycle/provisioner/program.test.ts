import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import type { ProvisionedObject } from '../../../../constructs/lifecycle';
import { provisionedObject } from '../../../../constructs/lifecycle/provisioned-object';
import { newValues, secretData } from '../../../../stacks/secrets';
import { temporaryFolder } from '../../../temporary-folder';
import { FakeElasticsearch, refusal } from './fake-elasticsearch';
import { tls } from './fixtures';
import { type ProgramInput, runProgram } from './run-program';

const MARK = { managed_by: 'cdk8s-efk', provisioner: 'provisioner' };
const credentials = { username: 'provisioner', password: 'it\'s "quoted", \\ and $HOME' };
const policy = (age: string) =>
  provisionedObject('lifecycle policy', 'standard', {
    policy: { phases: { hot: { actions: {} }, delete: { min_age: age, actions: { delete: {} } } } },
  });
const template = provisionedObject('index template', 'logs', {
  index_patterns: ['logs-a-*'],
  data_stream: {},
  template: {
    settings: { 'index.number_of_shards': 1, 'index.sort.field': ['a', '@timestamp'] },
    lifecycle: { data_retention: '7d' },
    data_stream_options: { failure_store: { enabled: true, lifecycle: { data_retention: '30d' } } },
  },
});
const repository = provisionedObject('snapshot repository', 'audit', { type: 's3', settings: { bucket: 'b' } });
const snapshots = provisionedObject('snapshot policy', 'daily', { schedule: '0 0 1 * * ?', repository: 'audit' });
const all = [template, snapshots, policy('30d'), repository];

let certificate: Record<string, string>;
let server: FakeElasticsearch;
let url: string;

beforeAll(async () => {
  certificate = secretData(tls, await newValues([tls]));
});

beforeEach(async () => {
  server = new FakeElasticsearch({ key: certificate['tls.key'] ?? '', cert: certificate['tls.crt'] ?? '' });
  server.credentials = `${credentials.username}:${credentials.password}`;
  url = await server.start();
});

afterEach(() => server.stop());

function run(objects: readonly ProvisionedObject[] = all, input: Partial<ProgramInput> = {}) {
  return runProgram({ url, ca: certificate['ca.crt'] ?? '', credentials, objects, ...input });
}

test('objects are made in the order in which they refer to each other, and marked', async () => {
  expect(await run()).toMatchObject({
    code: 0,
    errors: '',
    output: `created snapshot repository audit
created snapshot policy daily
created lifecycle policy standard
created index template logs
done: 4 objects, 4 changed
`,
    figures: { writes: 4 },
  });
  expect(server.objects.get('/_index_template/logs')).toMatchObject({ _meta: MARK });
  expect(server.objects.get('/_ilm/policy/standard')).toMatchObject({ policy: { _meta: MARK } });
  expect(server.objects.get('/_slm/policy/daily')).toMatchObject({ config: { metadata: MARK } });
  expect(server.objects.get('/_snapshot/audit')).toEqual({ type: 's3', settings: { bucket: 'b' } });
});

test('a second time nothing is written', async () => {
  await run();
  const { output, figures } = await run();
  expect(output).toBe(`unchanged snapshot repository audit
unchanged snapshot policy daily
unchanged lifecycle policy standard
unchanged index template logs
done: 4 objects, 0 changed
`);
  expect(figures.writes).toBe(0);
  expect(figures.milliseconds).toBeLessThan(2_000);
});

test('a change writes one object and says what changed', async () => {
  await run([policy('30d')]);
  const { output, figures } = await run([policy('60d')]);
  expect(output).toBe(`changed lifecycle policy standard
  policy.phases.delete.min_age: 30d -> 60d
done: 1 objects, 1 changed
`);
  expect(figures.writes).toBe(1);
});

test('an object that others made is adopted, and what they had set is said', async () => {
  server.objects.set('/_ilm/policy/standard', {
    policy: { phases: { delete: { min_age: '7d', actions: { delete: { delete_searchable_snapshot: true } } } } },
  });
  expect((await run([policy('30d')])).output).toBe(`adopted lifecycle policy standard
  policy._meta: nothing -> {}
  policy._meta.managed_by: nothing -> cdk8s-efk
  policy._meta.provisioner: nothing -> provisioner
  policy.phases.delete.min_age: 7d -> 30d
  policy.phases.hot: nothing -> {}
  policy.phases.hot.actions: nothing -> {}
done: 1 objects, 1 changed
`);
});

test('what an earlier run made and the code no longer has is removed, users before what they use', async () => {
  await run();
  server.objects.set('/_ilm/policy/of-others', { policy: { phases: {} } });
  server.objects.set('/_ilm/policy/of-another', { policy: { phases: {}, _meta: { ...MARK, provisioner: 'x' } } });

  expect((await run([repository])).output).toBe(`unchanged snapshot repository audit
removed index template logs: it is gone from the code
removed lifecycle policy standard: it is gone from the code
removed snapshot policy daily: it is gone from the code
done: 1 objects, 0 changed
`);
  expect([...server.objects.keys()]).toEqual(['/_snapshot/audit', '/_ilm/policy/of-others', '/_ilm/policy/of-another']);
});

test('a repository that is gone from the code stays: it holds snapshots', async () => {
  await run();
  await run([policy('30d')]);
  expect(server.objects.has('/_snapshot/audit')).toBe(true);
});

test('what is in use stays, with the reason', async () => {
  await run([policy('30d'), template]);
  server.answer = (line) =>
    line === 'DELETE /_ilm/policy/standard' ? refusal(400, 'Cannot delete policy [standard]. It is in use') : undefined;
  const { code, output } = await run([template]);
  expect(output).toContain('kept lifecycle policy standard: Cannot delete policy [standard]. It is in use\n');
  expect(code).toBe(0);
});

test("a refusal fails with the object's name and Elasticsearch's reason, and leaves what was done", async () => {
  server.answer = (line) =>
    line === 'PUT /_index_template/logs' ? refusal(400, 'invalid template', 'no policy') : undefined;
  expect(await run([template, policy('30d')])).toMatchObject({
    code: 1,
    output: 'created lifecycle policy standard\n',
    errors: 'error: index template logs was refused: HTTP 400: invalid template: no policy\n',
  });
  expect(server.objects.has('/_ilm/policy/standard')).toBe(true);
});

test('an object that may not be read is not written', async () => {
  server.answer = () => refusal(403, 'unauthorized');
  expect(await run([template])).toMatchObject({
    code: 1,
    errors: 'error: index template logs cannot be read: HTTP 403: unauthorized\n',
  });
  expect(server.writes).toEqual([]);
});

test.each([401, 429, 503])('HTTP %i is tried again', async (status) => {
  let first = true;
  server.answer = () => {
    const answer = first ? refusal(status, 'later') : undefined;
    first = false;
    return answer;
  };
  const { code, output } = await run([template]);
  expect({ code, output }).toEqual({
    code: 0,
    output: `waiting 1 s: HTTP ${status}: later\ncreated index template logs\ndone: 1 objects, 1 changed\n`,
  });
});

test('it gives up at its deadline and says why', async () => {
  server.answer = () => refusal(503, 'no master');
  expect(await run([template], { deadlineSeconds: 2 })).toMatchObject({
    code: 1,
    errors: 'error: GET /_index_template/logs: gave up; HTTP 503: no master\n',
  });
});

test('it waits for a server that is not there', async () => {
  await server.stop();
  const { code, errors } = await run([template], { deadlineSeconds: 1 });
  expect({ code, errors }).toMatchObject({
    code: 1,
    errors: expect.stringContaining(`gave up; no connection to ${url}: `),
  });
  server = new FakeElasticsearch({ key: certificate['tls.key'] ?? '', cert: certificate['tls.crt'] ?? '' });
  await server.start();
});

test('a server that the authority did not sign is final, and gets no password', async () => {
  const other = secretData(tls, await newValues([tls]));
  const { code, errors } = await run([template], { ca: other['ca.crt'] ?? '' });
  expect({ code, errors }).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^error: no trusted connection to .*: /),
  });
  expect(server.requests).toEqual([]);
});

test('it signs in with an API key as it is, or as a user whose name is not in the Secret', async () => {
  server.apiKey = 'aWQ6a2V5';
  expect(await run([repository], { credentials: { api_key: 'aWQ6a2V5\n' } })).toMatchObject({ code: 0, errors: '' });

  server.apiKey = '';
  const { username, password } = credentials;
  const asUser = { credentials: { password }, env: { ELASTICSEARCH_USERNAME: username } };
  expect(await run([repository], asUser)).toMatchObject({ code: 0, errors: '' });
});

test('without an authority it trusts those of Node.js, and nobody else', async () => {
  const authorities = join(temporaryFolder(), 'ca.crt');
  writeFileSync(authorities, certificate['ca.crt'] ?? '');
  const trusting = { ca: undefined, env: { NODE_EXTRA_CA_CERTS: authorities } };
  expect(await run([repository], trusting)).toMatchObject({ code: 0, errors: '' });

  server.requests.length = 0;
  expect(await run([repository], { ca: undefined })).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^error: no trusted connection to .*: /),
  });
  expect(server.requests).toEqual([]);
});
