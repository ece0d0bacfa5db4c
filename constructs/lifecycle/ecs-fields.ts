const KEYWORD = { type: 'keyword', ignore_above: 1024 } as const;
const WILDCARD = { type: 'wildcard' } as const;
const LONG = { type: 'long' } as const;
const IP = { type: 'ip' } as const;

/**
 * Fields of the Elastic Common Schema that the collector moves out of `json`, with the types that the schema gives them. It
 * moves only what a field of the type takes, so that no document is refused for one.
 *
 * @see https://www.elastic.co/docs/reference/ecs
 */
export const ECS_FIELDS = {
  'client.ip': IP,
  'client.port': LONG,
  'error.code': KEYWORD,
  'error.message': { type: 'match_only_text' },
  'error.stack_trace': WILDCARD,
  'error.type': KEYWORD,
  'event.dataset': KEYWORD,
  'event.duration': LONG,
  'http.request.method': KEYWORD,
  'http.response.body.bytes': LONG,
  'http.response.status_code': LONG,
  'http.version': KEYWORD,
  'log.level': KEYWORD,
  'log.logger': KEYWORD,
  'process.thread.name': KEYWORD,
  'service.environment': KEYWORD,
  'service.name': KEYWORD,
  'service.node.name': KEYWORD,
  'service.version': KEYWORD,
  'source.ip': IP,
  'span.id': KEYWORD,
  'trace.id': KEYWORD,
  'transaction.id': KEYWORD,
  'url.domain': KEYWORD,
  'url.full': WILDCARD,
  'url.original': WILDCARD,
  'url.path': WILDCARD,
  'url.query': KEYWORD,
  'user_agent.original': KEYWORD,
} as const;

/** A field of a mapping, or an object of fields. */
export interface MappedField {
  readonly properties?: Readonly<Record<string, MappedField>>;
  readonly [parameter: string]: unknown;
}

/** Fields by their dotted names as `properties` of a mapping. */
export function propertiesOf(fields: Readonly<Record<string, MappedField>>): Record<string, MappedField> {
  const properties: Record<string, MappedField> = {};
  for (const [name, field] of Object.entries(fields)) {
    const [outer = '', ...inner] = name.split('.');
    if (inner.length === 0) properties[outer] = field;
    else properties[outer] = within(properties[outer], propertiesOf({ [inner.join('.')]: field }));
  }
  return properties;
}

/** An object with more properties. */
function within(object: MappedField | undefined, added: Readonly<Record<string, MappedField>>): MappedField {
  const properties: Record<string, MappedField> = { ...object?.properties };
  for (const [name, field] of Object.entries(added)) {
    properties[name] = field.properties ? within(properties[name], field.properties) : field;
  }
  return { properties };
}
