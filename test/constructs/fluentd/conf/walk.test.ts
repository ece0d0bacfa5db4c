import { expect, test } from 'vitest';

import { type Directive, walk } from '../../../../constructs/fluentd/conf';

test('every directive is met once, in the order of the file, with those around it', () => {
  const buffer: Directive = { name: 'buffer' };
  const match: Directive = { name: 'match', children: [{ name: 'format' }, buffer] };
  const tree: Directive[] = [{ name: 'label', children: [{ name: 'filter' }, match] }, { name: 'source' }];
  const met = [...walk(tree)].map(({ directive, path }) => [...path, directive].map(({ name }) => name).join(' '));
  expect(met).toEqual(['label', 'label filter', 'label match', 'label match format', 'label match buffer', 'source']);
  expect([...walk(tree)].find(({ directive }) => directive === buffer)?.path.at(-1)).toBe(match);
});
