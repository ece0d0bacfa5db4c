import { type Directive, walk } from '../../conf';
import { ALL, type Tags } from './automaton';

/** Tags that a plugin gives to events. */
export interface Emitted {
  /** From the outermost directive to the one that says the tag. */
  readonly path: readonly Directive[];

  /** The tag, as it is written. */
  readonly tag: string;

  /** The tags that this can become. */
  readonly tags: Tags;

  /** Label that gets the events; nothing outside of all. */
  readonly label?: string;

  /** Number of the worker in which it runs; nothing for all. */
  readonly worker?: string;
}

/** What the inputs make of their `tag`: it is the tag, it is a part of it, or a star in it becomes the path of a file. */
const INPUTS: Readonly<Record<string, 'whole' | 'prefix' | 'path'>> = {
  dummy: 'whole',
  exec: 'whole',
  monitor_agent: 'whole',
  sample: 'whole',
  syslog: 'prefix',
  systemd: 'whole',
  tail: 'path',
  tcp: 'whole',
  udp: 'whole',
};

/** What inputs and `rewrite_tag_filter` emit, as far as it is known before they run. */
export function emittedTags(directives: readonly Directive[]): Emitted[] {
  return [...walk(directives)].flatMap(({ directive, path: around }) => {
    const path = [...around, directive];
    if (directive.name === 'source') return ofInput(path, directive);
    return directive.name === 'rule' ? ofRule(path, directive) : [];
  });
}

function ofInput(path: readonly Directive[], { params = {} }: Directive): Emitted[] {
  const kind = INPUTS[String(params['@type'])];
  const { tag, '@label': label } = params;
  if (kind === undefined || typeof tag !== 'string' || !isKnown(label)) return [];
  const tags =
    kind === 'prefix'
      ? { sequence: [{ text: `${tag}.` }, ALL] }
      : kind === 'path'
        ? withHoles(tag, /\*/g, () => ALL)
        : { text: tag };
  return [{ path, tag, tags, ...place(path, label) }];
}

function ofRule(path: readonly Directive[], { params = {} }: Directive): Emitted[] {
  const match = path.at(-2);
  const { tag, label = match?.params?.['@label'] } = params;
  if (match?.params?.['@type'] !== 'rewrite_tag_filter' || typeof tag !== 'string' || !isKnown(label)) return [];
  return [{ path, tag, tags: rewritten(tag, () => ALL), ...place(path, label) }];
}

/** Events without a label of their own go on where they are, e.g. in the label around them. */
function place(path: readonly Directive[], label: string | undefined): Pick<Emitted, 'label' | 'worker'> {
  const named = (name: string) => path.find((directive) => directive.name === name)?.argument;
  const [around, worker] = [named('label'), named('worker')];
  const own = label ?? (typeof around === 'string' ? around : undefined);
  return {
    ...(own !== undefined && own !== '@ROOT' && { label: own }),
    ...(worker !== undefined && { worker: String(worker) }),
  };
}

function isKnown(label: unknown): label is string | undefined {
  return label === undefined || typeof label === 'string';
}

/**
 * The tags that a rule of `rewrite_tag_filter` makes.
 *
 * @param hole what stands for a placeholder
 */
export function rewritten(tag: string, hole: (placeholder: string) => Tags): Tags {
  return withHoles(tag, /\$\{[^}]*\}|__[A-Z_]+(?:\[\d+\])?__|\$\d+/g, hole);
}

function withHoles(tag: string, pattern: RegExp, hole: (found: string) => Tags): Tags {
  const holes = [...tag.matchAll(pattern)];
  const texts = tag.split(pattern);
  return {
    sequence: texts.flatMap((text, index) => [{ text }, ...holes.slice(index, index + 1).map(([h]) => hole(h))]),
  };
}
