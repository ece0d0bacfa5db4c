import type { Defaults } from './compare';

// biome-ignore lint/suspicious/noExplicitAny: bodies of Elasticsearch, whose forms its own API defines
type Json = any;

/** What must be known of a kind of objects to compare them, to mark them and to find those that are marked. */
export interface Kind {
  /** Path under which all objects of the kind are. */
  readonly path: string;

  /** What a `PUT` would have to send to make the object as it is: the answer to `GET`, without what the server adds. */
  readonly current: (answer: Json, name: string) => Json;

  /** Names in the answer to `GET` of all objects. */
  readonly names: (answer: Json) => string[];

  /** Keys that lead to the free-form object that holds the mark; none where the API has no such object. */
  readonly meta: readonly string[] | undefined;

  /** What the server writes where a request leaves it out. */
  readonly defaults: Defaults;
}

const WRITTEN_BY_SERVER = /^(version|(created|modified)_date(_millis)?)$/;
const ANYTHING = /^/;
const LIFECYCLE_ENABLED = /^template\.(data_stream_options\.failure_store\.)?lifecycle\.enabled$/;

/** All kinds, in the order in which they are applied: the opposite of that in which they are removed. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'snapshot repository': {
    path: '/_snapshot',
    current: (answer, name) => answer[name],
    names: (answer) => Object.keys(answer),
    meta: undefined,
    defaults: [[/^uuid$/, ANYTHING]],
  },
  'snapshot policy': {
    path: '/_slm/policy',
    current: (answer, name) => answer[name].policy,
    names: (answer) => Object.keys(answer),
    meta: ['config', 'metadata'],
    defaults: [],
  },
  'lifecycle policy': {
    path: '/_ilm/policy',
    current: (answer, name) => ({ policy: answer[name].policy }),
    names: (answer) => Object.keys(answer),
    meta: ['policy', '_meta'],
    defaults: [
      [/^policy\.phases\.[a-z]+\.min_age$/, /^0(ms|s|m|h|d)$/],
      [/\.actions\.delete\.delete_searchable_snapshot$/, /^true$/],
      [/\.actions\.shrink\.allow_write_after_shrink$/, /^false$/],
      [/\.actions\.allocate\.(include|exclude|require)$/, /^\{\}$/],
      [/\.actions\.searchable_snapshot\.force_merge_index$/, /^true$/],
      [/^policy\.deprecated$/, /^false$/],
    ],
  },
  'component template': {
    path: '/_component_template',
    current: (answer) => answer.component_templates[0].component_template,
    names: (answer) => answer.component_templates.map(({ name }: { name: string }) => name),
    meta: ['_meta'],
    defaults: [
      [WRITTEN_BY_SERVER, ANYTHING],
      [LIFECYCLE_ENABLED, /^true$/],
      [/^template\.settings$/, /^\{\}$/],
    ],
  },
  'index template': {
    path: '/_index_template',
    current: (answer) => answer.index_templates[0].index_template,
    names: (answer) => answer.index_templates.map(({ name }: { name: string }) => name),
    meta: ['_meta'],
    defaults: [
      [WRITTEN_BY_SERVER, ANYTHING],
      [/^data_stream\.(hidden|allow_custom_routing)$/, /^false$/],
      [LIFECYCLE_ENABLED, /^true$/],
      [/^composed_of$/, /^\[\]$/],
    ],
  },
};

/** Who owns an object, as the object itself says in its free-form part. */
export interface Mark {
  /** Always `cdk8s-efk`. */
  readonly managed_by: string;

  /** Name of the provisioner: several may work on one cluster, and must not remove each other's objects. */
  readonly provisioner: string;
}

/** `body` with `mark` added, if its kind has a place for it. */
export function marked(body: Json, { meta }: Kind, mark: Mark): Json {
  return meta ? withMark(body, meta, mark) : body;
}

function withMark(body: Json, [key, ...rest]: readonly string[], mark: Mark): Json {
  if (key === undefined) return { ...body, ...mark };
  return { ...body, [key]: withMark(body?.[key], rest, mark) };
}

/** Whether `body` carries `mark`. */
export function carries(body: Json, { meta }: Kind, mark: Mark): boolean {
  if (!meta) return false;
  const place = meta.reduce((inner, key) => inner?.[key], body);
  return place?.managed_by === mark.managed_by && place?.provisioner === mark.provisioner;
}
