import { type AlertRule, countMistakes, type Mistake, type TimeValue, toSeconds } from '../../core';
import { type Conditions, conditionMistakes } from '../treatments/conditions';
import { series } from './metrics';

/** When the logs of a workload are an incident. */
export interface AbnormalLogs {
  /**
   * So many abnormal logs are one.
   *
   * @default 10
   */
  readonly count?: number;

  /**
   * Within so long, by the times of the logs. At least a minute, which is two scrapes, and at most an hour.
   *
   * @default '3m'
   */
  readonly within?: TimeValue;

  /**
   * What an abnormal log is: one that fulfils any of these.
   *
   * @default - the level `error` or worse, an exception (`error.type`, `error.stack_trace`, or a trace in a text), a status of 500 or more
   */
  readonly where?: readonly Conditions[];

  /**
   * Workloads with abnormal logs, and levels of namespaces, that have series of their own on a node, from 1 to 500 each; all
   * others are counted together, as `_other`.
   *
   * @default 32
   */
  readonly series?: number;
}

const LEVELS = ['error', 'critical', 'alert', 'emergency', 'fatal'];

/** What is abnormal unless somebody says otherwise. Only traces have several lines by default. */
const ABNORMAL: readonly Conditions[] = [
  { 'log.level': LEVELS },
  { 'http.response.status_code': { atLeast: 500 } },
  { 'error.type': /\S/ },
  { 'error.stack_trace': /\S/ },
  { message: /\n/ },
];

/** Shorter than two scrapes a window could be missed, longer than an hour it tells of what was long ago. In seconds. */
const WINDOW = { least: 60, most: 3_600 };

const MOST = 1_000_000;

/** What holds where nothing is said. */
export function withDefaults({ count = 10, within = '3m', where = ABNORMAL }: AbnormalLogs) {
  return { count, within, where };
}

/** What is wrong with a definition of abnormal logs. */
export function abnormalMistakes(abnormal: AbnormalLogs): Mistake[] {
  const { count, within, where } = withDefaults(abnormal);
  const { series = 1 } = abnormal;
  const seconds = toSeconds(within);
  return [
    ...countMistakes(['count'], count, MOST),
    ...(seconds >= WINDOW.least && seconds <= WINDOW.most
      ? []
      : [
          {
            path: ['within'],
            message: `must be from two scrapes (${WINDOW.least}s) to an hour (${WINDOW.most}s), got ${within}; change it`,
          },
        ]),
    ...countMistakes(['series'], series, 500),
    ...(where.length > 0
      ? []
      : [{ path: ['where'], message: 'must not be empty, got [], which no log fulfils; write one, or leave it out' }]),
    ...where.flatMap((conditions, index) => conditionMistakes(conditions, ['where', index])),
  ];
}

/**
 * Tells of a workload that has written too many abnormal logs, on all nodes together. Each node shows the most of its last
 * minute, so that no scrape misses it.
 *
 * @param logsUrl where a browser finds the logs, e.g. Kibana; the alert leads to those of the workload
 */
export function abnormalRule(abnormal: AbnormalLogs, logsUrl?: string): AlertRule {
  const { count, within } = withDefaults(abnormal);
  return {
    alert: 'AbnormalLogs',
    expr: `sum by (route, namespace, container) (${series('abnormal')}) >= ${count}`,
    severity: 'critical',
    summary: `${either('{{ $labels.namespace }}/{{ $labels.container }} has written', 'Inputs of the route {{ $labels.route }} have sent')} {{ $value }} abnormal logs within ${within}`,
    action: logsUrl
      ? `See the logs: ${discover(logsUrl)}`
      : 'See the logs of the last minutes: errors, exceptions, responses of 5xx',
  };
}

/** What is said of a container, and of what no container has written. */
function either(container: string, input: string): string {
  return `{{ if $labels.container }}${container}{{ else }}${input}{{ end }}`;
}

/** The logs of a workload, or of a route, of the last quarter of an hour in Kibana's Discover. */
function discover(url: string): string {
  const query = either(
    'kubernetes.namespace_name:%22{{ $labels.namespace }}%22%20and%20kubernetes.container_name:%22{{ $labels.container }}%22',
    'data_stream.dataset:%22{{ $labels.route }}%22',
  );
  return `${url}/app/discover#/?_g=(time:(from:now-15m,to:now))&_a=(query:(language:kuery,query:'${query}'))`;
}
