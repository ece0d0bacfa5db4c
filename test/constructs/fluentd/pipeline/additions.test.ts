import { Chart, Testing } from 'cdk8s';
import { describe, expect, test } from 'vitest';

import { PropsError } from '../../../../constructs/core';
import { type Additions, Fluentd, type FluentdProps, plugins } from '../../../../constructs/fluentd';

const elasticsearch = { url: 'https://elasticsearch:9200', majorVersion: 9 } as const;

function made(additions: Additions, props: Partial<FluentdProps> = {}): Fluentd {
  const chart = new Chart(Testing.app(), 'agents', { namespace: 'agents', disableResourceNameHashes: true });
  return new Fluentd(chart, 'fluentd', { elasticsearch, routes: [{ name: 'kubernetes' }], additions, ...props });
}

const conf = (fluentd: Fluentd) =>
  (fluentd.configMap.toJson() as { data: Record<string, string> }).data['fluent.conf'] ?? '';

/** The mistakes, without the construct that has them. */
function mistakes(additions: Additions, props: Partial<FluentdProps> = {}): string[] {
  return message(() => made(additions, props))
    .split('\n')
    .map((line) => line.trim().replace(/^\[agents\/fluentd\] /, ''));
}

function message(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof PropsError) return error.message;
    throw error;
  }
  return '';
}

const { source, filter, match, other } = plugins;

test('a source and steps are on the way of all logs, with what they need of the pod', () => {
  const volume = { name: 'audit', hostPath: { path: '/var/log/audit', type: 'Directory' } };
  const fluentd = made({
    sources: [
      {
        source: source.tail({
          path: '/var/log/audit/audit.log',
          pos_file: '/var/lib/fluentd/audit.positions',
          tag: 'kubernetes',
          parse: { '@type': 'none' },
        }),
        footprint: { volumes: [volume], mounts: [{ name: 'audit', mountPath: '/var/log/audit', readOnly: true }] },
      },
    ],
    stages: [{ directives: () => [filter.grep('kubernetes', { exclude: { key: 'message', pattern: '/healthz/' } })] }],
  });
  const text = conf(fluentd);

  expect(text).toContain(
    '<label @ADDITIONS>\n  <filter kubernetes>\n    @type grep\n    <exclude>\n      key message\n      pattern /healthz/\n    </exclude>\n  </filter>\n  <match **>\n    @type relabel\n    @label @LOGS\n  </match>\n</label>',
  );
  expect(text.match(/@label @ADDITIONS/g)).toHaveLength(2);
  const { volumes, containers } = (
    fluentd.daemonSet.toJson() as {
      spec: { template: { spec: { volumes: object[]; containers: { volumeMounts: object[] }[] } } };
    }
  ).spec.template.spec;
  expect(volumes).toContainEqual(volume);
  expect(containers[0]?.volumeMounts).toContainEqual({ name: 'audit', mountPath: '/var/log/audit', readOnly: true });
});

test('without additions nothing changes', () => {
  expect(conf(made({}))).not.toContain('@ADDITIONS');
});

test('a match that copies sends on to the next step, and a plugin of another gem is of an image of your own', () => {
  const stage = {
    label: '@ARCHIVE',
    directives: (next: () => `@${string}`) => [
      match.copy('**', { store: [{ '@type': 'stdout' }, { '@type': 'relabel', '@label': next() }] }),
    ],
  } as const;
  const custom = {
    directives: () => [other.filter('geoip', '**', { geoip_lookup_keys: 'client', record: { country: '$' } })],
  };
  const gems = ['fluent-plugin-prometheus', 'fluent-plugin-geoip'];
  const image = { repository: 'logging/fluentd', tag: '1', plugins: gems };

  expect(conf(made({ stages: [stage] }))).toContain('@label @LOGS');
  expect(conf(made({ stages: [custom], plugins: { 'filter geoip': 'fluent-plugin-geoip' } }, { image }))).toContain(
    '<filter **>\n    @type geoip\n    geoip_lookup_keys client\n    <record>\n      country $\n    </record>\n  </filter>',
  );
});

