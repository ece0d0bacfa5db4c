import type { Mistake } from '../../../core';
import type { InputSection, Option, Section } from '../option';
import type { Treatment } from '../treatment';
import { DROP } from './drop';
import { FIELDS } from './fields';
import { LEVEL } from './level';
import { MAX_MESSAGE } from './max-message';
import { MULTILINE } from './multiline';
import { PARSE } from './parse';
import { RATE_LIMIT } from './rate-limit';
import { REDACT } from './redact';
import { SAMPLE } from './sample';
import { TIME } from './time';

/** The keys of a treatment that do something. */
type OptionName = Exclude<keyof Treatment, 'name' | 'select' | 'except'>;

/** What each option is; which takes effect first is said in the plugin. */
const OPTIONS: { readonly [Name in OptionName]-?: Option<NonNullable<Treatment[Name]>> } = {
  multiline: MULTILINE,
  rateLimit: RATE_LIMIT,
  parse: PARSE,
  level: LEVEL,
  time: TIME,
  drop: DROP,
  sample: SAMPLE,
  fields: FIELDS,
  redact: REDACT,
  maxMessage: MAX_MESSAGE,
};

/** What is wrong with the options of a treatment. */
export function optionMistakes(treatment: Treatment): Mistake[] {
  return used(treatment).flatMap(([name, option, value]) =>
    option.mistakes(value).map(({ path, message }) => ({ path: [name, ...path], message })),
  );
}

/** What the section of a treatment says of its options. */
export function optionParams(treatment: Treatment): Partial<Section> {
  return Object.assign({}, ...used(treatment).map(([, option, value]) => option.params(value)));
}

/** What its section in the input says of them. */
export function inputParams(treatment: Treatment): Partial<InputSection> {
  return Object.assign({}, ...used(treatment).map(([, option, value]) => option.inputParams?.(value)));
}

/** The options that a treatment has. An empty list asks for nothing. */
function used(treatment: Treatment): [OptionName, Option<unknown>, unknown][] {
  return (Object.entries(OPTIONS) as [OptionName, Option<unknown>][]).flatMap(([name, option]) => {
    const value: unknown = treatment[name];
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, option, value]];
  });
}
