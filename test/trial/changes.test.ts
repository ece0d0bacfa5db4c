import { expect, test } from 'vitest';
import { changesBetween, fieldsOf } from '../../trial/changes';

test('fields are what has no others in it', () => {
  expect([...fieldsOf({ a: { b: 1, c: { d: [{ e: 2 }] } }, f: null, g: {} })]).toEqual([
    ['a.b', 1],
    ['a.c.d', [{ e: 2 }]],
    ['f', null],
    ['g', {}],
  ]);
});

test('fields are added, changed and removed', () => {
  expect(changesBetween({ a: 1, b: { c: 'x' }, d: [1], _treatment: 'web' }, { a: 2, d: [1], e: { f: true } })).toEqual([
    { path: 'a', before: 1, after: 2 },
    { path: 'b.c', before: 'x' },
    { path: 'e.f', after: true },
  ]);
});
