import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers } from '../../../constructs/fluentd/globs';
import { overlappingTreatments, type Selecting, type Selection } from '../../../review/report/overlapping-treatments';

test('each treatment with those before it that have some of its containers', () => {
  expect(
    overlappingTreatments([
      { name: 'web', select: { namespaces: ['shop', 'team-*'], containers: ['nginx'] } },
      { name: 'bank', select: { namespaces: ['bank'] }, except: { containers: ['debug-*'] } },
      { name: 'debug', select: { containers: ['debug-*'] }, except: { namespaces: ['kube-*'] } },
      { name: 'b', select: { namespaces: ['*-b'] } },
      { name: 'all' },
    ]),
  ).toEqual([
    [],
    [],
    [],
    [
      { first: 'web', example: 'team-b/nginx' },
      { first: 'debug', example: expect.stringMatching(/-b\/debug-$/) },
    ],
    [
      { first: 'web', example: 'shop/nginx' },
      { first: 'bank', example: 'bank/*' },
      { first: 'debug', example: '*/debug-' },
      { first: 'b', example: '-b/*' },
    ],
  ]);
});

test('labels make treatments overlap, or keep them apart', () => {
  const select = { namespaces: ['shop'], labels: { team: ['a-*'] } };
  expect(
    overlappingTreatments([
      { name: 'a', select },
      { name: 'b', select: { labels: { team: ['b'] } } },
      { name: 'tier', select: { labels: { tier: ['web'] } }, except: { labels: { team: ['b', 'c'] } } },
      { name: 'shop', select: { namespaces: ['shop'] } },
    ]),
  ).toEqual([
    [],
    [],
    [{ first: 'a', example: 'shop/* with team=a-,tier=web' }],
    [
      { first: 'a', example: 'shop/* with team=a-' },
      { first: 'b', example: 'shop/* with team=b' },
      { first: 'tier', example: 'shop/* with tier=web' },
    ],
  ]);
});

test('a container that two select makes them overlap', () => {
  const globs = fc.option(fc.array(fc.constantFrom('a', 'b', 'a*', '*b', '?'), { minLength: 1, maxLength: 2 }), {
    nil: undefined,
  });
  const labels = globs.map((values) => values && { team: values });
  const selection = fc.record({ namespaces: globs, containers: globs, labels });
  const selecting = fc.record({ select: selection, except: fc.option(selection, { nil: undefined }) });
  const name = fc.constantFrom('a', 'b', 'ab');
  fc.assert(
    fc.property(selecting, selecting, fc.tuple(name, name, name), (one, other, container) => {
      fc.pre(has(one, container) && has(other, container));
      const [, overlaps] = overlappingTreatments([
        { ...one, name: 'one' },
        { ...other, name: 'other' },
      ]);
      expect(overlaps?.map(({ first }) => first)).toEqual(['one']);
    }),
    { numRuns: 500 },
  );
});

/** Its namespace, its name and a label of its pod. */
type Container = readonly [namespace: string, container: string, team: string];

function has({ select, except }: Omit<Selecting, 'name'>, container: Container): boolean {
  return matches(select, container) && !(except && matches(except, container));
}

function matches({ namespaces = ['*'], containers = ['*'], labels = {} }: Selection = {}, names: Container) {
  return [namespaces, containers, labels.team ?? ['*']].every((globs, index) =>
    globs.some((glob) => covers(glob, names[index] ?? '')),
  );
}
