import { merged } from '../../constructs/fluentd/plugins/definitions';
import type { Definition, PluginSchema, Schemas, SectionSchema } from './schema';
import { UNDECLARED } from './undeclared';

/** A plugin, and what it has in common with others. */
export interface Plugin {
  /** Kind in Fluentd's words, e.g. `input`. */
  readonly kind: string;

  /** Type in Fluentd's words, e.g. `tail`. */
  readonly type: string;

  /** Gem that brings it. */
  readonly gem: string;

  /** What it has beyond its bases. */
  readonly own: PluginSchema;

  /** Everything it has. */
  readonly all: Definition;
}

/** Everything that is generated of Fluentd comes from this. */
export interface Model {
  /** Ordered by type. */
  readonly plugins: readonly Plugin[];

  /** What many plugins have in common, by name; `buffered_output` is what outputs with a `<buffer>` have beyond `output`. */
  readonly bases: Readonly<Record<string, Definition>>;

  /** The directive `<system>`. */
  readonly system: Definition;
}

/**
 * Puts the dumps of all gems and what no dump says together.
 *
 * @throws Error if the dump of Fluentd itself is not there, or not whole
 */
export function model(schemas: Schemas): Model {
  const { bases: { output, ...others } = {}, system } = schemas.fluentd ?? {};
  if (!output || !system)
    throw new Error('the dump of the gem fluentd must have the bases and <system>; dump it again');
  const { '@log_level': logLevel, ...buffering } = output.params ?? {};
  const bases: Record<string, Definition> = {
    ...others,
    output: { params: logLevel && { '@log_level': logLevel } },
    buffered_output: { params: buffering, sections: output.sections },
  };
  const entries = Object.entries(schemas).flatMap(([gem, { plugins }]) =>
    Object.entries(plugins).flatMap(([kind, types]) =>
      Object.entries(types).map(([type, schema]) => ({ gem, kind, type, own: completed(`${kind} ${type}`, schema) })),
    ),
  );
  const named = (name: string): Definition => {
    const plugin = entries.find(({ kind, type }) => `${kind} ${type}` === name);
    return plugin ? everything(plugin.own) : (bases[name] ?? {});
  };
  const everything = (own: PluginSchema) => merged([...own.like.map(named), own]);
  const plugins = entries.map((entry) => ({ ...entry, all: everything(entry.own) }));
  return { plugins: plugins.sort((a, b) => (a.type < b.type ? -1 : 1)), bases, system };
}

/** A plugin of a dump, with what it does not declare, and without a `<buffer>` where it takes none. */
function completed(name: string, schema: PluginSchema): PluginSchema {
  const undeclared = UNDECLARED[name] ?? {};
  const { params, sections = {} } = merged([schema, undeclared]);
  const { buffer, secondary, ...others } = sections;
  const buffering: Record<string, SectionSchema> = { ...(buffer && { buffer }), ...(secondary && { secondary }) };
  return {
    ...schema,
    like: schema.like.flatMap((base) => (base === 'output' && schema.buffered ? [base, 'buffered_output'] : [base])),
    params,
    sections: schema.buffered === false ? others : { ...buffering, ...others },
  };
}
