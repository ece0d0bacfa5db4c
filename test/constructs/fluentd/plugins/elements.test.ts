import { expect, test } from 'vitest';

import { render } from '../../../../constructs/fluentd/conf';
import { filter, match, source, system } from '../../../../constructs/fluentd/plugins';
import { catalogue } from '../../../../constructs/fluentd/plugins/catalogue.generated';

test('a source has its type first, then its parameters, then its sections', () => {
  expect(
    source.tail({
      '@id': 'logs',
      parse: { '@type': 'cri', time_format: '%s' },
      path: '/a,/b',
      tag: 'a',
      rotate_wait: '5s',
    }),
  ).toEqual({
    name: 'source',
    params: { '@type': 'tail', '@id': 'logs', path: '/a,/b', tag: 'a', rotate_wait: '5s' },
    children: [{ name: 'parse', params: { '@type': 'cri', time_format: '%s' } }],
  });
});

test('filters and outputs have a pattern', () => {
  expect(filter.dedot('a.**')).toEqual({ name: 'filter', argument: 'a.**', params: { '@type': 'dedot' } });
  expect(match.relabel('**', { '@label': '@A' })).toEqual({
    name: 'match',
    argument: '**',
    params: { '@type': 'relabel', '@label': '@A' },
  });
  expect(match.null('**')).toEqual({ name: 'match', argument: '**', params: { '@type': 'null' } });
});

test('settings of Fluentd have no type', () => {
  expect(system({ root_dir: '/a', log: { format: 'json' } })).toEqual({
    name: 'system',
    params: { root_dir: '/a' },
    children: [{ name: 'log', params: { format: 'json' } }],
  });
});

test('the keys of a buffer stand behind its name', () => {
  const withKeys = (chunk_keys?: readonly string[]) =>
    match.file('**', { path: '/a', buffer: { '@type': 'file', chunk_keys } });

  expect(withKeys(['tag', 'time']).children).toEqual([
    { name: 'buffer', argument: 'tag,time', params: { '@type': 'file' } },
  ]);
  expect(withKeys([]).children).toEqual([{ name: 'buffer', argument: '[]', params: { '@type': 'file' } }]);
  expect(withKeys().children).toEqual([{ name: 'buffer', params: { '@type': 'file' } }]);
});

test('a section may be there several times', () => {
  const grep = filter.grep('**', {
    exclude: [
      { key: 'a', pattern: '/b/' },
      { key: 'c', pattern: '/d/i' },
    ],
  });

  expect(grep.children).toEqual([
    { name: 'exclude', params: { key: 'a', pattern: '/b/' } },
    { name: 'exclude', params: { key: 'c', pattern: '/d/i' } },
  ]);
});

test('a hash is written as JSON, an object of the same form elsewhere is a section', () => {
  const { params, children } = match.elasticsearch('**', { custom_headers: { env: 'a', b: 'c' }, metadata: {} });

  expect(params).toEqual({ '@type': 'elasticsearch', custom_headers: '{"env":"a","b":"c"}' });
  expect(children).toEqual([{ name: 'metadata' }]);
});

test('numbers of a list are written as text', () => {
  expect(match.http('**', { endpoint: 'http://a', retryable_response_codes: [429, 503] }).params).toEqual({
    '@type': 'http',
    endpoint: 'http://a',
    retryable_response_codes: ['429', '503'],
  });
});

test('an environment variable is a value wherever a section cannot be', () => {
  const { params, children } = match.elasticsearch('**', {
    password: { env: 'A' },
    api_key: { env: 'B', base64: true },
  });

  expect(params).toEqual({ '@type': 'elasticsearch', password: { env: 'A' }, api_key: { env: 'B', base64: true } });
  expect(children).toBeUndefined();
});

test('what is undefined is left out, comments stand before', () => {
  expect(
    render([
      source.exec({
        comment: 'Says hello',
        command: 'echo hello',
        tag: undefined,
        parse: { '@type': 'none', comment: 'As it is' },
      }),
    ]),
  ).toBe(
    [
      '# Says hello',
      '<source>',
      '  @type exec',
      "  command 'echo hello'",
      '  # As it is',
      '  <parse>',
      '    @type none',
      '  </parse>',
      '</source>',
      '',
    ].join('\n'),
  );
});

test('a record has fields of any name', () => {
  expect(filter.recordTransformer('**', { record: { a: '${tag}', b: 1 } }).children).toEqual([
    { name: 'record', params: { a: '${tag}', b: 1 } },
  ]);
});

test('every input, filter and output has a function', () => {
  const { input, filter: filters, output } = catalogue().plugins;
  const inputs = Object.values(source).map((make) => make({} as never));
  const others = [...Object.values(filter), ...Object.values(match)].map((make) => make('**', {} as never));
  const types = (name: string) =>
    [...inputs, ...others].filter((made) => made.name === name).map(({ params }) => params?.['@type']);

  expect(types('source').sort()).toEqual(Object.keys(input).sort());
  expect(types('filter').sort()).toEqual(Object.keys(filters).sort());
  expect(types('match').sort()).toEqual(Object.keys(output).sort());
});
