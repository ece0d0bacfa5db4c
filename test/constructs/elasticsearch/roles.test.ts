import { expect, test } from 'vitest';

import { provisionerRole, writerRole } from '../../../constructs/elasticsearch';
import { readinessRole, rolesYaml } from '../../../constructs/elasticsearch/roles';

test('a writer appends to the data streams of its routes', () => {
  expect(writerRole(['payments', 'identity'])).toEqual({
    cluster: ['cluster:monitor/main'],
    indices: [
      {
        names: ['logs-payments-default', 'logs-identity-default'],
        privileges: ['create_doc', 'indices:admin/mapping/auto_put'],
      },
    ],
  });
});

test('a writer creates data streams where nobody else does', () => {
  expect(writerRole(['payments'], { createsDataStreams: true }).indices).toEqual([
    { names: ['logs-payments-default'], privileges: ['create_doc', 'auto_configure'] },
  ]);
});

test('a provisioner manages the indices, because policies run with its rights', () => {
  expect(provisionerRole(['payments'])).toEqual({
    cluster: ['manage_ilm', 'manage_index_templates', 'manage_slm', 'monitor'],
    indices: [{ names: ['logs-payments-*', 'shrink-*-.ds-logs-payments-*'], privileges: ['manage'] }],
  });
});

test('the readiness probe asks for the health and nothing else', () => {
  expect(readinessRole()).toEqual({ cluster: ['cluster:monitor/health'] });
});

test('roles.yml', () => {
  expect(rolesYaml({ writer: writerRole(['payments']) })).toMatchInlineSnapshot(`
    "writer:
      cluster:
        - cluster:monitor/main
      indices:
        - names:
            - logs-payments-default
          privileges:
            - create_doc
            - indices:admin/mapping/auto_put
    "
  `);
});
