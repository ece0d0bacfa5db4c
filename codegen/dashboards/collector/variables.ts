import { JOB, METRICS } from '../../../constructs/fluentd/monitoring/metrics';
import { collector } from '../model/promql';
import { choice } from '../model/variables';

/** Whether the collectors answer. */
export const COLLECTOR_UP = collector('up');

/** Which cluster, where a Prometheus knows several by the external label `cluster`. */
export const CLUSTER_CHOICE = choice({ name: 'cluster', label: 'Cluster', of: `up{job="${JOB}"}` });

/** Which node. */
export const NODE_CHOICE = choice({ name: 'node', label: 'Node', of: COLLECTOR_UP, many: 'one' });

/** Which routes. */
export const ROUTE_CHOICE = choice({ name: 'route', label: 'Route', of: collector(METRICS.events) });

/** Which namespaces, of those whose logs are counted one by one. */
export const NAMESPACE_CHOICE = choice({ name: 'namespace', label: 'Namespace', of: collector(METRICS.records) });
