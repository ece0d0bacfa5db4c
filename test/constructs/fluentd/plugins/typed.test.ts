import { expect, test } from 'vitest';

import { filter, match, source } from '../../../../constructs/fluentd/plugins';

const parse = { '@type': 'none' } as const;
const required = { pos_file: '/a', node_name: 'a', route: { name: 'a', data_stream: {} } };

/** Each is refused by the compiler; `npm run typecheck` fails where one of them is not. */
const refused = {
  'a parameter that there is not': () =>
    // @ts-expect-error
    source.tail({ path: '/a', tag: 'a', parse, rotate_wiat: '5s' }),
  'a required parameter that is missing': () =>
    // @ts-expect-error
    source.tail({ tag: 'a', parse }),
  'a required section that is missing': () =>
    // @ts-expect-error
    source.tail({ path: '/a', tag: 'a' }),
  'a unit that Fluentd does not know': () =>
    // @ts-expect-error
    source.tail({ path: '/a', tag: 'a', parse, rotate_wait: '500ms' }),
  'a size with the unit of a time': () =>
    // @ts-expect-error
    source.tail({ path: '/a', tag: 'a', parse, max_line_size: '8s' }),
  'a word that is none of the enum': () =>
    // @ts-expect-error
    source.tail({ path: '/a', tag: 'a', parse, glob_policy: 'sometimes' }),
  'a parameter of another parser': () =>
    // @ts-expect-error
    source.tail({ path: '/a', tag: 'a', parse: { '@type': 'none', expression: '/a/' } }),
  'a parser that there is not': () =>
    // @ts-expect-error
    source.tail({ path: '/a', tag: 'a', parse: { '@type': 'jsno' } }),
  'a parameter of another buffer': () =>
    // @ts-expect-error
    match.file('**', { path: '/a', buffer: { '@type': 'memory', path: '/b' } }),
  'a buffer of an output that has none': () =>
    // @ts-expect-error
    match.relabel('**', { '@label': '@A', buffer: { '@type': 'memory' } }),
  'a buffer in a secondary output': () =>
    // @ts-expect-error
    match.file('**', { path: '/a', secondary: { '@type': 'file', path: '/b', buffer: { '@type': 'memory' } } }),
  'a parameter that must not be used any more': () =>
    // @ts-expect-error
    filter.grep('**', { regexp1: 'a b' }),
  'a label without its sign': () =>
    // @ts-expect-error
    match.relabel('**', { '@label': 'A' }),
  'a regular expression without slashes': () =>
    // @ts-expect-error
    filter.grep('**', { regexp: { key: 'a', pattern: 'b' } }),
  'a parameter of ours that our plugin does not have': () =>
    // @ts-expect-error
    source.containerLogs({ ...required, max_event_sise: '1m' }),
};

test.each(Object.entries(refused))('the compiler refuses %s', (_what, make) => {
  // It is the compiler alone that does.
  expect(make().params).toHaveProperty('@type');
});

test('outputs can be in outputs', () => {
  const copy = match.copy('**', {
    store: [
      { '@type': 'stdout', format: { '@type': 'json' } },
      {
        '@type': 'file',
        path: '/a',
        secondary: { '@type': 'null' },
        buffer: { '@type': 'file', chunk_keys: ['time'] },
      },
    ],
  });

  expect(copy.children?.map(({ params }) => params?.['@type'])).toEqual(['stdout', 'file']);
});
