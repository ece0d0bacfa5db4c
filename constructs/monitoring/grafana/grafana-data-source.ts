import { Chart, Yaml } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import {
  type ElasticsearchEndpoint,
  endpointMistakes,
  labels,
  refuse,
  type SecretSpec,
  serviceHostNames,
} from '../../core';

/** Properties of a `GrafanaDataSource`. */
export interface GrafanaDataSourceProps {
  /** The cluster that has the logs. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /**
   * User of Elasticsearch as which Grafana reads, with the role `readerRole`.
   *
   * @default 'grafana'
   */
  readonly username?: string;

  /**
   * Which logs it shows: an index pattern.
   *
   * @default 'logs-*-*'
   */
  readonly index?: string;

  /**
   * `uid` of a data source of Loki that has the same logs; a `trace.id` leads there as well.
   *
   * @default - no link to Loki
   */
  readonly lokiUid?: string;

  /**
   * Labels by which the sidecar of Grafana's chart finds the ConfigMap.
   *
   * @default { grafana_datasource: '1' }
   */
  readonly sidecarLabels?: Readonly<Record<string, string>>;
}

/** Name of the ConfigMap, and the beginning of the names of the Secrets. */
const NAME = 'grafana-elasticsearch';

/** Where the container of Grafana must have the Secrets. */
export const DATA_SOURCE_PATHS = { credentials: '/etc/grafana/efk/credentials', tls: '/etc/grafana/efk/tls' };

/** Name of the data source in addresses. */
const UID = 'efk-logs';

/** A field of what a link was clicked on; a single `$` would be a variable of the provisioning. */
const CLICKED = '$${__value.raw}';

/**
 * Elasticsearch as a data source of a Grafana that exists, over TLS and as a user who may only read logs. Grafana takes the
 * password and the authority from files, so that none is in the ConfigMap. A `trace.id` leads to all logs of its request.
 *
 * @throws PropsError if the endpoint has no TLS, or the chart no namespace
 */
export class GrafanaDataSource extends Construct {
  /** Holds the file that tells Grafana of it. */
  readonly configMap: k8s.KubeConfigMap;

  /** The Secrets that must be made, and mounted into the container of Grafana. */
  readonly secrets: readonly SecretSpec[];

  constructor(scope: Construct, id: string, props: GrafanaDataSourceProps) {
    super(scope, id);
    const { elasticsearch, username = 'grafana', sidecarLabels = { grafana_datasource: '1' } } = props;
    const namespace = Chart.of(this).namespace ?? '';
    refuse(this, [
      ...(namespace ? [] : ['the chart must have the namespace of Grafana, got none; set it']),
      ...endpointMistakes(elasticsearch, elasticsearch.majorVersion),
    ]);
    this.configMap = new k8s.KubeConfigMap(this, 'Resource', {
      metadata: {
        name: NAME,
        labels: { ...labels({ name: 'grafana-data-source', instance: NAME }), ...sidecarLabels },
      },
      data: { 'efk-logs.yaml': Yaml.stringify({ apiVersion: 1, datasources: [dataSource(props)] }) },
    });
    this.secrets = [
      {
        kind: 'credentials',
        name: `${NAME}-credentials`,
        namespace,
        description: 'User as which Grafana reads logs',
        username,
      },
      ...(elasticsearch.authority === undefined
        ? [
            {
              kind: 'tls' as const,
              name: `${NAME}-tls`,
              namespace,
              description: 'Authority of Elasticsearch, for Grafana',
              authority: 'http' as const,
              dnsNames: serviceHostNames(NAME, namespace),
            },
          ]
        : []),
    ];
  }
}

/**
 * The data source as Grafana reads it.
 *
 * @see https://grafana.com/docs/grafana/latest/datasources/elasticsearch/#provision-the-data-source
 */
function dataSource({
  elasticsearch,
  username = 'grafana',
  index = 'logs-*-*',
  lokiUid,
}: GrafanaDataSourceProps): object {
  const { credentials, tls } = DATA_SOURCE_PATHS;
  const isPublic = elasticsearch.authority === 'public';
  return {
    name: 'Logs',
    uid: UID,
    type: 'elasticsearch',
    access: 'proxy',
    url: elasticsearch.url,
    basicAuth: true,
    basicAuthUser: username,
    jsonData: {
      index,
      timeField: '@timestamp',
      logMessageField: 'message',
      logLevelField: 'log.level',
      maxConcurrentShardRequests: 5,
      ...(isPublic ? {} : { tlsAuthWithCACert: true }),
      dataLinks: [
        {
          field: 'trace.id',
          url: `trace.id:"${CLICKED}"`,
          urlDisplayLabel: 'All logs of this request',
          datasourceUid: UID,
        },
        ...(lokiUid === undefined
          ? []
          : [
              {
                field: 'trace.id',
                url: `{namespace=~".+"} |= "${CLICKED}"`,
                urlDisplayLabel: 'In Loki',
                datasourceUid: lokiUid,
              },
            ]),
      ],
    },
    secureJsonData: {
      basicAuthPassword: `$__file{${credentials}/password}`,
      ...(isPublic ? {} : { tlsCACert: `$__file{${tls}/ca.crt}` }),
    },
    editable: false,
  };
}
