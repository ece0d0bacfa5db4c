/**
 * A mistake or a condition the operator can put right: no network, a busy port, a missing program.
 *
 * The command line prints its message alone, without a stack trace, and exits with 1.
 * The message says where, what must hold, what was found and what to do.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/**
 * The text of anything that was thrown, without a stack trace.
 *
 * `fetch` and the file system wrap the reason (`fetch failed`); the innermost message and its code are what helps.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const code = codeOf(error);
  return code !== undefined && !error.message.includes(code) ? `${code}: ${error.message}` : error.message;
}

/** The system's error code (`ENOSPC`, `ENOTFOUND`) of an error or of what caused it, or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = (error as NodeJS.ErrnoException).code;
  return typeof code === 'string' ? code : codeOf(error.cause);
}
