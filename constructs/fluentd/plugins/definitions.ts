/** What a plugin is for, in Fluentd's words; `sd` finds servers. */
export type Kind = 'input' | 'output' | 'filter' | 'buffer' | 'parser' | 'formatter' | 'storage' | 'sd' | 'metrics';

/** How Fluentd reads the value of a parameter; `any` means that the plugin reads the text itself. */
export type ParamType =
  | 'any'
  | 'array'
  | 'bool'
  | 'enum'
  | 'float'
  | 'hash'
  | 'integer'
  | 'regexp'
  | 'size'
  | 'string'
  | 'time';

/** A parameter, as far as a configuration can be wrong about it. */
export interface Param {
  /** How its value is read. */
  readonly type: ParamType;

  /** Type of the elements of an array, or of the values of a hash; undefined if they may be anything. */
  readonly value_type?: ParamType;

  /** What an enum may be. */
  readonly list?: readonly string[];

  /** Whether it must be given. */
  readonly required?: boolean;

  /** Another name of it. */
  readonly alias?: string;

  /** Whether Fluentd hides it in its log. */
  readonly secret?: boolean;

  /** What to use instead, where Fluentd refuses it. */
  readonly obsoleted?: string;

  /** What holds without it; known of `@type` only. */
  readonly default?: string;
}

/** Parameters and sections of something that Fluentd configures. */
export interface Definition<P = Param> {
  /** By name. */
  readonly params?: Readonly<Record<string, P>>;

  /** By name. */
  readonly sections?: Readonly<Record<string, Section<P>>>;
}

/** A section of a plugin. */
export interface Section<P = Param> extends Definition<P> {
  /** Whether there must be one. */
  readonly required?: boolean;

  /** Whether there may be several. */
  readonly multi?: boolean;

  /** Another name of it. */
  readonly alias?: string;

  /** Kind of the plugin whose parameters stand in it as well. */
  readonly plugin?: Kind;

  /** Parameter that names the type of this plugin, where it is not `@type`. */
  readonly type_param?: string;

  /** What stands behind its name. */
  readonly argument?: P & { readonly name: string };

  /** Whether its parameters have names of the user's own. */
  readonly open?: boolean;
}

/** A plugin, without what it has in common with others. */
export interface PluginDefinition<P = Param> extends Definition<P> {
  /** Names of what it has everything of: of the bases, or of a plugin, e.g. `parser regexp`. */
  readonly like: readonly string[];

  /** Gem that it comes with; nothing for plugins of Fluentd itself and of ours. */
  readonly gem?: string;

  /** Whether it emits events, so that `@label` says where to. */
  readonly emits?: boolean;
}

/** All that Fluentd knows. */
export interface Catalogue {
  /** What many plugins have in common. */
  readonly bases: Readonly<Record<string, Definition>>;

  /** The directive `<system>`. */
  readonly system: Definition;

  /** By kind and type. */
  readonly plugins: Readonly<Record<Kind, Readonly<Record<string, PluginDefinition>>>>;
}

/** Everything that the plugin has, also what it has in common with others; undefined if there is no such plugin. */
export function definitionOf(catalogue: Catalogue, kind: Kind, type: string): PluginDefinition | undefined {
  const plugins = catalogue.plugins[kind];
  const own = Object.hasOwn(plugins, type) ? plugins[type] : undefined;
  return own && { ...own, ...merged([...own.like.map((name) => baseNamed(catalogue, name)), own]) };
}

function baseNamed(catalogue: Catalogue, name: string): Definition {
  const [kind, type] = name.split(' ');
  return (type === undefined ? catalogue.bases[name] : definitionOf(catalogue, kind as Kind, type)) ?? {};
}

/** What all of `definitions` say; later ones add to sections, and replace parameters, of earlier ones. */
export function merged<P>(definitions: readonly Definition<P>[]): Definition<P> {
  const sections = new Map<string, Section<P>>();
  for (const [name, section] of definitions.flatMap((definition) => Object.entries(definition.sections ?? {}))) {
    const before = sections.get(name);
    sections.set(name, before ? { ...before, ...section, ...merged([before, section]) } : section);
  }
  return {
    params: Object.assign({}, ...definitions.map(({ params }) => params)),
    sections: Object.fromEntries(sections),
  };
}
