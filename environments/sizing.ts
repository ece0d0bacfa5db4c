import { type RouteIngest, type SizingReport, sizingReport } from '../constructs/elasticsearch';
import { STACK_OUTPUT } from '../constructs/fluentd';
import type { Environment } from './schema';

/** What the expected logs of routes are counted from; a part of an `Environment`. */
export interface IngestInput {
  /** Copies of each shard. */
  readonly indexReplicas: number;

  /** Retention classes by name. */
  readonly retention: Environment['retention'];

  /** The routes. */
  readonly routes: readonly Pick<Environment['routes'][number], 'name' | 'retention' | 'dailyIngest' | 'to'>[];
}

/** How an environment's cluster and its logs go together. */
export interface EnvironmentSizing extends SizingReport {
  /** Routes that do not say how many logs they expect, and are not counted. */
  readonly uncountedRoutes: readonly string[];
}

/** Nodes, disks and shards of `environment` next to what its logs need; `sizingReportText` makes text of it. */
export function environmentSizing(environment: Environment): EnvironmentSizing {
  const { elasticsearch, retention, routes } = environment;
  const ingests = ingestsOf({ indexReplicas: elasticsearch.indexReplicas, retention, routes });
  return {
    ...sizingReport({ nodeSets: elasticsearch.nodeSets, ingests }),
    uncountedRoutes: routes.filter(({ dailyIngest }) => !dailyIngest).map(({ name }) => name),
  };
}

/** The logs that routes expect, as the planner counts them; routes that expect nothing are left out. */
export function ingestsOf({ indexReplicas, retention, routes }: IngestInput): RouteIngest[] {
  return routes.flatMap(({ name, retention: className, dailyIngest, to }) => {
    const ages = retention[className];
    // What goes elsewhere takes no disk here.
    if (!ages || !dailyIngest || (to && !to.includes(STACK_OUTPUT))) return [];
    const { hotMaxAge, hotMaxPrimaryShardSize, warmMinAge, deleteMinAge } = ages;
    return [
      {
        route: name,
        dailyIngest,
        replicas: indexReplicas,
        retention: deleteMinAge,
        warmMinAge,
        hotMaxAge,
        hotMaxPrimaryShardSize,
      },
    ];
  });
}
