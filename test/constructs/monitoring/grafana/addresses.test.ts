import { expect, test } from 'vitest';

import { withAddresses } from '../../../../constructs/monitoring/grafana/addresses';

const PANEL = {
  title: 'A',
  links: [{ title: 'Runbook', url: 'runbook:collector.md#down' }, { url: '/d/x' }],
  overrides: [{ value: [{ url: 'kibana:/app/discover' }] }],
};

test('links lead to the addresses of an environment', () => {
  const addresses = { runbookUrl: 'https://example.com/runbooks/', kibanaUrl: 'https://kibana.example.com' };
  expect(withAddresses(PANEL, addresses)).toEqual({
    title: 'A',
    links: [{ title: 'Runbook', url: 'https://example.com/runbooks/collector.md#down' }, { url: '/d/x' }],
    overrides: [{ value: [{ url: 'https://kibana.example.com/app/discover' }] }],
  });
});

test('what leads nowhere is left out', () => {
  expect(withAddresses(PANEL, {})).toEqual({ title: 'A', links: [{ url: '/d/x' }], overrides: [{ value: [] }] });
});
