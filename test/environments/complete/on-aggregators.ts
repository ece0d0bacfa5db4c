import type { EnvironmentInput } from '../../../environments';
import { PLUGINS, treatments } from './parts';

const elasticsearch = {
  nodeSets: [
    {
      name: 'all',
      roles: ['master', 'data_content', 'data_hot', 'ingest'],
      replicas: 3,
      memory: '8Gi',
      cpu: '2',
      storage: '500Gi',
    },
  ],
  indexReplicas: 1,
} satisfies EnvironmentInput['elasticsearch'];

const FROM = { cidrs: ['10.0.0.0/8'], namespaces: ['devices'] };
const SERVICE = { type: 'LoadBalancer', annotations: { 'example.com/internal': 'true' } } as const;
const CERTIFICATE = { certificate: { secretName: 'input-tls', keys: { 'tls.crt': 'cert' } } };
const HOST_NAMES = { hostNames: ['logs.example.com'] };

/** Everything that comes over the network, with aggregators that are counted by an autoscaler. */
export const onAggregators: EnvironmentInput = {
  name: 'on-aggregators',
  elasticsearch,
  retention: { standard: { deleteMinAge: '30d' } },
  routes: [
    { name: 'kubernetes', retention: 'standard' },
    { name: 'network', namespaces: [], retention: 'standard', to: ['elasticsearch', 'archive'] },
  ],
  treatments,
  inputs: [
    {
      name: 'devices',
      route: 'network',
      syslog: {
        from: FROM,
        service: SERVICE,
        udp: 514,
        tcp: 514,
        tls: 6514,
        ...CERTIFICATE,
        clients: { secretName: 'clients', keys: { 'ca.crt': 'ca' } },
        zone: 'Europe/Berlin',
        maxMessageSize: '32Ki',
        maxConnections: 100,
      },
    },
    {
      name: 'edge',
      route: 'network',
      forward: {
        from: FROM,
        service: SERVICE,
        port: 24225,
        sharedKey: { secretName: 'edge', keys: { shared_key: 'key' } },
        ...HOST_NAMES,
      },
    },
    {
      name: 'web',
      route: 'network',
      treatment: 'of-files',
      http: {
        from: FROM,
        service: SERVICE,
        port: 9881,
        token: { secretName: 'web', keys: { token: 't' } },
        user: { secretName: 'web-user', keys: { password: 'p' }, username: 'sender' },
        ...CERTIFICATE,
        maxBodySize: '5Mi',
      },
    },
  ],
  outputs: [{ name: 'archive', s3: { bucket: 'logs', credentials: { secretName: 's3' } }, bufferSize: '2Gi' }],
  fluentd: {
    cpu: '200m',
    memory: '1Gi',
    bufferSize: '5Gi',
    image: { repository: 'logging/fluentd', tag: '1', plugins: PLUGINS },
  },
  aggregators: {
    autoscaling: { minReplicas: 2, maxReplicas: 10, targetCpu: 60 },
    cpu: '1',
    memory: '2Gi',
    storage: '20Gi',
    storageClass: 'fast',
  },
  monitoring: {
    by: 'prometheusOperator',
    selectorLabels: { release: 'prometheus' },
    dashboards: {
      namespace: 'monitoring',
      sidecarLabels: { grafana_dashboard: '1' },
      logs: { lokiUid: 'loki' },
    },
  },
  kibana: { replicas: 2 },
};

/** What must run once, on an aggregator of one pod, and what inputs can be otherwise. */
export const onOneAggregator: EnvironmentInput = {
  name: 'on-one-aggregator',
  elasticsearch,
  retention: { standard: { deleteMinAge: '30d' } },
  routes: [{ name: 'kubernetes', retention: 'standard' }],
  inputs: [
    { name: 'events', route: 'kubernetes', events: { apiPorts: [6443] } },
    {
      name: 'devices',
      route: 'kubernetes',
      syslog: { from: FROM, tls: 6514, ...HOST_NAMES, clients: { configMapName: 'clients', keys: { 'ca.crt': 'ca' } } },
    },
    { name: 'edge', route: 'kubernetes', forward: { from: FROM, ...CERTIFICATE } },
    { name: 'web', route: 'kubernetes', http: { from: FROM, ...HOST_NAMES } },
    {
      name: 'messages',
      route: 'kubernetes',
      kafka: {
        brokers: ['kafka.shop.svc:9093'],
        topics: ['orders'],
        group: 'logs',
        start: 'latest',
        value: 'json',
        credentials: { secretName: 'kafka-reader' },
        mechanism: 'scram-sha-256',
        authority: { secretName: 'kafka-ca' },
        certificate: { secretName: 'kafka-reader-tls', keys: { 'tls.crt': 'user.crt', 'tls.key': 'user.key' } },
      },
    },
    {
      name: 'rows',
      route: 'kubernetes',
      sql: {
        host: 'db.example.com',
        port: 5433,
        database: 'app',
        user: { secretName: 'reader' },
        authority: { secretName: 'db-ca' },
        table: 'audit.entries',
        key: 'id',
        time: 'at',
        settle: '30s',
      },
    },
    {
      name: 'orders',
      route: 'kubernetes',
      sql: { system: 'mysql', host: 'db', database: 'shop', user: { secretName: 'shop' }, table: 'orders', key: 'id' },
    },
  ],
  fluentd: {
    cpu: '200m',
    memory: '1Gi',
    bufferSize: '5Gi',
    bufferVolume: { emptyDir: {} },
    image: { repository: 'logging/fluentd', tag: '1', plugins: PLUGINS },
  },
  aggregators: { replicas: 1 },
  kibana: { replicas: 1 },
};
