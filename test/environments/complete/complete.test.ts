import { App } from 'cdk8s';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { defineEnvironment, type Environment } from '../../../environments';
import { environmentSchema } from '../../../environments/schema';
import { requirePolicies } from '../../../review/policies/require-policies';
import { environmentReport } from '../../../review/report/environment-report';
import { reportText } from '../../../review/report/render';
import { defineStacks } from '../../../stacks/define-stacks';
import { COMPLETE } from '.';
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
