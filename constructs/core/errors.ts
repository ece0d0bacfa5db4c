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

/**
 * Throws all `mistakes` at once, or does nothing if there is none.
 *
 * @throws PropsError if `mistakes` is not empty
 */
export function refuse(scope: IConstruct, mistakes: readonly string[]): void {
  if (mistakes.length > 0) throw new PropsError(scope, mistakes);
}
