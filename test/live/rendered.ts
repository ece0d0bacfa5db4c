import { ApiObject, App } from 'cdk8s';

import type { SecretSpec, StackVersion } from '../../constructs/core';
import type { ProvisionedObject } from '../../constructs/lifecycle';
import { defineEnvironment, type Environment } from '../../environments';
import { staging } from '../../environments/staging';
import { defineStacks } from '../../stacks';

/** A manifest, as much of it as is read here. */
interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data: Readonly<Record<string, string>>;
  readonly spec: {
    readonly replicas: number;
    readonly template: { readonly spec: { readonly containers: readonly Container[] } };
  };
}

interface Container {
  readonly readinessProbe?: { readonly exec: { readonly command: readonly string[] }; readonly timeoutSeconds: number };
  readonly lifecycle?: { readonly preStop: { readonly exec: { readonly command: readonly string[] } } };
}

/** What an environment renders to, as far as Elasticsearch reads it. */
export interface Rendered {
  /** The environment. */
  readonly environment: Environment;

  /** Names of the pods, in the order of a rolling restart: the last ordinal first. */
  readonly podNames: readonly string[];

  /** Command of the pre-stop hook. */
  readonly preStop: string;

  /** Command of the readiness probe, and the seconds that it may take. */
  readonly readiness: { readonly command: readonly string[]; readonly timeoutSeconds: number };

  /** The Secrets that pods read. */
  readonly secrets: readonly SecretSpec[];

  /** What the provisioner applies. */
  readonly objects: readonly ProvisionedObject[];

  /** Data of the ConfigMap `name`. */
  configMap(name: string): Readonly<Record<string, string>>;
}

/**
 * The staging environment with three nodes that are everything, as many as this machine can run: its routes, retention,
 * users, roles, tokens, certificates, policies and templates are as they are. There are also those who watch the cluster and
 * those who may read logs.
 */
export function render(version: StackVersion): Rendered {
  const environment = defineEnvironment({
    ...staging,
    version,
    elasticsearch: {
      nodeSets: [
        {
          name: 'node',
          roles: ['master', 'data_content', 'data_hot', 'ingest'],
          replicas: 3,
          memory: '4Gi',
          cpu: '1',
          storage: '100Gi',
        },
      ],
      // What the machine that runs tests allows is not theirs to change.
      allowMmap: false,
      indexReplicas: 1,
    },
    readers: { auditors: { routes: ['payments'], users: ['alice'] } },
    monitoring: { by: 'annotations', dashboards: { namespace: 'monitoring', logs: {} } },
  });
  const stacks = defineStacks(new App(), environment);
  const manifests = stacks.charts.flatMap((chart) => chart.toJson() as Manifest[]);
  const [statefulSet] = manifests.filter(({ kind }) => kind === 'StatefulSet');
  if (!statefulSet) throw new Error('no StatefulSet was rendered');
  const { replicas, template } = statefulSet.spec;
  const [container] = template.spec.containers;
  const pods = Array.from({ length: replicas }, (_, ordinal) => `${statefulSet.metadata.name}-${ordinal}`);
  return {
    environment,
    podNames: pods.reverse(),
    preStop: container?.lifecycle?.preStop.exec.command.at(-1) ?? '',
    readiness: {
      command: container?.readinessProbe?.exec.command ?? [],
      timeoutSeconds: container?.readinessProbe?.timeoutSeconds ?? 0,
    },
    secrets: stacks.secrets,
    objects: provisionedObjects(stacks.charts),
    configMap: (name) =>
      manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name)?.data ?? {},
  };
}

/** Everything that `charts` leave to a provisioner to apply. */
export function provisionedObjects(charts: ReturnType<typeof defineStacks>['charts']): ProvisionedObject[] {
  return charts
    .flatMap((chart) => chart.node.findAll())
    .filter((construct) => !ApiObject.isApiObject(construct) && 'request' in construct)
    .map((construct) => (construct as unknown as { request: ProvisionedObject }).request);
}
