import { expect, test } from 'vitest';

import { dockerfile } from '../../cli/image/dockerfile';
import { neededGems } from '../../cli/image/needed-gems';
import { furtherGems } from '../../local/fluentd/gems/further-gems';
import { efk } from './shared/efk';

const DIGEST = `sha256:${'a'.repeat(64)}`;

test('an environment without further plugins needs no image', () => {
  expect(efk(['image', 'dev'])).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "dev needs no image of its own: fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch9-1.1 has every plugin
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
        { name: 'c', route: 'nodes', journald: {} },
        { name: 'd', route: 'nodes', sample: {} },
      ],
      outputs: [{ name: 'archive', s3, bufferSize: '1Gi', whenFull: 'wait' }],
    }),
  ).toEqual(['fluent-plugin-s3', 'fluent-plugin-systemd', 'pg']);
  expect(neededGems({})).toEqual([]);
});

test('the client of PostgreSQL is installed at one version, with nothing besides', () => {
  const text = dockerfile({ base: 'example/fluentd:1', gems: furtherGems(['pg']) });
  expect(text).toContain('--ignore-dependencies \\\n        pg:1.7.0 \\\n');
});
