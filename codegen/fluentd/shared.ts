import type { Model } from './model';
import type { SectionSchema } from './schema';

/** A section that many plugins have. */
export interface SharedSection {
  /** Its name in the configuration. */
  readonly name: string;

  /** Name of its type. */
  readonly type: string;

  /** What it is without what single plugins add. */
  readonly section: SectionSchema;
}

/** Sections of helpers and of outputs, by the base that brings them. */
const BASES: Readonly<Record<string, readonly string[]>> = {
  parse: ['parse'],
  format: ['format'],
  inject: ['inject'],
  extract: ['extract'],
  transport: ['transport'],
  service_discovery: ['service_discovery'],
  state: ['storage'],
  buffered_output: ['buffer', 'secondary'],
};

const TYPES: Readonly<Record<string, string>> = {
  parse: 'Parse',
  format: 'Format',
  inject: 'Inject',
  extract: 'Extract',
  transport: 'Transport',
  service_discovery: 'ServiceDiscovery',
  storage: 'Storage',
  buffer: 'Buffer',
  secondary: 'Secondary',
  store: 'Store',
  pattern: 'Pattern',
};

/**
 * The sections that have one type for all plugins, by name.
 *
 * @throws Error if a dump does not have one of them
 */
export function sharedSections({ bases, plugins }: Model): ReadonlyMap<string, SharedSection> {
  const ofBases = Object.entries(BASES).flatMap(([base, names]) =>
    names.map((name) => [name, bases[base]?.sections?.[name]] as const),
  );
  const ofPlugins = (['output copy store', 'parser multi_format pattern'] as const).map((path) => {
    const [kind, type, name = ''] = path.split(' ');
    return [
      name,
      plugins.find((plugin) => plugin.kind === kind && plugin.type === type)?.all.sections?.[name],
    ] as const;
  });
  return new Map(
    [...ofBases, ...ofPlugins].map(([name, section]) => {
      if (!section) throw new Error(`the dumps must have the section <${name}>; dump them again`);
      return [name, { name, section, type: TYPES[name] ?? name }];
    }),
  );
}
