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
  http: { url: 'https://web.example.com' },
  file: { hostPath: '/data/logs', deleteMinAge: '7d' },
  stdout: {},
};

test.each(OUTPUT_KIND_NAMES)('%s has a configuration without mistakes, and says whether it has a buffer', (name) => {
  const { match, mistakes, isBuffered } = OUTPUT_KINDS[name] as OutputKind<unknown>;
  const directive = match(SMALLEST[name], OWN);
  expect(mistakes(SMALLEST[name])).toEqual([]);
  expect(configurationMistakes([directive, ...chain([], [deadLetters('64Mi')])])).toEqual([]);
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
