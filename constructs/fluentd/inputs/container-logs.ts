import { dataStreamFields } from '../../core';
import type { Installation } from '../installation';
import { eventMistakes } from '../limit-mistakes';
import { type EventLimits, fluentdSize, withDefaults } from '../limits';
import { ENV, PATHS } from '../paths';
import { isByLabels } from '../pipeline/by-labels';
import { source } from '../plugins';
import { type Route, takesContainers } from '../routes';
import { rubyFiles } from '../ruby/required';
import { inputParams } from '../treatments/options';
import { selectionParams } from '../treatments/selection';
import type { Treatment } from '../treatments/treatment';
import { excludedFolders, type LogExclusion } from './exclusion';
import type { Input } from './input';

/** Who writes the logs of containers: `cri` for containerd and CRI-O, `docker` for Docker behind cri-dockerd. */
export type ContainerRuntime = 'cri' | 'docker';

/** Whose logs are read, and what an event of them may be. */
export interface ContainerLogsProps {
  /** Which logs go where; those that no route takes are not read. */
  readonly routes: readonly Route[];

  /**
   * What is done to the logs of which containers; events get the name of their treatment.
   *
   * @default - nothing
   */
  readonly treatments?: readonly Treatment[];

  /**
   * Bounds of an event and of what is held.
   *
   * @default - those of `EventLimits`
   */
  readonly limits?: EventLimits;

  /**
   * What runs the containers.
   *
   * @default 'cri'
   */
  readonly containerRuntime?: ContainerRuntime;

  /**
   * Logs that are not read.
   *
   * @default - none
   */
  readonly exclude?: LogExclusion;

  /** Fluentd itself, whose logs are not read. */
  readonly own: Installation;
}

/**
 * The logs of all containers of a node, as whole events with an identity. The treatment and the route of a container are
 * decided once, not for each line; the tag of an event is the name of its route.
 */
export function containerLogs(props: ContainerLogsProps): Input {
  const { routes, treatments = [], limits, containerRuntime = 'cri', exclude = {}, own } = props;
  // The kubelet's files are links there.
  const folders = containerRuntime === 'docker' ? (['pods', 'docker'] as const) : (['pods'] as const);
  const { eventSize, eventLines, eventAge, heldSize } = withDefaults(limits);
  return {
    mistakes: () => eventMistakes(limits),
    footprint: () => ({
      volumes: folders.map((name) => ({ name, hostPath: { path: PATHS[name], type: 'Directory' } })),
      mounts: folders.map((name) => ({ name, mountPath: PATHS[name], readOnly: true })),
      rubyFiles: rubyFiles('in_container_logs'),
      env: [{ name: ENV.node, valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    }),
    directives: (next) => [
      source.containerLogs({
        comment: 'Logs of containers, also those that were rotated and compressed while Fluentd was away',
        '@id': 'container_logs',
        '@label': next,
        path: PATHS.pods,
        pos_file: `${PATHS.state}/container-logs.positions`,
        exclude_pods: excludedFolders(exclude, own),
        node_name: { env: ENV.node },
        max_event_size: fluentdSize(eventSize),
        max_event_lines: eventLines,
        max_event_age: eventAge,
        max_held_size: fluentdSize(heldSize),
        ...(isByLabels({ routes, treatments }) && { labels_file: `${PATHS.state}/container-logs.labels` }),
        route: routes.filter(takesContainers).map(({ name, namespaces, treatments, labels }) => ({
          name,
          namespaces: namespaces && [...namespaces],
          treatments: treatments && [...treatments],
          labels,
          data_stream: { ...dataStreamFields(name) },
        })),
        ...(treatments.length > 0 && { treatment: treatments.map(selected) }),
      }),
    ],
  };
}

function selected(treatment: Treatment) {
  const { name, ...selection } = selectionParams(treatment);
  return { name, ...inputParams(treatment), ...selection };
}
