import { expect, test } from 'vitest';

import { defineEnvironment, type EnvironmentInput } from '../../../environments';
import { dev } from '../../../environments/dev';
import { missingFluentd } from '../../../local/fluentd';
import { expectPipeline } from '../../../package/testing';
import { writtenByRuntime } from '../../../trial/container-lines';
import { collectorOfEnvironment } from '../../../trial/of-constructs';
import { TrialFluentd } from '../../../trial/trial-fluentd';
import { PLUGINS } from '../../environments/complete/parts';

const TREATMENTS: EnvironmentInput['treatments'] = [
  {
    name: 'shop',
    select: { namespaces: ['shop'] },
    redact: [{ pattern: 'email' }],
    drop: [{ reason: 'noise', where: { message: 'noise' } }],
  },
];

const archived: EnvironmentInput = {
  ...dev,
  routes: [
    { name: 'kubernetes', retention: 'standard', to: ['elasticsearch', 'archive', 'second'] },
    { name: 'quiet', namespaces: ['quiet'], retention: 'standard', to: ['archive'] },
  ],
  outputs: [
    { name: 'archive', s3: { bucket: 'logs', credentials: { secretName: 's3' } }, bufferSize: '256Mi' },
    {
      name: 'second',
      elasticsearch: { url: 'https://second.example.com', apiKey: { secretName: 'second' } },
      bufferSize: '256Mi',
    },
  ],
  fluentd: {
    ...dev.fluentd,
    memory: '1Gi',
    bufferSize: '4Gi',
    image: { repository: 'fluentd', tag: '1', plugins: PLUGINS },
  },
};

const aggregated: EnvironmentInput = { ...dev, treatments: TREATMENTS, aggregators: { replicas: 1 } };

test('an event says which outputs would get it, though their plugins are not here', async ({ skip }) => {
  if (await missingFluentd()) skip();
  const fluentd = await TrialFluentd.start(collectorOfEnvironment(defineEnvironment(archived)));
  const lines = writtenByRuntime([{ text: Buffer.from('a line'), stream: 'stdout' }]);
  const container = 'cart';
  const [[both] = [], [archive] = []] = await fluentd
    .run([
      { namespace: 'shop', container, lines },
      { namespace: 'quiet', container, lines },
    ])
    .finally(() => fluentd.end());
  expect(both).toMatchObject({
    outcome: { kind: 'stored', dataStream: 'logs-kubernetes-default' },
    outputs: ['archive', 'second'],
  });
  expect(archive).toMatchObject({ outcome: { kind: 'sent' }, outputs: ['archive'] });
});

test('what aggregators do is part of the pipeline', async () => {
  const pipeline = expectPipeline(aggregated, { withoutFluentd: 'skip' });
  await pipeline.given('shop/cart', 'to jane@example.com').redacts('jane@example.com', 'email');
  await pipeline.given('shop/cart', 'noise').drops('noise');
  await pipeline.given('bank/cart', 'to jane@example.com').emits(['to jane@example.com']);
});
