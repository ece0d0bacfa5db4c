import fc from 'fast-check';
import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import { commonName } from '../../../../constructs/fluentd/globs';
import { coverageMistakes } from '../../../../constructs/fluentd/treatments/coverage';
import type { Selection } from '../../../../constructs/fluentd/treatments/selection';
import type { Treatment } from '../../../../constructs/fluentd/treatments/treatment';
import { said } from './said';

const mistakes = (...selections: Omit<Treatment, 'name'>[]) =>
  coverageMistakes(
    selections.map((selection, index) => ({ ...selection, name: `t${index}` })),
    placeOf,
  );

test.each<[string, Omit<Treatment, 'name'>[]]>([
  ['the rest comes last', [{ select: { namespaces: ['shop'] } }, {}]],
  ['some containers are left', [{ select: { containers: ['nginx'] } }, { select: { namespaces: ['shop'] } }]],
  ['some namespaces are left', [{ select: { namespaces: ['a'] } }, { select: { namespaces: ['a', 'b'] } }]],
  ['some labels are left', [{ select: { labels: { team: ['a'] } } }, { select: { namespaces: ['shop'] } }]],
  ['another label is asked for', [{ select: { labels: { team: ['a'] } } }, { select: { labels: { tier: ['a'] } } }]],
  [
    'their labels were excepted before',
    [{ except: { labels: { team: ['a*'] } } }, { select: { labels: { team: ['ab', 'c'], tier: ['x'] } } }],
  ],
  ['they were excepted before', [{ except: { namespaces: ['shop'] } }, { select: { namespaces: ['shop'] } }]],
])('without mistakes when %s', (_, selections) => {
  expect(mistakes(...selections)).toEqual([]);
});

test('what no container has is told with those that have all of them', () => {
  expect(said(mistakes({}, { select: { namespaces: ['shop'] } }))).toBe(
    '[1] must select a container that none before it selects, got {"namespaces":["shop"]} after [0]; move it before, narrow the others, or remove it',
  );
  expect(
    said(
      mistakes(
        { select: { labels: { team: ['a*'] } }, except: { labels: { team: ['ax'] } } },
        { select: { namespaces: ['shop'], labels: { team: ['ab', 'ac'], tier: ['web'] } } },
      ),
    ),
  ).toBe(
    '[1] must select a container that none before it selects, got {"namespaces":["shop"],"labels":{"team":["ab","ac"],"tier":["web"]}} after [0]; move it before, narrow the others, or remove it',
  );
  expect(
    said(
      mistakes(
        { select: { namespaces: ['a'] } },
        { select: { namespaces: ['team-*'] }, except: { namespaces: ['other'] } },
        { select: { namespaces: ['a', 'team-b'], containers: ['x'] } },
      ),
    ),
  ).toBe(
    '[2] must select a container that none before it selects, got {"namespaces":["a","team-b"],"containers":["x"]} after [0], [1]; move it before, narrow the others, or remove it',
  );
});

test('the first five of those that have all of them are told, in their order', () => {
  const names = ['f', 'e', 'd', 'c', 'b', 'a'];
  expect(
    said(
      mistakes(...[...names].reverse().map((name) => ({ select: { namespaces: [name, 'other'] } })), {
        select: { namespaces: names },
      }),
    ),
  ).toMatch(/ after \[0\], \[1\], \[2\], \[3\], \[4\]; move/);
});

test('nobody is told who has a container', () => {
  const name = fc.constantFrom('a', 'b', 'ab');
  const globs = fc.option(fc.array(fc.constantFrom('a', 'b', 'a*', '*b', '?'), { minLength: 1, maxLength: 2 }), {
    nil: undefined,
  });
  const labels = globs.map((values) => values && { team: values });
  const selection = fc.record({ namespaces: globs, containers: globs, labels });
  const treatment = fc.record({ select: selection, except: fc.option(selection, { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(treatment, { maxLength: 5 }), name, name, name, (treatments, ...container) => {
      const first = treatments.findIndex(
        ({ select, except }) => matches(select, ...container) && !(except && matches(except, ...container)),
      );
      expect(mistakes(...treatments).some(({ path }) => path[0] === first)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

function matches(
  { namespaces = ['*'], containers = ['*'], labels = {} }: Selection,
  namespace: string,
  container: string,
  team: string,
): boolean {
  const any = (globs: readonly string[], text: string) => globs.some((glob) => commonName(glob, text) === text);
  return any(namespaces, namespace) && any(containers, container) && any(labels.team ?? ['*'], team);
}
