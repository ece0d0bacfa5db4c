import { type ParsedDirective, walk } from '../../../constructs/fluentd/conf';

/** What a Fluentd does: an agent reads the logs of its node, and sends them to aggregators or stores them itself. */
export type CollectorKind = 'direct' | 'agent' | 'aggregator';

/** What the Fluentd of a configuration does; undefined if it is none of ours. */
export function collectorKind(directives: readonly ParsedDirective[]): CollectorKind | undefined {
  const types = new Set<unknown>();
  for (const { directive } of walk(directives)) {
    // Records of others come in by the same plugin.
    if (directive.params.foreign !== 'true') types.add(directive.params['@type']);
  }
  if (types.has('forwarded_logs')) return 'aggregator';
  if (!types.has('container_logs')) return undefined;
  return types.has('forward_logs') ? 'agent' : 'direct';
}
