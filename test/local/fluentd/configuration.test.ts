import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adapt, inFolder, metricsUrl, writeFiles } from '../../../local/fluentd/configuration';
import { temporaryFolder } from '../../temporary-folder';

/** The configuration that is deployed, which the manifests hold. */
const MANIFEST = readFileSync(join(__dirname, '../../../manifests/dev/fluentd.k8s.yaml'), 'utf8');
const CONF = /fluent\.conf: \|\n((?: {4}.*\n|\n)+)/.exec(MANIFEST)?.[1] ?? '';

test('no path of a container is left in the configuration that is deployed', () => {
  const adapted = adapt(CONF, '/test', 1);
  const paths = [...adapted.matchAll(/(?<![\w./-])\/(?:var|fluentd|tmp)\/[\w/-]+/g)];
  expect(paths).toEqual([]);
  expect(adapted).toMatch(/ \/test\/var\/log\/pods\b/);
  expect(adapted).toContain('root_dir /test/var/lib/fluentd\n');
  expect(adapted).toContain("command 'touch /test/tmp/heartbeat'");
  expect(adapted).toContain('cert_path /test/fluentd/tls/tls.crt');
  expect(adapted).toContain('port 1\n');
  expect(adapted).not.toContain('24231');
  expect(metricsUrl(adapted, 1)).toBe('https://127.0.0.1:1/metrics');
});

test('only whole paths are replaced, and each once', () => {
  expect(adapt('path ["/var/log/pods/*","/tmp/heartbeat"]', '/a/fluentd/etc', 1)).toBe(
    'path ["/a/fluentd/etc/var/log/pods/*","/a/fluentd/etc/tmp/heartbeat"]',
  );
  const others = 'path /var/logs/pods /fluentd/tls-old /data/var/log/pods /tmp/heartbeats https://host/fluentd/etc';
  expect(adapt(others, '/test', 1)).toBe(others);
});

test('only the port of the metrics is replaced', () => {
  const metrics = '<source>\n  @type prometheus\n  bind ::\n  port 24231\n</source>\n';
  const other = '<source>\n  @type forward\n  port 24224\n</source>\n';
  expect(adapt(other + metrics + other, '/test', 1)).toBe(other + metrics.replace('24231', '1') + other);
  expect(metricsUrl(metrics, 1)).toBe('http://127.0.0.1:1/metrics');
  const none = '<source>\n  @type prometheus\n</source>\n';
  expect(adapt(none + other, '/test', 1)).toBe(none + other);
  expect(metricsUrl(none + other, 1)).toBeUndefined();
});

test('files lie where the configuration finds them, among the folders of a pod', () => {
  const folder = temporaryFolder();
  writeFiles(folder, { '/fluentd/tls/ca.crt': 'authority', '/other/place/file': 'content' });
  expect(readFileSync(join(folder, 'fluentd/tls/ca.crt'), 'utf8')).toBe('authority');
  expect(readFileSync(inFolder(folder, '/other/place/file'), 'utf8')).toBe('content');
  for (const path of ['/var/log/pods', '/var/lib/fluentd', '/fluentd/plugins', '/tmp']) {
    expect(existsSync(inFolder(folder, path)), path).toBe(true);
  }
});
