import type { EnvVariable, Evaluated, Label, Text } from '../conf';

export type { Text } from '../conf';

/** What Fluentd turns into a value when it starts. */
export type Later = EnvVariable | Evaluated;

/** A whole number. */
export type Integer = number | Later;

/** A number. */
export type Float = number | Later;

/** Yes or no. */
export type Bool = boolean | Later;

/** One of a few words. */
export type Enum<Word extends string> = Word | Later;

/** A time span: a whole number with a unit, e.g. `30s`, or a number of seconds. Fluentd knows no `ms` and no `1m30s`. */
export type Time = `${number}${'s' | 'm' | 'h' | 'd'}` | number | Later;

/** A size of data in powers of 1024: a whole number with a unit, e.g. `8m`, or a number of bytes. */
export type Size = `${number}${'k' | 'm' | 'g' | 't'}` | number | Later;

/** A regular expression of Ruby between slashes; `i` behind them ignores case, `m` lets `.` match line breaks. */
export type Regexp = `/${string}/${'' | 'i' | 'm' | 'im'}` | Later;

/** Several values. */
export type List<Value extends string | number = string> = readonly Value[] | Later;

/** Values by name; written as JSON. */
export type Hash<Value = unknown> = Readonly<Record<string, Value>> | Later;

/** What a plugin reads itself. */
export type Any = Text | number | boolean;

/** A section that may be there once or several times. */
export type OneOrMore<Section> = Section | readonly Section[];

/** Any plugin of a map from type to parameters, told apart by its `@type` or by another parameter. */
export type Typed<Plugins, Key extends string = '@type'> = {
  [Type in keyof Plugins]: Readonly<Record<Key, Type>> & Plugins[Type];
}[keyof Plugins];

/** A section whose parameters have names of one's own. */
export interface Open extends Commented {
  readonly [name: string]: Any | undefined;
}

/** What can be written at every directive and section. */
export interface Commented {
  /** Why it is there, for readers of the file. */
  readonly comment?: string;
}

/** What every plugin takes. */
export interface Plugin extends Commented {
  /** Its name in metrics and in Fluentd's log, and of its files below `root_dir`. */
  readonly '@id'?: Text;
}

/** What every plugin takes that emits events. */
export interface Emitting extends Plugin {
  /** The label that gets its events. */
  readonly '@label'?: Label;
}
