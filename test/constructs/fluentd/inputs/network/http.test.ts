import { expect, test } from 'vitest';

import { HTTP } from '../../../../../constructs/fluentd/inputs/network/http';
import { confOf, contextOf, saidOf } from '../context';

const from = { namespaces: ['shop'] };

test('with TLS and a token that is made', () => {
  expect(confOf(HTTP, { from }, 'app')).toMatchInlineSnapshot(`
    "<source>
      @type http_events
      @id input-app
      @label @INPUT_APP
      tag app
      port 9880
      token "#{ENV['INPUT_APP_TOKEN']}"
      cert_path /fluentd/inputs/app/tls.crt
      private_key_path /fluentd/inputs/app/tls.key
    </source>
    "
  `);
  const { env, secrets, services } = HTTP.footprint({ from }, contextOf('app'));
  expect(env).toEqual([
    { name: 'INPUT_APP_TOKEN', valueFrom: { secretKeyRef: { name: 'fluentd-app-token', key: 'token' } } },
  ]);
  expect(secrets).toMatchObject([
    { kind: 'tls', name: 'fluentd-app-tls' },
    { kind: 'keys', name: 'fluentd-app-token', keys: ['token'] },
  ]);
  expect(services).toMatchObject([{ name: 'fluentd-app', ports: [{ name: 'https', port: 9880, protocol: 'TCP' }] }]);
});

test('with a token that exists, a user, or both', () => {
  const user = { secretName: 'senders', username: 'shop' };
  const { env, secrets } = HTTP.footprint({ from, user }, contextOf('app'));
  expect(env).toMatchObject([{ name: 'INPUT_APP_USER', value: 'shop' }, { name: 'INPUT_APP_PASSWORD' }]);
  expect(secrets?.map(({ kind }) => kind)).toEqual(['tls']);
  const token = { secretName: 'mine', keys: { token: 'bearer' } };
  expect(HTTP.footprint({ from, token, user }, contextOf('app')).env).toMatchObject([
    { name: 'INPUT_APP_TOKEN', valueFrom: { secretKeyRef: { name: 'mine', key: 'bearer' } } },
    { name: 'INPUT_APP_USER' },
    { name: 'INPUT_APP_PASSWORD' },
  ]);
  expect(confOf(HTTP, { from, user }, 'app')).not.toContain('token');
});

test('a Service for others than pods, and larger bodies', () => {
  const service = { type: 'LoadBalancer', annotations: { pool: 'internal' } } as const;
  const { services } = HTTP.footprint({ from, service, port: 443 }, contextOf('app'));
  expect(services).toMatchObject([{ ...service, ports: [{ port: 443, targetPort: { value: 10443 } }] }]);
  const conf = confOf(HTTP, { from, maxBodySize: '20Mi' }, 'app');
  expect(conf).toContain('max_body_size 20m\n');
  expect(conf).toContain('max_pending_size 122880k\n');
});

test('mistakes', () => {
  const wrong = {
    from: {},
    port: 0,
    token: { secretName: 'A' },
    user: { secretName: 'b', username: 'a:b' },
    maxBodySize: '1Gi',
  } as const;
  expect(saidOf(HTTP, wrong)).toEqual([
    expect.stringMatching(/^from must have cidrs or namespaces/),
    'port must be a port (1 to 65535), got 0; choose one in that range',
    'token.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "A"; correct it',
    'maxBodySize must be a size from 1Ki to 64Mi, since bodies are in memory, got "1Gi"; send less at a time',
    'user.username must have no colon, got "a:b"; rename the user',
  ]);
});
