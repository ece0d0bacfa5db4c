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
    </system>

    <source>
      @type prometheus
      @id metrics
      bind 0.0.0.0
      port 24231
      <transport tls>
        cert_path /fluentd/tls/tls.crt
        private_key_path /fluentd/tls/tls.key
      </transport>
    </source>

    <source>
      @type prometheus_output_monitor
      @id output_metrics
    </source>

    <source>
      @type prometheus_tail_monitor
      @id tail_metrics
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

    # Logs of containers, also those that were rotated while Fluentd was away
    <source>
      @type tail
      @id container_logs
      @label @CRI
      path /var/log/pods/*/*/*.log*
      exclude_path '["/var/log/pods/*/*/*.gz","/var/log/pods/*/*/*.tmp","/var/log/pods/logging-agents_fluentd-?????_*/*/*"]'
      pos_file /var/lib/fluentd/container-logs.pos
      pos_file_compaction_interval 24h
      follow_inodes true
      refresh_interval 2
      skip_refresh_on_startup true
      rotate_wait 10
      read_from_head true
      tag kubernetes.*
      <parse>
        @type cri
        time_format %Y-%m-%dT%H:%M:%S.%N%:z
      </parse>
    </source>

    # Joins lines that the container runtime split at 16 KiB
    <label @CRI>
      <filter **>
        @type concat
        key message
        use_partial_cri_logtag true
        partial_cri_logtag_key logtag
        partial_cri_stream_key _none
        stream_identity_key stream
        use_first_timestamp true
        separator ''
        flush_interval 5
        timeout_label @MULTILINE
      </filter>
      <match **>
        @type relabel
        @label @MULTILINE
      </match>
    </label>

    # Joins stack traces
    <label @MULTILINE>
      <filter **>
        @type concat
        key message
        stream_identity_key stream
        multiline_start_regexp '/^(?!\\\\s|$|[})\\\\]]|Caused by:|Suppressed:|Traceback \\\\(most recent|During handling of the above|The above exception was|(?:[\\\\w$]+[.:]+)*[\\\\w$]*(?:Error|Exception)(?::|$)|goroutine \\\\d+ \\\\[|[\\\\w./*()-]+\\\\((?:\\\\)|\\\\.\\\\.\\\\.|\\\\{?0x)|created by [\\\\w./*()-]+(?: in goroutine \\\\d+)?$|exit status \\\\d+$)/'
        use_first_timestamp true
        flush_interval 2
        timeout_label @ENRICH
      </filter>
      <match **>
        @type relabel
        @label @ENRICH
      </match>
    </label>

    # Adds the names of pod and node, a hash of the content and the fields of JSON
    <label @ENRICH>
      <filter **>
        @type record_modifier
        prepare_value "\\
    @name = /pods[.](?<namespace_name>[^_]+)_(?<pod_name>[^_]+)_(?<pod_id>[a-z0-9-]+)[.](?<container_name>[^.]+)[.][0-9]+[.]log/
    @names = Hash.new do |names, tag|
      names.clear if names.size >= 4096
      names[tag] = @name.match(tag).named_captures.merge('host' => ENV['K8S_NODE_NAME']).freeze
    end"
        <record>
          kubernetes '\${@names[tag]}'
          _container '\${record["kubernetes"].values_at("pod_id", "container_name").join("/")}'
        </record>
      </filter>
      # The same line always gets the same _id, so that sending it twice stores it once
      <filter **>
        @type elasticsearch_genid
        hash_id_key _hash
        use_record_as_seed true
        record_keys '["time","stream","_container","message"]'
      </filter>
      <filter **>
        @type parser
        key_name message
        reserve_data true
        reserve_time true
        emit_invalid_record_to_error false
        hash_value_field json
        <parse>
          @type json
          time_key _none
        </parse>
      </filter>
      <match **>
        @type relabel
        @label @ROUTE
      </match>
    </label>

    # The namespace decides on the data stream; one route per line
    <label @ROUTE>
      <filter **>
        @type record_modifier
        remove_keys '["time","_container"]'
        prepare_value "\\
    stream = ->(dataset) { { 'type' => 'logs', 'dataset' => dataset, 'namespace' => 'default' }.freeze }
    @streams = {
      'payments' => %w[payments-api payments-worker],
      'shop' => %w[shop],
    }.flat_map { |dataset, namespaces| namespaces.product([stream.(dataset)]) }.to_h
    @streams.default = stream.('cluster')
    @streams.freeze"
        <record>
          data_stream '\${@streams[record["kubernetes"]["namespace_name"]]}'
        </record>
      </filter>
      <match **>
        @type rewrite_tag_filter
        @label @ELASTICSEARCH
        <rule>
          key $.data_stream.dataset
          pattern '/^(.+)$/'
          tag $1
        </rule>
      </match>
    </label>

    <label @ELASTICSEARCH>
      <match **>
        @type elasticsearch
        @id elasticsearch
        hosts https://elasticsearch.logging.svc:9200
        user "#{ENV['ELASTICSEARCH_USERNAME']}"
        password "#{ENV['ELASTICSEARCH_PASSWORD']}"
        ca_file /fluentd/tls/ca.crt
        ssl_verify true
        verify_es_version_at_startup false
        default_elasticsearch_version 9
        custom_headers '{"Accept":"application/vnd.elasticsearch+json; compatible-with=9"}'
        reload_connections false
        reload_on_failure false
        reconnect_on_error true
        request_timeout 60s
        index_name 'logs-\${tag}-default'
        write_operation create
        id_key _hash
        emit_error_for_missing_id true
        unrecoverable_error_types '["out_of_memory_error"]'
        include_timestamp true
        log_es_400_reason true
        <buffer tag>
          @type file
          path /var/lib/fluentd/buffer/elasticsearch
          chunk_limit_size 8m
          total_limit_size 2g
          flush_interval 5s
          flush_thread_count 2
          retry_forever true
          retry_max_interval 30s
          overflow_action block
        </buffer>
      </match>
    </label>

    # Dead letters: events that cannot be stored; why is in the log of Fluentd
    <label @ERROR>
      <match **>
        @type file
        @id dead_letters
        path /var/lib/fluentd/dead-letters/%Y-%m-%d
        append true
        <format>
          @type json
        </format>
        <inject>
          tag_key tag
          time_key @timestamp
          time_type string
          time_format %FT%T.%N%:z
        </inject>
        <buffer time>
          @type file
          path /var/lib/fluentd/buffer/dead-letters
          timekey 1d
          flush_mode immediate
          total_limit_size 256m
          retry_forever true
          overflow_action block
        </buffer>
      </match>
    </label>

    # Removes dead letters and unreadable chunks after a week, and files above 64 MiB
    <source>
      @type exec
      @id dead_letter_retention
      @label @FLUENT_LOG
      tag retention
      run_interval 1m
      command 'cd /var/lib/fluentd && mkdir -p dead-letters backup && find dead-letters backup -type f "(" -mtime +6 -o -size +64M ")" -delete'
      <parse>
        @type none
      </parse>
    </source>

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

