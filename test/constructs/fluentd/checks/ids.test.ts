import { expect, test } from 'vitest';

import { oneId } from '../../../../constructs/fluentd/checks/ids';
import { sentence } from '../../../../constructs/fluentd/checks/places';
import type { Directive } from '../../../../constructs/fluentd/conf';
import { match, source } from '../../../../constructs/fluentd/plugins';

const mistakes = (...directives: Directive[]) => oneId.check({ directives, surroundings: {} }).map(sentence);
const sample = source.sample({ tag: 'a', '@id': 'a' });

test('an id that another plugin has is refused, of sections as well', () => {
  const copy = match.copy('**', { '@id': 'b', store: { '@type': 'null', '@id': 'a' } });

  expect(mistakes(sample, copy, sample)).toEqual([
    '<match ** @type copy @id b> <store> @id must be the id of one plugin only, got "a" again; choose another',
    '<source @type sample @id a> @id must be the id of one plugin only, got "a" again; choose another',
  ]);
});

test('workers have ids of their own', () => {
  const worker = (argument: string): Directive => ({ name: 'worker', argument, children: [sample] });

  expect(mistakes(worker('0'), worker('1'))).toEqual([]);
});

test('an id that Fluentd finds when it starts is not compared', () => {
  const later = source.sample({ tag: 'a', '@id': { env: 'A' } });

  expect(mistakes(later, later)).toEqual([]);
});
