import { expect, test } from 'vitest';

import { SYSLOG } from '../../../../../constructs/fluentd/inputs/network/syslog';
import { confOf, contextOf, saidOf } from '../context';

const from = { cidrs: ['10.0.0.0/8'] };

test('one source per protocol, on a port that a container may have', () => {
  expect(
    confOf(SYSLOG, { from, udp: 514, tls: 6514, zone: 'Europe/Berlin', maxConnections: 50 }, 'devices'),
  ).toMatchInlineSnapshot(`
      "<source>
        @type syslog_messages
        @id input-devices-udp
        @label @INPUT_DEVICES
        tag devices
        protocol udp
        port 10514
        zone Europe/Berlin
      </source>

      <source>
        @type syslog_messages
        @id input-devices-tls
        @label @INPUT_DEVICES
        tag devices
        protocol tls
        port 6514
        zone Europe/Berlin
        max_connections 50
        cert_path /fluentd/inputs/devices/tls.crt
        private_key_path /fluentd/inputs/devices/tls.key
      </source>
      "
    `);
});

test('its Service has the ports that people say, and only senders that are named get through', () => {
  const { services, ingress, ports } = SYSLOG.footprint({ from, udp: 514, tcp: 1514 }, contextOf('devices'));
  expect(services).toMatchObject([
    {
      name: 'fluentd-devices',
      type: 'ClusterIP',
      ports: [
        { name: 'udp', port: 514, protocol: 'UDP', targetPort: { value: 10514 } },
        { name: 'tcp', port: 1514, protocol: 'TCP', targetPort: { value: 1514 } },
      ],
    },
  ]);
  expect(ingress).toMatchObject([
    {
      from: [{ ipBlock: { cidr: '10.0.0.0/8' } }],
      ports: [
        { protocol: 'UDP', port: { value: 10514 } },
        { protocol: 'TCP', port: { value: 1514 } },
      ],
    },
  ]);
  expect(ports?.map(({ name }) => name)).toEqual(['udp-10514', 'tcp-1514']);
  expect(SYSLOG.ports?.({ from, udp: 514 })).toEqual([{ port: 10514, protocol: 'UDP', path: ['udp'] }]);
});

test('a certificate is made for the names of the Service, unless there is one', () => {
  const made = SYSLOG.footprint({ from, tls: 6514, hostNames: ['syslog.example.com'] }, contextOf('devices'));
  expect(made.secrets).toMatchObject([
    {
      kind: 'tls',
      name: 'fluentd-devices-tls',
      dnsNames: expect.arrayContaining(['fluentd-devices.agents.svc', 'syslog.example.com']),
    },
  ]);
  expect(made.mounts).toEqual([{ name: 'input-devices', mountPath: '/fluentd/inputs/devices', readOnly: true }]);
  const known = { from, tls: 6514, certificate: { secretName: 'mine' }, clients: { configMapName: 'devices-ca' } };
  expect(SYSLOG.footprint(known, contextOf('devices'))).toMatchObject({
    secrets: [],
    volumes: [{ projected: { sources: [{ secret: { name: 'mine' } }, { configMap: { name: 'devices-ca' } }] } }],
  });
  expect(confOf(SYSLOG, known, 'devices')).toContain('client_ca_path /fluentd/inputs/devices/ca.crt');
});

test('mistakes', () => {
  expect(saidOf(SYSLOG, { from: {} })).toEqual([
    "from must have cidrs or namespaces, since nobody could send, got neither; write for example { cidrs: ['10.0.0.0/8'] }",
    'must have a port, got none of udp, tcp and tls; write for example tcp: 514',
  ]);
  const wrong = {
    from: { cidrs: ['10.1.2.3/8', '10.0.0.0/8', '::/0', '10.0.0.0/8'], namespaces: ['Shop'] },
    tcp: 70_000,
    zone: 'here and now',
    maxMessageSize: '2Mi',
    maxConnections: 0,
    hostNames: ['a_b'],
    clients: { secretName: 'A' },
  } as const;
  expect(saidOf(SYSLOG, wrong)).toEqual([
    'from.cidrs[0] must be a range of addresses (address/length, with the bits behind the length 0), got "10.1.2.3/8"; write for example 10.20.0.0/16 or 2001:db8::/32',
    expect.stringMatching(/^from\.namespaces\[0\] must be the name of a namespace \(.*\), got "Shop"; correct it$/),
    'from.cidrs[3] must be there once, got "10.0.0.0/8" again; remove one',
    'tcp must be a port (1 to 65535), got 70000; choose one in that range',
    'hostNames[0] must be a host name in lower case, got "a_b"; write for example syslog.example.com',
    'clients.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "A"; correct it',
    'hostNames must come with tls, got ["a_b"]; add tls: 6514 or remove it',
    'clients must come with tls, got {"secretName":"A"}; add tls: 6514 or remove it',
    'zone must be a name of the time zone database or an offset, got "here and now"; write for example Europe/Berlin or +09:00',
    'maxMessageSize must be a size from 1Ki to 1Mi, got "2Mi"; choose one in that range',
    'maxConnections must be a whole number from 1 to 5000, got 0; choose one in that range',
  ]);
  expect(saidOf(SYSLOG, { from, tls: 6514, certificate: { secretName: 'mine' }, hostNames: ['a'] })).toEqual([
    'hostNames must not come with certificate, which has its own names, got ["a"]; remove one of both',
  ]);
});
