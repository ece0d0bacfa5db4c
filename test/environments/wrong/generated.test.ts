import fc from 'fast-check';
import { expect, test } from 'vitest';

import { placeOf } from '../../../constructs/core';
import { defineEnvironment, type EnvironmentInput } from '../../../environments';
import { environmentSchema } from '../../../environments/schema';
import { FULL } from './full-environment';
import { at, type Leaf, leavesOf } from './schema-leaves';

/** Treatments, inputs and outputs, which have tests of their own, and values that the sample does not have, since they exclude others. */
const LEFT_OUT = [
  'treatments',
  'inputs',
  'outputs',
  // Not with autoscaling, which the sample has.
  'aggregators.replicas',
  'fluentd.lossBudget.outputOutages',
  'readers',
  'tenants',
  // Conditions, which treatments have as well.
  'monitoring.abnormal.where',
  // As the metrics of a construct.
  'monitoring.logMetrics',
  'fluentd.bufferVolume.emptyDir',
  'fluentd.pod.env.0.value',
  'fluentd.pod.env.1.valueFrom',
];

const leaves = leavesOf(environmentSchema, FULL).filter(
  ({ path }) =>
    !LEFT_OUT.some((left) => path.join('.').startsWith(left)) && at(parentOf(FULL, path), path.at(-1) ?? ''),
);

/** Texts that say anything: no pattern restricts them. */
const FREE = /^fluentd\.pod\.(annotations\..*|env\.1\.value)$/;

/** What no text of an environment can be: no name, size, time, glob, path or word of a list. */
const NO_TEXT = ['No such thing!', 'ä b', '\n'];

/** What is said of `value` at `path`. */
function said(path: Leaf['path'], value: unknown): string[] {
  const environment = structuredClone(FULL) as EnvironmentInput;
  (parentOf(environment, path) as Record<string, unknown>)[path.at(-1) ?? ''] = value;
  try {
    defineEnvironment(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
}

function parentOf(environment: EnvironmentInput, path: Leaf['path']): unknown {
  return path.slice(0, -1).reduce<unknown>((value, key) => at(value, key), environment);
}

/** Whether one of `lines` names the value itself or a part of it. */
function names(lines: readonly string[], path: Leaf['path']): boolean {
  // The name of the environment opens every line.
  if (path[0] === 'name') return lines.some((line) => /^ {2}\[[^\]]*name\] must be /.test(line));
  const place = `  [${placeOf(['production', ...path])}`;
  return lines.some((line) => [']', '.', '['].some((end) => line.startsWith(`${place}${end}`)));
}

test('the sample is right, and nothing is left out of it', () => {
  expect(defineEnvironment(FULL)).toEqual(FULL);
  const missing = leavesOf(environmentSchema, FULL)
    .filter(({ path }) => at(parentOf(FULL, path), path.at(-1) ?? '') === undefined)
    .map(({ path }) => path.join('.'));
  expect(missing.filter((path) => !LEFT_OUT.some((left) => path.startsWith(left)))).toEqual([
    'elasticsearch.nodeSets.0.storageClass',
    'elasticsearch.nodeSets.1.storageClass',
    'retention.standard.snapshotRetention',
    'routes.0.namespaces',
    'routes.0.labels',
    'routes.0.treatments',
    'routes.0.bufferSize',
    'routes.0.to',
    'routes.1.labels',
    'routes.1.treatments',
    'routes.1.bufferSize',
    'routes.1.to',
    'routes.2.labels',
    'routes.2.treatments',
    'routes.2.bufferSize',
    'routes.2.to',
  ]);
});

test('a value of another type is refused with its path', () => {
  let values = 0;
  for (const { path, type } of leaves) {
    fc.assert(
      fc.property(
        fc
          .oneof(
            fc.constant(null),
            fc.boolean(),
            fc.double({ noNaN: true }),
            fc.string(),
            fc.array(fc.nat()),
            fc.dictionary(fc.string(), fc.nat()),
          )
          .filter((value) => typeof value !== type || (value === null && type === 'object')),
        (value) => {
          values += 1;
          // A share and a number are both right there, if they are not too large.
          if (path.at(-1) === 'maxUnavailable' && typeof value === 'number') return true;
          return names(said(path, value), path);
        },
      ),
      { numRuns: 8 },
    );
  }
  expect(values).toBeGreaterThan(200);
});

const texts = leaves.filter(({ path, type }) => type === 'string' && !FREE.test(path.join('.')));

test.each(texts.map(({ path }) => [path.join('.'), path] as const))(
  '%s takes no text that it does not know',
  (_, path) => {
    for (const value of NO_TEXT)
      expect(said(path, value), JSON.stringify(value)).toSatisfy((lines: string[]) => names(lines, path));
  },
);

const numbers = leaves.filter(({ type }) => type === 'number');

test.each(numbers.map(({ path }) => [path.join('.'), path] as const))(
  '%s takes no number that it cannot be',
  (_, path) => {
    for (const value of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10 ** 12]) {
      if (path.at(-1) === 'tolerationSeconds' && Number.isInteger(value)) continue;
      expect(said(path, value), String(value)).toSatisfy((lines: string[]) => names(lines, path));
    }
  },
);

const objects = leaves.filter(
  ({ path, type }) => type === 'object' && !Array.isArray(at(parentOf(FULL, path), path.at(-1) ?? '')),
);

test.each(objects.map(({ path }) => [path.join('.'), path] as const))(
  '%s takes no key that it does not know',
  (_, path) => {
    const value = at(parentOf(FULL, path), path.at(-1) ?? '') as object;
    const open = /(labels|Labels|annotations|nodeSelector|retention)$/.test(path.join('.'));
    expect(said(path, { ...value, 'no such key!': open ? 7 : 'a' })).toSatisfy((lines: string[]) =>
      names(lines, [...path, 'no such key!']),
    );
  },
);
