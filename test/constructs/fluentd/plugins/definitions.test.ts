import { expect, test } from 'vitest';

import { catalogue } from '../../../../constructs/fluentd/plugins/catalogue.generated';
import { definitionOf, type Kind, merged, type Param } from '../../../../constructs/fluentd/plugins/definitions';

const known = catalogue();

test('a plugin has its own parameters, and those that it shares with others', () => {
  const tail = definitionOf(known, 'input', 'tail');

  expect(tail?.params?.path).toEqual({ type: 'string', required: true });
  expect(tail?.params?.['@log_level']).toEqual({ type: 'string', alias: 'log_level' });
  expect(tail?.sections?.parse).toMatchObject({ plugin: 'parser', multi: true, required: true });
});

test('a plugin that inherits from another one has everything of it', () => {
  const stream = definitionOf(known, 'output', 'elasticsearch_data_stream');

  expect(stream?.params).toMatchObject({
    data_stream_name: { type: 'string', required: true },
    hosts: { type: 'string' },
  });
  expect(stream?.sections?.buffer?.params?.retry_forever).toEqual({ type: 'bool' });
});

test('an output has a buffer only if it writes chunks', () => {
  expect(Object.keys(definitionOf(known, 'output', 'relabel')?.sections ?? {})).toEqual([]);
  expect(Object.keys(definitionOf(known, 'output', 'null')?.sections ?? {})).toEqual(['buffer', 'secondary']);
});

test.each(['nothing', 'constructor', '__proto__', ''])('there is no plugin %j', (type) => {
  expect(definitionOf(known, 'output', type)).toBeUndefined();
});

test('every base that a plugin names is there', () => {
  const names = Object.values(known.plugins).flatMap((types) => Object.values(types).flatMap(({ like }) => like));
  const missing = names.filter((name) => {
    const [kind, type] = name.split(' ');
    return type === undefined ? !known.bases[name] : !definitionOf(known, kind as Kind, type);
  });

  expect(missing).toEqual([]);
});

test('merging replaces parameters and adds to sections', () => {
  const string = { type: 'string' } as const;
  const bool = { type: 'bool' } as const;

  expect(
    merged<Param>([
      { params: { a: string, b: string }, sections: { c: { multi: true, params: { d: string } } } },
      { params: { b: bool }, sections: { c: { required: true, params: { e: bool } }, f: {} } },
    ]),
  ).toEqual({
    params: { a: string, b: bool },
    sections: { c: { multi: true, required: true, params: { d: string, e: bool }, sections: {} }, f: {} },
  });
});
