import { describe, expect, test } from 'vitest';

import type { ProvisionedObject } from '../../../constructs/lifecycle';
import type { LiveCluster } from '../cluster';
import { withoutMissingModules } from '../missing-modules';
import { provision } from '../provision';

const STREAM = 'logs-kubernetes-default';

/** The provisioner on a cluster that already has data. */
export function provisioning(cluster: LiveCluster): void {
  const { version } = cluster.rendered.environment;
  const { objects } = withoutMissingModules(cluster.rendered.objects);
  const settings = async () => {
    const { body } = await cluster.call('GET', `/${STREAM}/_settings?flat_settings=true`);
    return Object.values(body as Record<string, { settings: Record<string, string> }>).at(-1)?.settings ?? {};
  };

  describe('provisioner', () => {
    test('a second run changes nothing: no write request, less than 2 s', async () => {
      const { code, output, errors, figures } = await provision(cluster, objects);
      console.log(`[${version}] provisioner, unchanged: ${JSON.stringify(figures)}`);
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      for (const { kind, name } of objects) expect(output).toContain(`unchanged ${kind} ${name}\n`);
      expect(figures.writes).toBe(0);
      expect(figures.milliseconds).toBeLessThan(2_000);
    });

    test('a change applies to the data stream that exists, and what cannot says that it waits for the rollover', async () => {
      const changed = objects.map((object) =>
        changedTemplate(object, { 'index.mapping.total_fields.limit': 1234, 'index.number_of_shards': 2 }),
      );
      const { code, output, errors } = await provision(cluster, changed);
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      expect(output).toMatch(
        new RegExp(`changed data stream ${STREAM}\n(  .*\n)*  index\\.mapping\\.total_fields\\.limit: 1000 -> 1234\n`),
      );
      expect(output).toContain(
        `data stream ${STREAM}: from its next rollover (POST /${STREAM}/_rollover makes one)\n  index.number_of_shards: 1 -> 2\n`,
      );
      expect(await settings()).toMatchObject({
        'index.mapping.total_fields.limit': '1234',
        'index.number_of_shards': '1',
      });
      // What waits for the rollover is not tried again and again.
      expect((await provision(cluster, changed)).figures.writes).toBe(0);
    });

    test('it goes back with the code', async () => {
      const { code, output } = await provision(cluster, objects);
      expect(code).toBe(0);
      expect(output).toContain('  index.mapping.total_fields.limit: 1234 -> 1000\n');
      expect(output).not.toContain('rollover');
    });

    test('what is gone from the code is removed, what others made stays, what is in use stays with the reason', async () => {
      const own: ProvisionedObject = {
        kind: 'component template',
        name: 'once',
        path: '/_component_template/once',
        body: '{"template":{"settings":{"index.refresh_interval":"5s"}}}',
        configMap: 'component-template-once',
        key: 'template.json',
      };
      await cluster.call('PUT', '/_component_template/of-others', { body: { template: {} } });
      expect((await provision(cluster, [...objects, own])).output).toContain('created component template once\n');

      const { output } = await provision(cluster, objects);
      expect(output).toContain('removed component template once: it is gone from the code\n');
      expect((await cluster.call('GET', '/_component_template/of-others')).status).toBe(200);

      const used = objects.filter(({ kind, name }) => kind === 'index template' && name === 'logs-standard');
      const others = objects.filter((object) => !used.includes(object));
      expect((await provision(cluster, others)).output).toMatch(
        /kept index template logs-standard: .*in use by a data streams?/,
      );
    });

    test("a refusal has Elasticsearch's reason and the object's name", async () => {
      const broken = objects.map((object) => changedTemplate(object, { 'index.number_of_shards': 'many' }));
      const { code, errors } = await provision(cluster, broken);
      expect(code).toBe(1);
      expect(errors).toMatch(/^error: index template logs-\w+ was refused: HTTP 400: .*number_of_shards/);
    });
  });
}

function changedTemplate(object: ProvisionedObject, settings: object): ProvisionedObject {
  if (object.kind !== 'index template') return object;
  const body = JSON.parse(object.body);
  Object.assign(body.template.settings, settings);
  return { ...object, body: `${JSON.stringify(body, null, 2)}\n` };
}
