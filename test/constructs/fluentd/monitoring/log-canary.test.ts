import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Testing } from 'cdk8s';
import { expect, test, vi } from 'vitest';

import { LogCanary, type LogCanaryProps } from '../../../../constructs/fluentd';
import { newChart } from '../rendered';

function rendered(props: Partial<LogCanaryProps> = {}) {
  const chart = newChart('agents');
  new LogCanary(chart, 'canary', { image: 'fluentd:1', ...props });
  return Testing.synth(chart)[0];
}

test('a small restricted pod on every node prints a line a minute', () => {
  const { metadata, spec } = rendered();
  expect(metadata).toMatchObject({ name: 'log-canary', namespace: 'agents' });
  expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
  expect(spec.template.spec).toMatchObject({
    automountServiceAccountToken: false,
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: [{ operator: 'Exists' }],
    securityContext: { runAsNonRoot: true, runAsUser: 65534 },
    containers: [
      {
        name: 'canary',
        image: 'fluentd:1',
        command: ['sh', '-c', "trap 'exit 0' TERM; while true; do echo canary; sleep 60 & wait $!; done"],
        resources: { requests: { cpu: '1m', memory: '16Mi' }, limits: { memory: '16Mi' } },
        securityContext: { readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
      },
    ],
  });
  expect(spec.template.spec.volumes).toBeUndefined();
});

test('it is ready when it waits for its next line', async () => {
  const [container] = rendered().spec.template.spec.containers;
  const [shell, ...args] = container.readinessProbe.exec.command;
  const [program, ...programArgs] = container.command;
  const canary = spawn(program, programArgs);
  await once(canary.stdout, 'data');
  await vi.waitFor(() => expect(spawnSync(shell, args).status).toBe(0), { timeout: 5_000 });
  canary.kill('SIGTERM');
  expect(await once(canary, 'exit')).toEqual([0, null]);
});

test('it runs where Fluentd does, with its image', () => {
  const { spec } = rendered({
    name: 'canary',
    nodeSelector: { pool: 'apps' },
    tolerations: [],
    imagePullSecrets: [{ name: 'registry' }],
  });
  expect(spec.template.spec).toMatchObject({
    nodeSelector: { pool: 'apps' },
    tolerations: [],
    imagePullSecrets: [{ name: 'registry' }],
  });
});
