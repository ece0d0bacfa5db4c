import { dnsPortMistakes, isCpuQuantity, isMemoryQuantity, LABEL_VALUE, toBytes } from '../core';
import { MAX_STATEFUL_SET_NAME, RESERVED_NODE_SET_NAMES, statefulSetName, zoneSuffix } from './names';
import { holdsData, isMasterEligible, NODE_ROLES, type NodeRole, tiersOf } from './node-roles';
import type { ElasticsearchProps, NodeSetProps } from './props';
import { READINESS_ROLE } from './roles';
import { OWN_USERS } from './secrets';

const GIB = 2 ** 30;
const alwaysExists = (name: string) => `must not include '${name}', which always exists; remove it`;
const DNS_LABEL = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;

/** Everything that is wrong with a cluster, one sentence per mistake; empty if nothing is. */
export function mistakesOf(props: ElasticsearchProps): string[] {
  const { name = 'elasticsearch', nodeSets, zones = [], updateStrategy = 'RollingUpdate' } = props;
  return [
    ...nameMistakes('name', name),
    ...zoneMistakes(zones),
    ...duplicates(nodeSets.map((set) => set.name)).map(
      (set) => `nodeSets must have different names, got '${set}' twice; rename one`,
    ),
    ...nodeSets.flatMap((set) => nodeSetMistakes(set, name, zones)),
    ...clusterMistakes(nodeSets),
    ...(updateStrategy === 'RollingUpdate' ? restartMistakes(nodeSets, zones) : []),
    ...userMistakes(props),
    ...storageMistakes(props),
    ...dnsPortMistakes(props.dnsPorts),
  ];
}

function nodeSetMistakes(set: NodeSetProps, cluster: string, zones: readonly string[]): string[] {
  const where = `nodeSets.${set.name}`;
  return [
    ...nameMistakes(`${where}.name`, set.name),
    ...(RESERVED_NODE_SET_NAMES.includes(set.name)
      ? [`${where}.name must not be one of ${RESERVED_NODE_SET_NAMES.join(', ')}, got '${set.name}'; choose another`]
      : []),
    ...lengthMistakes(set, cluster, zones),
    ...roleMistakes(where, set.roles),
    ...sizeMistakes(where, set),
    ...replicaMistakes(where, set, zones),
  ];
}

function nameMistakes(where: string, name: string): string[] {
  if (DNS_LABEL.test(name)) return [];
  return [`${where} must be lower-case letters, digits and dashes, starting with a letter, got '${name}'; rename it`];
}

function lengthMistakes({ name, roles }: NodeSetProps, cluster: string, zones: readonly string[]): string[] {
  const longest = (holdsData(roles) ? zones : []).reduce(
    (a, b) => (zoneSuffix(b).length > zoneSuffix(a).length ? b : a),
    '',
  );
  const statefulSet = statefulSetName(cluster, name, longest);
  if (statefulSet.length <= MAX_STATEFUL_SET_NAME) return [];
  return [
    `the StatefulSet name '${statefulSet}' must have at most ${MAX_STATEFUL_SET_NAME} characters, got ${statefulSet.length}; shorten the name of the cluster or of the node set`,
  ];
}

function roleMistakes(where: string, roles: readonly NodeRole[]): string[] {
  return [
    ...roles
      .filter((role) => !NODE_ROLES.includes(role))
      .map(
        (role) => `${where}.roles must be roles of Elasticsearch (${NODE_ROLES.join(', ')}), got '${role}'; correct it`,
      ),
    ...duplicates(roles).map((role) => `${where}.roles must not repeat a role, got '${role}' twice; remove one`),
    ...(roles.includes('data') && tiersOf(roles).length > 0
      ? [
          `${where}.roles must be either 'data' or tiers, since 'data' is every tier, got 'data' with ${tiersOf(roles).join(', ')}; remove one or the other`,
        ]
      : []),
    ...(roles.includes('data_frozen')
      ? [`${where}.roles must not include 'data_frozen', which needs an Enterprise licence, got it; remove it`]
      : []),
    ...(roles.includes('voting_only') && !roles.includes('master')
      ? [`${where}.roles must include 'master' where there is 'voting_only', got ${roles.join(', ')}; add it`]
      : []),
  ];
}

function sizeMistakes(where: string, { roles, memory, cpu, storage }: NodeSetProps): string[] {
  const quantities = [
    ...(isMemoryQuantity(storage)
      ? []
      : [`${where}.storage must be a quantity such as 100Gi, got '${storage}'; correct it`]),
    ...(isCpuQuantity(cpu) ? [] : [`${where}.cpu must be a quantity such as 500m or 2, got '${cpu}'; correct it`]),
  ];
  if (!isMemoryQuantity(memory)) {
    return [`${where}.memory must be a quantity such as 4Gi, got '${memory}'; correct it`, ...quantities];
  }
  // Half of it is the heap, and with less than a gigabyte of heap Elasticsearch does not survive a modest load.
  const [least, what] = holdsData(roles) ? [2, 'with data'] : [1, 'without data'];
  if (toBytes(memory) >= least * GIB) return quantities;
  return [`${where}.memory must be at least ${least}Gi for nodes ${what}, got ${memory}; raise it`, ...quantities];
}

