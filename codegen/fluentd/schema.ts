import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Definition as Members, PluginDefinition, Section } from '../../constructs/fluentd/plugins/definitions';

/** Parameters of Fluentd and its plugins, as `dump.rb` prints them. */
export type Schemas = Readonly<Record<string, GemSchema>>;

/** What one gem brings; `efk` is the folder of our own plugins. */
export interface GemSchema {
  /** Version of the gem. */
  readonly version?: string;

  /** Its plugins, by kind and type. */
  readonly plugins: Readonly<Record<string, Readonly<Record<string, PluginSchema>>>>;

  /** What many plugins have in common; of `fluentd` only. */
  readonly bases?: Readonly<Record<string, Definition>>;

  /** The directive `<system>`; of `fluentd` only. */
  readonly system?: Definition;
}

/** Parameters and sections of something that Fluentd configures. */
export type Definition = Members<ParamSchema>;

/** A section of a plugin. */
export type SectionSchema = Section<ParamSchema>;

/** A plugin, without what it has in common with others. */
export interface PluginSchema extends PluginDefinition<ParamSchema> {
  /** Whether an output takes a `<buffer>`; undefined for other plugins. */
  readonly buffered?: boolean;
}

/** A parameter. */
export interface ParamSchema {
  /** Type in Fluentd's words; without one the plugin reads the text itself. */
  readonly type?: string;

  /** Type of the elements of an array, or of the values of a hash. */
  readonly value_type?: string;

  /** What an enum may be. */
  readonly list?: readonly string[];

  /** Whether it must be given. */
  readonly required?: boolean;

  /** What holds without it; nothing if there is none. */
  readonly default?: unknown;

  /** Another name of it. */
  readonly alias?: string;

  /** Whether Fluentd hides it in its log. */
  readonly secret?: boolean;

  /** What to use instead. */
  readonly deprecated?: string;

  /** What to use instead; Fluentd refuses it. */
  readonly obsoleted?: string;

  /** What it is for. */
  readonly desc?: string;
}

/** Where the dumps are, a file per gem. */
export const SCHEMA_FOLDER = join(__dirname, 'schemas');

/** The dumps that are committed. */
export function readSchemas(): Schemas {
  const files = readdirSync(SCHEMA_FOLDER).sort();
  return Object.fromEntries(
    files.map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(join(SCHEMA_FOLDER, file), 'utf8'))]),
  );
}

/** Text of the file of one gem: a line per parameter, so that a difference shows what changed. */
export function schemaText(gem: GemSchema): string {
  return `${members(gem, '')}\n`;
}

function members(value: object, indent: string, inline = false): string {
  const lines = Object.entries(value).map(([key, item]) => {
    const isMap = typeof item === 'object' && item !== null && !Array.isArray(item) && key !== 'argument';
    return `${indent}  ${JSON.stringify(key)}: ${isMap && !inline ? members(item, `${indent}  `, key === 'params') : JSON.stringify(item)}`;
  });
  return lines.length > 0 ? `{\n${lines.join(',\n')}\n${indent}}` : '{}';
}
