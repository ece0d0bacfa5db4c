// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

/** What stands behind the name of a section, by that name. */
export const ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ['buffer', 'chunk_keys'],
  ['format', 'usage'],
  ['parse', 'usage'],
  ['route', 'name'],
  ['storage', 'usage'],
  ['store', 'arg'],
  ['transport', 'protocol'],
  ['treatment', 'name'],
]);

/** Parameters whose values are written as JSON, with the element in which they stand; other objects are sections. */
export const HASHES: ReadonlySet<string> = new Set([
  'drop where',
  'entry field_map',
  'filter field_map',
  'match custom_headers',
  'match customize_template',
  'match headers',
  'match headers_from_placeholders',
  'match ilm_policies',
  'match ilm_policy',
  'match templates',
  'metrics labels',
  'parse types',
  'pattern types',
  'route data_stream',
  'rule match',
  'secondary custom_headers',
  'secondary customize_template',
  'secondary headers',
  'secondary headers_from_placeholders',
  'secondary ilm_policies',
  'secondary ilm_policy',
  'secondary templates',
  'source custom_headers',
  'source query',
  'ssl extra_conf',
  'store custom_headers',
  'store customize_template',
  'store headers',
  'store headers_from_placeholders',
  'store ilm_policies',
  'store ilm_policy',
  'store templates',
]);
