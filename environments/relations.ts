import { type Mistake, placeOf, toSeconds } from '../constructs/core';
import { sizingMistakes } from '../constructs/elasticsearch';
import { copyMistakes, tierMistakes } from '../constructs/elasticsearch/sizing/requirements';
import { mistakesOf } from '../constructs/elasticsearch/validation';
import { type Environment, indexReplicas, namespaces, nodeSet, route, zones } from './schema';
import { aggregatorRelations } from './sections/collector/aggregator-relations';
import { collector } from './sections/collector/collector';
import { collectorMistakes } from './sections/collector/relations';
import { canaryPlaceMistakes } from './sections/monitoring/canary';
import { monitoringMistakes } from './sections/monitoring/relations';
import { output } from './sections/outputs';
import { retentionClass } from './sections/retention';
import { treatment } from './sections/treatments';
import { ingestsOf } from './sizing';
import type { Expansion, PartialInput } from './tenants';
import { routingMistakes } from './tenants/routing-relations';
import { list } from './values';

/**
 * Mistakes between values that are each well formed. What is not well formed is left out here and reported by the schema,
 * so that one misspelt key does not hide a cluster that cannot elect a master.
 *
 * @returns mistakes where they stand in the environment with its tenants
 */
export function relationMistakes({ environment: input, origin }: Expansion): Mistake[] {
  const said = (path: Mistake['path']) => placeOf(origin(path));
  return [
    ...namespaceMistakes(input),
    ...clusterMistakes(input),
    ...retentionMistakes(input),
    ...routingMistakes(input, said),
    ...collectorMistakes(input.fluentd, {
      routes: list(route, 1).safeParse(input.routes).data,
      outputs: list(output).safeParse(input.outputs).data,
      treatments: list(treatment).safeParse(input.treatments).data,
      isAggregated: input.aggregators !== undefined,
    }),
    ...aggregatorRelations(
      input.aggregators,
      input.fluentd,
      list(route, 1).safeParse(input.routes).data,
      list(output).safeParse(input.outputs).data,
    ),
    ...monitoringMistakes(input.monitoring, { routes: namesIn(input.routes), treatments: namesIn(input.treatments) }),
    ...canaryPlaceMistakes(input.monitoring, {
      agentsNamespace: namespaces.safeParse(input).data?.agentsNamespace,
      routes: list(route, 1).safeParse(input.routes).data,
      exclude: collector.shape.exclude.safeParse(input.fluentd?.exclude).data,
    }),
    ...sizeMistakes(input),
    ...snapshotMistakes(input),
    ...issuerMistakes(input),
  ].map(({ path, message }) => ({ path: origin(path), message }));
}

/** Names of what a list has. */
function namesIn(values: unknown): string[] {
  return Array.isArray(values) ? values.flatMap((each) => (typeof each?.name === 'string' ? [each.name] : [])) : [];
}

function namespaceMistakes(input: PartialInput): Mistake[] {
  const { namespace, agentsNamespace } = namespaces.safeParse(input).data ?? {};
  if (namespace === undefined || namespace !== agentsNamespace) return [];
  return [
    {
      path: ['agentsNamespace'],
      message: `must not be namespace, since PodSecurity is privileged there and restricted in namespace, got ${JSON.stringify(namespace)} for both; rename one`,
    },
  ];
}

/** The node sets, if all of them are well formed. */
function wellFormedNodeSets(elasticsearch: PartialInput['elasticsearch']) {
  return list(nodeSet, 1).safeParse(elasticsearch?.nodeSets).data;
}

function clusterMistakes({ elasticsearch, retention }: PartialInput): Mistake[] {
  const nodeSets = wellFormedNodeSets(elasticsearch);
  if (!nodeSets) return [];

  const cluster = mistakesOf({ nodeSets, zones: zones.safeParse(elasticsearch?.zones).data });
  const replicas = indexReplicas.safeParse(elasticsearch?.indexReplicas).data ?? 0;
  const hasWarmPhase = Object.values(classesOf(retention)).some(({ warmMinAge }) => warmMinAge);
  return [
    ...cluster.map((message) => ({ path: ['elasticsearch'], message })),
    ...(hasWarmPhase ? (['hot', 'warm'] as const) : (['hot'] as const))
      .flatMap((tier) => copyMistakes(nodeSets, tier, replicas))
      .map((message) => ({ path: ['elasticsearch', 'indexReplicas'], message })),
  ];
}

