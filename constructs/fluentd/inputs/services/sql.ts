import { k8s } from 'cdk8s-plus-28';

import {
  authoritySource,
  type ConfigMapReference,
  isTimeValue,
  type Mistake,
  mistakeIn,
  referenceMistakes,
  type SecretReference,
  type TimeValue,
  toSeconds,
  type UserReference,
} from '../../../core';
import { source } from '../../plugins';
import { rubyFiles } from '../../ruby/required';
import type { InputKind } from '../kind';
import { asMistakes } from '../network/certificate';
import { inputFolder, inputVolume, userVariables } from '../own';

/** Databases that are read. */
export const SQL_SYSTEMS = ['postgresql', 'mysql'] as const satisfies readonly SqlSystem[];

/** A database that is read; `mysql` is MariaDB as well. */
export type SqlSystem = 'postgresql' | 'mysql';

/** Rows that are added to a table of PostgreSQL or MySQL, such as an audit log. */
export interface SqlInput {
  /**
   * What the database is: `postgresql`, or `mysql` for MySQL and MariaDB.
   *
   * @default 'postgresql'
   */
  readonly system?: SqlSystem;

  /** Host of the database. */
  readonly host: string;

  /**
   * Port of the database.
   *
   * @default - 5432 of PostgreSQL, 3306 of MySQL
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

  /** The table, `schema.table` if it is in no schema of the search path, or in another database of MySQL. */
  readonly table: string;

  /** Column that identifies a row and grows with each that is added, with an index: a sequence, or a time that is unique. */
  readonly key: string;

  /**
   * Column with the time of a row; one without a zone is in UTC.
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

/** What differs between databases. */
const SYSTEMS: Readonly<Record<SqlSystem, { readonly port: number; readonly gem: string }>> = {
  postgresql: { port: 5432, gem: 'pg' },
  // mysql2 would need the library of MariaDB in the image; trilogy needs nothing that Ruby has not.
  mysql: { port: 3306, gem: 'trilogy' },
};

const NAME = /^[^\s.\0"`]{1,63}$/;

/** Each row becomes an event once, also through SIGKILL: its identity is the table and the key. */
export const SQL: InputKind<SqlInput> = {
  tiers: ['aggregator'],
  once: true,
  gem: ({ system = 'postgresql' }) => SYSTEMS[system].gem,
  mistakes: (options) => [
    ...nameMistakes(options),
    ...asMistakes(referenceMistakes('user', options.user, ['username', 'password']), 'user'),
    ...asMistakes(referenceMistakes('authority', options.authority, ['ca.crt']), 'authority'),
  ],
  footprint: (options, context) => {
    const { authority } = options;
    const port = portOf(options);
    return {
      env: userVariables(context, options.user),
      // Where the database is nobody knows here.
      egress: [{ ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) }] }],
      rubyFiles: rubyFiles('in_sql_rows'),
      ...(authority && {
        volumes: [{ name: inputVolume(context), projected: { sources: [authoritySource(authority)] } }],
        mounts: [{ name: inputVolume(context), mountPath: inputFolder(context), readOnly: true }],
      }),
    };
  },
  parts: (options, context) => {
    const { system, host, database, table, key, time, settle, authority } = options;
    const [user, password] = userVariables(context, options.user);
    return {
      sources: [
        source.sqlRows({
          '@id': context.id,
          '@label': context.label,
          tag: context.name,
          ...(system !== undefined && { system }),
          host,
          port: portOf(options),
          database,
          user: { env: user.name },
          password: { env: password.name },
          ...(authority && { ca_path: `${inputFolder(context)}/ca.crt` }),
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

function portOf({ system = 'postgresql', port = SYSTEMS[system].port }: SqlInput): number {
  return port;
}

function nameMistakes(options: SqlInput): Mistake[] {
  const { host, database, table, key, time, settle } = options;
  const port = portOf(options);
  const bound = 'a name of the database (1 to 63 characters without space, dot and quote)';
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
