import { expect, test } from 'vitest';

import { placeOf } from '../../../../../constructs/core';
import { type OutputKinds, render } from '../../../../../constructs/fluentd';
import { configurationMistakes } from '../../../../../constructs/fluentd/checks';
import { deadLetters } from '../../../../../constructs/fluentd/outputs/dead-letters';
import { OUTPUT_KIND_NAMES, OUTPUT_KINDS } from '../../../../../constructs/fluentd/outputs/kinds';
import type { OutputKind, OwnOutput } from '../../../../../constructs/fluentd/outputs/kinds/kind';
import { chain } from '../../../../../constructs/fluentd/pipeline/chain';

const OWN: OwnOutput = { name: 'far-away', bufferSize: '64Mi', whenFull: 'wait', chunkSize: '8Mi', majorVersion: 9 };

const kind = <Name extends keyof OutputKinds>(name: Name) => OUTPUT_KINDS[name];

function conf<Name extends keyof OutputKinds>(name: Name, options: OutputKinds[Name]): string {
  return render([kind(name).match(options, OWN)]);
}

function said<Name extends keyof OutputKinds>(name: Name, options: OutputKinds[Name]): string[] {
  return kind(name)
    .mistakes(options)
    .map(({ path, message }) => `[${placeOf(path)}] ${message}`);
}

/** One of each kind, as small as it can be. */
const SMALLEST: OutputKinds = {
  elasticsearch: { url: 'https://two.example.com', apiKey: { secretName: 'two' } },
  s3: { bucket: 'logs', credentials: { secretName: 'archive' } },
  kafka: { brokers: ['kafka.example.com:9093'], topic: 'logs' },
  loki: { url: 'https://loki.example.com' },
  http: { url: 'https://web.example.com' },
  file: { hostPath: '/data/logs', deleteMinAge: '7d' },
  stdout: {},
};

test.each(OUTPUT_KIND_NAMES)('%s has a configuration without mistakes, and says whether it has a buffer', (name) => {
  const { match, mistakes, isBuffered, gem } = OUTPUT_KINDS[name] as OutputKind<unknown>;
  const directive = match(SMALLEST[name], OWN);
  expect(mistakes(SMALLEST[name])).toEqual([]);
  const surroundings = { gems: gem === undefined ? [] : [gem] };
  expect(configurationMistakes([directive, ...chain([], [deadLetters('64Mi')])], surroundings)).toEqual([]);
  expect(directive.params?.['@id']).toBe('far-away');
  expect(directive.children?.some((child) => child.name === 'buffer') ?? false).toBe(isBuffered);
});

test('a further Elasticsearch', () => {
  expect(
    conf('elasticsearch', {
      url: 'https://two.example.com:9243',
      majorVersion: 8,
      credentials: { secretName: 'two' },
      authority: { configMapName: 'ca' },
    }),
  ).toMatchInlineSnapshot(`
    "<match **>
      @type elasticsearch_bulk
      @id far-away
      url https://two.example.com:9243
      user "#{ENV['OUTPUT_FAR_AWAY_USERNAME']}"
      password "#{ENV['OUTPUT_FAR_AWAY_PASSWORD']}"
      ca_file /fluentd/outputs/far-away/ca.crt
      compatible_with 8
      data_stream 'logs-\${tag}-default'
      request_timeout 60s
      <buffer tag>
        @type file
        path /var/lib/fluentd/buffer/outputs/far-away
        chunk_limit_size 8m
        total_limit_size 64m
        flush_interval 5s
        flush_thread_count 1
        retry_forever true
        retry_max_interval 30s
        overflow_action throw_exception
      </buffer>
    </match>
    "
  `);
  expect(conf('elasticsearch', SMALLEST.elasticsearch)).toContain(`api_key "#{ENV['OUTPUT_FAR_AWAY_API_KEY']}"`);
});

