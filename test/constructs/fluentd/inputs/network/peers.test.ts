import { expect, test } from 'vitest';

import { peerMistakes, policyPeers } from '../../../../../constructs/fluentd/inputs/network/peers';

test.each(['0.0.0.0/0', '10.20.0.0/16', '192.0.2.7/32', '::/0', '2001:db8::/32', 'fd00::1/128'])(
  '%s is a range',
  (cidr) => {
    expect(peerMistakes({ cidrs: [cidr] })).toEqual([]);
  },
);

test.each(['10.0.0.0', '10.0.0.1/8', '256.0.0.0/8', '10.0.0.0/33', '2001::db8::/32', '::/129', 'fe80', 'all'])(
  '%s is none',
  (cidr) => {
    expect(peerMistakes({ cidrs: [cidr] })).toHaveLength(1);
  },
);

test('pods of namespaces are selected by the names of these', () => {
  expect(policyPeers({ cidrs: ['10.0.0.0/8'], namespaces: ['shop', 'cart'] })).toEqual([
    { ipBlock: { cidr: '10.0.0.0/8' } },
    {
      namespaceSelector: {
        matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop', 'cart'] }],
      },
    },
  ]);
});
