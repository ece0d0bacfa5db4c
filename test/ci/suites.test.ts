import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingForElasticsearch } from '../live/availability';
import { script } from '../local/fixtures';
import { notRunHere, type Suite, suites } from '../suites';
import { temporaryFolder } from '../temporary-folder';

/** An environment whose PATH has these programs, and which has a Java for both versions of Elasticsearch. */
function machine(programs: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const PATH = temporaryFolder();
  for (const [name, body] of Object.entries(programs)) script(PATH, name, body);
  return { PATH, ES_JAVA_HOME: '/java', ES_JAVA_HOME_8: '/java' };
}

const unreachable = 'echo "[ERROR] Unknown host repository.example -> [Help 1]"; exit 1';

test.each(Object.entries<Suite>(suites))('the tests of %s are where its suite says', (_, { folder }) => {
  const files = readdirSync(join(__dirname, '../..', folder), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => file.endsWith('.test.ts'))).not.toEqual([]);
});

test('a suite whose component cannot be had says so in one line, any other says nothing', async () => {
  const suite = { title: 'the suite with a thing', folder: 'test/thing' };
  expect(await notRunHere({ ...suite, missing: async () => 'a thing' })).toBe(
    'not run here: the suite with a thing (test/thing), it needs a thing',
  );
  expect(await notRunHere({ ...suite, missing: async () => undefined })).toBeUndefined();
});

test('Elasticsearch can be had where Maven reaches its repository', async () => {
  expect(await missingForElasticsearch(machine({ mvn: 'exit 0', unzip: '' }))).toBeUndefined();
  expect(await missingForElasticsearch(machine({ mvn: unreachable, unzip: '' }))).toBe(
    'a repository that Maven reaches (Unknown host repository.example)',
  );
  expect(await missingForElasticsearch(machine({ mvn: 'exit 1', unzip: '' }))).toBe(
    'a repository that Maven reaches (it does not say why not)',
  );
});

test('it cannot be had without its programs', async () => {
  expect(await missingForElasticsearch(machine({}))).toBe('mvn, unzip');
  expect(await missingForElasticsearch(machine({ mvn: 'exit 0' }))).toBe('unzip');
});

test('in continuous integration a missing program is a failure where Maven answers', async () => {
  expect(await missingForElasticsearch({ ...machine({ mvn: 'exit 0' }), CI: 'true' })).toBeUndefined();
  expect(await missingForElasticsearch({ ...machine({ mvn: unreachable }), CI: 'true' })).toBe(
    'unzip, a repository that Maven reaches (Unknown host repository.example)',
  );
  expect(await missingForElasticsearch({ ...machine({}), CI: 'true' })).toBe('mvn, unzip');
});
