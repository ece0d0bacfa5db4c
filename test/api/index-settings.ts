/** An object of JSON. */
type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Settings that Elasticsearch has and its schema lacks.
 *
 * @see https://www.elastic.co/docs/reference/elasticsearch/index-settings/
 */
const NOT_IN_SCHEMA = ['unassigned.node_left.delayed_timeout'];

/** Settings of an index as the schema has them: as a tree, however they are written, and without those it lacks. */
export function settingsTree(settings: JsonObject): JsonObject {
  const tree: Record<string, unknown> = {};
  for (const [path, value] of leaves(settings)) {
    const name = path.replace(/^index\./, '');
    if (NOT_IN_SCHEMA.includes(name)) continue;
    const keys = name.split('.');
    const last = keys.pop() as string;
    let branch = tree;
    for (const key of keys) {
      branch[key] ??= {};
      branch = branch[key] as Record<string, unknown>;
    }
    branch[last] = value;
  }
  return tree;
}

function leaves(value: JsonObject, prefix = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, child]): [string, unknown][] =>
    typeof child === 'object' && child !== null && !Array.isArray(child)
      ? leaves(child as JsonObject, `${prefix}${key}.`)
      : [[`${prefix}${key}`, child]],
  );
}