test('without a route for everything else an unknown namespace is an error', () => {
  const lookup = (routes: Route[]) =>
    all(directives(routes)).find(({ params }) => params?.data_stream)?.params?.data_stream;
  expect(lookup(ROUTES)).toBe('${@streams[record["kubernetes"]["namespace_name"]]}');
  expect(lookup(ROUTES.slice(0, 2))).toBe('${@streams.fetch(record["kubernetes"]["namespace_name"])}');
});

test('mistakes of inputs and outputs are all told', () => {
  const elasticsearch = { url: 'http://elasticsearch:9200', majorVersion: 9 };
  const { mistakes } = pipeline({ ...props, elasticsearch, routes: [], memory: '1Mi' });
  expect(mistakes().map((mistake) => mistake.split(' ')[0])).toEqual(['routes', 'memory', 'elasticsearch.url']);
});

test('the pod gets what its parts need', () => {
  const { env, mounts, ports, rubyFiles } = pipeline(props).footprint();
  expect(env.map(({ name }) => name)).toEqual(['K8S_NODE_NAME', 'ELASTICSEARCH_USERNAME', 'ELASTICSEARCH_PASSWORD']);
  expect(mounts).toEqual([{ name: 'pods', mountPath: '/var/log/pods', readOnly: true }]);
  expect(ports).toEqual([{ name: 'metrics', containerPort: 24231 }]);
  expect(rubyFiles).toEqual({});
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

test('every buffer is a file of its own that blocks when it is full and never gives up', () => {
  const buffers = all(directives()).filter(({ name }) => name === 'buffer');
  expect(buffers).toHaveLength(2);
  for (const { params } of buffers) {
    expect(params).toMatchObject({ '@type': 'file', overflow_action: 'block', retry_forever: true });
    expect(params).toHaveProperty('total_limit_size');
  }
  expect(new Set(buffers.map(({ params }) => params?.path)).size).toBe(2);
});

test('no filter stands between a refused event and Elasticsearch', () => {
  const label = directives().find(({ argument }) => argument === '@ELASTICSEARCH');
  expect(label?.children?.map(({ name }) => name)).toEqual(['match']);
});

test('a thousand routes take a thousand lines, and nothing else grows', () => {
  const many = (count: number) =>
    render(
      directives([
        ...Array.from({ length: count }, (_, i) => ({ name: `team${i}`, namespaces: [`team-${i}`] })),
        { name: 'cluster' },
      ]),
    ).split('\n').length;
  expect(many(1_000) - many(1)).toBe(999);
});

test.each<Partial<PipelineProps>>([
  {},
  { elasticsearch: { url: 'https://elastic.example', majorVersion: 8, authority: 'public' }, version: '8.19.8' },
  { existingSecrets: { apiKey: { secretName: 'cloud' } } },
])('the configuration with %j passes the checks', (changed) => {
  expect(configurationMistakes(pipeline({ ...props, ...changed }).directives())).toEqual([]);
});
