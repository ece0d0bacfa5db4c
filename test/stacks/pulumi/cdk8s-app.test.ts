import { CustomResource, interpolate, type Output, output, secret } from '@pulumi/pulumi';
import { ApiObject, App, Chart } from 'cdk8s';
import { k8s, Service, StatefulSet } from 'cdk8s-plus-28';
import { describe, expect, test } from 'vitest';

import { Cdk8sApp } from '../../../stacks/pulumi';
import { named, run } from './program';

/** A resource whose output nobody knows before it is made. */
class Vault extends CustomResource {
  declare readonly password: Output<string>;

  constructor() {
    super('vault:index:Password', 'vault', { password: undefined });
  }
}

function configMap(chart: Chart, name: string, data: Record<string, unknown> = {}): ApiObject {
  return new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}

describe('an app', () => {
  test('becomes one resource per object, named after the app, the chart and the object', async () => {
    const registered = await run(() => {
      const app = new App();
      const chart = new Chart(app, 'web', { namespace: 'shop' });
      configMap(chart, 'settings');
      new k8s.KubeNamespace(new Chart(app, 'base'), 'shop', { metadata: { name: 'shop' } });
      new k8s.KubeDeployment(chart, 'web', {
        metadata: { name: 'web' },
        spec: { selector: {}, template: { spec: { containers: [] } } },
      });
      new Cdk8sApp('mine', app);
    });

    expect(registered.map(({ type, name }) => `${type} ${name}`).sort()).toEqual([
      'cdk8s-efk:stacks:App mine',
      'cdk8s-efk:stacks:Chart mine/base',
      'cdk8s-efk:stacks:Chart mine/web',
      'kubernetes:apps/v1:Deployment mine/web/Deployment/shop/web',
      'kubernetes:core/v1:ConfigMap mine/web/ConfigMap/shop/settings',
      'kubernetes:core/v1:Namespace mine/base/Namespace/shop',
    ]);
  });

  test('keeps the order of constructs inside a chart and of charts', async () => {
    const registered = await run(() => {
      const app = new App();
      const second = new Chart(app, 'second', { namespace: 'shop' });
      const first = new Chart(app, 'first', { namespace: 'shop' });
      second.addDependency(first);
      configMap(second, 'b').addDependency(configMap(second, 'a'));
      configMap(first, 'c');
      configMap(first, 'd');
      new Cdk8sApp('mine', app);
    });

    expect(named(registered, '/b').after).toContain('mine/second/ConfigMap/shop/a');
    expect(named(registered, '/a').after).toEqual(
      expect.arrayContaining(['mine/first/ConfigMap/shop/c', 'mine/first/ConfigMap/shop/d']),
    );
    expect(named(registered, '/c').after).not.toContain('mine/first/ConfigMap/shop/d');
  });

  test('does not let pods wait for their Service, which waits for them', async () => {
    const registered = await run(() => {
      const chart = new Chart(new App(), 'web', { namespace: 'shop', disableResourceNameHashes: true });
      const service = new Service(chart, 'service', { ports: [{ port: 80 }] });
      new StatefulSet(chart, 'set', { containers: [{ image: 'web' }], service });
      new Cdk8sApp('mine', App.of(chart) as App);
    });

    expect(named(registered, '/web-set').after).not.toContain('mine/web/Service/shop/web-service');
  });

  test('takes options for each object', async () => {
    const seen: string[] = [];
    await run(() => {
      const app = new App();
      configMap(new Chart(app, 'web', { namespace: 'shop' }), 'settings');
      new Cdk8sApp('mine', app, {
        objectOptions: ({ kind, metadata }) => {
          seen.push(`${kind} ${metadata.name}`);
          return { protect: true };
        },
      });
    });
    expect(seen).toEqual(['ConfigMap settings']);
  });

  test('gives the component of a chart to what must wait for it', async () => {
    const registered = await run(() => {
      const app = new App();
      const chart = new Chart(app, 'web', { namespace: 'shop' });
      configMap(chart, 'settings');
      const mine = new Cdk8sApp('mine', app);
      const after = new App();
      configMap(new Chart(after, 'tests', { namespace: 'shop' }), 'later');
      const dependsOn = mine.charts.get(chart);
      new Cdk8sApp('after', after, { dependsOn });
    });
    expect(named(registered, '/later').after).toContain('mine/web/ConfigMap/shop/settings');
  });
});

describe('an Output', () => {
  const objectWith = (data: Record<string, unknown>) => () => {
    const app = new App();
    const chart = new Chart(app, 'web', { namespace: 'shop' });
    configMap(chart, 'settings', data);
    configMap(chart, 'others');
    new Cdk8sApp('mine', app);
  };

  test('can be the value of a field, plain or secret, alone or in a list', async () => {
    const registered = await run(
      objectWith({
        host: output('search.example.com'),
        url: interpolate`https://${output('search')}`,
        key: secret('k'),
      }),
    );
    expect(named(registered, '/settings').inputs.data).toEqual({
      host: 'search.example.com',
      url: 'https://search',
      key: 'k',
    });
    // A part makes the whole secret.
    expect(named(registered, '/settings').secrets).toEqual(['data']);
    expect(named(registered, '/others').secrets).toEqual([]);
  });

  test('that is unknown in a preview leaves one field unknown, and every object in the preview', async () => {
    const program = () => objectWith({ password: new Vault().password, host: 'search' })();
    const preview = await run(program, true, { 'vault:index:Password': {} });

    expect(named(preview, '/settings').inputs).toMatchObject({ kind: 'ConfigMap', data: { host: 'search' } });
    expect(named(preview, '/settings').inputs.data).not.toHaveProperty('password', expect.any(String));
    expect(named(preview, '/others').inputs).toMatchObject({ kind: 'ConfigMap' });

    const deployed = await run(program, false, { 'vault:index:Password': { password: 'opened' } });
    expect(named(deployed, '/settings').inputs.data).toEqual({ password: 'opened', host: 'search' });
  });

  test('fails inside a text, which would hold a sentence of Pulumi instead of the value', async () => {
    await expect(run(objectWith({ url: `https://${output('search')}` }))).rejects.toThrow(
      new Error(
        '[web/settings data.url] a text must not be put together with an Output, got one; use pulumi.interpolate, and the Output that it returns as the whole value',
      ),
    );
  });

  test('fails as a name, without which there is no resource', async () => {
    const program = () => {
      const app = new App();
      configMap(new Chart(app, 'web'), 'settings');
      new ApiObject(new Chart(app, 'other'), 'settings', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: output('settings') as unknown as string },
      });
      new Cdk8sApp('mine', app);
    };
    await expect(run(program)).rejects.toThrow(
      new Error('[other/settings name] must be known before anything is deployed, got an Output; write it down'),
    );
  });
});
