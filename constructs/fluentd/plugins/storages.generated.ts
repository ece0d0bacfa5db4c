// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

import type { Any, Bool, Plugin, Text, Time, Typed } from './values';

/** What every storage takes. */
export interface CommonStorage extends Plugin {
  /** @default false */
  readonly persistent?: Bool;

  /** @default true */
  readonly autosave?: Bool;

  /** @default '10s' */
  readonly autosave_interval?: Time;

  /** @default true */
  readonly save_at_shutdown?: Bool;
}

/** Parameters of the storage `local`. */
export interface LocalStorage extends CommonStorage {
  readonly path?: Text;

  /** @default 420 */
  readonly mode?: Any;

  /** @default 493 */
  readonly dir_mode?: Any;

  /** @default false */
  readonly pretty_print?: Bool;
}

/** Parameters of every storage, by type. */
export interface Storages {
  readonly local: LocalStorage;
}

/** What `<storage>` takes whatever its type. */
export interface StorageSection {
  /** Stands behind the name of the section. @default '' */
  readonly usage?: string;
}

/** Section `<storage>`, with any storage. */
export type Storage = StorageSection & Typed<Storages>;
