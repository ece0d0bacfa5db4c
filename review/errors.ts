/**
 * Input that cannot be read: not a repository, an unknown revision, invalid YAML. An operator's mistake; the command line
 * prints the message without a stack trace and exits with 2.
 *
 * The message reads `[where] what must hold (bound), got value; what to do`.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
}
