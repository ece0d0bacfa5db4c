import { type Scraper, scrapeIngress } from '../../core';
import type { Directive } from '../conf';
import type { Footprint } from '../footprint';
import { ENV, HEARTBEAT, METRICS_PORT, PATHS } from '../paths';
import { match, source, system } from '../plugins';
import { rubyFiles } from '../ruby/required';

/** From which level on Fluentd says what it does. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** All levels, from the one that says most. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const satisfies readonly LogLevel[];

/**
 * What holds for the whole process: nothing is included from the image, and a malformed value is an error.
 *
 * @param logLevel from which level on Fluentd says what it does; Fluentd's own default, `info`, without it
 */
export function processSettings(logLevel?: LogLevel): Directive {
  return system({
    config_include_dir: '',
    // Chunks that cannot be read are moved to `backup` below it, so it must outlive the pod.
    root_dir: PATHS.state,
    strict_config_value: true,
    // What every retry says, once a minute: otherwise the reasons are rotated away within hours.
    ignore_same_log_interval: '1m',
    ...(logLevel && { log_level: logLevel }),
  });
}

/** Fluentd's own events: they are in its log already, and sending them through itself can loop. */
export const OWN_EVENTS: Directive = {
  name: 'label',
  argument: '@FLUENT_LOG',
  children: [match.null('**')],
};

/** Files and folders of the state, by what they are for. */
const DISKS = {
  buffer: 'buffer',
  dead_letters: 'dead-letters',
  positions: 'container-logs.positions',
  backup: 'backup',
};

/**
 * Metrics for Prometheus: of our plugins, of the outputs and of the disk. They are served on the address
 * of the pod, which its name stands for whether it is of IPv4 or IPv6; an address of IPv6 itself the plugin refuses to
 * serve with TLS.
 */
export const METRICS: readonly Directive[] = [
  source.prometheus({
    '@id': 'metrics',
    bind: { env: ENV.pod },
    port: METRICS_PORT,
    transport: { protocol: 'tls', cert_path: `${PATHS.tls}/tls.crt`, private_key_path: `${PATHS.tls}/tls.key` },
  }),
  source.collectorMetrics({
    '@id': 'collector_metrics',
    state: PATHS.state,
    disk: Object.entries(DISKS).map(([purpose, name]) => ({ purpose, path: `${PATHS.state}/${name}` })),
  }),
];

/** Shows that the process runs its timers and its threads. It emits nothing, so that a full buffer does not stop it. */
export const HEARTBEAT_SOURCE: Directive = source.exec({
  comment: 'Tells the kubelet that Fluentd does not hang',
  '@id': 'heartbeat',
  '@label': '@FLUENT_LOG',
  tag: 'heartbeat',
  run_interval: `${HEARTBEAT.intervalSeconds}s`,
  command: `touch ${HEARTBEAT.file}`,
  parse: { '@type': 'none' },
});

/** Bounds the disk that unreadable chunks take, e.g. after a power cut; Fluentd has no option for it. */
export const BACKUP_RETENTION: Directive = source.exec({
  comment: 'Removes unreadable chunks after a week',
  '@id': 'backup_retention',
  '@label': '@FLUENT_LOG',
  tag: 'retention',
  run_interval: '1h',
  command: `cd ${PATHS.state} && mkdir -p backup && find backup -type f -mtime +6 -delete`,
  parse: { '@type': 'none' },
});

/**
 * What Fluentd needs for itself: the port of the metrics, the name of the pod, the plugins that watch it.
 *
 * @param scraper who may ask for the metrics; anybody without it
 */
export function ownFootprint(scraper?: Scraper): Footprint {
  return {
    rubyFiles: rubyFiles('in_collector_metrics'),
    ports: [{ name: 'metrics', containerPort: METRICS_PORT }],
    env: [{ name: ENV.pod, valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
    ...(scraper && { ingress: [scrapeIngress(METRICS_PORT, scraper)] }),
  };
}
