import { InputError } from '../errors';
import { at, type KubernetesObject, nameOf } from '../manifests/kubernetes-object';
import { parseYaml } from '../manifests/yaml';
import { FLUENTD_RULES } from './fluentd/rules';
import { distinctProbes } from './pods/distinct-probes';
import { fixedImage } from './pods/fixed-image';
import { localDisk } from './pods/local-disk';
import { noApiToken } from './pods/no-api-token';
import { podSecurity } from './pods/pod-security';
import { readOnlyRoot } from './pods/read-only-root';
import { readyProbe } from './pods/ready-probe';
import { requestsSet } from './pods/requests-set';
import type { Rule } from './rule';
import { productionMinimums } from './stack/production-minimums';
import { sameMajor } from './stack/same-major';
import { networkPolicy } from './traffic/network-policy';
import { noSecretValues } from './traffic/no-secret-values';
import { strongTls } from './traffic/strong-tls';
import { tlsEverywhere } from './traffic/tls-everywhere';

/** Rules for any manifests. */
export const RULES: readonly Rule[] = [
  fixedImage,
  requestsSet,
  localDisk,
  podSecurity,
  readOnlyRoot,
  noApiToken,
  readyProbe,
  distinctProbes,
  networkPolicy,
  tlsEverywhere,
  strongTls,
  noSecretValues,
  sameMajor,
  ...FLUENTD_RULES,
];

/** Rules for what must not fail. */
export const PRODUCTION_RULES: readonly Rule[] = [...RULES, productionMinimums];

/** An exception from a rule. */
export interface Waiver {
  /** Name of the rule. */
  readonly rule: string;

  /** The object, as it is called: `Kind namespace/name`. */
  readonly object: string;

  /** Why the rule does not apply. */
  readonly reason: string;

  /** Last day on which the waiver counts, e.g. `2027-03-31`. */
  readonly expires: string;
}

/** What the rules say about manifests. */
export interface LintResult {
  /** One line per violation: `[rule] Kind namespace/name: what must hold`. */
  readonly violations: readonly string[];

  /** The same for rules whose violation is only a warning. */
  readonly warnings: readonly string[];

  /** Number of violations that are waived. */
  readonly waived: number;

  /** One line per waiver that is over or that nothing needs. */
  readonly staleWaivers: readonly string[];
}

/**
 * Checks objects that are deployed together.
 *
 * @param today the day that waivers must last, e.g. `2026-12-01`; by default the current one, in UTC
 */
export function lint(
  objects: readonly KubernetesObject[],
  rules: readonly Rule[],
  waivers: readonly Waiver[],
  today: string = new Date().toISOString().slice(0, 10),
): LintResult {
  const used = new Set<Waiver>();
  const violations: string[] = [];
  const warnings: string[] = [];
  let waived = 0;
  for (const rule of rules) {
    for (const { object, message } of rule.check(objects)) {
      const waiver = waivers.find((w) => w.rule === rule.name && w.object === nameOf(object) && w.expires >= today);
      if (waiver) {
        used.add(waiver);
        waived++;
      } else (rule.severity === 'warning' ? warnings : violations).push(`[${rule.name}] ${nameOf(object)}: ${message}`);
    }
  }
  const staleWaivers = waivers
    .filter((waiver) => !used.has(waiver))
    .map(({ rule, object, expires }) =>
      expires < today
        ? `[${rule}] ${object}: the waiver is over since ${expires}; correct the object, or argue again`
        : `[${rule}] ${object}: nothing needs the waiver; remove it`,
    );
  return { violations, warnings, waived, staleWaivers };
}

/**
 * The waivers of a file: a list of rule, object, reason and expires.
 *
 * @throws InputError if it is not valid YAML, or with every mistake of the waivers
 */
export function parseWaivers(text: string, file: string): Waiver[] {
  const list = waiverEntries(text, file);
  const mistakes = waiverMistakes(list, file);
  if (mistakes.length > 0) throw new InputError(mistakes.join('\n'));
  return list.map(({ rule, object, reason, expires }) => ({ rule, object, reason, expires }));
}

/**
 * The waivers of a file as they stand there; {@link waiverMistakes} says what is wrong with them.
 *
 * @throws InputError if it is not valid YAML or no list
 */
export function waiverEntries(text: string, file: string): Waiver[] {
  const list = parseYaml(text, file) ?? [];
  if (Array.isArray(list)) return list as Waiver[];
  throw new InputError(`[${file}] must be a list of waivers, got something else; write "- rule: ..."`);
}

/**
 * One line per part of a waiver that is missing or wrong.
 *
 * @param where what the waivers stand in
 */
export function waiverMistakes(waivers: readonly unknown[], where: string): string[] {
  return waivers.flatMap((entry, index) => {
    const [rule, object, reason, expires] = ['rule', 'object', 'reason', 'expires'].map((key) => at(entry, key));
    const names = PRODUCTION_RULES.map(({ name }) => name);
    return [
      ...(names.some((name) => name === rule)
        ? []
        : [`rule must be one of ${names.join(', ')}, got '${rule}'; choose one`]),
      ...(typeof object === 'string' ? [] : [`object must be 'Kind namespace/name', got '${object}'; name it`]),
      ...(typeof reason === 'string' && reason.length >= 20
        ? []
        : [`reason must say why (at least 20 characters), got '${reason ?? ''}'; argue it`]),
      ...(isDay(expires) ? [] : [`expires must be a day such as 2027-03-31, got '${expires ?? ''}'; write one`]),
    ].map((mistake) => `[${where} ${index + 1}] ${mistake}`);
  });
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}
