import type { Directive } from '../conf';
import type { Footprint } from '../footprint';
import { HEARTBEAT, METRICS_PORT, PATHS } from '../paths';

/** What holds for the whole process: nothing is included from the image, and a malformed value is an error. */
export const SYSTEM: Directive = {
  name: 'system',
  params: {
    config_include_dir: '',
    // Chunks that cannot be read or sent are moved to `backup` below it, so it must outlive the pod.
    root_dir: PATHS.state,
    strict_config_value: true,
  },
};

/** Fluentd's own events: they are in its log already, and sending them through itself can loop. */
export const OWN_EVENTS: Directive = {
  name: 'label',
  argument: '@FLUENT_LOG',
  children: [{ name: 'match', argument: '**', params: { '@type': 'null' } }],
};

/** Metrics for Prometheus: of the server, of the outputs and their buffers, of the files that are read. */
export const METRICS: readonly Directive[] = [
  {
    name: 'source',
    params: { '@type': 'prometheus', '@id': 'metrics', bind: '0.0.0.0', port: METRICS_PORT },
    children: [
      {
        name: 'transport',
        argument: 'tls',
        params: { cert_path: `${PATHS.tls}/tls.crt`, private_key_path: `${PATHS.tls}/tls.key` },
      },
    ],
  },
  { name: 'source', params: { '@type': 'prometheus_output_monitor', '@id': 'output_metrics' } },
  { name: 'source', params: { '@type': 'prometheus_tail_monitor', '@id': 'tail_metrics' } },
];

/** Shows that the process runs its timers and its threads. It emits nothing, so that a full buffer does not stop it. */
export const HEARTBEAT_SOURCE: Directive = {
  name: 'source',
  comment: 'Tells the kubelet that Fluentd does not hang',
  params: {
    '@type': 'exec',
    '@id': 'heartbeat',
    '@label': '@FLUENT_LOG',
    tag: 'heartbeat',
    run_interval: `${HEARTBEAT.intervalSeconds}s`,
    command: `touch ${HEARTBEAT.file}`,
  },
  children: [{ name: 'parse', params: { '@type': 'none' } }],
};

/** What Fluentd needs for itself: the port of the metrics. */
export const OWN_FOOTPRINT: Footprint = { ports: [{ name: 'metrics', containerPort: METRICS_PORT }] };
