import { expect, test } from 'vitest';

import { type Directive, type PipelineProps, pipeline, type Route, render } from '../../../../constructs/fluentd';
import { configurationMistakes } from '../../../../constructs/fluentd/checks';
import { parse, walk } from '../../../../constructs/fluentd/conf';
import { asParsed, withoutPlaces } from '../conf/as-parsed';

const ROUTES: Route[] = [
  { name: 'payments', namespaces: ['payments-api', 'payments-worker'] },
  { name: 'shop', namespaces: ['shop'] },
  { name: 'cluster' },
];

const props: PipelineProps = {
  elasticsearch: { url: 'https://elasticsearch.logging.svc:9200', majorVersion: 9 },
  version: '9.5.0',
  existingSecrets: {},
  routes: ROUTES,
  bufferSize: '2Gi',
  memory: '512Mi',
  own: { namespace: 'logging-agents', name: 'fluentd' },
};

const directives = (routes = ROUTES) => pipeline({ ...props, routes }).directives();
const all = (tree: readonly Directive[]) => [...walk(tree)].map(({ directive }) => directive);

test('the whole fluent.conf of three routes', () => {
  expect(render(directives())).toMatchInlineSnapshot(`
    "<system>
      config_include_dir ''
      root_dir /var/lib/fluentd
      strict_config_value true
      ignore_same_log_interval 1m
    </system>

    <source>
      @type prometheus
      @id metrics
      bind "#{ENV['POD_NAME']}"
      port 24231
      <transport tls>
        cert_path /fluentd/tls/tls.crt
        private_key_path /fluentd/tls/tls.key
      </transport>
    </source>

    <source>
      @type collector_metrics
      @id collector_metrics
      state /var/lib/fluentd
      <disk buffer>
        path /var/lib/fluentd/buffer
      </disk>
      <disk dead_letters>
        path /var/lib/fluentd/dead-letters
      </disk>
      <disk positions>
        path /var/lib/fluentd/container-logs.positions
      </disk>
      <disk backup>
        path /var/lib/fluentd/backup
      </disk>
    </source>

    # Tells the kubelet that Fluentd does not hang
    <source>
      @type exec
      @id heartbeat
      @label @FLUENT_LOG
      tag heartbeat
      run_interval 30s
      command 'touch /tmp/heartbeat'
      <parse>
        @type none
      </parse>
    </source>

    # Removes unreadable chunks after a week
    <source>
      @type exec
      @id backup_retention
      @label @FLUENT_LOG
      tag retention
      run_interval 1h
      command 'cd /var/lib/fluentd && mkdir -p backup && find backup -type f -mtime +6 -delete'
      <parse>
        @type none
      </parse>
    </source>

    # Logs of containers, also those that were rotated and compressed while Fluentd was away
    <source>
      @type container_logs
      @id container_logs
      @label @LOGS
      path /var/log/pods
      pos_file /var/lib/fluentd/container-logs.positions
      exclude_pods '["logging-agents_fluentd-?????_*"]'
      node_name "#{ENV['K8S_NODE_NAME']}"
      max_event_size 1m
      max_event_lines 1000
      max_event_age 10s
      max_held_size 32m
      <route payments>
        namespaces '["payments-api","payments-worker"]'
        data_stream '{"type":"logs","dataset":"payments","namespace":"default"}'
      </route>
      <route shop>
        namespaces '["shop"]'
        data_stream '{"type":"logs","dataset":"shop","namespace":"default"}'
      </route>
      <route cluster>
        data_stream '{"type":"logs","dataset":"cluster","namespace":"default"}'
      </route>
    </source>

    # Logs with the fields of their JSON, in a form that Elasticsearch stores
    <label @LOGS>
      <filter **>
        @type elasticsearch_fit
      </filter>
      <match **>
        @type elasticsearch_bulk
        @id elasticsearch
        url https://elasticsearch.logging.svc:9200
        user "#{ENV['ELASTICSEARCH_USERNAME']}"
        password "#{ENV['ELASTICSEARCH_PASSWORD']}"
        ca_file /fluentd/tls/ca.crt
        compatible_with 9
        data_stream 'logs-\${tag}-default'
        request_timeout 60s
        <buffer tag>
          @type file
          path /var/lib/fluentd/buffer/elasticsearch-bulk
          chunk_limit_size 8m
          total_limit_size 2g
          flush_interval 5s
          flush_thread_count 2
          retry_forever true
          retry_max_interval 30s
          overflow_action throw_exception
        </buffer>
      </match>
    </label>

    # Dead letters: events that cannot be stored in any form
    <label @ERROR>
      <match **>
        @type dead_letters
        @id dead_letters
        path /var/lib/fluentd/dead-letters
        max_size 64m
      </match>
    </label>

    <label @FLUENT_LOG>
      <match **>
        @type null
      </match>
    </label>
    "
  `);
});

