/** What is generated for a kind of plugin. */
export interface KindModule {
  /** Kind in Fluentd's words. */
  readonly kind: string;

  /** Name of the module, and of the map from type to parameters in it. */
  readonly name: string;

  /** Bases of the plugins that become interfaces, with their names; a later one extends the one before. */
  readonly bases: Readonly<Record<string, string>>;

  /** Function that makes the directive, for plugins that are no section of another. */
  readonly directive?: 'source' | 'filter' | 'match';

  /** Sections in which the plugins stand. */
  readonly sections: readonly string[];
}

/** The modules with typed parameters; plugins of a kind are in one. */
export const KIND_MODULES: readonly KindModule[] = [
  { kind: 'input', name: 'Inputs', bases: { input: 'CommonInput' }, directive: 'source', sections: [] },
  { kind: 'filter', name: 'Filters', bases: { filter: 'CommonFilter' }, directive: 'filter', sections: [] },
  {
    kind: 'output',
    name: 'Outputs',
    bases: { output: 'CommonOutput', buffered_output: 'BufferedOutput' },
    directive: 'match',
    sections: ['store', 'secondary'],
  },
  { kind: 'buffer', name: 'Buffers', bases: { buffer: 'CommonBuffer' }, sections: ['buffer'] },
  { kind: 'parser', name: 'Parsers', bases: { parser: 'CommonParser' }, sections: ['parse', 'pattern'] },
  { kind: 'formatter', name: 'Formatters', bases: { formatter: 'CommonFormatter' }, sections: ['format'] },
  { kind: 'storage', name: 'Storages', bases: { storage: 'CommonStorage' }, sections: ['storage'] },
  {
    kind: 'sd',
    name: 'ServiceDiscoveries',
    bases: { sd: 'CommonServiceDiscovery' },
    sections: ['service_discovery'],
  },
];
