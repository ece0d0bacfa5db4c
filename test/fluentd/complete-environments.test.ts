import { App } from 'cdk8s';
import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { defineEnvironment } from '../../environments';
import { findFluentd, missingFluentd } from '../../local/fluentd';
import { defineStacks } from '../../stacks/define-stacks';
import { COMPLETE } from '../environments/complete';
import { temporaryFolder } from '../temporary-folder';
import { certificateOfTests } from './run/certificate';

let missing: string | undefined;

beforeAll(async () => {
  missing = await missingFluentd({ furtherGems: true });
});

/** A pod as far as it says what Fluentd is started with. */
interface Pod {
  readonly containers: readonly {
    readonly env: readonly { readonly name: string }[];
    readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  }[];
  readonly volumes: readonly { readonly name: string; readonly configMap?: { readonly name: string } }[];
}

const collectors = COMPLETE.flatMap((input) => {
  const objects = defineStacks(new App(), defineEnvironment(input)).charts.flatMap((chart) => chart.toJson());
  return objects
    .filter(({ kind, metadata }) => ['DaemonSet', 'StatefulSet'].includes(kind) && /^fluentd/.test(metadata.name))
    .map(({ kind, metadata, spec }) => ({
      name: `${input.name}, ${kind}`,
      pod: spec.template.spec as Pod,
      mapOf: (name = ''): Readonly<Record<string, string>> =>
        objects.find(
          (object) =>
            object.kind === 'ConfigMap' &&
            object.metadata.name === name &&
            object.metadata.namespace === metadata.namespace,
        )?.data ?? {},
    }));
});

test('there is a collector on the nodes of each, and aggregators of two', () => {
  expect(collectors.map(({ name }) => name)).toEqual([
    'on-nodes, DaemonSet',
    'on-aggregators, StatefulSet',
    'on-aggregators, DaemonSet',
    'on-one-aggregator, StatefulSet',
    'on-one-aggregator, DaemonSet',
  ]);
});

test.for(collectors)('Fluentd takes everything: $name', async ({ pod, mapOf }, { skip }) => {
  if (missing) skip();
  const [container] = pod.containers;
  const maps = pod.volumes.map(({ configMap }) => mapOf(configMap?.name));
  const conf = maps.find((data) => data['fluent.conf'])?.['fluent.conf'] ?? '';
  const plugins = Object.assign({}, ...maps.filter((data) => Object.keys(data).some((name) => name.endsWith('.rb'))));
  const { authority, certificate, privateKey } = await certificateOfTests();
  // All that is mounted of Secrets and other people's ConfigMaps are certificates.
  const files = (container?.volumeMounts ?? []).flatMap(({ mountPath }) =>
    Object.entries({ 'ca.crt': authority, 'tls.crt': certificate, 'tls.key': privateKey }).map(([file, text]) => [
      `${mountPath}/${file}`,
      text,
    ]),
  );
  const runtime = await findFluentd({ furtherGems: true });
  const fluentd = await runtime.launch({
    conf,
    plugins,
    folder: temporaryFolder(),
    files: Object.fromEntries(files),
    environment: {
      ...Object.fromEntries((container?.env ?? []).map(({ name }) => [name, 'secret'.repeat(8)])),
      POD_NAME: 'localhost',
      // Every container gets them.
      KUBERNETES_SERVICE_HOST: 'localhost',
      KUBERNETES_SERVICE_PORT: '443',
    },
    args: ['--dry-run'],
  });
  onTestFinished(() => fluentd.kill());
  await expect.poll(() => fluentd.isRunning, { timeout: 120_000, interval: 500 }).toBe(false);
  const log = fluentd.log.lines().join('\n');
  expect(log).toContain('finished dry run mode');
  expect(log).not.toMatch(/\[(error|fatal)\]|is not used/);
});
