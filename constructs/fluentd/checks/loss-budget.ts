/**
 * Bytes of the buffer for a byte of a log file. A document has the text as it was written and in fields, and says where it
 * comes from. The mixed load of the tests takes 3.3 bytes.
 */
export const BUFFER_PER_LOG = 3.5;

/** Annotation of a DaemonSet with what its loss budget is counted from, as JSON of `LossBudgetProps` without the buffer. */
export const LOSS_ANNOTATION = 'cdk8s-efk/loss-budget';

/** Annotation of a DaemonSet with the ids of outputs that are meant to lose their oldest logs, with commas between them. */
export const LOSING_ANNOTATION = 'cdk8s-efk/drop-oldest';

/** What holds logs on a node, and how fast they come. */
export interface LossBudgetProps {
  /** What all containers of the node write into their files. In bytes per second. */
  readonly rate: number;

  /** Part of it that the busiest container writes, from 0 to 1. */
  readonly busiestShare: number;

  /** Size of the buffer. In bytes. */
  readonly buffer: number;

  /** Disk that the buffer has, if it is less. In bytes. @default - the buffer has all that it may take */
  readonly disk?: number;

  /** `containerLogMaxSize` of the kubelet. In bytes. */
  readonly containerLogMaxSize: number;

  /** `containerLogMaxFiles` of the kubelet. */
  readonly containerLogMaxFiles: number;
}

/** What the kubelet has if nobody says something else. */
export const KUBELET_DEFAULTS = { containerLogMaxSize: 10 * 2 ** 20, containerLogMaxFiles: 5 } as const;

/** How long something may be away before a log is lost. In seconds. */
export interface LossBudget {
  /** Elasticsearch: first the buffer fills, then the files of the kubelet. */
  readonly elasticsearchOutage: number;

  /** Fluentd: the files of the kubelet are all that there is. */
  readonly fluentdOutage: number;
}

/**
 * How long an outage may last before a log is lost. Of the files of the busiest container one may be full already when the
 * outage begins, and another is removed as soon as it was rotated, so that the kubelet holds one file less than it keeps:
 *
 *     fluentdOutage       = containerLogMaxSize x (containerLogMaxFiles - 1) / (rate x busiestShare)
 *     elasticsearchOutage = min(buffer, disk) / (rate x 3.5) + fluentdOutage
 *
 * @see https://kubernetes.io/docs/concepts/cluster-administration/logging/#log-rotation
 */
export function lossBudget(props: LossBudgetProps): LossBudget {
  const { rate, busiestShare, buffer, disk = buffer, containerLogMaxSize, containerLogMaxFiles } = props;
  const fluentdOutage = (containerLogMaxSize * Math.max(0, containerLogMaxFiles - 1)) / (rate * busiestShare);
  const buffered = Math.min(buffer, disk) / (rate * BUFFER_PER_LOG);
  return { elasticsearchOutage: Math.floor(buffered + fluentdOutage), fluentdOutage: Math.floor(fluentdOutage) };
}
