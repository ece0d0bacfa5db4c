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

const FORWARDING = `${CONF}<match **>\n  @type forward_logs\n</match>\n`;
const AGGREGATOR = `<source>
  @type forwarded_logs
  @id input-edge
  @label @INPUT_EDGE
</source>

<source>
  @type forwarded_logs
  @id agents
  @label @TREATMENTS
</source>

<label @TREATMENTS>
</label>
`;

test('what an aggregator does is part of one that forwards to it', () => {
  const objects = [
    configMap('fluentd', { 'fluent.conf': FORWARDING }),
    configMap('fluentd-plugins', { 'in_a.rb': '# a' }),
    configMap('aggregator', { 'fluent.conf': AGGREGATOR }, 'logging'),
    configMap('aggregator-plugins', { 'filter_b.rb': '# b' }, 'logging'),
  ];
  expect(collectorAmong(objects, 'x')).toEqual({
    conf: AGGREGATOR.replace(
      '  @type forwarded_logs\n  @id agents\n  @label @TREATMENTS\n',
      '  @type container_logs\n  path /var/log/pods\n  @label @TREATMENTS\n',
    ),
    plugins: { 'in_a.rb': '# a', 'filter_b.rb': '# b' },
  });
});

test('what a node knows of its pods stays a part of it', () => {
  const pods = (to: string) =>
    `<label @POD_METADATA>\n  <filter **>\n    @type pod_metadata\n  </filter>\n  <match **>\n    @type relabel\n    @label ${to}\n  </match>\n</label>\n`;
  const input = '<source>\n  @type container_logs\n  @label @POD_METADATA\n</source>\n';
  const agent = `${input}\n${pods('@LOGS')}\n<label @LOGS>\n  <match **>\n    @type forward_logs\n  </match>\n</label>\n`;
  const objects = [
    configMap('fluentd', { 'fluent.conf': agent }),
    configMap('aggregator', { 'fluent.conf': AGGREGATOR }, 'logging'),
  ];
  expect(collectorAmong(objects, 'x').conf).toBe(
    AGGREGATOR.replace(
      '<source>\n  @type forwarded_logs\n  @id agents\n  @label @TREATMENTS\n</source>\n',
      `${input}\n${pods('@TREATMENTS')}`,
    ),
  );
});

test('the aggregator must be there as well', () => {
  const agent = configMap('fluentd', { 'fluent.conf': FORWARDING });
  const aggregator = (name: string) => configMap(name, { 'fluent.conf': AGGREGATOR }, 'logging');
  const message = (got: string) =>
    `[x] must hold the aggregator to which agents/fluentd forwards, got ${got}; name a folder of manifests that has both`;
  expect(() => collectorAmong([agent], 'x')).toThrow(new InputError(message('none')));
  expect(() => collectorAmong([agent, aggregator('a'), aggregator('b')], 'x')).toThrow(
    new InputError(message('logging/a, logging/b')),
  );
});

test('that of an environment is what is deployed', () => {
  const collector = collectorOfEnvironment(environmentNamed('production'));
  expect(Object.keys(collector.plugins)).toContain('in_container_logs.rb');
  expect(inputOf(collector)?.params).toMatchObject({ path: '/var/log/pods' });
});
