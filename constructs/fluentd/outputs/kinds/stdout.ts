import { match } from '../../plugins';
import type { OutputKind } from './kind';

/** Fluentd's own log, with an event per line as JSON: to see what comes, not to keep it. */
export type StdoutDestination = Readonly<Record<string, never>>;

/** Prints events at once. Its own log is read by no collector, so that nothing goes in circles. */
export const stdout: OutputKind<StdoutDestination> = {
  isIdempotent: false,
  isBuffered: false,
  mistakes: () => [],
  servers: () => [],
  match: (_, own) => match.stdout('**', { '@id': own.name, format: { '@type': 'json' } }),
  footprint: () => ({}),
};
