import { expect, test } from 'vitest';

import { all, hot, type Manifest, master, setUp, zones } from '../fixtures';

test('pods start together, keep their volumes and restart one by one', () => {
  expect(setUp().find('StatefulSet', 'elasticsearch-all').spec).toMatchObject({
    replicas: 3,
    podManagementPolicy: 'Parallel',
    updateStrategy: { type: 'RollingUpdate' },
    minReadySeconds: 10,
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
  });
});

test('pods can be restarted by hand instead', () => {
  const { spec } = setUp({ updateStrategy: 'OnDelete' }).find('StatefulSet', 'elasticsearch-all');
  expect(spec.updateStrategy).toEqual({ type: 'OnDelete' });
  expect(spec).not.toHaveProperty('minReadySeconds');
});

test('pods meet PodSecurity restricted and write only to volumes', () => {
  const { spec } = setUp().find('StatefulSet', 'elasticsearch-all').spec.template;
  expect(spec).toMatchObject({
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  });
  for (const container of [...spec.initContainers, ...spec.containers]) {
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      privileged: false,
      readOnlyRootFilesystem: true,
    });
  }
});

test('memory is guaranteed and the heap is left to Elasticsearch', () => {
  const [container] = setUp().find('StatefulSet', 'elasticsearch-all').spec.template.spec.containers;
  expect(container.resources).toMatchObject({ requests: { cpu: '1', memory: '2Gi' }, limits: { memory: '2Gi' } });
  expect(JSON.stringify(container.env)).not.toContain('ES_JAVA_OPTS');
});

test('a pod has room for all its logs of garbage collection, and machine learning for forecasts', () => {
  const { find } = setUp({ nodeSets: [all, { ...all, name: 'ml', roles: ['ml'], replicas: 1 }] });
  const disk = (set: string) => {
    const { containers, initContainers, volumes } = find('StatefulSet', set).spec.template.spec;
    const sizes = volumes.flatMap(({ name, emptyDir }: Manifest) => (emptyDir ? [[name, emptyDir.sizeLimit]] : []));
    const shares = [...initContainers, ...containers].map(({ resources }: Manifest) => {
      expect(resources.requests['ephemeral-storage']).toBe(resources.limits['ephemeral-storage']);
      return resources.limits['ephemeral-storage'];
    });
    return { shares, ...Object.fromEntries(sizes) };
  };
  expect(disk('elasticsearch-all')).toEqual({
    shares: ['512Mi', '3088Mi'],
    config: '16Mi',
    logs: '2304Mi',
    tmp: '256Mi',
  });
  expect(disk('elasticsearch-ml')).toMatchObject({ shares: ['512Mi', '8976Mi'], tmp: '6Gi' });
});

test('a pod is ready when its script says so, and is never killed for being slow', () => {
  const [container] = setUp().find('StatefulSet', 'elasticsearch-all').spec.template.spec.containers;
  expect(container.readinessProbe).toEqual({
    exec: { command: ['/bin/bash', '/mnt/scripts/readiness.sh'] },
    initialDelaySeconds: 10,
    periodSeconds: 5,
    timeoutSeconds: 10,
  });
  expect(container).not.toHaveProperty('livenessProbe');
  expect(container).not.toHaveProperty('startupProbe');
});

test('a pod has time to stop', () => {
  const { spec } = setUp().find('StatefulSet', 'elasticsearch-all').spec.template;
  expect(spec.terminationGracePeriodSeconds).toBe(180);
  expect(spec.containers[0].lifecycle.preStop.exec.command[2]).toContain('sleep 20');
});

test('Secrets are mounted as directories, so that Elasticsearch sees them change', () => {
  const { spec } = setUp().find('StatefulSet', 'elasticsearch-all').spec.template;
  expect(JSON.stringify(spec)).not.toContain('subPath');
  expect(spec.containers[0].volumeMounts).toContainEqual({
    name: 'http-tls',
    mountPath: '/usr/share/elasticsearch/config/tls/http',
    readOnly: true,
  });
});

test('the StorageClass is the default one', () => {
  const [claim] = setUp().find('StatefulSet', 'elasticsearch-all').spec.volumeClaimTemplates;
  expect(claim).toMatchObject({ metadata: { name: 'data' }, spec: { resources: { requests: { storage: '10Gi' } } } });
  expect(claim.spec).not.toHaveProperty('storageClassName');
});

test('data stays in its zone, masters are spread over all', () => {
  const { find } = setUp({ nodeSets: [master, hot], zones });
  const pod = (set: string) => find('StatefulSet', set).spec.template.spec;
  const zonesOf = (set: string) =>
    pod(set).affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]
      .matchExpressions[0].values;
  expect(zonesOf('elasticsearch-hot-1b')).toEqual(['eu-central-1b']);
  expect(pod('elasticsearch-hot-1b')).not.toHaveProperty('topologySpreadConstraints');
  expect(zonesOf('elasticsearch-master')).toEqual(zones);
  expect(pod('elasticsearch-master').topologySpreadConstraints).toMatchObject([
    { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
  ]);
});
