import { expect, test } from 'vitest';

import { RESTRICTED_CONTAINER, restrictedPod } from '../../../constructs/core';

test('a pod runs as the given user, who owns its volumes', () => {
  expect(restrictedPod(1000)).toEqual({
    runAsNonRoot: true,
    runAsUser: 1000,
    runAsGroup: 1000,
    fsGroup: 1000,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  });
});

test('a container has no privilege and a read-only root', () => {
  expect(RESTRICTED_CONTAINER).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
  });
});
