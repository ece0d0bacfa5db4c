import { bytesInWords, durationInWords } from '../../summary/words';
import { type CollectorSizing, shown } from './collector-sizing';

/** The table of what collectors need, and what is to be said of it. */
export function collectorSection({ linesPerSecond, nodes, ways, aggregatorsHold, warnings }: CollectorSizing) {
  return {
    title: `Collectors, for ${linesPerSecond.toLocaleString('en')} lines a second on each of ${nodes} nodes`,
    head: ['way', 'deployed', 'cores on a node', 'aggregators', 'cores in all', 'sent by a node', 'to Elasticsearch'],
    rows: ways.map((way) => [
      way.way,
      way.isDeployed ? 'yes' : 'no',
      shown(way.agentCores),
      String(way.aggregators),
      shown(way.cores),
      `${bytesInWords(way.agentBytes)}/s`,
      `${bytesInWords(way.elasticsearchBytes)}/s`,
    ]),
    notes: [
      ...(aggregatorsHold === null
        ? []
        : [`aggregators hold ${durationInWords(aggregatorsHold)} of logs while Elasticsearch is away, then nodes do`]),
      ...warnings.map((warning) => `warning: ${warning}`),
    ],
  };
}
