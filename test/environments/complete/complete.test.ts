import { App } from 'cdk8s';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { defineEnvironment, type Environment, EnvironmentError, type EnvironmentInput } from '../../../environments';
import { environmentSchema } from '../../../environments/schema';
import { requirePolicies } from '../../../review/policies/require-policies';
import { environmentReport } from '../../../review/report/environment-report';
import { reportText } from '../../../review/report/render';
import { defineStacks } from '../../../stacks/define-stacks';
import { COMPLETE } from '.';
import { onAggregators } from './on-aggregators';
import { unusedKeys } from './unused-keys';

function objectsOf(environment: Environment) {
  return defineStacks(new App(), environment).charts.flatMap((chart) => chart.toJson());
}

test('every key of an environment is used in one of these', () => {
  expect(unusedKeys(environmentSchema, COMPLETE)).toEqual([]);
});

test('keys that are not used are found', () => {
  const schema = z.object({
    a: z.object({ b: z.number().optional(), c: z.number() }).optional(),
    d: z.array(z.union([z.string(), z.object({ e: z.string().optional(), f: z.number().default(1) })])),
    g: z.record(z.string(), z.object({ h: z.string() })),
  });
  expect(unusedKeys(schema, [])).toEqual(['a', 'd', 'g']);
  expect(unusedKeys(schema, [{ a: { c: 1 }, d: ['x'], g: { x: {} } }])).toEqual(['a.b', 'd[].e', 'd[].f', 'g.*.h']);
  expect(unusedKeys(schema, [{ a: { b: 1, c: 1 } }, { d: [{ e: '', f: 1 }], g: { x: { h: '' } } }])).toEqual([]);
});

test.each(COMPLETE.map((input) => [input.name, input] as const))(
  '%s is synthesised and breaks no policy',
  (name, input) => {
    const objects = objectsOf(defineEnvironment(input));
    expect(() => requirePolicies([{ name, objects }])).not.toThrow();
  },
);

test.each(COMPLETE.map((input) => [input.name, input] as const))(
  'the report of %s has a value in each place',
  (name, input) => {
    const text = reportText(
      environmentReport(name, objectsOf(defineEnvironment(input)), { bytesPerSecond: 1, nodes: 10 }),
    );
    expect(text).toContain('Loss budget');
    expect(text).not.toMatch(/undefined|NaN|null|\[object/);
  },
);

test('buffers of aggregators are on no node, and autoscaled pods are counted by their autoscaler', () => {
  const objects = objectsOf(defineEnvironment(onAggregators));
  const report = environmentReport('shop', objects, { bytesPerSecond: 100_000, nodes: 10 });
  expect(report.totals).toContainEqual({ name: 'log buffer on each node', unit: 'bytes', value: 5 * 2 ** 30 });
  expect(report.lossBudget).toMatchObject({
    bufferBytes: 5 * 2 ** 30,
    outputs: [{ name: 'archive', of: 'aggregators', bytes: 2 * 2 ** 30, whenFull: 'wait' }],
  });
  const [{ seconds = 0 } = {}] = report.lossBudget.outputs;
  // Two aggregators hold 2 GiB each of what ten nodes write, and then the nodes what they can.
  expect(seconds - report.lossBudget.seconds).toBe(Math.floor((2 * 2 * 2 ** 30) / (10 * 100_000 * 3.5)));
  const text = reportText(report);
  expect(text).toMatch(/StatefulSet logging\/fluentd-aggregator +2 to 10 /);
  expect(text).toContain('  buffer on a node  logs of a node  aggregators may be away  Fluentd may be away\n');
  expect(text).toMatch(/archive +2 GiB on each aggregator +/);
});

test('with aggregators it is these that need room for the parts of routes and outputs', () => {
  const { routes = [], fluentd, aggregators } = onAggregators;
  const small: EnvironmentInput = {
    ...onAggregators,
    routes: routes.map((route) => (route.name === 'network' ? { ...route, bufferSize: '2Gi' } : route)),
    fluentd: { ...fluentd, bufferSize: '1Gi' },
  };
  expect(() => objectsOf(defineEnvironment(small))).not.toThrow();
  const lossBudget = { rate: '1Mi', elasticsearchOutage: '10m', outputOutages: { archive: '1h' } } as const;
  const wrong: EnvironmentInput = {
    ...small,
    fluentd: { ...fluentd, bufferSize: '1Gi', lossBudget },
    aggregators: { ...aggregators, storage: '4Gi' },
  };
  expect(() => defineEnvironment(wrong)).toThrow(
    new EnvironmentError("environment 'on-aggregators' is not valid (3 mistakes):", [
      '[on-aggregators.fluentd.lossBudget.elasticsearchOutage] must be at most 332s, which bufferSize 1Gi and the files of the kubelet hold at 1Mi a second, got 10m; raise bufferSize to 1966Mi, or lower it',
      '[on-aggregators.fluentd.lossBudget.outputOutages] must not be given with aggregators, which hold what outputs do not take for all nodes together, got {"archive":"1h"}; leave it out, efk report says how long they may be away',
      '[on-aggregators.aggregators.storage] must be at least 4934Mi (3 chunks of 8Mi, 4096Mi of routes and outputs, 64Mi of dead letters, 256Mi for the rest and a tenth for the file system), got 4Gi; raise it',
    ]),
  );
});
