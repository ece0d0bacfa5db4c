import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import { GrafanaDataSource, type GrafanaDataSourceProps } from '../../../../constructs/monitoring';

const ELASTICSEARCH = { url: 'https://elasticsearch.logging.svc:9200', majorVersion: 9 };

function dataSource(props: Partial<GrafanaDataSourceProps> = {}, namespace?: string) {
  const chart = new Chart(Testing.app(), 'dashboards', { namespace, disableResourceNameHashes: true });
  const { secrets } = new GrafanaDataSource(chart, 'logs', { elasticsearch: ELASTICSEARCH, ...props });
  const [{ metadata, data }] = Testing.synth(chart) as [{ metadata: object; data: Record<string, string> }];
  return { metadata, text: data['efk-logs.yaml'] ?? '', secrets };
}

test('Grafana reads over TLS as a user of its own; the password and the authority are in files', () => {
  const { metadata, text, secrets } = dataSource({}, 'monitoring');
  expect(metadata).toMatchObject({ name: 'grafana-elasticsearch', labels: { grafana_datasource: '1' } });
  expect(text).toMatchInlineSnapshot(`
    "apiVersion: 1
    datasources:
      - name: Logs
        uid: efk-logs
        type: elasticsearch
        access: proxy
        url: https://elasticsearch.logging.svc:9200
        basicAuth: true
        basicAuthUser: grafana
        jsonData:
          index: logs-*-*
          timeField: "@timestamp"
          logMessageField: message
          logLevelField: log.level
          maxConcurrentShardRequests: 5
          tlsAuthWithCACert: true
          dataLinks:
            - field: trace.id
              url: trace.id:"$\${__value.raw}"
              urlDisplayLabel: All logs of this request
              datasourceUid: efk-logs
        secureJsonData:
          basicAuthPassword: $__file{/etc/grafana/efk/credentials/password}
          tlsCACert: $__file{/etc/grafana/efk/tls/ca.crt}
        editable: false
    "
  `);
  expect(secrets).toMatchObject([
    { kind: 'credentials', name: 'grafana-elasticsearch-credentials', namespace: 'monitoring', username: 'grafana' },
    { kind: 'tls', name: 'grafana-elasticsearch-tls', namespace: 'monitoring', authority: 'http' },
  ]);
});

test('a trace leads to Loki as well', () => {
  expect(dataSource({ lokiUid: 'loki' }, 'monitoring').text).toContain('datasourceUid: loki');
});

test('an authority that everybody knows needs no file and no Secret', () => {
  const elasticsearch = { ...ELASTICSEARCH, authority: 'public' as const };
  const { text, secrets } = dataSource({ elasticsearch, username: 'viewer', index: 'logs-shop-*' }, 'monitoring');
  expect(text).not.toContain('ca.crt');
  expect(text).toContain('index: logs-shop-*');
  expect(secrets.map(({ kind }) => kind)).toEqual(['credentials']);
});

test('what would send a password in the clear is refused', () => {
  const elasticsearch = { url: 'http://elasticsearch:9200', majorVersion: 9 };
  expect(() => dataSource({ elasticsearch })).toThrow(
    '[dashboards/logs] the chart must have the namespace of Grafana, got none; set it\n' +
      '[dashboards/logs] elasticsearch.url must start with https://, got "http://elasticsearch:9200"; clients send passwords and tokens',
  );
});