describe('what is wrong is refused', () => {
  test('with all mistakes of the additions at once', () => {
    expect(
      mistakes({
        sources: [
          { source: filter.grep('**') },
          {
            source: source.sample({ tag: 'shop', '@label': '@ELSEWHERE' }),
            footprint: { volumes: [{ name: 'state' }], env: [{ name: 'POD_NAME' }] },
          },
        ],
        stages: [
          { directives: () => [source.sample({ tag: 'a' }), { name: '@include', argument: 'a.conf' }] },
          { label: '@LOGS', directives: () => [] },
          { label: '@AGAIN', directives: () => [] },
          { label: '@AGAIN', directives: () => [] },
        ],
        plugins: { s3: 'fluent-plugin-s3', 'output s3': 'fluent-plugin-s3' },
      }),
    ).toEqual([
      'additions.sources[0].source must be a <source>, got <filter>; make it with plugins.source',
      'additions.sources[1].source must have no @label, since its events go the way of all logs, got "@ELSEWHERE"; remove it',
      'additions.sources[1].source must have the name of a route as its tag (kubernetes), got "shop"; write one of them',
      'additions.sources[1].footprint must have volumes of other names than api-access, config, docker, plugins, pods, state, tls, tmp, got "state"; rename it',
      expect.stringMatching(
        /^additions\.sources\[1\]\.footprint must have variables of other names than .*, got "POD_NAME"; rename it$/,
      ),
      'additions.stages[0].directives must be of <filter> and <match>, got <source>; make them with plugins.filter or plugins.match',
      'additions.stages[0].directives must be of <filter> and <match>, got <@include>; make them with plugins.filter or plugins.match',
      'additions.stages[1].label must be a name of your own (@, capital letters, digits and _; none of @ADDITIONS, @ERROR, @FLUENT_LOG, @LOGS, @POD_METADATA, @ROOT, @TREATMENTS, @INPUT_...), got "@LOGS"; rename it',
      'additions.stages[3].label must be there once, got "@AGAIN" again; rename it',
      'additions.plugins.s3 must be named by its kind (input, filter, output, parser or formatter) and its type; write for example output s3',
      'additions.plugins.output s3 must be of a gem of the image (fluent-plugin-s3), got the official image, which has not; use an image that has it, and name it in image.plugins',
    ]);
  });

  test.each<[string, Additions, string]>([
    [
      'a step that swallows all logs',
      { stages: [{ directives: () => [match.null('**')] }] },
      '<label @LOGS> must be named by something that sends events to it, got nothing; name it as @label of a source, or remove it',
    ],
    [
      'a plugin that the image does not have',
      { stages: [{ directives: () => [other.filter('geoip', '**')] }] },
      '<label @ADDITIONS> <filter ** @type geoip> @type must be a filter that Fluentd has, got "geoip"; choose another, since its image has no such plugin',
    ],
    [
      'a parameter that no compiler has seen',
      { stages: [{ directives: () => [other.filter('grep', '**', { regxp: { key: 'a' } })] }] },
      '<label @ADDITIONS> <filter ** @type grep> <regxp> must be a section of the filter grep (regexp, exclude, and, or), got "regxp"; write regexp',
    ],
    [
      'a secret',
      {
        sources: [{ source: source.forward({ security: { self_hostname: 'a', shared_key: 'abc' } }) }],
      },
      `<source @type forward> <security> shared_key must not be in the configuration, got a value; write "#{ENV['SHARED_KEY']}", and set that from a Secret`,
    ],
    [
      'the position file of another input',
      {
        sources: [
          {
            source: source.tail({
              path: '/a',
              pos_file: '/var/lib/fluentd/container-logs.positions',
              tag: 'kubernetes',
              parse: { '@type': 'none' },
            }),
          },
        ],
      },
      '<source @type tail> pos_file must be a position file of its own, got "/var/lib/fluentd/container-logs.positions", which is that of <source>; choose another',
    ],
  ])('%s', (_what, additions, mistake) => {
    expect(mistakes(additions)).toEqual([mistake]);
  });
});