test('fails when a further Elasticsearch has no TLS, two ways to sign in or none, or a version that is not known', () => {
  expect(said('elasticsearch', { url: 'http://a:1', majorVersion: 7 })).toMatchInlineSnapshot(`
    [
      "[url] must be a URL that starts with https://, got "http://a:1"; write for example https://logs.example.com:9200",
      "[majorVersion] must be 8 or 9, got 7; write that of the server",
      "[credentials] must be given, or apiKey, got neither; name the Secret of a user that may write",
    ]
  `);
  const secretName = 'two';
  expect(
    said('elasticsearch', {
      url: 'https://joe:secret@two.example.com',
      credentials: { secretName: 'A B' },
      apiKey: { secretName, keys: { api_key: '/' } },
    }),
  ).toMatchInlineSnapshot(`
    [
      "[url] must hold no user and no password, got some; name a Secret in credentials",
      "[credentials] must be given, or apiKey, got both; leave one of them out",
      "[credentials.secretName] must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "A B"; correct it",
      "[apiKey.keys.api_key] must be a key of a Secret (letters, digits, -, _ and ., at most 253 characters), got "/"; correct it",
    ]
  `);
});

test('HTTP, with what is sent, how, and as whom', () => {
  expect(conf('http', SMALLEST.http)).toMatchInlineSnapshot(`
    "<match **>
      @type http
      @id far-away
      endpoint https://web.example.com
      http_method post
      json_array false
      open_timeout 10
      read_timeout 30
      retryable_response_codes '["401","403","404","408","425","429","500","501","502","503","504","507","509","520","521","522","523","524","529"]'
      error_response_as_unrecoverable true
      <format>
        @type json
      </format>
      <buffer tag>
        @type file
        path /var/lib/fluentd/buffer/outputs/far-away
        chunk_limit_size 8m
        total_limit_size 64m
        flush_interval 5s
        flush_thread_count 1
        retry_forever true
        retry_max_interval 30s
        overflow_action throw_exception
      </buffer>
    </match>
    "
  `);
  const token = conf('http', { ...SMALLEST.http, token: { secretName: 'web' }, format: 'json', method: 'put' });
  expect(token).toContain(`headers "{\\"Authorization\\":\\"Bearer #{ENV['OUTPUT_FAR_AWAY_TOKEN']}\\"}"`);
  expect(token).toContain('http_method put\n  json_array true');
  expect(conf('http', { ...SMALLEST.http, credentials: { secretName: 'web' } })).toContain('method basic');
});

test('fails when HTTP has two ways to sign in', () => {
  const secretName = 'web';
  expect(said('http', { url: 'https://a.example.com', token: { secretName }, credentials: { secretName } })).toEqual([
    '[token] must not be given with credentials, got both; leave one of them out',
  ]);
});

test('files of a day, which are removed by age', () => {
  expect(conf('file', SMALLEST.file)).toMatchInlineSnapshot(`
    "<match **>
      @type file
      @id far-away
      path '/fluentd/outputs/far-away/\${tag}/%Y-%m-%d'
      append true
      <format>
        @type json
      </format>
      <buffer tag,time>
        timekey 1d
        timekey_use_utc true
        flush_mode interval
        @type file
        path /var/lib/fluentd/buffer/outputs/far-away
        chunk_limit_size 8m
        total_limit_size 64m
        flush_interval 5s
        flush_thread_count 1
        retry_forever true
        retry_max_interval 30s
        overflow_action throw_exception
      </buffer>
    </match>
    "
  `);
  const [removal] = kind('file').sources?.(SMALLEST.file, OWN) ?? [];
  expect(removal?.params?.command).toBe('find /fluentd/outputs/far-away -type f -mmin +10080 -delete');
});

test('fails when the folder of files is not one of its own', () => {
  expect(said('file', { hostPath: '/etc/x', deleteMinAge: '1d' })).toEqual([
    '[hostPath] must be a lasting folder of its own, since it belongs to the operating system, got "/etc/x"; write for example /var/log/archive',
  ]);
});

test("Fluentd's own log", () => {
  expect(conf('stdout', {})).toMatchInlineSnapshot(`
    "<match **>
      @type stdout
      @id far-away
      <format>
        @type json
      </format>
    </match>
    "
  `);
});

