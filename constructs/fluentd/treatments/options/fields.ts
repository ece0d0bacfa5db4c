import type { Mistake } from '../../../core';
import { fieldMistakes } from '../field';
import type { Option } from '../option';

/** What is done to the fields of a line. The message stays as it was written; what must not be in it is for `redact`. */
export interface Fields {
  /**
   * New names by old ones, both below `json`: `{ 'json.sev': 'json.level' }`.
   *
   * @default - none is renamed
   */
  readonly rename?: Readonly<Record<string, string>>;

  /**
   * The fields below `json` that are stored, by their new names; the others are not.
   *
   * @default - all
   */
  readonly keep?: readonly string[];

  /**
   * Fields below `json` that are not stored.
   *
   * @default - none
   */
  readonly remove?: readonly string[];

  /**
   * Values of fields that every line gets: below `json`, or texts for `event.dataset`, `service.name`, `service.version`
   * and `service.environment`.
   *
   * @default - none
   */
  readonly add?: Readonly<Record<string, string | number | boolean>>;
}

/** Fields of the Elastic Common Schema that one value is right for, for all lines of a container: keywords. */
export const ADDED_FIELDS: readonly string[] = [
  'event.dataset',
  'service.name',
  'service.version',
  'service.environment',
];

const JSON_FIELD = /^json\../;

/** Changes which fields there are. */
export const FIELDS: Option<Fields> = {
  mistakes: (fields) => {
    const { rename = {}, keep, remove = [], add = {} } = fields;
    if (Object.values(fields).every((value) => value === undefined)) {
      return [{ path: [], message: 'must have rename, keep, remove or add, got {}; write one of them' }];
    }
    return [
      ...Object.entries(rename).flatMap(([from, to]) => [
        ...belowMistakes(from, ['rename', from]),
        ...belowMistakes(to, ['rename', from]),
      ]),
      ...(keep?.length === 0
        ? [{ path: ['keep'], message: 'must not be empty, got [], which keeps none; name fields, or remove json' }]
        : []),
      ...(keep ?? []).flatMap((name, index) => belowMistakes(name, ['keep', index])),
      ...remove.flatMap((name, index) => belowMistakes(name, ['remove', index])),
      ...Object.entries(add).flatMap(([name, value]) => addMistakes(name, value)),
    ];
  },
  params: ({ rename, keep, remove, add }) => ({
    fields: { rename, keep: keep && [...keep], remove: remove && [...remove], add },
  }),
};

function belowMistakes(name: string, path: readonly PropertyKey[]): Mistake[] {
  return JSON_FIELD.test(name)
    ? fieldMistakes(name, path)
    : [
        {
          path,
          message: `must be below json, where the fields of a line are, got ${JSON.stringify(name)}; write json.${name}`,
        },
      ];
}

function addMistakes(name: string, value: string | number | boolean): Mistake[] {
  const path = ['add', name];
  if (JSON_FIELD.test(name)) return fieldMistakes(name, path);
  if (!ADDED_FIELDS.includes(name)) {
    return [
      {
        path,
        message: `must be below json or one of ${ADDED_FIELDS.join(', ')}, got ${JSON.stringify(name)}; write json.${name}`,
      },
    ];
  }
  return typeof value === 'string'
    ? []
    : [{ path, message: `must be a text, as the field is one, got ${value}; write it in quotes` }];
}