/** Logs that do not fit on the disks, as far as nodes, classes and routes are well formed. */
function sizeMistakes({ elasticsearch, retention, routes: input }: PartialInput): Mistake[] {
  const nodeSets = wellFormedNodeSets(elasticsearch);
  const routes = list(route, 1).safeParse(input).data;
  const replicas = indexReplicas.safeParse(elasticsearch?.indexReplicas).data;
  if (!nodeSets || !routes || replicas === undefined) return [];

  // Ages that do not increase are a mistake of their own, and would make data stay for a negative time.
  const ordered = Object.entries(classesOf(retention)).filter(([, ages]) => agesIncrease(ages));
  const ingests = ingestsOf({ indexReplicas: replicas, retention: Object.fromEntries(ordered), routes });
  return sizingMistakes({ nodeSets, ingests }).map((message) => ({ path: ['elasticsearch'], message }));
}

/** Retention classes that are well formed. */
function classesOf(retention: PartialInput['retention']): Environment['retention'] {
  return Object.fromEntries(
    Object.entries(retention ?? {}).flatMap(([name, value]) => {
      const { data } = retentionClass.safeParse(value);
      return data ? [[name, data]] : [];
    }),
  );
}

function retentionMistakes({ retention, elasticsearch }: PartialInput): Mistake[] {
  const classes = Object.entries(classesOf(retention));
  const nodeSets = wellFormedNodeSets(elasticsearch);
  return classes.flatMap(([name, { warmMinAge, deleteMinAge }]) => [
    ...(agesIncrease({ warmMinAge, deleteMinAge })
      ? []
      : [
          {
            path: ['retention', name, 'warmMinAge'],
            message: `must be less than deleteMinAge (${deleteMinAge}), got ${warmMinAge}; lower it or leave it out`,
          },
        ]),
    ...(nodeSets ? tierMistakes(nodeSets, 'warm', warmMinAge) : []).map((message) => ({
      path: ['retention', name, 'warmMinAge'],
      message,
    })),
  ]);
}

type Ages = Pick<Environment['retention'][string], 'warmMinAge' | 'deleteMinAge'>;

/** Whether logs are moved before they are deleted, if they are moved. */
function agesIncrease({ warmMinAge, deleteMinAge }: Ages): boolean {
  return !warmMinAge || toSeconds(warmMinAge) < toSeconds(deleteMinAge);
}

function snapshotMistakes({ snapshots, retention }: PartialInput): Mistake[] {
  const kept = Object.entries(classesOf(retention)).filter(([, { snapshotRetention }]) => snapshotRetention);
  if (snapshots && kept.length === 0) {
    return [
      {
        path: ['snapshots'],
        message:
          'must be used by a retention class (at least 1), got none; set snapshotRetention of a class or remove it',
      },
    ];
  }
  if (snapshots) return [];
  return kept.map(([name, { snapshotRetention }]) => ({
    path: ['retention', name, 'snapshotRetention'],
    message: `must have object storage to keep snapshots in, got ${snapshotRetention} and none; add snapshots or leave it out`,
  }));
}

function issuerMistakes({ certificates, certificateIssuer }: PartialInput): Mistake[] {
  if ((certificates === 'cert-manager') === (certificateIssuer !== undefined)) return [];
  return [
    {
      path: ['certificateIssuer'],
      message: `must be given with certificates 'cert-manager' and only then, got ${JSON.stringify(certificateIssuer) ?? 'nothing'} with ${JSON.stringify(certificates) ?? "'generated'"}; ${certificateIssuer ? 'remove it' : 'name a ClusterIssuer'}`,
    },
  ];
}
