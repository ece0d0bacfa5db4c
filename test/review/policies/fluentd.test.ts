import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { readEnvironment } from '../../../review/manifests/folder';
import { objectsOf } from '../../../review/manifests/manifest-document';
import { FLUENTD_RULES } from '../../../review/policies/fluentd/rules';
import { lint } from '../../../review/policies/lint';
import { CLEAN, FLOW, OUTPUTS, SAFETY, WORDS } from '../../constructs/fluentd/checks/foreign/configurations';
import { object } from '../objects';

const config = (data: Readonly<Record<string, string>>, name = 'fluentd') => ({
  ...object(`{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}, namespace: logging}}`),
  data,
});

/** A DaemonSet as it is found in charts. */
function daemonSet(container: object = {}, pod: object = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'fluentd', namespace: 'logging' },
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: 'fluentd',
              image: 'fluent/fluentd-kubernetes-daemonset:v1.19-debian-elasticsearch8-1',
              volumeMounts: [{ name: 'config', mountPath: '/fluentd/etc' }],
              ...container,
            },
          ],
          volumes: [{ name: 'config', configMap: { name: 'fluentd' } }],
          ...pod,
        },
      },
    },
  };
}

const elasticsearch = object(
  '{apiVersion: elasticsearch.k8s.elastic.co/v1, kind: Elasticsearch, metadata: {name: logs, namespace: elastic}, spec: {version: 8.19.8}}',
);

const check = (...objects: Parameters<typeof lint>[0]) => {
  const { violations, warnings } = lint(objects, FLUENTD_RULES, [], '2026-12-01');
  return [...violations, ...warnings];
};

describe.each(['dev', 'staging', 'production'])('the manifests of %s', (name) => {
  test('break no rule', () => {
    expect(check(...objectsOf(readEnvironment(process.cwd(), name)))).toEqual([]);
  });
});

test('a configuration that is right breaks no rule', () => {
  expect(check(daemonSet(), config({ 'fluent.conf': CLEAN }), elasticsearch)).toEqual([]);
});

test('what is wrong is told with its file and line, also in files that are included', () => {
  const conf = '@include inputs.conf\n@include outputs/*.conf\n';
  const inputs =
    '<source>\n  @type tail\n  path /a\n  tag a\n  rotate_wait 500ms\n  <parse>\n    @type none\n  </parse>\n</source>\n';
  const outputs = '\n<match **>\n  @type null\n</match>\n<match a>\n  @type stdout\n</match>\n';
  const mounts = [
    { name: 'config', mountPath: '/fluentd/etc' },
    { name: 'outputs', mountPath: '/fluentd/etc/outputs/last.conf', subPath: 'last.conf' },
  ];
  const volumes = [
    { name: 'config', configMap: { name: 'fluentd' } },
    { name: 'outputs', configMap: { name: 'outputs', items: [{ key: 'all', path: 'last.conf' }] } },
  ];

  expect(
    check(
      daemonSet({ volumeMounts: mounts }, { volumes }),
      config({ 'fluent.conf': conf, 'inputs.conf': inputs }),
      config({ all: outputs }, 'outputs'),
    ),
  ).toEqual([
    '[fluentd-valid-value] ConfigMap logging/fluentd: inputs.conf:5 <source @type tail> rotate_wait must be a time (seconds, or a whole number with s, m, h or d), got "500ms"; write for example 30s',
    '[fluentd-unreachable-match] ConfigMap logging/outputs: all:5 <match a @type stdout> must take a tag that no <match> above it takes, got <match **>; move it up, or put both into one of the type copy',
  ]);
});

test('a configuration that cannot be read is told with its line', () => {
  expect(check(daemonSet(), config({ 'fluent.conf': '<match **>\n  @type null\n' }))).toEqual([
    '[fluentd-syntax] ConfigMap logging/fluentd: fluent.conf:3 <match> of line 1 must be closed, got the end of the file; close it',
  ]);
});

