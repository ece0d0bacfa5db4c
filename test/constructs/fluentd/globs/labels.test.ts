import fc from 'fast-check';
import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import {
  commonLabels,
  covers,
  type LabelGlobs,
  labelGlobMistakes,
  labelsCover,
  labelText,
} from '../../../../constructs/fluentd/globs';

test('what no label can be is refused, each with its place', () => {
  expect(labelGlobMistakes({ team: ['a', 'Cart-*_?.x', ''], 'example.com/x': ['*'] }, ['labels'])).toEqual([]);
  expect(labelGlobMistakes(undefined, ['labels'])).toEqual([]);
  const wrong = { '-a': ['x'], b: [], c: ['ok', 'a b', '-x', 'x'.repeat(64)] };
  const said = (labels: LabelGlobs) =>
    labelGlobMistakes(labels, ['labels']).map(({ path, message }) => `${placeOf(path)} ${message}`);
  expect(said({})).toEqual(["labels must name a label, got {}; write for example { team: ['cart'] }, or leave it out"]);
  expect(said(wrong)).toMatchInlineSnapshot(`
    [
      "labels.-a must be under a key such as team or example.com/team (letters, digits, -, _ and ., at most 63 characters after the slash), got "-a"; correct it",
      "labels.b must not be empty, got [], which matches nothing; name one, or write ['*'] for any value",
      "labels.c[1] must be a glob of values of labels (letters, digits, -, _, ., * and ?, first and last none of -, _ and ., at most 63 characters), got "a b"; correct it",
      "labels.c[2] must be a glob of values of labels (letters, digits, -, _, ., * and ?, first and last none of -, _ and ., at most 63 characters), got "-x"; correct it",
      "labels.c[3] must be a glob of values of labels (letters, digits, -, _, ., * and ?, first and last none of -, _ and ., at most 63 characters), got "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"; correct it",
    ]
  `);
});

test('labels with which a pod matches both', () => {
  expect(commonLabels({ team: ['a', 'b-*'] }, { team: ['c', 'b-?'], tier: ['web'] })).toEqual({
    team: 'b-x',
    tier: 'web',
  });
  expect(commonLabels({ team: ['a'] }, { team: ['b'], tier: ['web'] })).toBeUndefined();
  expect(commonLabels({ constructor: ['a'] }, { team: ['b'] })).toEqual({ constructor: 'a', team: 'b' });
  expect(labelsCover({ constructor: ['a'] }, { team: ['b'] })).toBe(false);
  expect(commonLabels({ team: ['*'], tier: [''] }, undefined)).toEqual({ team: 'x', tier: '' });
  expect(labelText({ team: 'a', 'example.com/x': '' })).toBe('team=a,example.com/x=');
});

test('a pod that matches both makes them meet, and one that only the narrow one has is not covered', () => {
  const globs = fc.array(fc.constantFrom('a', 'b', 'a*', '*b', '?', ''), { minLength: 1, maxLength: 2 });
  const labels = fc.dictionary(fc.constantFrom('x', 'y'), globs, { noNullPrototype: true });
  const value = fc.option(fc.constantFrom('', 'a', 'b', 'ab'), { nil: undefined });
  fc.assert(
    fc.property(labels, labels, fc.record({ x: value, y: value }), (one, other, pod) => {
      if (matches(one, pod) && matches(other, pod)) expect(commonLabels(one, other)).toBeDefined();
      if (matches(other, pod) && !matches(one, pod)) expect(labelsCover(one, other)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

function matches(labels: LabelGlobs, pod: Readonly<Record<string, string | undefined>>): boolean {
  return Object.entries(labels).every(([key, globs]) => {
    const value = pod[key];
    return value !== undefined && globs.some((glob) => covers(glob, value));
  });
}
