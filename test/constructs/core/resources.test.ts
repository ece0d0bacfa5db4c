import { k8s } from 'cdk8s-plus-28';
import { expect, test } from 'vitest';

import { resources } from '../../../constructs/core';

test('requests processor time and memory, and limits memory alone', () => {
  expect(resources({ cpu: '500m', memory: '2Gi' })).toEqual({
    requests: { cpu: k8s.Quantity.fromString('500m'), memory: k8s.Quantity.fromString('2Gi') },
    limits: { memory: k8s.Quantity.fromString('2Gi') },
  });
});