test('an archive in S3, of which each chunk is an object of its own', () => {
  expect(conf('s3', SMALLEST.s3)).toMatchInlineSnapshot(`
    "<match **>
      @type s3
      @id far-away
      s3_bucket logs
      s3_region us-east-1
      aws_key_id "#{ENV['OUTPUT_FAR_AWAY_ACCESS_KEY']}"
      aws_sec_key "#{ENV['OUTPUT_FAR_AWAY_SECRET_KEY']}"
      path logs/
      s3_object_key_format '%{path}\${tag}/%Y/%m/%d/%H/\${chunk_id}.%{file_extension}'
      store_as gzip
      compute_checksums true
      check_apikey_on_start false
      check_bucket false
      auto_create_bucket false
      check_object false
      <format>
        @type json
      </format>
      <buffer tag,time>
        timekey 3600
        timekey_wait 1m
        timekey_use_utc true
        flush_mode lazy
        @type file
        path /var/lib/fluentd/buffer/outputs/far-away
        chunk_limit_size 8m
        total_limit_size 64m
        flush_thread_count 1
        retry_forever true
        retry_max_interval 30s
        overflow_action throw_exception
      </buffer>
    </match>
    "
  `);
  expect(kind('s3').servers(SMALLEST.s3)).toEqual(['logs.s3.us-east-1.amazonaws.com:443']);
  const own = { ...SMALLEST.s3, endpoint: 'https://minio.storage.svc:9000', encryption: 'AES256' } as const;
  const other = { ...own, interval: '1d', objectSize: '64Mi', storageClass: 'COLD', prefix: 'a/b' } as const;
  const text = conf('s3', { ...other, authority: { secretName: 'ca' } });
  for (const line of [
    's3_endpoint https://minio.storage.svc:9000',
    'force_path_style true',
    'ssl_ca_bundle /fluentd/outputs/far-away/ca.crt',
    'path a/b/',
    "s3_object_key_format '%{path}${tag}/%Y/%m/%d/${chunk_id}.%{file_extension}'",
    'compute_checksums false',
    'storage_class COLD',
    'use_server_side_encryption AES256',
    'timekey 86400',
  ]) {
    expect(text).toContain(line);
  }
  expect(kind('s3').servers(other)).toEqual(['minio.storage.svc:9000']);
  expect(kind('s3').footprint(other, OWN).temporary).toEqual(['64Mi']);
});

test('fails when a bucket, its keys or its times cannot be', () => {
  const credentials = { secretName: 'a', keys: { access_key: '!' } };
  expect(
    said('s3', {
      bucket: '10.0.0.1',
      endpoint: 'http://minio',
      prefix: '/logs/',
      interval: '7m',
      objectSize: '512Ki',
      storageClass: 'cold',
      credentials,
    }).join('\n'),
  ).toMatchInlineSnapshot(`
    "[bucket] must be the name of a bucket (a-z, 0-9, - and ., 3 to 63 characters, no IP address), got "10.0.0.1"; correct it
    [endpoint] must be a URL that starts with https://, got "http://minio"; write for example https://s3.example.com
    [prefix] must be folders (letters, digits, ., _ and -, with / between them), got "/logs/"; write for example logs/production
    [interval] must be 1m to 1d and divide a day, got "7m"; write for example 15m or 1h
    [objectSize] must be 1Mi to 1Gi, got "512Ki"; write for example 32Mi
    [storageClass] must be a class of storage (capital letters and _), got "cold"; write for example STANDARD_IA
    [credentials.keys.access_key] must be a key of a Secret (letters, digits, -, _ and ., at most 253 characters), got "!"; correct it"
  `);
});

