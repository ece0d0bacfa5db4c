import { SQL_SYSTEMS } from '../../../constructs/fluentd';
import { choice, port, section, timeValue, words } from '../../values';
import { authorityReference, userReference } from './listening';

/** Rows that are added to a table of PostgreSQL or MySQL. */
export const sql = section({
  /** What the database is; `postgresql` when left out, `mysql` for MySQL and MariaDB. */
  system: choice(SQL_SYSTEMS).optional(),
  /** Host of the database. */
  host: words,
  /** Port of the database; 5432 of PostgreSQL and 3306 of MySQL when left out. */
  port: port.optional(),
  /** Name of the database. */
  database: words,
  /** User that may read the table. */
  user: userReference,
  /** Authority of the certificate of the database; no TLS when left out. */
  authority: authorityReference.optional(),
  /** The table, with its schema or without. */
  table: words,
  /** Column that identifies a row and grows. */
  key: words,
  /** Column with the time of a row; the time of reading when left out. */
  time: words.optional(),
  /** Longest time of a transaction that adds rows; 60s when left out. */
  settle: timeValue.optional(),
});
