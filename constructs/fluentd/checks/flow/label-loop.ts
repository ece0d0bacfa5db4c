import type { Directive } from '../../conf';
import type { Mistake } from '../places';
import type { ConfigurationRule } from '../rule';
import type { Tags } from './automaton';
import { type Router, routersOf, type Step } from './routers';
import { someTag } from './tag-language';

/** More labels in a ring than this are not followed. */
const LONGEST_RING = 8;

/** The router outside of all labels. */
const ROOT = '@ROOT';

/**
 * Labels that send events round. The first event that gets there ends in a `SystemStackError`: logged, and lost, or read
 * again for ever.
 */
export const labelLoop: ConfigurationRule = {
  name: 'label-loop',
  severity: 'error',
  reason: 'An event that comes back to the label where it was never arrives.',
  check: ({ directives }) => {
    const routers = routersOf(directives);
    const workers = [...new Set(routers.map(({ worker }) => worker))];
    return workers.flatMap((worker) => rings(routers.filter((router) => router.worker === worker)));
  },
};

/** From a label to another one, with the tags unchanged. */
interface Passage {
  readonly step: Step;
  readonly from: string;
  readonly to: string;
}

function rings(routers: readonly Router[]): Mistake[] {
  const passages = routers.flatMap(({ steps, label: from = ROOT }) =>
    steps.flatMap((step) => targets(step.directive, from).map((to): Passage => ({ step, from, to }))),
  );
  return passages.flatMap((first, index) => {
    // Each ring is told once, where it begins.
    const ring = ringFrom([first], passages.slice(index));
    if (!ring) return [];
    const way = ring.map(({ to }) => to).join(', ');
    const tag = JSON.stringify(someTag(...meeting(ring)));
    const text = `must not send events back to where they were, got ${way} for tags such as ${tag}; send them to a label that ends with an output`;
    return [{ path: first.step.path, text }];
  });
}

/** The ring that a way becomes, if events can go round in it. */
function ringFrom(way: readonly [Passage, ...Passage[]], passages: readonly Passage[]): readonly Passage[] | undefined {
  if (!someTag(...meeting(way))) return undefined;
  const to = way.at(-1)?.to;
  if (to === way[0].from) return way;
  if (way.length >= LONGEST_RING) return undefined;
  for (const next of passages) {
    if (next.from !== to || way.some(({ from }) => from === next.from)) continue;
    const ring = ringFrom([...way, next], passages);
    if (ring) return ring;
  }
  return undefined;
}

/** The tags of events that go all of the way: in the patterns, and in none of those above. */
function meeting(way: readonly Passage[]): [Tags[], Tags[]] {
  return [way.map(({ step }) => step.pattern.least), way.flatMap(({ step }) => step.before.map((m) => m.pattern.most))];
}

/** Labels to which a `<match>` passes events as they are; `from` if it does not say. */
function targets({ name, params = {}, children = [] }: Directive, from: string): string[] {
  if (name !== 'match' && name !== 'store') return [];
  if (params['@type'] === 'copy') return children.flatMap((child) => targets(child, from));
  const { '@type': type, '@label': label = from } = params;
  return type === 'relabel' && typeof label === 'string' ? [label] : [];
}
