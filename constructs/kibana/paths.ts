/** Port of the user interface and its API. */
export const PORT = 5601;

/** Where Kibana finds and puts things inside its container; the configuration and the pod must agree on them. */
export const PATHS = {
  /** The only file of the configuration directory that is not the image's own. */
  config: '/usr/share/kibana/config/kibana.yml',

  /** The keys of the TLS Secret as files. */
  tls: '/usr/share/kibana/config/tls',

  /** The id of the instance, and heap snapshots. */
  data: '/usr/share/kibana/data',

  /** Audit logs, if they are switched on. */
  logs: '/usr/share/kibana/logs',
} as const;
