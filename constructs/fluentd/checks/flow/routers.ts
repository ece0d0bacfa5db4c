import type { Directive } from '../../conf';
import { type TagPattern, tagPattern } from './tag-pattern';

/** What decides where the events of a label go, or those outside of all labels: the first `<match>` that takes a tag. */
export interface Router {
  /** Name of the label; nothing outside of all. */
  readonly label?: string;

  /** Number of the worker in whose `<worker>` it is; nothing outside of all. */
  readonly worker?: string;

  /** Filters and matches in their order. */
  readonly steps: readonly Step[];

  /** Whether it has all of its filters and matches: a file that it includes may have others. */
  readonly isWhole: boolean;
}

/** A `<filter>` or `<match>`. */
export interface Step {
  /** From the outermost directive to this one. */
  readonly path: readonly Directive[];

  /** The directive. */
  readonly directive: Directive;

  /** The tags that it takes. */
  readonly pattern: TagPattern;

  /** The matches in front of it, whose events never get to it. */
  readonly before: readonly Step[];
}

/** All routers of a configuration. */
export function routersOf(directives: readonly Directive[]): Router[] {
  const isWhole = !includes(directives);
  const root = router(directives, [], [], { isWhole });
  const workers = directives.filter(({ name }) => name === 'worker');
  return [
    root,
    ...labels(directives, [], {}),
    ...workers.flatMap((worker) => {
      const { children = [] } = worker;
      const own = { worker: String(worker.argument ?? '') };
      // Those of a worker stand behind those of all.
      return [
        router(children, [worker], root.steps, { ...own, isWhole: isWhole && !includes(children) }),
        ...labels(children, [worker], own),
      ];
    }),
  ];
}

function labels(directives: readonly Directive[], around: readonly Directive[], own: Pick<Router, 'worker'>): Router[] {
  return directives
    .filter(({ name }) => name === 'label')
    .map((label) => {
      const { argument, children = [] } = label;
      const facts = { ...own, label: typeof argument === 'string' ? argument : '', isWhole: !includes(children) };
      return router(children, [...around, label], [], facts);
    });
}

function router(
  directives: readonly Directive[],
  around: readonly Directive[],
  inFront: readonly Step[],
  facts: Omit<Router, 'steps'>,
): Router {
  const matches = inFront.filter(({ directive }) => directive.name === 'match');
  const steps: Step[] = [];
  for (const directive of directives.filter(({ name }) => name === 'filter' || name === 'match')) {
    const path = [...around, directive];
    const step = { path, directive, pattern: tagPattern(directive.argument), before: [...matches] };
    steps.push(step);
    if (directive.name === 'match') matches.push(step);
  }
  return { ...facts, steps };
}

function includes(directives: readonly Directive[]): boolean {
  return directives.some(({ name }) => name === '@include');
}

/** What stands in front of the steps of a router, as far as it is known to take tags. */
export function leastOf(steps: readonly Step[]) {
  return steps.map(({ pattern }) => pattern.least);
}
