import { expect, test } from 'vitest';
import { environmentNamed } from '../../environments';
import { InputError } from '../../review/errors';
import { collectorAmong, inputOf } from '../../trial/collector';
import { collectorOfEnvironment } from '../../trial/of-constructs';

const CONF = '<source>\n  @type container_logs\n  path /var/log/pods\n</source>\n';

function configMap(name: string, data: Record<string, string>, namespace = 'agents') {
  return { kind: 'ConfigMap', metadata: { name, namespace }, data };
}

test('a collector is its configuration and its plugins', () => {
  const objects = [
    { kind: 'Service', metadata: { name: 'fluentd' } },
    configMap('settings', { owner: 'platform' }),
    configMap('fluentd', { 'fluent.conf': CONF }),
    configMap('fluentd-plugins', { 'in_a.rb': '# a' }),
    configMap('fluentd-plugins', { 'in_b.rb': '# b' }, 'elsewhere'),
  ];
  expect(collectorAmong(objects, 'x')).toEqual({ conf: CONF, plugins: { 'in_a.rb': '# a' } });
});

test('a Fluentd of other people is none', () => {
  const others = configMap('others', { 'fluent.conf': '<source>\n  @type tail\n</source>' });
  expect(() => collectorAmong([others], 'manifests')).toThrow(
    new InputError(
      '[manifests] must hold one ConfigMap with the fluent.conf of a collector, got none; name a file or folder of manifests that has it',
    ),
  );
});

test('of two collectors one must be named', () => {
  const both = [configMap('a', { 'fluent.conf': CONF }), configMap('b', { 'fluent.conf': CONF }, 'there')];
  expect(() => collectorAmong(both, 'all')).toThrow(
    new InputError(
      '[all] must hold one ConfigMap with the fluent.conf of a collector, got agents/a, there/b; name the file of one',
    ),
  );
});

test('that of an environment is what is deployed', () => {
  const collector = collectorOfEnvironment(environmentNamed('production'));
  expect(Object.keys(collector.plugins)).toContain('in_container_logs.rb');
  expect(inputOf(collector)?.params).toMatchObject({ path: '/var/log/pods' });
});
