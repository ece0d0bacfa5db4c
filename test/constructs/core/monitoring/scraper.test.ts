import { expect, test } from 'vitest';

import { scrapeIngress } from '../../../../constructs/core';

const ports = [{ protocol: 'TCP', port: { value: 9114 } }];

test('anybody may ask for metrics unless a scraper is named', () => {
  expect(scrapeIngress(9114)).toEqual({ ports });
});

test('then its pods may, in its namespace', () => {
  const podLabels = { 'app.kubernetes.io/name': 'prometheus' };
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } };
  expect(scrapeIngress(9114, { namespace: 'monitoring' })).toEqual({ ports, from: [{ namespaceSelector }] });
  expect(scrapeIngress(9114, { namespace: 'monitoring', podLabels })).toEqual({
    ports,
    from: [{ namespaceSelector, podSelector: { matchLabels: podLabels } }],
  });
});
