import { type Directive, walk } from '../conf';
import type { Mistake } from './places';
import type { ConfigurationRule } from './rule';

/** Ids that are given twice, with which Fluentd does not start: buffers and metrics are told apart by them. */
export const oneId: ConfigurationRule = {
  name: 'one-id',
  severity: 'error',
  reason: 'Fluentd does not start with two plugins of one id: buffers and metrics are told apart by it.',
  check: ({ directives }) => idMistakes(directives),
};

function idMistakes(directives: readonly Directive[]): Mistake[] {
  const first = new Set<string>();
  return [...walk(directives)].flatMap(({ directive, path }) => {
    const id = directive.params?.['@id'];
    if (typeof id !== 'string') return [];
    // Each worker has its own.
    const worker = path.find(({ name }) => name === 'worker')?.argument ?? '';
    const key = JSON.stringify([worker, id]);
    if (!first.has(key)) {
      first.add(key);
      return [];
    }
    const text = `must be the id of one plugin only, got ${JSON.stringify(id)} again; choose another`;
    return [{ path: [...path, directive], param: '@id', text }];
  });
}
