import { componentName, statefulSetName } from './names';
import { holdsData, isMasterEligible, restartRank } from './node-roles';
import type { NodeSetProps } from './props';

/** One StatefulSet of a cluster. */
export interface StatefulSetPlan {
  /** Name of the StatefulSet. */
  readonly name: string;

  /** Its name without the cluster's; the component label of its pods. */
  readonly component: string;

  /** The node set it is, or is a part of. */
  readonly nodeSet: NodeSetProps;

  /** Number of its pods. */
  readonly replicas: number;

  /** Zones in which its pods may run: one for a part of a set with data, all for a set without; empty without zones. */
  readonly zones: readonly string[];
}

/**
 * The StatefulSets of a cluster, in the order of a rolling restart.
 *
 * A set that holds data becomes one StatefulSet per zone, because a pod cannot read the zone of its node, and
 * Elasticsearch must know it to keep the copies of a shard apart. A set without data stays one StatefulSet that
 * Kubernetes spreads over the zones: its pods need not know their zone, and masters in one StatefulSet restart one after
 * the other, whereas several would restart together and lose the majority.
 */
export function planStatefulSets(
  cluster: string,
  nodeSets: readonly NodeSetProps[],
  zones: readonly string[] = [],
): StatefulSetPlan[] {
  const byRestart = [...nodeSets].sort((a, b) => restartRank(a.roles) - restartRank(b.roles));
  return byRestart.flatMap((nodeSet) => {
    const { name, roles, replicas } = nodeSet;
    if (zones.length === 0 || !holdsData(roles)) {
      const component = componentName(name);
      return [{ name: statefulSetName(cluster, name), component, nodeSet, replicas, zones }];
    }
    return zones.map((zone) => ({
      name: statefulSetName(cluster, name, zone),
      component: componentName(name, zone),
      nodeSet,
      replicas: replicas / zones.length,
      zones: [zone],
    }));
  });
}

/**
 * Names of the nodes that elect the first master: three where there are three or more masters, in as many zones as
 * there are, otherwise one. The first of them calls the election, and only it is given the list; Elasticsearch forms the
 * cluster as soon as it has found more than half of them.
 *
 * The list only matters before the first election: later masters join a cluster that exists, and a node that has been in a
 * cluster ignores the list. What remains possible is a second cluster where nobody is left who could object: if the volume
 * of an only master is lost, or in one go those of the first master and of a majority of the list. Nodes of the first
 * cluster do not join the second one.
 *
 * @see https://www.elastic.co/docs/deploy-manage/deploy/self-managed/important-settings-configuration#initial_master_nodes
 */
export function initialMasterNodes(plans: readonly StatefulSetPlan[]): string[] {
  const pods = plans
    .filter(({ nodeSet }) => isMasterEligible(nodeSet.roles))
    .flatMap(({ name, replicas }) => Array.from({ length: replicas }, (_, ordinal) => ({ name, ordinal })));
  // Stable: StatefulSets, and with them zones, take turns within an ordinal.
  const byOrdinal = pods.sort((a, b) => a.ordinal - b.ordinal).map(({ name, ordinal }) => `${name}-${ordinal}`);
  return byOrdinal.slice(0, byOrdinal.length >= 3 ? 3 : 1);
}
