import { expect, test } from 'vitest';

import { settings, settingsYaml } from '../../../constructs/kibana';

const elasticsearchUrl = 'https://elasticsearch.logging.svc:9200';

test('pods that have an IPv6 address alone listen to it', () => {
  expect(settings({ elasticsearchUrl, ipFamily: 'IPv6' })).toMatchObject({ 'server.host': '::' });
  expect(settings({ elasticsearchUrl, ipFamily: 'IPv4' })).toMatchObject({ 'server.host': '0.0.0.0' });
});

test('the whole kibana.yml', () => {
  expect(settingsYaml({ elasticsearchUrl, publicHost: 'kibana.example.com' })).toMatchInlineSnapshot(`
    "server.host: 0.0.0.0
    server.port: 5601
    server.publicBaseUrl: https://kibana.example.com
    server.ssl.enabled: true
    server.ssl.certificate: /usr/share/kibana/config/tls/tls.crt
    server.ssl.key: /usr/share/kibana/config/tls/tls.key
    elasticsearch.hosts:
      - https://elasticsearch.logging.svc:9200
    elasticsearch.serviceAccountToken: \${EFK_SERVICE_TOKEN}
    elasticsearch.ssl.certificateAuthorities:
      - /usr/share/kibana/config/tls/ca.crt
    elasticsearch.ssl.verificationMode: full
    xpack.security.encryptionKey: \${EFK_SECURITY_KEY}
    xpack.encryptedSavedObjects.encryptionKey: \${EFK_SAVED_OBJECTS_KEY}
    xpack.reporting.encryptionKey: \${EFK_REPORTING_KEY}
    logging.appenders.json:
      type: console
      layout:
        type: json
    logging.root.appenders:
      - json
    telemetry.optIn: false
    "
  `);
});

test('without a public host links have none', () => {
  expect(settings({ elasticsearchUrl })).not.toHaveProperty(['server.publicBaseUrl']);
});

test('every secret is substituted by Kibana itself, under a name that the launcher does not make an argument of', () => {
  const variables = [...settingsYaml({ elasticsearchUrl }).matchAll(/^(\S+): \$\{(\w+)\}$/gm)];
  expect(variables).toHaveLength(4);
  for (const [, setting = '', variable] of variables) {
    expect(variable).not.toBe(setting.toUpperCase().replaceAll('.', '_'));
    expect(variable).toMatch(/^EFK_/);
  }
});
