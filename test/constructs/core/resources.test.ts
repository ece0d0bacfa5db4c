import { k8s } from 'cdk8s-plus-28';
import { expect, test } from 'vitest';

import { resources, scratchVolumes } from '../../../constructs/core';

const quantity = k8s.Quantity.fromString;

test('requests processor time, and memory and disk as much as it limits', () => {
  expect(resources({ cpu: '500m', memory: '2Gi' })).toEqual({
    requests: { cpu: quantity('500m'), memory: quantity('2Gi'), 'ephemeral-storage': quantity('512Mi') },
    limits: { memory: quantity('2Gi'), 'ephemeral-storage': quantity('512Mi') },
  });
});

test('a limit of processor time and a smaller request of memory, where they are asked for', () => {
  expect(resources({ cpu: '500m', cpuLimit: '2', memory: '2Gi', memoryRequest: '1Gi' })).toMatchObject({
    requests: { cpu: quantity('500m'), memory: quantity('1Gi') },
    limits: { cpu: quantity('2'), memory: quantity('2Gi') },
  });
});

test('the disk has room for every directory of the pod and for what is printed', () => {
  const { limits } = resources({ cpu: '1', memory: '1Gi' }, { logs: '2Gi', tmp: '64Mi', small: '1Ki' });
  expect(limits?.['ephemeral-storage']).toEqual(quantity(`${512 + 2_048 + 64 + 1}Mi`));
});

test('directories are volumes of the node that may hold no more', () => {
  expect(scratchVolumes({ logs: '2Gi', tmp: '64Mi' })).toEqual([
    { name: 'logs', emptyDir: { sizeLimit: quantity('2Gi') } },
    { name: 'tmp', emptyDir: { sizeLimit: quantity('64Mi') } },
  ]);
  expect(scratchVolumes({})).toEqual([]);
});
