import { expect, test } from 'vitest';

import { parseYaml, tryParse } from '../../../review/manifests/yaml';

test.each<[string, unknown]>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['yes', true],
  ['off', false],
  ['"true"', 'true'],
  ['y', 'y'],
  ['0644', 420],
  ['0o644', 420],
  ['288', 288],
  ['-5', -5],
  ['+5', 5],
  ['0', 0],
  ['0x1F', 31],
  ['1.5', 1.5],
  ['1e3', 1000],
  ['08', 8],
  ['1Gi', '1Gi'],
  ['12:30', '12:30'],
  ['2020-01-01', '2020-01-01'],
  ['~', null],
  ['1_000', '1_000'],
])('%s is %j', (text, value) => {
  expect(parseYaml(`a: ${text}`, 'a.yaml')).toEqual({ a: value });
});

test('anchors are followed', () => {
  expect(parseYaml('a: &a {b: 1}\nc: *a\n', 'a.yaml')).toEqual({ a: { b: 1 }, c: { b: 1 } });
});

test('a mistake is named with its line', () => {
  expect(() => parseYaml('a: 1\nb: [\nc: 2\n', 'a.yaml', 10)).toThrow(
    /^\[a\.yaml:1\d\] must be valid YAML, got an error: .+; correct the line$/,
  );
  expect(tryParse('b: [')).toBeUndefined();
});