test('Kafka, with the order of a stream kept', () => {
  expect(conf('kafka', { ...SMALLEST.kafka, topic: 'logs-{route}' })).toMatchInlineSnapshot(`
    "<match **>
      @type kafka2
      @id far-away
      brokers '["kafka.example.com:9093"]'
      topic 'logs-\${tag}'
      ssl_ca_certs_from_system true
      message_key_key _id
      default_partition_key "#{ENV['K8S_NODE_NAME']}"
      use_event_time true
      required_acks -1
      compression_codec gzip
      connect_timeout 10
      socket_timeout 30
      <format>
        @type json
      </format>
      <buffer tag>
        @type file
        path /var/lib/fluentd/buffer/outputs/far-away
        chunk_limit_size 8m
        total_limit_size 64m
        flush_interval 5s
        flush_thread_count 1
        retry_forever true
        retry_max_interval 30s
        overflow_action throw_exception
      </buffer>
    </match>
    "
  `);
  const credentials = { secretName: 'kafka' };
  const scram = conf('kafka', { ...SMALLEST.kafka, credentials, authority: { configMapName: 'ca' } });
  expect(scram).toContain(`username "#{ENV['OUTPUT_FAR_AWAY_USERNAME']}"`);
  expect(scram).toContain('scram_mechanism sha512');
  expect(scram).toContain(`ssl_ca_cert '["/fluentd/outputs/far-away/ca.crt"]'`);
  const plain = conf('kafka', { ...SMALLEST.kafka, credentials, mechanism: 'plain', compression: 'none' });
  expect(plain).not.toMatch(/scram|compression/);
});

test('fails when brokers, the topic or how to sign in cannot be', () => {
  const wrong = { brokers: ['kafka', 'https://kafka:9093'], topic: 'a b', mechanism: 'plain' } as const;
  expect(said('kafka', wrong).join('\n')).toMatchInlineSnapshot(`
    "[brokers[0]] must be the host and the port of a broker (1 to 65535), got "kafka"; write for example kafka-0.example.com:9093
    [brokers[1]] must be the host and the port of a broker (1 to 65535), got "https://kafka:9093"; write for example kafka-0.example.com:9093
    [mechanism] must be given with credentials, got "plain"; add them, or remove it
    [topic] must be the name of a topic (letters, digits, ., _ and -, and {route}; at most 200 characters), got "a b"; write for example logs-{route}"
  `);
  expect(said('kafka', { ...SMALLEST.kafka, brokers: [] })).toEqual([
    '[brokers] must not be empty, got []; name a broker',
  ]);
});

test('Loki, with labels that are few', () => {
  expect(
    conf('loki', { ...SMALLEST.loki, tenant: 'platform', labels: { cluster: 'eu' }, credentials: { secretName: 'a' } }),
  ).toMatchInlineSnapshot(`
    "<match **>
      @type loki
      @id far-away
      url https://loki.example.com
      tenant platform
      username "#{ENV['OUTPUT_FAR_AWAY_USERNAME']}"
      password "#{ENV['OUTPUT_FAR_AWAY_PASSWORD']}"
      compress gzip
      line_format json
      include_thread_label false
      extra_labels '{"cluster":"eu"}'
      <label>
        namespace $.kubernetes.namespace_name
        container $.kubernetes.container_name
        route $.data_stream.dataset
      </label>
      <buffer tag>
        @type file
        path /var/lib/fluentd/buffer/outputs/far-away
        chunk_limit_size 8m
        total_limit_size 64m
        flush_interval 5s
        flush_thread_count 1
        retry_forever true
        retry_max_interval 30s
        overflow_action throw_exception
      </buffer>
    </match>
    "
  `);
});

test('fails when labels or the tenant of Loki cannot be', () => {
  const wrong = { url: 'loki', tenant: 'a b', labels: { 'a-b': 'x', namespace: 'y' } };
  expect(said('loki', wrong).join('\n')).toMatchInlineSnapshot(`
    "[url] must be a URL that starts with https://, got "loki"; write for example https://loki.example.com
    [tenant] must be the name of a tenant (letters, digits and !-_.*'(), at most 150 characters), got "a b"; correct it
    [labels.a-b] must be a label of your own (letters, digits and _; none of namespace, container, route), got "a-b"; rename it
    [labels.namespace] must be a label of your own (letters, digits and _; none of namespace, container, route), got "namespace"; rename it"
  `);
});
