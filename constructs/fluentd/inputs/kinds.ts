import type { InputKind, Tier } from './kind';
import type { InputKindName, LogInput } from './log-input';
import { FORWARD } from './network/forward';
import { HTTP } from './network/http';
import { SYSLOG } from './network/syslog';
import { AUDIT } from './node/audit';
import { FILES } from './node/files';
import { JOURNALD } from './node/journald';
import { SAMPLE } from './node/sample';
import { EVENTS } from './services/events';
import { KAFKA } from './services/kafka';
import { SQL } from './services/sql';

/** All kinds of inputs. */
const KINDS: { readonly [Name in InputKindName]: InputKind<NonNullable<LogInput[Name]>> } = {
  journald: JOURNALD,
  files: FILES,
  audit: AUDIT,
  syslog: SYSLOG,
  forward: FORWARD,
  http: HTTP,
  kafka: KAFKA,
  events: EVENTS,
  sql: SQL,
  sample: SAMPLE,
};

/** Names of the kinds, in the order in which the documentation has them. */
export const INPUT_KIND_NAMES = Object.keys(KINDS) as readonly InputKindName[];

/** The kinds that an input says, of which there should be one. */
export function kindsOf(input: LogInput): InputKindName[] {
  return INPUT_KIND_NAMES.filter((name) => input[name] !== undefined);
}

/** A kind with the options of an input, which is of that kind. */
export interface ChosenKind {
  readonly name: InputKindName;
  readonly kind: InputKind<unknown>;
  readonly options: unknown;
}

/** The kind of an input; undefined unless it has just one. */
export function kindOf(input: LogInput): ChosenKind | undefined {
  const [name, ...others] = kindsOf(input);
  if (name === undefined || others.length > 0) return undefined;
  // The options are those of the kind, which no type can say of a name that is only known here.
  return { name, kind: KINDS[name] as InputKind<unknown>, options: input[name] };
}

/** Where an input can run. */
export function tiersOf(input: LogInput): readonly Tier[] {
  return kindOf(input)?.kind.tiers ?? [];
}

/** Gem that a kind needs of the image with its options. */
export function gemOf({ kind, options }: ChosenKind): string | undefined {
  return typeof kind.gem === 'function' ? kind.gem(options) : kind.gem;
}

/** Gems that inputs need of the image, besides Fluentd itself. */
export function gemsOfInputs(inputs: readonly LogInput[]): string[] {
  return [...new Set(inputs.flatMap(gemsOf))].sort();
}

function gemsOf(input: LogInput): string[] {
  const chosen = kindOf(input);
  const gem = chosen && gemOf(chosen);
  return gem === undefined ? [] : [gem];
}
