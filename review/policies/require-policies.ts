import { InputError } from '../errors';
import type { KubernetesObject } from '../manifests/kubernetes-object';
import { lint, PRODUCTION_RULES, RULES, type Waiver, waiverMistakes } from './lint';
import type { Rule } from './rule';

/** Objects that are deployed together. */
export interface Deployed {
  /** Name of the environment, for the message. */
  readonly name: string;

  /** The objects. */
  readonly objects: readonly KubernetesObject[];
}

/** What is asked of objects. */
export interface PolicyOptions {
  /**
   * The rules.
   *
   * @default - `PRODUCTION_RULES` for what is called `production`, `RULES` for everything else
   */
  readonly rules?: readonly Rule[];

  /**
   * Exceptions. One without a reason, or past its last day, does not count.
   *
   * @default - none
   */
  readonly waivers?: readonly Waiver[];

  /**
   * The day that waivers must last, e.g. `2026-12-01`.
   *
   * @default - today, in UTC
   */
  readonly today?: string;
}

/** Objects that break a rule, or waivers that are not valid: an operator's mistake, printed without a stack trace. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  /** @param violations one line per violation and per mistake of a waiver, under a line that says where they are */
  constructor(readonly violations: readonly string[]) {
    super(violations.join('\n'));
  }
}

/** Whether `error` is a mistake in what is deployed or in waivers, to be printed without a stack trace. */
export function isPolicyMistake(error: unknown): error is Error {
  return error instanceof PolicyError || error instanceof InputError;
}

/** The rules for an environment, by its name. */
export function rulesFor(name: string): readonly Rule[] {
  return name === 'production' ? PRODUCTION_RULES : RULES;
}

/**
 * Refuses objects that break a rule.
 *
 * @throws PolicyError with every violation of all of them, and every mistake of the waivers
 */
export function requirePolicies(deployments: readonly Deployed[], options: PolicyOptions = {}): void {
  const { waivers = [], today } = options;
  const valid = waivers.filter((waiver) => waiverMistakes([waiver], '').length === 0);
  const broken = deployments.flatMap(({ name, objects }) => {
    const { violations, staleWaivers } = lint(objects, options.rules ?? rulesFor(name), valid, today);
    // What nobody needs any more does no harm; what does not count any more is why the violation is back.
    const isBack = (line: string) => violations.some((violation) => startOf(violation) === startOf(line));
    return section(`environment '${name}' breaks policies`, [...violations, ...staleWaivers.filter(isBack)]);
  });
  const mistakes = section('waivers are not valid', waiverMistakes(waivers, 'waiver'));
  if (broken.length + mistakes.length > 0) throw new PolicyError([...broken, ...mistakes]);
}

/** `[rule] Kind namespace/name`, with which lines about the same thing begin. */
function startOf(line: string): string {
  return line.slice(0, line.indexOf(': '));
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title} (${lines.length}):`, ...lines.map((line) => `  ${line}`)];
}
