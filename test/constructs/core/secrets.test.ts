import { expect, test } from 'vitest';

import { serviceHostNames } from '../../../constructs/core';

test('a certificate is valid for every name by which pods reach its Service', () => {
  expect(serviceHostNames('kibana', 'logging')).toEqual([
    'kibana',
    'kibana.logging',
    'kibana.logging.svc',
    'kibana.logging.svc.cluster.local',
  ]);
});
