import { PropsError } from '../constructs/core';

/**
 * An environment that is not valid: an operator's mistake, printed as it is and never with a stack trace.
 *
 * Every mistake is listed at once, in the form `[path] what must hold (bound), got value; what to do`.
 */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  /**
   * @param summary one line that says what is wrong as a whole
   * @param mistakes one line per mistake
   */
  constructor(
    summary: string,
    readonly mistakes: readonly string[] = [],
  ) {
    super([summary, ...mistakes.map((mistake) => `  ${mistake}`)].join('\n'));
  }
}

/**
 * Whether `error` is a mistake in an environment, to be printed without a stack trace. A construct that refuses what an
 * environment gave it counts: it states the same form of mistake.
 */
export function isOperatorMistake(error: unknown): error is Error {
  return error instanceof EnvironmentError || error instanceof PropsError;
}
