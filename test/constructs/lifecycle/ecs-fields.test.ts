import { expect, test } from 'vitest';

import { ECS_FIELDS, propertiesOf } from '../../../constructs/lifecycle/ecs-fields';
import { MAPPINGS } from '../../../constructs/lifecycle/mappings';

test('dotted names are objects in each other', () => {
  const [a, b] = [{ type: 'long' }, { type: 'ip' }];
  expect(propertiesOf({ 'x.y.a': a, b, 'x.b': b, 'x.y.b': b })).toEqual({
    b,
    x: { properties: { b, y: { properties: { a, b } } } },
  });
});

test('the mapping has every field of the schema, beside those of the collector', () => {
  for (const [name, field] of Object.entries(ECS_FIELDS)) {
    const path = name.split('.').join('.properties.');
    expect(MAPPINGS.properties).toHaveProperty(path, field);
  }
  expect(MAPPINGS.properties).toMatchObject({
    log: { properties: { offset: { type: 'long' }, level: { type: 'keyword' } } },
    event: { properties: { kind: { type: 'keyword' }, duration: { type: 'long' }, original: { index: false } } },
  });
});

test('nothing on whose type teams disagree is promoted', () => {
  const outer = new Set(Object.keys(ECS_FIELDS).map((name) => name.split('.')[0]));
  for (const name of ['host', 'user', 'labels', 'message', 'kubernetes', 'data_stream'])
    expect(outer).not.toContain(name);
});
