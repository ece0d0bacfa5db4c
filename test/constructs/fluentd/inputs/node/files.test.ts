import { expect, test } from 'vitest';

import { placeOf } from '../../../../../constructs/core';
import { FILES } from '../../../../../constructs/fluentd/inputs/node/files';
import { fluentd } from '../../rendered';
import { contextOf } from '../context';

test('the folders of files are mounted to be read, and the plugin is there that reads them', () => {
  const paths = ['/var/log/nginx/*.log', '/var/log/nginx/error.txt', '/var/log/kubernetes/audit/audit*.log'];
  const { object, pod, container } = fluentd({ inputs: [{ name: 'files', route: 'cluster', files: { paths } }] });
  const conf: string = object('ConfigMap').data['fluent.conf'];
  expect(conf).toContain(`  paths '${JSON.stringify(paths)}'\n`);
  expect(Object.keys(FILES.footprint({ paths }, contextOf('files')).rubyFiles ?? {})).toContain('in_node_files.rb');
  expect(pod.volumes).toContainEqual({
    name: 'files-var-log-nginx',
    hostPath: { path: '/var/log/nginx', type: 'DirectoryOrCreate' },
  });
  expect(container.volumeMounts).toContainEqual({
    name: 'files-var-log-kubernetes-audit',
    mountPath: '/var/log/kubernetes/audit',
    readOnly: true,
  });
});

test('mistakes', () => {
  const paths = ['/var/log/pods/*/*.log', '/etc/shadow', '/log', '/var/log/*/a.log', 'a/b/c.log'];
  const said = FILES.mistakes({ paths }).map(({ path, message }) => `${placeOf(path)} ${message}`);
  const bound =
    'must be an absolute path with at least two folders (letters, digits, ., _ and -, and * in its last part)';
  expect(said).toEqual([
    'paths[0] must be of other logs, since logs of containers are read already, got "/var/log/pods/*/*.log"; remove it',
    'paths[1] must be of other logs, since there are no logs, got "/etc/shadow"; remove it',
    `paths[2] ${bound}, got "/log"; write for example /var/log/nginx/*.log`,
    `paths[3] ${bound}, got "/var/log/*/a.log"; write for example /var/log/nginx/*.log`,
    `paths[4] ${bound}, got "a/b/c.log"; write for example /var/log/nginx/*.log`,
  ]);
  expect(FILES.mistakes({ paths: [] })).toHaveLength(1);
});
