import { expect, test } from 'vitest';

import { spread } from '../../../../constructs/fluentd/aggregator/placement';

test('pull secrets and the SELinux label are those of the pod options', () => {
  const placement = spread(
    { namespace: 'logging', name: 'edge' },
    { imagePullSecrets: [{ name: 'registry' }], seLinuxOptions: { type: 'spc_t' } },
  );
  expect(placement).toMatchObject({
    imagePullSecrets: [{ name: 'registry' }],
    securityContext: { runAsNonRoot: true, seLinuxOptions: { type: 'spc_t' } },
  });
});
