import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/**
 * Props of a construct that contradict each other or a bound; a developer's mistake, thrown by the constructor.
 *
 * The message reads `[construct path] what must hold (bound), got value; what to do`, one line per mistake,
 * the form cdk8s itself prints for failed validations.
 */
export class PropsError extends Error {
  override readonly name = 'PropsError';

  /**
   * @param scope the construct that was given the props; its path opens every line
   * @param mistakes one sentence per mistake: lower case, no full stop, with bound, value and remedy
   */
  constructor(
    scope: IConstruct,
    readonly mistakes: readonly string[],
  ) {
    super(mistakes.map((mistake) => `[${scope.node.path}] ${mistake}`).join('\n'));
  }
}

/** A mistake and where it is: the keys and list positions that lead to it. */
export interface Mistake {
  /** Keys from the top of what was given. */
  readonly path: readonly PropertyKey[];

  /** `what must hold (bound), got value; what to do` */
  readonly message: string;
}

/** Where a mistake is, as code would say it: `treatments[2].drop[0].where`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('');
}

/**
 * Throws all `mistakes` at once, or does nothing if there is none.
 *
 * @throws PropsError if `mistakes` is not empty
 */
export function refuse(scope: IConstruct, mistakes: readonly string[]): void {
  if (mistakes.length > 0) throw new PropsError(scope, mistakes);
}

/** Charts that are looked through already. */
const guarded = new WeakSet<Chart>();

/**
 * Makes the synthesis of the chart around `scope` fail if two of its objects have one kind and name: a tool that applies the
 * file would take the second for a change of the first, and say nothing.
 */
export function refuseTwins(scope: IConstruct): void {
  const chart = Chart.of(scope);
  if (guarded.has(chart)) return;
  guarded.add(chart);
  chart.node.addValidation({ validate: () => twins(chart) });
}

function twins(chart: Chart): string[] {
  const first = new Map<string, ApiObject>();
  return chart.node.findAll().flatMap((object) => {
    if (!ApiObject.isApiObject(object)) return [];
    const { apiGroup, kind, metadata, name } = object;
    const key = [apiGroup, kind, metadata.namespace, name].join('/');
    const other = first.get(key) ?? object;
    first.set(key, other);
    return other === object
      ? []
      : [`${kind} '${name}' must be in a namespace once, got ${other.node.path} and ${object.node.path}; rename one`];
  });
}
