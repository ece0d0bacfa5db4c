import { expect, test } from 'vitest';

import { type NamedOutput, render } from '../../../../constructs/fluentd';
import { type WaysOutProps, waysOut } from '../../../../constructs/fluentd/outputs/ways-out';
import { chain } from '../../../../constructs/fluentd/pipeline/chain';
import { fluentd, refusal } from '../rendered';

const WEB: NamedOutput = { name: 'web', http: { url: 'https://web.example.com/logs' }, bufferSize: '64Mi' };
const DISK: NamedOutput = {
  name: 'disk',
  file: { hostPath: '/data/logs', deleteMinAge: '7d' },
  bufferSize: '128Mi',
  whenFull: 'dropOldest',
};
const SECOND: NamedOutput = {
  name: 'second-one',
  elasticsearch: { url: 'https://two.example.com:9243', apiKey: { secretName: 'two' } },
  bufferSize: '64Mi',
};

const props: WaysOutProps = {
  elasticsearch: { url: 'https://elasticsearch.logging.svc:9200', majorVersion: 9 },
  version: '9.5.0',
  credentials: {},
  own: { namespace: 'agents', name: 'fluentd' },
  routes: [{ name: 'all' }],
  bufferSize: '2Gi',
  memory: '1Gi',
};

/** The way behind a label, without what is in the outputs. */
function wiring(given: Partial<WaysOutProps>): string {
  const { last, outputs } = waysOut({ ...props, ...given });
  const labels = chain([], [{ label: '@LOGS', directives: () => [] }, last, ...outputs]);
  return render(labels.slice(0, 1));
}

const labelsOf = (given: Partial<WaysOutProps>) => waysOut({ ...props, ...given }).outputs.map(({ label }) => label);

test('without further outputs the one of the stack is the end', () => {
  const { last, outputs, sources } = waysOut(props);
  expect(last.directives(() => '@X').map(({ params }) => params?.['@type'])).toEqual(['elasticsearch_bulk']);
  expect([outputs, sources()]).toEqual([[], []]);
  expect(labelsOf({ routes: [{ name: 'all', to: ['elasticsearch'] }] })).toEqual([]);
});

test('each route goes to its outputs: first those that store an event once, then one that waits, then those that lose', () => {
  const routes = [
    { name: 'audit', to: ['disk', 'web', 'second-one', 'elasticsearch'] },
    { name: 'access', to: ['web'] },
    { name: 'edge', to: ['web'] },
    { name: 'all' },
  ];
  expect(wiring({ routes, outputs: [WEB, DISK, SECOND] })).toMatchInlineSnapshot(`
    "<label @LOGS>
      <match audit>
        @type copy
        <store>
          @type relabel
          @label @OUTPUT_ELASTICSEARCH
        </store>
        <store>
          @type relabel
          @label @OUTPUT_SECOND_ONE
        </store>
        <store>
          @type relabel
          @label @OUTPUT_WEB
        </store>
        <store>
          @type relabel
          @label @OUTPUT_DISK
        </store>
      </match>
      <match access edge>
        @type relabel
        @label @OUTPUT_WEB
      </match>
      <match **>
        @type relabel
        @label @OUTPUT_ELASTICSEARCH
      </match>
    </label>
    "
  `);
  expect(labelsOf({ routes, outputs: [WEB, DISK, SECOND] })).toEqual([
    '@OUTPUT_ELASTICSEARCH',
    '@OUTPUT_WEB',
    '@OUTPUT_DISK',
    '@OUTPUT_SECOND_ONE',
  ]);
});

test('a collector whose logs all go elsewhere has nothing of the Elasticsearch of the stack', () => {
  const given = { routes: [{ name: 'all', to: ['web'] }], outputs: [WEB] };
  expect(wiring(given)).toContain('@label @OUTPUT_WEB');
  expect(labelsOf(given)).toEqual(['@OUTPUT_WEB']);
  const { object, container, construct } = fluentd(given);
  const env: { name: string }[] = container.env;
  expect(env.map(({ name }) => name)).toEqual(['K8S_NODE_NAME', 'POD_NAME']);
  expect(construct.secrets.map(({ kind }) => kind)).toEqual(['tls']);
  expect(JSON.stringify(object('NetworkPolicy').spec.egress)).not.toContain('9200');
});

test('what outputs need is in the pod: Secrets, authorities, folders and the way to their servers', () => {
  const { object, pod, container } = fluentd({
    memory: '1Gi',
    routes: [{ name: 'all', to: ['elasticsearch', 'second', 'web', 'disk'] }],
    outputs: [
      {
        name: 'second',
        elasticsearch: {
          url: 'https://logs.search.svc:9200',
          credentials: { secretName: 'second', username: 'writer', keys: { password: 'pw' } },
          authority: { configMapName: 'company-ca' },
        },
        bufferSize: '64Mi',
      },
      { ...WEB, http: { url: 'https://web.example.com/logs', token: { secretName: 'web' } } },
      DISK,
    ],
  });
  expect(container.env.slice(3, -1)).toEqual([
    { name: 'OUTPUT_SECOND_USERNAME', value: 'writer' },
    { name: 'OUTPUT_SECOND_PASSWORD', valueFrom: { secretKeyRef: { name: 'second', key: 'pw' } } },
    { name: 'OUTPUT_WEB_TOKEN', valueFrom: { secretKeyRef: { name: 'web', key: 'token' } } },
  ]);
  expect(pod.volumes).toEqual(
    expect.arrayContaining([
      {
        name: 'output-second',
        projected: { sources: [{ configMap: { name: 'company-ca', items: [{ key: 'ca.crt', path: 'ca.crt' }] } }] },
      },
      { name: 'output-disk', hostPath: { path: '/data/logs', type: 'DirectoryOrCreate' } },
    ]),
  );
  expect(container.volumeMounts).toEqual(
    expect.arrayContaining([
      { name: 'output-second', mountPath: '/fluentd/outputs/second', readOnly: true },
      { name: 'output-disk', mountPath: '/fluentd/outputs/disk' },
    ]),
  );
  const [, ...rules] = object('NetworkPolicy').spec.egress;
  const to = (namespace: string) => [
    { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } },
  ];
  expect(rules).toEqual([
    { ports: [{ port: 9200, protocol: 'TCP' }], to: to('logging') },
    { ports: [{ port: 9200, protocol: 'TCP' }], to: to('search') },
    { ports: [{ port: 443, protocol: 'TCP' }] },
  ]);
  expect(object('DaemonSet').metadata.annotations).toEqual({ 'cdk8s-efk/drop-oldest': 'disk' });
});

test('fails when the parts of the buffer are more than it, with the stack and without', () => {
  const outputs = [{ ...WEB, bufferSize: '3Gi' as const }];
  expect(refusal({ memory: '1Gi', outputs, routes: [{ name: 'all', to: ['web', 'elasticsearch'] }] })).toEqual([
    'bufferSize must be at least 24Mi (a chunk of 8Mi for each of 2 threads and one that fills) besides the 1 part of routes and outputs, got 2Gi; raise it',
  ]);
  expect(refusal({ memory: '200Mi', outputs, routes: [{ name: 'all', to: ['web'] }] })).toEqual([
    'bufferSize must hold the 1 part of routes and outputs (3072Mi), got 2Gi; raise it',
    'memory must be at least 272Mi (192Mi, 6 copies of a chunk of 8Mi for each of 0 threads and the 1 part of routes and outputs, and 32Mi of held events), got 200Mi; raise it',
  ]);
});
