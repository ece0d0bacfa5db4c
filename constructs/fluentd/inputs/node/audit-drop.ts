import { type Mistake, mistakeIn } from '../../../core';
import { type Conditions, conditionParams } from '../../treatments/conditions';
import { DROP } from '../../treatments/options/drop';

/** What a request does; for paths that are no resources it is the method of HTTP. */
export type AuditVerb =
  | ('get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection' | 'connect' | 'proxy')
  | ('post' | 'put' | 'head' | 'options');

/** How much of a request is in an event. */
export type AuditLevel = 'Metadata' | 'Request' | 'RequestResponse';

/** When an event is written. */
export type AuditStage = 'RequestReceived' | 'ResponseStarted' | 'ResponseComplete' | 'Panic';

/** A class of status codes. */
export type AuditCodeClass = '1xx' | '2xx' | '3xx' | '4xx' | '5xx';

/** All verbs. */
export const AUDIT_VERBS = [
  ...(['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'connect', 'proxy'] as const),
  ...(['post', 'put', 'head', 'options'] as const),
] as const satisfies readonly AuditVerb[];

/** All levels. */
export const AUDIT_LEVELS = ['Metadata', 'Request', 'RequestResponse'] as const satisfies readonly AuditLevel[];

/** All stages. */
export const AUDIT_STAGES = [
  'RequestReceived',
  'ResponseStarted',
  'ResponseComplete',
  'Panic',
] as const satisfies readonly AuditStage[];

/** All classes of status codes. */
export const AUDIT_CODES = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const satisfies readonly AuditCodeClass[];

/** Events of an audit log that are not stored: those that fulfil all that is said, of each list by any of its entries. */
export interface AuditDropRule {
  /** Why, as a label of the metric `fluentd_input_dropped_events_total`: at most 63 characters. */
  readonly reason: string;

  /**
   * What the request does.
   *
   * @default - anything
   */
  readonly verbs?: readonly AuditVerb[];

  /**
   * Names of users, e.g. `system:node:*`: `*` stands for any characters, `?` for one. Who acts in the name of another is meant,
   * not the other.
   *
   * @default - anybody
   */
  readonly users?: readonly string[];

  /**
   * Plural names of resources, e.g. `leases`. Parts are named for themselves, as in a policy of the API server: `pods/log`, or
   * `pods/*` for all; `pods` is no `pods/exec`.
   *
   * @default - any, and requests for none
   */
  readonly resources?: readonly string[];

  /**
   * Globs of namespaces.
   *
   * @default - any, and requests in none
   */
  readonly namespaces?: readonly string[];

  /**
   * Status codes of answers, or classes of them such as `2xx`.
   *
   * @default - any, and events without an answer
   */
  readonly codes?: readonly (number | AuditCodeClass)[];

  /**
   * How much of the request is in the event.
   *
   * @default - any
   */
  readonly levels?: readonly AuditLevel[];

  /**
   * When the event was written.
   *
   * @default - any
   */
  readonly stages?: readonly AuditStage[];
}

const KINDS = ['verbs', 'users', 'resources', 'namespaces', 'codes', 'levels', 'stages'] as const;
const USER = /^(?=.*[^*?])[^\s]{1,253}$/;
const RESOURCE = /^[a-z]([-a-z0-9.]*[a-z0-9])?(\/([a-z][-a-z0-9]*|\*))?$/;
const NAMESPACE = /^(?=.*[^*?])[-a-z0-9*?]{1,63}$/;

/** What is wrong with rules; paths begin at the options of the input. */
export function auditDropMistakes(rules: readonly AuditDropRule[]): Mistake[] {
  return rules
    .flatMap((rule, index) => ruleMistakes(rule).map(({ path, message }) => ({ path: [index, ...path], message })))
    .map(({ path, message }) => ({ path: ['drop', ...path], message }));
}

function ruleMistakes(rule: AuditDropRule): Mistake[] {
  const { reason, users = [], resources = [], namespaces = [], codes = [] } = rule;
  const said = KINDS.filter((kind) => rule[kind] !== undefined);
  return [
    ...DROP.mistakes([{ reason, where: { verb: 'get' } }]).map(({ path, message }) => ({
      path: path.slice(1),
      message,
    })),
    ...mistakeIn(
      [],
      said.length > 0,
      `a rule with at least one of ${KINDS.join(', ')}`,
      rule,
      'write one, or all is dropped',
    ),
    ...said.flatMap((kind) =>
      mistakeIn(
        [kind],
        rule[kind]?.length !== 0,
        'a list with at least one entry',
        rule[kind],
        'write one, or leave it out',
      ),
    ),
    ...each(
      'users',
      users,
      USER,
      'a glob for names of users with more than * and ?',
      'write for example system:node:*',
    ),
    ...each('resources', resources, RESOURCE, 'the plural name of a resource', 'write for example pods or pods/log'),
    ...each('namespaces', namespaces, NAMESPACE, 'a glob for namespaces with more than * and ?', 'narrow it'),
    ...codes.flatMap((code, index) =>
      mistakeIn(
        ['codes', index],
        typeof code === 'number' ? Number.isInteger(code) && code >= 100 && code <= 599 : AUDIT_CODES.includes(code),
        'a status code from 100 to 599 or a class such as 2xx',
        code,
        'correct it',
      ),
    ),
  ];
}

function each(kind: string, values: readonly string[], pattern: RegExp, bound: string, remedy: string): Mistake[] {
  return values.flatMap((value, index) => mistakeIn([kind, index], pattern.test(value), bound, value, remedy));
}

/** The rules as the plugin reads them. */
export function auditDropParams(rules: readonly AuditDropRule[]): { reason: string; where: Record<string, unknown> }[] {
  return rules.map(({ reason, verbs, users, resources, namespaces, codes, levels, stages }) => {
    // What most events do not fulfil comes first.
    const where: Conditions = {
      ...(stages && { stage: stages }),
      ...(levels && { level: levels }),
      ...(verbs && { verb: verbs }),
      ...(resources && { resource: resources.map(matcherOf) }),
      ...(namespaces && { namespace: namespaces.map(matcherOf) }),
      ...(codes && { code: codes.map((code) => (typeof code === 'number' ? code : new RegExp(`^${code[0]}\\d\\d$`))) }),
      ...(users && { user: users.map(matcherOf) }),
    };
    return { reason, where: conditionParams(where) };
  });
}

/** A name as it is, a glob as a pattern. */
function matcherOf(glob: string): string | RegExp {
  if (!/[*?]/.test(glob)) return glob;
  const source = glob.replace(/[.+^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}
