import { replicasOf } from '../../changes/pods';
import { at, isMapping, type KubernetesObject, listAt } from '../../manifests/kubernetes-object';
import { tryParse } from '../../manifests/yaml';
import { podLabels } from '../containers';
import type { Rule, Violation } from '../rule';

/** Fewest nodes of Elasticsearch that survive the loss of one, by role. */
const FEWEST: Readonly<Record<string, number>> = { master: 3, data_hot: 2 };

/** What must survive the loss of a node is there often enough; for environments called production. */
export const productionMinimums: Rule = {
  name: 'production-minimums',
  reason: 'One node always fails; with these numbers nobody notices.',
  check: (objects) => [...roleViolations(objects), ...budgetViolations(objects)],
};

function roleViolations(objects: readonly KubernetesObject[]): Violation[] {
  const nodes = objects
    .filter(({ kind }) => kind === 'StatefulSet')
    .map((set) => ({ set, roles: rolesOf(set, objects) }));
  return Object.entries(FEWEST).flatMap(([role, fewest]) => {
    const withRole = nodes.filter(
      ({ roles }) => roles.includes(role) || (role === 'data_hot' && roles.includes('data')),
    );
    const count = withRole.reduce((sum, { set }) => sum + replicasOf(set), 0);
    const [first] = withRole;
    if (!first || count >= fewest) return [];
    return [
      { object: first.set, message: `nodes with the role ${role} must be at least ${fewest}, got ${count}; add nodes` },
    ];
  });
}

/** Roles of the nodes of a StatefulSet: those in the elasticsearch.yml that its pods mount. */
function rolesOf(set: KubernetesObject, objects: readonly KubernetesObject[]): readonly unknown[] {
  const names = listAt(set, 'spec', 'template', 'spec', 'volumes').map((volume) => at(volume, 'configMap', 'name'));
  return objects
    .filter(({ kind, metadata }) => kind === 'ConfigMap' && names.includes(metadata.name))
    .map((config) => tryParse(String(at(config, 'data', 'elasticsearch.yml') ?? '')))
    .flatMap((settings) => listAt(settings, 'node.roles'));
}

function budgetViolations(objects: readonly KubernetesObject[]): Violation[] {
  const budgets = objects.filter(({ kind }) => kind === 'PodDisruptionBudget');
  return objects
    .filter(({ kind }) => kind === 'StatefulSet' || kind === 'Deployment')
    .filter((object) => replicasOf(object) > 1 && !budgets.some((budget) => covers(budget, object)))
    .map((object) => ({
      object,
      message: `its ${replicasOf(object)} pods must be under a PodDisruptionBudget, got none; add one`,
    }));
}

function covers(budget: KubernetesObject, object: KubernetesObject): boolean {
  const labels = at(budget, 'spec', 'selector', 'matchLabels');
  const own = podLabels(object);
  return (
    budget.metadata.namespace === object.metadata.namespace &&
    isMapping(labels) &&
    Object.entries(labels).every(([key, value]) => own[key] === value)
  );
}
