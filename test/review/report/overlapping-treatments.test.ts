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

test('a container that two select makes them overlap', () => {
  const globs = fc.option(fc.array(fc.constantFrom('a', 'b', 'a*', '*b', '?'), { minLength: 1, maxLength: 2 }), {
    nil: undefined,
  });
  const selection = fc.record({ namespaces: globs, containers: globs });
  const selecting = fc.record({ select: selection, except: fc.option(selection, { nil: undefined }) });
  const name = fc.constantFrom('a', 'b', 'ab');
  fc.assert(
    fc.property(selecting, selecting, name, name, (one, other, namespace, container) => {
      fc.pre(has(one, namespace, container) && has(other, namespace, container));
      const [, overlaps] = overlappingTreatments([
        { ...one, name: 'one' },
        { ...other, name: 'other' },
      ]);
      expect(overlaps?.map(({ first }) => first)).toEqual(['one']);
    }),
    { numRuns: 500 },
  );
});

function has({ select, except }: Omit<Selecting, 'name'>, namespace: string, container: string): boolean {
  return matches(select, namespace, container) && !(except && matches(except, namespace, container));
}

function matches({ namespaces = ['*'], containers = ['*'] }: Selection = {}, namespace: string, container: string) {
  return namespaces.some((glob) => covers(glob, namespace)) && containers.some((glob) => covers(glob, container));
}