test('where it runs is taken from the manifests', () => {
  const conf =
    '<match **>\n  @type elasticsearch\n  request_timeout 2m\n  default_elasticsearch_version 7\n  <buffer>\n    @type file\n    path /buffers/all\n    chunk_limit_size 64m\n  </buffer>\n</match>\n<label @ERROR>\n<match **>\n@type stdout\n</match>\n</label>\n'.replace(
      'chunk_limit_size 64m',
      'chunk_limit_size 64m\n    overflow_action block',
    );
  const container = {
    resources: { limits: { memory: '50Mi' } },
    volumeMounts: [
      { name: 'config', mountPath: '/fluentd/etc' },
      { name: 'buffers', mountPath: '/buffers' },
    ],
  };
  const volumes = [
    { name: 'config', configMap: { name: 'fluentd' } },
    { name: 'buffers', emptyDir: { sizeLimit: '1Gi' } },
  ];

  expect(check(daemonSet(container, { volumes }), config({ 'fluent.conf': conf }), elasticsearch)).toEqual([
    '[fluentd-buffer-volume] ConfigMap logging/fluentd: fluent.conf:5 <match ** @type elasticsearch> <buffer> total_limit_size must fit the volume buffers (1g), got 64g by default; lower it, or enlarge the volume',
    '[fluentd-chunk-size] ConfigMap logging/fluentd: fluent.conf:8 <match ** @type elasticsearch> <buffer> chunk_limit_size must fit into the memory of the container (50m), got 64m; write for example 8m',
    '[fluentd-client-version] ConfigMap logging/fluentd: fluent.conf:4 <match ** @type elasticsearch> default_elasticsearch_version must be the major version of Elasticsearch (8), got 7; write 8',
    '[fluentd-grace-period] ConfigMap logging/fluentd: fluent.conf:3 <match ** @type elasticsearch> request_timeout must be at most the terminationGracePeriodSeconds of the pod (30), got "2m"; lower it, or raise the other',
  ]);
});

test.each([
  ['the image of Fluentd itself has no plugin of others', 'fluent/fluentd:v1.19-debian-1', 1],
  ['an image that is not known may have any', 'registry.example/fluentd:1', 0],
])('%s', (_what, image, count) => {
  const conf = CLEAN.replace(/<filter kubernetes[\s\S]*?<\/filter>/, '')
    .replace('@type cri', '@type none')
    .replace(/@type (elasticsearch|rewrite_tag_filter)/g, '@type $1');
  const violations = check(daemonSet({ image }), config({ 'fluent.conf': conf })).filter((line) =>
    line.includes('output that its image has, got "elasticsearch"'),
  );

  expect(violations).toHaveLength(count);
});

test('plugins that are mounted as files are there', () => {
  const conf = '<match **>\n  @type ours\n</match>\n';
  const mounted = (data: Readonly<Record<string, string>>) =>
    check(daemonSet(), config({ 'fluent.conf': conf, ...data }));

  expect(mounted({ 'out_ours.rb': '' })).toEqual([]);
  expect(mounted({})).toEqual([
    '[fluentd-plugin-in-image] ConfigMap logging/fluentd: fluent.conf:2 <match ** @type ours> @type must be an output that Fluentd has, got "ours"; choose another, since its image has no such plugin',
  ]);
});

test('a ConfigMap that nothing here mounts is checked as a part', () => {
  const conf =
    '<source>\n  @type sample\n  tag a\n  @label @ELSEWHERE\n</source>\n<match b>\n  @type s3\n  s3_bucket a\n  aws_sec_key abc\n</match>\n';

  expect(check(config({ 'my.conf': conf, 'nginx.conf': 'server { listen 80; }' }))).toEqual([
    `[fluentd-secret] ConfigMap logging/fluentd: my.conf:9 <match b @type s3> aws_sec_key must not be in the configuration, got a value; write "#{ENV['S3_AWS_SEC_KEY']}", and set that from a Secret`,
  ]);
});

test.each([
  ...FLOW,
  ...OUTPUTS.filter(({ surroundings }) => !surroundings),
  ...SAFETY,
  ...WORDS.filter(({ surroundings }) => !surroundings),
])('a configuration that breaks $rule is told about', ({ rule, conf, mistakes }) => {
  const lines = check(daemonSet(), config({ 'fluent.conf': conf })).filter((line) =>
    line.startsWith(`[fluentd-${rule}]`),
  );

  expect(lines).toHaveLength(mistakes.length);
  for (const line of lines) expect(line).toMatch(/ConfigMap logging\/fluentd: fluent\.conf:\d+ </);
});

test('the guide has every rule, and says which are warnings', () => {
  const guide = readFileSync('docs/reviewing.md', 'utf8');
  const rows = [...guide.matchAll(/^\| `(fluentd-[a-z-]+)`( \(warning\))? \|/gm)].map(([, name, warning]) => [
    name,
    warning ? 'warning' : 'error',
  ]);

  expect(rows.sort()).toEqual(FLUENTD_RULES.map(({ name, severity = 'error' }) => [name, severity]).sort());
});