function replicaMistakes(where: string, { roles, replicas }: NodeSetProps, zones: readonly string[]): string[] {
  if (!Number.isInteger(replicas) || replicas < 1) {
    return [`${where}.replicas must be a positive whole number, got ${replicas}; correct it`];
  }
  const spare = replicas % (zones.length || 1);
  if (spare === 0 || !holdsData(roles)) return [];
  // Every zone gets the same number of copies, so that the nodes of a smaller zone would fill up first.
  const choices = [replicas - spare, replicas - spare + zones.length].filter((choice) => choice > 0);
  return [
    `${where}.replicas must be a multiple of the number of zones (${zones.length}) for nodes with data, got ${replicas} = ${zones.length} x ${(replicas - spare) / zones.length} + ${spare}; use ${choices.join(' or ')}`,
  ];
}

function clusterMistakes(nodeSets: readonly NodeSetProps[]): string[] {
  const masters = nodeSets.filter(({ roles }) => isMasterEligible(roles)).reduce((sum, set) => sum + set.replicas, 0);
  const roles = new Set(nodeSets.flatMap((set) => set.roles));
  const electable = nodeSets
    .filter((set) => isMasterEligible(set.roles) && !set.roles.includes('voting_only'))
    .reduce((sum, set) => sum + set.replicas, 0);
  // Without a spare one the others can vote, but elect nobody.
  const leastElectable = masters > 1 ? 2 : 1;
  const missing = (['data_hot', 'data_content'] as const).filter((role) => !roles.has('data') && !roles.has(role));
  return [
    ...(masters === 0 ? [`nodeSets must include the role 'master', got none; add it to a set`] : []),
    ...(masters > 0 && masters % 2 === 0
      ? [
          `the number of masters must be odd, since ${masters} tolerate no more failures than ${masters - 1}, got ${masters}; use ${masters - 1} or ${masters + 1}, or give masters a set of their own`,
        ]
      : []),
    ...(masters > 0 && masters % 2 === 1 && electable < leastElectable
      ? [
          `masters that are not 'voting_only' must be at least ${leastElectable} of ${masters}, since only they can be elected, got ${electable}; take 'voting_only' from a set`,
        ]
      : []),
    ...mixedTierMistakes(nodeSets),
    ...missing.map(
      (role) =>
        `nodeSets must include the role '${role}' or 'data', where new indices are put, got neither; add it to a set`,
    ),
  ];
}

/** A node with the role `data` takes data of every tier, so that nothing would ever have to move to the nodes of a tier. */
function mixedTierMistakes(nodeSets: readonly NodeSetProps[]): string[] {
  const generic = nodeSets.filter(({ roles }) => roles.includes('data') && tiersOf(roles).length === 0);
  const tiered = nodeSets.filter(
    ({ roles }) => !roles.includes('data') && tiersOf(roles).some((tier) => tier !== 'data_content'),
  );
  if (generic.length === 0 || tiered.length === 0) return [];
  return [
    `nodeSets must have either 'data', which is every tier, or tiers, got 'data' in ${namesOf(generic)} and tiers in ${namesOf(tiered)}; choose one of them for all sets`,
  ];
}

function namesOf(nodeSets: readonly NodeSetProps[]): string {
  return nodeSets.map(({ name }) => name).join(', ');
}

/** StatefulSets that form the cluster together cannot wait for each other, hence neither when they restart. */
function restartMistakes(nodeSets: readonly NodeSetProps[], zones: readonly string[]): string[] {
  if (zones.length < 2) return [];
  return nodeSets
    .filter(({ roles }) => isMasterEligible(roles) && holdsData(roles))
    .map(
      ({ name, roles }) =>
        `nodeSets.${name}.roles must not mix master and data in several zones (${zones.length}), whose masters would restart at the same time, got ${roles.join(', ')}; give masters a set of their own or set updateStrategy to OnDelete`,
    );
}

function zoneMistakes(zones: readonly string[]): string[] {
  const malformed = zones.filter((zone) => !LABEL_VALUE.pattern.test(zone));
  return [
    ...malformed.map((zone) => `zones must be ${LABEL_VALUE.bound}, got '${zone}'; correct it`),
    ...duplicates(zones.map(zoneSuffix)).map((suffix) => {
      const same = zones.filter((zone) => zoneSuffix(zone) === suffix);
      return `zones must differ in what follows the last dash, whatever its case, got ${same.join(', ')}; remove one`;
    }),
  ];
}

function storageMistakes({ s3Storage }: ElasticsearchProps): string[] {
  if (!s3Storage || (URL.canParse(s3Storage.endpoint) && new URL(s3Storage.endpoint).protocol === 'https:')) return [];
  return [
    `s3Storage.endpoint must start with https://, since keys and logs are sent to it, got '${s3Storage.endpoint}'; correct it`,
  ];
}

function userMistakes({ users = [], roles = {} }: ElasticsearchProps): string[] {
  const names = users.map(({ username }) => username);
  return [
    ...duplicates(names).map((name) => `users must have different names, got '${name}' twice; remove one`),
    ...names.filter((name) => OWN_USERS.includes(name)).map((name) => `users ${alwaysExists(name)}`),
    ...(READINESS_ROLE in roles ? [`roles ${alwaysExists(READINESS_ROLE)}`] : []),
    ...Object.keys(roles)
      .filter((role) => !/^[A-Za-z_][A-Za-z0-9_-]{0,63}$/.test(role))
      .map((role) => `roles must be named by letters, digits, _ and -, got '${role}'; rename it`),
  ];
}

function duplicates<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
