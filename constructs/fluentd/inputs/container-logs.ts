import type { Directive } from '../conf';
import type { Installation } from '../installation';
import { ENV, PATHS } from '../paths';
import { catchAll, namespaceRoutes, type Route, routeMistakes } from '../routes';
import type { Input } from './input';

/** Whose logs are read. */
export interface ContainerLogsProps {
  /** Which logs go where; those that no route takes are not read. */
  readonly routes: readonly Route[];

  /** Fluentd itself, whose logs are not read: a warning about a log would be a log again. */
  readonly own: Installation;
}

/** The logs of all containers of a node. */
export function containerLogs({ routes, own }: ContainerLogsProps): Input {
  return {
    mistakes: () => routeMistakes(routes),
    footprint: () => ({
      volumes: [{ name: 'pods', hostPath: { path: PATHS.pods, type: 'Directory' } }],
      mounts: [{ name: 'pods', mountPath: PATHS.pods, readOnly: true }],
      env: [{ name: ENV.node, valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    }),
    directives: (next) => [source(routes, own, next)],
  };
}

/**
 * Rotated files are read too (`*.log*`) and recognised by their inode, because a rotation while Fluentd restarts would
 * otherwise lose what stands between the saved position and the end of the old file. Without a route for everything else
 * only the named namespaces are read: what nobody wants costs nothing.
 */
function source(routes: readonly Route[], own: Installation, next: string): Directive {
  const namespaces = catchAll(routes) ? ['*'] : namespaceRoutes(routes).flatMap((route) => [...route.namespaces]);
  const files = `${PATHS.pods}/*/*/*`;
  return {
    name: 'source',
    comment: 'Logs of containers, also those that were rotated while Fluentd was away',
    params: {
      '@type': 'tail',
      '@id': 'container_logs',
      '@label': next,
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
