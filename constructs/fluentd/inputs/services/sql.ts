import { k8s } from 'cdk8s-plus-28';

import {
  authoritySource,
  type ConfigMapReference,
  isTimeValue,
  type Mistake,
  mistakeIn,
  referenceMistakes,
  type SecretReference,
  secretVariable,
  type TimeValue,
  toSeconds,
  type UserReference,
} from '../../../core';
import { PATHS } from '../../paths';
import { source } from '../../plugins';
import { rubyFiles } from '../../ruby/required';
import type { InputContext, InputKind } from '../kind';
import { asMistakes } from '../network/certificate';

/** Rows that are added to a table of PostgreSQL, such as an audit log. */
export interface SqlInput {
  /** Host of the database. */
  readonly host: string;

  /**
   * Port of the database.
   *
   * @default 5432
   */
  readonly port?: number;

  /** Name of the database. */
  readonly database: string;

  /** User that may read the table, in a Secret that exists. */
  readonly user: UserReference;

  /**
   * Authority of the certificate of the database, in the key `ca.crt`.
   *
   * @default - no TLS
   */
  readonly authority?: SecretReference<'ca.crt'> | ConfigMapReference<'ca.crt'>;

  /** The table, `schema.table` if it is not in the search path. */
  readonly table: string;

  /** Column that identifies a row and grows with each that is added, with an index: a sequence, or a time that is unique. */
  readonly key: string;

  /**
   * Column with the time of a row.
   *
   * @default - the time of reading
   */
  readonly time?: string;

  /**
   * Longest time of a transaction that adds rows: so long rows with smaller keys are looked for, which it commits late.
   *
   * @default '60s'
   */
  readonly settle?: TimeValue;
}

const NAME = /^[^\s.\0"]{1,63}$/;
const DEFAULT_PORT = 5432;

/** Each row becomes an event once, also through SIGKILL: its identity is the table and the key. */
export const SQL: InputKind<SqlInput> = {
  tiers: ['aggregator'],
  once: true,
  gem: 'pg',
  mistakes: (options) => [
    ...nameMistakes(options),
    ...asMistakes(referenceMistakes('user', options.user, ['username', 'password']), 'user'),
    ...asMistakes(referenceMistakes('authority', options.authority, ['ca.crt']), 'authority'),
  ],
  footprint: (options, context) => {
    const { authority, port = DEFAULT_PORT } = options;
    return {
      env: credentials(options, context),
      // Where the database is nobody knows here.
      egress: [{ ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) }] }],
      rubyFiles: rubyFiles('in_sql_rows'),
      ...(authority && {
        volumes: [{ name: volumeOf(context), projected: { sources: [authoritySource(authority)] } }],
        mounts: [{ name: volumeOf(context), mountPath: `${PATHS.inputs}/${context.name}`, readOnly: true }],
      }),
    };
  },
  parts: (options, context) => {
    const { host, port = DEFAULT_PORT, database, table, key, time, settle, authority } = options;
    const [user, password] = credentials(options, context);
    return {
      sources: [
        source.sqlRows({
          '@id': context.id,
          '@label': context.label,
          tag: context.name,
          host,
          port,
          database,
          user: { env: user?.name ?? '' },
          password: { env: password?.name ?? '' },
          ...(authority && { ca_path: `${PATHS.inputs}/${context.name}/ca.crt` }),
          table,
          key_column: key,
          ...(time !== undefined && { time_column: time }),
          ...(settle !== undefined && { settle: toSeconds(settle) }),
          pos_file: `${context.state}/position`,
        }),
      ],
    };
  },
};

function credentials({ user }: SqlInput, { name }: InputContext): k8s.EnvVar[] {
  const prefix = `INPUT_${name.toUpperCase().replaceAll('-', '_')}`;
  return [
    user.username === undefined
      ? secretVariable(`${prefix}_USER`, user, 'username')
      : { name: `${prefix}_USER`, value: user.username },
    secretVariable(`${prefix}_PASSWORD`, user, 'password'),
  ];
}

function nameMistakes({ host, port = DEFAULT_PORT, database, table, key, time, settle }: SqlInput): Mistake[] {
  const bound = 'a name of PostgreSQL (1 to 63 characters without space, dot and quote)';
  const columns = { database, key, ...(time !== undefined && { time }) };
  return [
    ...mistakeIn(['host'], /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host), 'a host in lower case', host, 'correct it'),
    ...mistakeIn(
      ['port'],
      Number.isInteger(port) && port >= 1 && port <= 65_535,
      'a port (1 to 65535)',
      port,
      'choose one in that range',
    ),
    ...Object.entries(columns).flatMap(([prop, name]) => mistakeIn([prop], NAME.test(name), bound, name, 'correct it')),
    ...mistakeIn(
      ['table'],
      table.split('.').length <= 2 && table.split('.').every((part) => NAME.test(part)),
      'a table, with its schema before a dot or not',
      table,
      'write for example audit.events',
    ),
    ...mistakeIn(
      ['settle'],
      settle === undefined || (isTimeValue(settle) && toSeconds(settle) <= 3600),
      'a time of at most 1h',
      settle,
      'end transactions sooner',
    ),
  ];
}

function volumeOf({ name }: InputContext): string {
  return `input-${name}`.slice(0, 63).replace(/-+$/, '');
}
