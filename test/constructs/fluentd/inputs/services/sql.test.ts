import { expect, test } from 'vitest';

import { SQL } from '../../../../../constructs/fluentd/inputs/services/sql';
import { confOf, contextOf, saidOf } from '../context';

const options = { host: 'db.shop', database: 'app', user: { secretName: 'reader' }, table: 'audit.events', key: 'id' };

test('the least that it must be told', () => {
  expect(confOf(SQL, options, 'audit')).toMatchInlineSnapshot(`
    "<source>
      @type sql_rows
      @id input-audit
      @label @INPUT_AUDIT
      tag audit
      host db.shop
      port 5432
      database app
      user "#{ENV['INPUT_AUDIT_USER']}"
      password "#{ENV['INPUT_AUDIT_PASSWORD']}"
      table audit.events
      key_column id
      pos_file /var/lib/fluentd/inputs/audit/position
    </source>
    "
  `);
  const { env, egress, volumes } = SQL.footprint(options, contextOf('audit'));
  expect(env?.map(({ name }) => name)).toEqual(['INPUT_AUDIT_USER', 'INPUT_AUDIT_PASSWORD']);
  expect(egress).toMatchObject([{ ports: [{ port: { value: 5432 } }] }]);
  expect(volumes).toBeUndefined();
});

test('with TLS, a time and a longer wait', () => {
  const user = { secretName: 'reader', username: 'logs' };
  const more = {
    ...options,
    user,
    authority: { configMapName: 'db-ca' },
    time: 'at',
    settle: '5m',
    port: 6432,
  } as const;
  const conf = confOf(SQL, more, 'audit');
  expect(conf).toContain('ca_path /fluentd/inputs/audit/ca.crt\n');
  expect(conf).toContain('time_column at\n');
  expect(conf).toContain('settle 300\n');
  expect(SQL.footprint(more, contextOf('audit'))).toMatchObject({
    env: [{ value: 'logs' }, {}],
    volumes: [{ name: 'input-audit' }],
    mounts: [{ mountPath: '/fluentd/inputs/audit' }],
  });
});

test('mistakes', () => {
  const wrong = { ...options, host: 'DB', port: 0, table: 'a.b.c', key: 'a b', time: '', settle: '2h' } as const;
  expect(saidOf(SQL, { ...wrong, user: { secretName: 'A' } })).toEqual([
    'host must be a host in lower case, got "DB"; correct it',
    'port must be a port (1 to 65535), got 0; choose one in that range',
    'key must be a name of the database (1 to 63 characters without space, dot and quote), got "a b"; correct it',
    'time must be a name of the database (1 to 63 characters without space, dot and quote), got ""; correct it',
    'table must be a table, with its schema before a dot or not, got "a.b.c"; write for example audit.events',
    'settle must be a time of at most 1h, got "2h"; end transactions sooner',
    'user.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "A"; correct it',
  ]);
});

test('MySQL', () => {
  const mysql = { ...options, system: 'mysql' } as const;
  expect(confOf(SQL, mysql, 'audit')).toContain('system mysql\n  host db.shop\n  port 3306\n');
  expect(SQL.footprint(mysql, contextOf('audit')).egress).toMatchObject([{ ports: [{ port: { value: 3306 } }] }]);
  expect([SQL, SQL].map(({ gem }, index) => typeof gem === 'function' && gem(index === 0 ? options : mysql))).toEqual([
    'pg',
    'trilogy',
  ]);
});
