import { expect, test } from 'vitest';

import { surroundings } from '../../../../constructs/fluentd/pod/surroundings';

const elasticsearch = { url: 'https://elasticsearch:9200', majorVersion: 9 } as const;

test('checks know the memory, the grace period and both versions', () => {
  expect(surroundings({ memory: '512Mi', version: '9.5.0', elasticsearch })).toEqual({
    memory: 2 ** 29,
    gracePeriod: 60,
    clientMajor: 9,
    serverMajor: 9,
  });
});

test('checks know the gems of an image of your own, and the size of a directory of the pod', () => {
  const image = { repository: 'logging/fluentd', tag: '1', plugins: ['fluent-plugin-s3'] };

  expect(surroundings({ image, memory: '1Gi', version: '8.19.8', elasticsearch, stateSize: '2Gi' })).toMatchObject({
    gems: ['fluent-plugin-s3'],
    volumes: [{ name: 'state', mountPath: '/var/lib/fluentd', size: 2 ** 31 }],
  });
});
