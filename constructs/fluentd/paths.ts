/** Where Fluentd finds and puts things inside its container; the configuration and the pod must agree on them. */
export const PATHS = {
  /** `fluent.conf`. */
  config: '/fluentd/etc',

  /** Plugins of our own. */
  plugins: '/fluentd/plugins',

  /** The logs of all containers of the node, written by its container runtime. */
  pods: '/var/log/pods',

  /** Where Docker keeps the files to which those in `pods` are links. */
  docker: '/var/lib/docker/containers',

  /** Everything that must outlive the pod: read positions, buffers, dead letters. */
  state: '/var/lib/fluentd',

  /** The keys of the TLS Secret as files. */
  tls: '/fluentd/tls',

  /** What inputs are given as files, in a folder each. */
  inputs: '/fluentd/inputs',

  /** What outputs have besides: folders of the node, authorities. */
  outputs: '/fluentd/outputs',
} as const;

/** Environment variables that `fluent.conf` and the pod share. */
export const ENV = {
  /** Name of the node, as `kubernetes.host`; the name is the one that Fluentd's plugins expect. */
  node: 'K8S_NODE_NAME',

  /** Name of the pod, which is its host name too. */
  pod: 'POD_NAME',

  /** User of Elasticsearch. */
  username: 'ELASTICSEARCH_USERNAME',

  /** Password of the user. */
  password: 'ELASTICSEARCH_PASSWORD',

  /** Key of the hashes that stand for what is redacted. */
  redactionKey: 'REDACTION_KEY',

  /** What node agents and aggregators know, by which they prove who they are. */
  sharedKey: 'FORWARD_SHARED_KEY',

  /** API key in its encoded form, instead of both. */
  apiKey: 'ELASTICSEARCH_API_KEY',
} as const;

/** By what Fluentd shows that it does not hang. */
export const HEARTBEAT = {
  /** File that is touched again and again. */
  file: '/tmp/heartbeat',

  /** Time between two touches. In seconds. */
  intervalSeconds: 30,

  /** Age at which the file means that Fluentd hangs. In minutes. */
  patienceMinutes: 2,
} as const;

/** File that is there when an aggregator is about to go and must take nothing any more. */
export const CLOSING_FILE = '/tmp/closing';

/** Port on which Fluentd serves its metrics, over TLS; the one of fluent-plugin-prometheus. */
export const METRICS_PORT = 24231;
