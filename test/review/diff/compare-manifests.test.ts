import { describe, expect, test } from 'vitest';

import { compareManifests, objectOf } from '../../../review/diff/compare-manifests';
import { nameOf } from '../../../review/manifests/kubernetes-object';

const config = (name: string, value: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  key: ${value}\n`;

function summary(before: Record<string, string>, after: Record<string, string>) {
  const { changes, respelled, unchanged } = compareManifests(
    new Map(Object.entries(before)),
    new Map(Object.entries(after)),
  );
  return {
    changes: changes.map((change) => `${change.form} ${nameOf(objectOf(change))}`),
    respelled,
    unchanged: unchanged.length,
  };
}

test('objects are matched by what they are, wherever they stand', () => {
  expect(
    summary(
      { 'a.yaml': `${config('one', 'x')}---\n${config('two', 'x')}---\n${config('three', 'x')}` },
      { 'b.yaml': config('three', 'y'), 'a.yaml': `${config('four', 'x')}---\n${config('one', 'x')}` },
    ),
  ).toEqual({
    changes: ['changed ConfigMap three', 'added ConfigMap four', 'removed ConfigMap two'],
    respelled: 0,
    unchanged: 1,
  });
});

test('another spelling of an object is counted, but is no change', () => {
  expect(summary({ 'a.yaml': config('one', 'x') }, { 'a.yaml': config('one', '"x"') })).toEqual({
    changes: [],
    respelled: 1,
    unchanged: 0,
  });
});

test('another version of a kind is the same object', () => {
  const budget = (version: string) => `apiVersion: policy/${version}\nkind: PodDisruptionBudget\nmetadata: {name: a}\n`;
  expect(summary({ 'a.yaml': budget('v1beta1') }, { 'a.yaml': budget('v1') }).changes).toEqual([]);
});

test('a Job whose name ends in a hash of its content is the same Job', () => {
  const job = (hash: string) => `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: provisioner-${hash}\n`;
  expect(summary({ 'a.yaml': job('9a2cdc29') }, { 'a.yaml': job('1b2c3d4e') }).changes).toEqual([
    'changed Job provisioner-1b2c3d4e',
  ]);
});

test('a List is the objects in it', () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: { name: one }\n`;
  expect(summary({}, { 'a.yaml': list }).changes).toEqual(['added ConfigMap one']);
});

test('comments and empty documents are no objects', () => {
  expect(summary({ 'a.yaml': '# nothing\n---\n---\n' }, { 'a.yaml': '---\n# other\n' }).changes).toEqual([]);
});

describe('refuses', () => {
  test('invalid YAML, with file and line', () => {
    expect(() => summary({}, { 'a.yaml': `${config('one', 'x')}---\nkind: a\n  b: c\n` })).toThrow(
      '[a.yaml:9] must be valid YAML, got an error: bad indentation of a mapping entry; correct the line',
    );
  });

  test('what is no object', () => {
    expect(() => summary({}, { 'a.yaml': 'a: 1\nb: 2\n' })).toThrow(
      '[a.yaml:1] must be an object with apiVersion, kind and metadata.name, got a map with the keys a, b; add them, or keep other files elsewhere',
    );
  });

  test('one object twice', () => {
    expect(() => summary({}, { 'a.yaml': `${config('one', 'x')}---\n${config('one', 'y')}` })).toThrow(
      '[a.yaml:8] must be the only ConfigMap one, got a second one; remove one of them',
    );
  });
});
