import type { Directive } from '../conf';
import { HEARTBEAT, METRICS_PORT, PATHS } from '../paths';
import { catchAll, namespaceRoutes, type Route } from '../routes';

/** Which pods Fluentd does not read. */
export interface OwnPods {
  /** Namespace of the DaemonSet. */
  readonly namespace: string;

  /** Name of the DaemonSet. */
  readonly name: string;
}

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

/**
 * Reads the logs of containers. Rotated files are read too (`*.log*`) and recognised by their inode, because a rotation
 * while Fluentd restarts would otherwise lose what stands between the saved position and the end of the old file.
 * Without a route for everything else only the named namespaces are read: what nobody wants costs nothing.
 */
export function containerLogs(routes: readonly Route[], own: OwnPods): Directive {
  const namespaces = catchAll(routes) ? ['*'] : namespaceRoutes(routes).flatMap((route) => [...route.namespaces]);
  const files = `${PATHS.pods}/*/*/*`;
  return {
    name: 'source',
    comment: 'Logs of containers, also those that were rotated while Fluentd was away',
    params: {
      '@type': 'tail',
      '@id': 'container_logs',
      '@label': '@CRI',
      path: namespaces
        .map((namespace) => `${PATHS.pods}/${namespace === '*' ? '*' : `${namespace}_*`}/*/*.log*`)
        .join(',\n'),
      exclude_path: [`${files}.gz`, `${files}.tmp`, `${PATHS.pods}/${own.namespace}_${own.name}-?????_*/*/*`],
      pos_file: `${PATHS.state}/container-logs.pos`,
      // Entries of removed files go away; otherwise the file grows with every container that ever ran.
      pos_file_compaction_interval: '24h',
      follow_inodes: true,
      // New files are seen only here; it must be shorter than the time between two rotations of one log.
      refresh_interval: 2,
      // The first look would be part of the start, which a full buffer then holds up: no metrics, no heartbeat.
      skip_refresh_on_startup: true,
      rotate_wait: 10,
      read_from_head: true,
      tag: 'kubernetes.*',
    },
    // `%:z` reads `Z` and offsets alike.
    children: [{ name: 'parse', params: { '@type': 'cri', time_format: '%Y-%m-%dT%H:%M:%S.%N%:z' } }],
  };
}

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
