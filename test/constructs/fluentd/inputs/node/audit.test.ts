import { expect, test } from 'vitest';

import type { AuditInput } from '../../../../../constructs/fluentd';
import { AUDIT } from '../../../../../constructs/fluentd/inputs/node/audit';
import { fluentd } from '../../rendered';
import { confOf, saidOf } from '../context';

test('it is read like files, with those that were rotated', () => {
  expect(confOf(AUDIT, {}, 'audit')).toMatchInlineSnapshot(`
    "<source>
      @type node_files
      @id input-audit
      @label @INPUT_AUDIT
      tag audit
      paths '["/var/log/kubernetes/audit/audit.log","/var/log/kubernetes/audit/audit-*.log"]'
      pos_file /var/lib/fluentd/inputs/audit/positions
      max_line_size 8m
      node_name "#{ENV['K8S_NODE_NAME']}"
    </source>

    <filter **>
      @type audit_events
      input audit
    </filter>
    "
  `);
});

test('another path', () => {
  expect(confOf(AUDIT, { path: '/var/log/kubernetes/audit/kube-apiserver-audit.log' }, 'audit')).toContain(
    `  paths '["/var/log/kubernetes/audit/kube-apiserver-audit.log","/var/log/kubernetes/audit/kube-apiserver-audit-*.log"]'\n`,
  );
  expect(confOf(AUDIT, { path: '/var/log/kube.d/audit' }, 'audit')).toContain(
    `  paths '["/var/log/kube.d/audit","/var/log/kube.d/audit-*"]'\n`,
  );
});

test('its folder is mounted to be read, and made where there is none, so that the pod starts on every node', () => {
  const { pod, container } = fluentd({ inputs: [{ name: 'audit', route: 'cluster', audit: {} }] });
  const name = 'files-var-log-kubernetes-audit';
  const path = '/var/log/kubernetes/audit';
  expect(pod.volumes).toContainEqual({ name, hostPath: { path, type: 'DirectoryOrCreate' } });
  expect(container.volumeMounts).toContainEqual({ name, mountPath: path, readOnly: true });
});

test('mistakes of the path', () => {
  expect(saidOf(AUDIT, { path: '/var/log/kubernetes/audit/audit*.log' })).toEqual([
    'path must be the path of one file, without *, got "/var/log/kubernetes/audit/audit*.log"; rotated files are read without it',
  ]);
  expect(saidOf<AuditInput>(AUDIT, { path: '/etc/kubernetes/audit.log', drop: [{ reason: ' ', verbs: [] }] })).toEqual([
    'path must be of other logs, since there are no logs, got "/etc/kubernetes/audit.log"; remove it',
    'drop[0].reason must say why in 1 to 63 characters, got " "; write a few words',
    'drop[0].verbs must be a list with at least one entry, got []; write one, or leave it out',
  ]);
});
