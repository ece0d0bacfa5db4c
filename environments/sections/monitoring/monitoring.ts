import { objectName } from '../../names';
import { choice, count, flag, httpsUrl, list, section, textMap, timeValue, webAddress } from '../../values';
import { conditions } from '../conditions';
import { dashboards } from './dashboards';
import { logMetric } from './log-metrics';

/** Who watches the stack, and what it is told. */
export const monitoring = section({
  /**
   * How metrics and rules get to a Prometheus: by objects of the Prometheus operator, or by annotations of the pods and a
   * ConfigMap with the rules.
   */
  by: choice(['prometheusOperator', 'annotations']),
  /** Labels by which a Prometheus of the operator finds its objects; none when left out. */
  selectorLabels: textMap.optional(),
  /** Where the pages of `docs/runbooks` are published; an alert leads to its section. Alerts name none when left out. */
  runbookUrl: webAddress.optional(),
  /** Where a browser finds Kibana, so that alerts lead to the logs; `kibana.ingressHost` when left out. */
  kibanaUrl: httpsUrl.optional(),
  /** Whether an exporter watches Elasticsearch, with a user of its own. */
  elasticsearch: flag.default(true),
  /** Whether the Prometheus has kube-state-metrics, for rules about Kibana, the provisioner and pods. */
  kubeStateMetrics: flag.default(true),
  /** Whether a pod on every node writes a line a minute, so that alerts tell when logs of a node do not arrive. */
  canary: flag.default(false),
  /** The pods of the Prometheus; when left out anybody may ask for metrics, which hold no content of logs. */
  scraper: section({
    /** Their namespace. */
    namespace: objectName,
    /** Labels that they have; all pods of the namespace when left out. */
    podLabels: textMap.optional(),
  }).optional(),
  /** Dashboards for a Grafana; none when left out. */
  dashboards: dashboards.optional(),
  /** When the logs of a workload are an incident; 10 abnormal ones in 3 minutes when left out. */
  abnormal: section({
    /** So many abnormal logs. */
    count: count(1, 1_000_000).optional(),
    /** Within so long. */
    within: timeValue.optional(),
    /** What an abnormal log is: one that fulfils any of these; an error, an exception or a 5xx when left out. */
    where: list(conditions).optional(),
    /** Workloads, and levels of namespaces, that have series of their own on a node; 32 of each when left out. */
    series: count(1, 500).optional(),
  }).default({}),
  /** Metrics of what logs say: of requests, of durations, of levels. */
  logMetrics: list(logMetric).optional(),
});
