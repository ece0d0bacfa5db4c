import { z } from 'zod';

import { DEFAULT_STACK_VERSION, STACK_VERSIONS } from '../constructs/core';
import { NODE_ROLES } from '../constructs/elasticsearch/node-roles';
import { objectName, ownName, ownNamespace, zoneName } from './names';
import { aggregators } from './sections/collector/aggregators';
import { collector } from './sections/collector/collector';
import { logInput } from './sections/inputs';
import { kibana } from './sections/kibana';
import { monitoring } from './sections/monitoring/monitoring';
import { output } from './sections/outputs';
import { retentionClass } from './sections/retention';
import { route } from './sections/route';
import { snapshots } from './sections/snapshots';
import { reader, tenant } from './sections/tenant';
import { treatment } from './sections/treatments';
import { choice, count, cpuQuantity, flag, list, memoryQuantity, named, port, section } from './values';

export { route };

/** Nodes of Elasticsearch that do the same. */
export const nodeSet = section({
  /** Name of the node set; part of the names of its pods and volumes, so it cannot be changed later. */
  name: ownName,
  /** What the nodes do; the words of Elasticsearch's `node.roles`. None makes nodes that only coordinate requests. */
  roles: list(choice(NODE_ROLES)),
  /** Nodes in total; they are spread over the zones. */
  replicas: count(1, 300),
  /** Memory of a node; Elasticsearch takes half of it as heap, the file cache the rest. */
  memory: memoryQuantity,
  /** Processor time of a node. */
  cpu: cpuQuantity,
  /** Disk of a node. */
  storage: memoryQuantity,
  /** StorageClass of the set's volumes; the one of all node sets when left out. */
  storageClass: objectName.optional(),
});

/** Copies of each shard. */
export const indexReplicas = count(0, 5);

/** Failure zones. */
export const zones = list(zoneName, 2).optional();

/** The namespaces that are made; both are closed to the network, so neither can be one that others use. */
export const namespaces = z.object({
  /** Namespace of Elasticsearch, Kibana and jobs; PodSecurity `restricted`. */
  namespace: ownNamespace.default('logging'),
  /** Namespace of Fluentd; PodSecurity `privileged`, because a node agent mounts host paths. */
  agentsNamespace: ownNamespace.default('logging-agents'),
});

/** What may differ between the places we deploy to; everything else is a default of a construct. */
export const environmentSchema = section({
  /** Name of the environment, of its Pulumi stack and of its folder in `manifests/`. */
  name: ownName,
  /** Version of Elasticsearch and Kibana; the client in Fluentd follows it. */
  version: choice(STACK_VERSIONS).default(DEFAULT_STACK_VERSION),
  ...namespaces.shape,
  /**
   * Ports on which the DNS of the cluster answers pods; `[53, 5353]` on OpenShift, whose network applies policies to the
   * port of the DNS pods. When left out 53, for clients of Elasticsearch also 5353.
   */
  dnsPorts: list(port, 1).optional(),
  /** Family of the first address of the pods; `IPv6` in a cluster that has no other, or prefers it. */
  ipFamily: choice(['IPv4', 'IPv6']).default('IPv4'),
  /** Whether Pulumi refuses to delete or replace what holds data until `pulumi state unprotect` allows it. */
  protectData: flag.default(true),
  /**
   * Where passwords, service tokens and encryption keys come from: `generated` once by Pulumi and kept encrypted in its
   * state, or Secrets that are `existing` in the cluster before the deployment, under the names that `efk secrets` lists.
   */
  credentials: choice(['generated', 'existing']).default('generated'),
  /**
   * Where certificates come from: `generated` by Pulumi with authorities of their own, Secrets that are `existing`
   * in the same way, or `cert-manager`, which keeps renewing them.
   */
  certificates: choice(['generated', 'existing', 'cert-manager']).default('generated'),
  /** The cert-manager ClusterIssuer of HTTP certificates; it must be one that puts its own certificate in `ca.crt`. */
  certificateIssuer: objectName.optional(),

  /** The Elasticsearch cluster. */
  elasticsearch: section({
    /** The nodes, by what they do; each a {@link NodeSetInput}. */
    nodeSets: list(nodeSet, 1),
    /** Values of the node label `topology.kubernetes.io/zone` to spread over; no zones when left out. */
    zones,
    /** StorageClass of all volumes; the cluster's default class when left out. */
    storageClass: objectName.optional(),
    /** Whether indices are mapped into memory: faster, and needs `vm.max_map_count` raised on the nodes. */
    allowMmap: flag.default(true),
    /** Copies of each shard besides the primary; each needs a hot data node of its own. */
    indexReplicas,
  }),

  /** Retention classes by name, each a {@link RetentionInput}: a lifecycle policy and an index template. */
  retention: named(ownName, retentionClass),
  /** Which logs go where, each a {@link RouteInput}; their order does not matter. */
  routes: list(route, 1),
  /** What is done to the logs of which containers, each a {@link TreatmentInput}; a container has the first that selects it. */
  treatments: list(treatment).optional(),
  /** Where logs come from besides containers, each a {@link LogInputInput}. */
  inputs: list(logInput).optional(),
  /** Where logs go besides the Elasticsearch of the stack, each an `OutputInput`; routes name them in `to`. */
  outputs: list(output).optional(),
  /** Who may read the logs of which routes, by names from which roles of Elasticsearch are named, `<name>-reader`. */
  readers: named(ownName, reader).optional(),
  /** Teams by name, each a {@link TenantInput}: a route, treatments, retention, a buffer and readers in one value. */
  tenants: named(ownName, tenant).optional(),

  /** Object storage that speaks S3, for logs that are kept longer than on disks; none when left out. */
  snapshots: snapshots.optional(),

  /** The collector on every node. */
  fluentd: collector,

  /** Pods that treat and store what the collectors read; each collector does it itself when left out. */
  aggregators: aggregators.optional(),

  /** Who watches the stack; nobody when left out. */
  monitoring: monitoring.optional(),

  /** The user interface. */
  kibana,
});

/**
 * An environment as its file writes it: defaults may be left out.
 *
 * @interface
 */
export type EnvironmentInput = z.input<typeof environmentSchema>;

/**
 * An environment that is valid, with every default filled in and its tenants written out.
 *
 * @interface
 */
export type Environment = Omit<z.output<typeof environmentSchema>, 'tenants'>;

/**
 * A node set of an environment.
 *
 * @interface
 */
export type NodeSetInput = z.input<typeof nodeSet>;

/**
 * A retention class of an environment.
 *
 * @interface
 */
export type RetentionInput = z.input<typeof retentionClass>;

/**
 * A route of an environment.
 *
 * @interface
 */
export type RouteInput = z.input<typeof route>;

/**
 * A treatment of an environment.
 *
 * @interface
 */
export type TreatmentInput = z.input<typeof treatment>;

/**
 * An input of an environment.
 *
 * @interface
 */
export type LogInputInput = z.input<typeof logInput>;

/**
 * A tenant of an environment.
 *
 * @interface
 */
export type TenantInput = z.input<typeof tenant>;
