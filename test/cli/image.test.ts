import { Command } from 'commander';
import { expect, test, vi } from 'vitest';

import { registerImage } from '../../cli/image';
import { dockerfile } from '../../cli/image/dockerfile';
import { neededGems } from '../../cli/image/needed-gems';
import { officialGems } from '../../constructs/fluentd';
import { furtherGemNames, furtherGems } from '../../local/fluentd/gems/further-gems';
import { efk } from './shared/efk';

const DIGEST = `sha256:${'a'.repeat(64)}`;

test('an environment without further plugins needs no image', () => {
  expect(efk(['image', 'dev'])).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "no image is needed: fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch9-1.1 has every gem
    ",
      "stdout": "",
    }
  `);
});

test('the Dockerfile of an image with Kafka', () => {
  expect(dockerfile({ base: 'example/fluentd:1', gems: furtherGems(['fluent-plugin-kafka']) })).toMatchInlineSnapshot(`
    "# docker buildx imagetools inspect example/fluentd:1 says it.
    ARG BASE_DIGEST
    FROM example/fluentd:1@\${BASE_DIGEST}
    USER root

    # Without dependencies: all of them are named, so that the image is the same whenever it is built.
    RUN apt-get update \\
        && apt-get install --yes --no-install-recommends build-essential \\
        && gem install --no-document --ignore-dependencies \\
            bigdecimal:3.3.1 \\
            digest-crc:0.7.0 \\
            fluent-plugin-kafka:0.19.9 \\
            ltsv:0.1.2 \\
            ruby-kafka:1.5.0 \\
        && gem uninstall --executables --ignore-dependencies bigdecimal --version 4.1.2 \\
        && apt-get purge --yes --auto-remove build-essential \\
        && rm -rf /var/lib/apt/lists/* ~/.gem "$(gem environment gemdir)"/cache/*.gem
    "
  `);
});

test('gems that are named, with a digest: the Dockerfile, and what to write', () => {
  const { stdout, stderr, code } = efk(['image', '--gem', 'pg', '--gem', 'fluent-plugin-s3', '--base-digest', DIGEST]);
  expect(code).toBe(0);
  expect(stdout.split('\n')[0]).toBe(
    `FROM fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch9-1.1@${DIGEST}`,
  );
  expect(stdout).toMatch(/ fluent-plugin-s3:[\d.]+ /);
  expect(stdout).toMatch(/ pg:[\d.]+ /);
  expect(stderr).toBe(`\
when it is built and pushed, write in the props of the collector, with its repository and tag or digest:

  image: {
    repository: 'logging/fluentd',
    tag: '1',
    plugins: [
${[...(officialGems() ?? []), 'pg', 'fluent-plugin-s3'].map((gem) => `      '${gem}',\n`).join('')}    ],
  },
`);
});

test('the older line of Elasticsearch has a base of its own', () => {
  const { stdout } = efk(['image', '--gem', 'pg', '--elasticsearch', '8.19.8']);
  expect(stdout).toContain('\nFROM fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch8-1.1@');
});

test.each([
  [[], '[environment] must be given, or --gem, and not both; write one of them'],
  [['dev', '--gem', 'pg'], '[environment] must be given, or --gem, and not both; write one of them'],
  [
    ['--gem', 'fluent-plugin-s4'],
    `--gem must be one whose version is known (${furtherGemNames().join(', ')}), got 'fluent-plugin-s4'; choose one, or build its image yourself`,
  ],
])('%j is refused', (args, message) => {
  expect(efk(['image', ...args])).toEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` });
});

test('what an environment needs is written in its file', () => {
  const lines: string[] = [];
  const parts = { version: '9.5.0', gems: ['pg'], place: 'environments/shop.ts', around: ['fluentd'] } as const;
  vi.spyOn(console, 'error').mockImplementation((line: string) => lines.push(line));
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  const program = new Command();
  registerImage(program, { of: (name) => ({ ...parts, place: `environments/${name}.ts` }) });
  program.parse(['node', 'efk', 'image', 'shop']);
  vi.restoreAllMocks();
  expect(lines.join('\n')).toMatch(
    /^when .*, write in environments\/shop\.ts, .*:\n\n {2}fluentd: \{\n {4}image: \{\n[\s\S]* {6}\],\n {4}\},\n {2}\},$/,
  );
});

test('with the digest of the base there is no argument', () => {
  const text = dockerfile({
    base: 'example/fluentd:1',
    digest: DIGEST,
    gems: furtherGems(['fluent-plugin-grafana-loki']),
  });
  expect(text.split('\n')[0]).toBe(`FROM example/fluentd:1@${DIGEST}`);
});

test('fails when the digest is none', () => {
  const { stderr, code } = efk(['image', 'dev', '--base-digest', 'latest']);
  expect([stderr, code]).toEqual([
    "error: --base-digest must be sha256: and 64 characters of 0-9 and a-f, got 'latest'; copy it from the registry\n",
    2,
  ]);
});

const SQL = { host: 'db', database: 'app', user: { secretName: 'reader' }, table: 'audit', key: 'id' };

test('what inputs and outputs need is counted once', () => {
  const s3 = { bucket: 'logs', credentials: { secretName: 's3' } };
  expect(
    neededGems({
      inputs: [
        { name: 'a', route: 'nodes', sql: SQL },
        { name: 'b', route: 'nodes', sql: SQL },
        { name: 'e', route: 'nodes', sql: { ...SQL, system: 'mysql' } },
        { name: 'c', route: 'nodes', journald: {} },
        { name: 'd', route: 'nodes', sample: {} },
      ],
      outputs: [{ name: 'archive', s3, bufferSize: '1Gi', whenFull: 'wait' }],
    }),
  ).toEqual(['fluent-plugin-s3', 'fluent-plugin-systemd', 'pg', 'trilogy']);
  expect(neededGems({})).toEqual([]);
});

test('the client of PostgreSQL is installed at one version, with nothing besides', () => {
  const text = dockerfile({ base: 'example/fluentd:1', gems: furtherGems(['pg']) });
  expect(text).toContain('--ignore-dependencies \\\n        pg:1.7.0 \\\n');
});

test('the client of MySQL is compiled with a library that does not stay', () => {
  const text = dockerfile({ base: 'example/fluentd:1', gems: furtherGems(['trilogy']) });
  expect(text).toContain('--no-install-recommends build-essential libssl-dev \\\n');
  expect(text).toContain('--ignore-dependencies \\\n        trilogy:2.13.3 \\\n');
  expect(text).toContain('purge --yes --auto-remove build-essential libssl-dev \\\n');
});
