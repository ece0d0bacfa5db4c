import { objectName } from '../../names';
import { choice, section, text, textMap } from '../../values';

/** Dashboards for a Grafana that exists. */
export const dashboards = section({
  /** Namespace of the Grafana, where the ConfigMaps are made. */
  namespace: objectName,
  /** Whether the sidecar of its chart finds them, or you mount them. */
  as: choice(['sidecar', 'provisioning']).default('sidecar'),
  /** Folder in Grafana. */
  folder: text(
    /^[A-Za-z0-9][\w .-]{0,99}$/,
    'the name of a folder (letters, digits, spaces, _, . and -, at most 100 characters)',
    'rename it',
  ).default('Logging'),
  /** Labels by which the sidecar finds them; `grafana_dashboard: '1'` when left out. */
  sidecarLabels: textMap.optional(),
  /** Elasticsearch as a data source of that Grafana, with a user who may only read logs; none when left out. */
  logs: section({
    /** `uid` of a data source of Loki that has the same logs, for links; no links when left out. */
    lokiUid: text(
      /^[\w-]{1,40}$/,
      'the uid of a data source (letters, digits, _ and -, at most 40)',
      'correct it',
    ).optional(),
  }).optional(),
});
