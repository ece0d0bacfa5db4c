import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { findFluentd, missingFluentd } from '../../../local/fluentd';
import { temporaryFolder } from '../../temporary-folder';
import { certificateOfTests } from '../run/certificate';
import { configuration } from '../run/configuration';

let missing: string | undefined;

beforeAll(async () => {
  missing = await missingFluentd({ furtherGems: true });
});

test('every plugin takes what is written for its kind', async ({ skip }) => {
  if (missing) skip();
  const runtime = await findFluentd({ furtherGems: true });
  const { authority, certificate, privateKey } = await certificateOfTests();
  const credentials = { secretName: 'any' };
  const ca = { configMapName: 'ca' };
  const bufferSize = '256Mi';
  const whenFull = 'dropOldest';
  const names = ['archive', 'stream', 'plain', 'loki', 'web', 'disk', 'second', 'log'];
  const files = configuration('https://localhost:1', {
    memory: '2Gi',
    image: {
      repository: 'logging/fluentd',
      tag: '1',
      plugins: ['fluent-plugin-grafana-loki', 'fluent-plugin-kafka', 'fluent-plugin-prometheus', 'fluent-plugin-s3'],
    },
    routes: [{ name: 'all', to: ['elasticsearch', ...names] }],
    outputs: [
      {
        name: 'archive',
        s3: { bucket: 'logs', credentials, encryption: 'AES256', storageClass: 'STANDARD_IA', interval: '1d' },
        bufferSize,
        whenFull,
      },
      {
        name: 'stream',
        kafka: { brokers: ['localhost:1'], topic: 'logs-{route}', credentials, authority: ca },
        bufferSize,
        whenFull,
      },
      {
        name: 'plain',
        kafka: { brokers: ['localhost:1'], topic: 'logs', credentials, mechanism: 'plain', compression: 'none' },
        bufferSize,
        whenFull,
      },
      {
        name: 'loki',
        loki: { url: 'https://localhost:1', tenant: 'a', labels: { cluster: 'eu' }, credentials, authority: ca },
        bufferSize,
        whenFull,
      },
      { name: 'web', http: { url: 'https://localhost:1', credentials, format: 'json' }, bufferSize, whenFull },
      { name: 'disk', file: { hostPath: '/data/logs', deleteMinAge: '1d' }, bufferSize, whenFull },
      {
        name: 'second',
        elasticsearch: { url: 'https://localhost:1', credentials, authority: ca },
        bufferSize,
      },
      { name: 'log', stdout: {} },
    ],
    bufferSize: '4Gi',
  });
  const secrets = ['ARCHIVE_ACCESS_KEY', 'ARCHIVE_SECRET_KEY', 'LOKI_USERNAME', 'LOKI_PASSWORD'].concat(
    ['STREAM', 'PLAIN', 'WEB', 'SECOND'].flatMap((name) => [`${name}_USERNAME`, `${name}_PASSWORD`]),
  );
  const fluentd = await runtime.launch({
    ...files,
    folder: temporaryFolder(),
    files: {
      ...Object.fromEntries(['stream', 'loki', 'second'].map((name) => [`/fluentd/outputs/${name}/ca.crt`, authority])),
      '/fluentd/tls/ca.crt': authority,
      '/fluentd/tls/tls.crt': certificate,
      '/fluentd/tls/tls.key': privateKey,
    },
    environment: {
      K8S_NODE_NAME: 'node-1',
      POD_NAME: 'localhost',
      ELASTICSEARCH_USERNAME: 'fluentd',
      ELASTICSEARCH_PASSWORD: 'secret',
      ...Object.fromEntries(secrets.map((name) => [`OUTPUT_${name}`, 'secret'])),
    },
    args: ['--dry-run'],
  });
  onTestFinished(() => fluentd.kill());
  await expect.poll(() => fluentd.isRunning, { timeout: 120_000, interval: 500 }).toBe(false);
  const log = fluentd.log.lines().join('\n');
  expect(log).toContain('finished dry run mode');
  expect(log).not.toMatch(/\[(error|fatal)\]|is not used/);
});