test('Fluentd reads what the pipeline means', () => {
  expect(parse(render(directives())).map(withoutPlaces)).toEqual(directives().map(asParsed));
});

test('limits reach the input, the buffer and the dead letters', () => {
  const conf = render(
    pipeline({ ...props, limits: { eventLines: 7, chunkSize: '16Mi', deadLetterSize: '1Gi' } }).directives(),
  );
  expect(conf).toContain('max_event_lines 7\n');
  expect(conf).toContain('chunk_limit_size 16m\n');
  expect(conf).toContain('max_size 1g\n');
});

test('mistakes of inputs and outputs are all told', () => {
  const elasticsearch = { url: 'http://elasticsearch:9200', majorVersion: 9 };
  const { mistakes } = pipeline({ ...props, elasticsearch, routes: [], memory: '1Mi' });
  expect(mistakes().map((mistake) => mistake.split(' ')[0])).toEqual(['routes', 'memory', 'elasticsearch.url']);
});

test('the pod gets what its parts need', () => {
  const { env, mounts, ports, rubyFiles } = pipeline(props).footprint();
  expect(env.map(({ name }) => name)).toEqual([
    'K8S_NODE_NAME',
    'ELASTICSEARCH_USERNAME',
    'ELASTICSEARCH_PASSWORD',
    'POD_NAME',
  ]);
  expect(mounts).toEqual([{ name: 'pods', mountPath: '/var/log/pods', readOnly: true }]);
  expect(ports).toEqual([{ name: 'metrics', containerPort: 24231 }]);
  const types = all(pipeline(props).directives()).map(({ params }) => params?.['@type']);
  const ours = Object.keys(rubyFiles).flatMap((file) => /^(?:in|filter|out)_(\w+)\.rb$/.exec(file)?.[1] ?? []);
  expect(ours).toHaveLength(5);
  expect(types).toEqual(expect.arrayContaining(ours));
});

test('every label that is used exists, and every label ends in a match for everything', () => {
  const labels = directives().filter(({ name }) => name === 'label');
  const used = all(directives()).flatMap(({ params = {} }) =>
    [params['@label'], params.timeout_label].filter((label) => label !== undefined),
  );
  expect(new Set(labels.map(({ argument }) => argument))).toEqual(new Set([...used, '@ERROR', '@FLUENT_LOG']));
  for (const { children = [] } of labels) {
    expect(children.at(-1)).toMatchObject({ name: 'match', argument: '**' });
    expect(children.filter(({ name }) => name === 'match')).toHaveLength(1);
  }
});

test('the buffer is on disk, refuses when it is full, and never gives up', () => {
  const buffers = all(directives()).filter(({ name }) => name === 'buffer');
  expect(buffers.map(({ params }) => params)).toEqual([
    expect.objectContaining({
      '@type': 'file',
      path: '/var/lib/fluentd/buffer/elasticsearch-bulk',
      total_limit_size: '2g',
      overflow_action: 'throw_exception',
      retry_forever: true,
    }),
  ]);
});

test('a thousand routes take a section each, and nothing else grows', () => {
  const many = (count: number) =>
    render(
      directives([
        ...Array.from({ length: count }, (_, i) => ({ name: `team${i}`, namespaces: [`team-${i}`] })),
        { name: 'cluster' },
      ]),
    ).split('\n').length;
  expect(many(1_000) - many(1)).toBe(4 * 999);
});

test.each<Partial<PipelineProps>>([
  {},
  { elasticsearch: { url: 'https://elastic.example', majorVersion: 8, authority: 'public' }, version: '8.19.8' },
  { existingSecrets: { apiKey: { secretName: 'cloud' } } },
])('the configuration with %j passes the checks', (changed) => {
  expect(configurationMistakes(pipeline({ ...props, ...changed }).directives())).toEqual([]);
});
