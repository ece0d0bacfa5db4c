import type { CpuQuantity, FileRealmUser, MemoryQuantity, ServiceToken, StackVersion } from '../core';
import type { NodeRole } from './node-roles';
import type { RoleDescriptor } from './roles';
import type { RouteIngest } from './sizing/ingest';

/** Elasticsearch pods of the same roles and size. */
export interface NodeSetProps {
  /** Name of the set, e.g. `master` or `hot`; part of the names of its StatefulSets, pods and volumes. */
  readonly name: string;

  /** What the nodes do; none makes nodes that only coordinate requests. */
  readonly roles: readonly NodeRole[];

  /** Number of pods over all zones. */
  readonly replicas: number;

  /** Memory of a pod, requested and limited alike; Elasticsearch takes about half of it as heap. */
  readonly memory: MemoryQuantity;

  /** Processor time that a pod requests. */
  readonly cpu: CpuQuantity;

  /** Size of a pod's volume. Kubernetes does not let it change: a new size needs new StatefulSets. */
  readonly storage: MemoryQuantity;

  /**
   * StorageClass of the volumes of this set.
   *
   * @default - the `storageClass` of the cluster
   */
  readonly storageClass?: string;
}

/** Object storage that speaks S3, in which snapshots are kept. */
export interface S3StorageProps {
  /** Its base URL, e.g. `https://s3.eu-central-1.amazonaws.com`. */
  readonly endpoint: string;

  /** Name of a Secret with the keys `access_key` and `secret_key`, made by other hands; pods read it when they start. */
  readonly secretName: string;

  /**
   * Region of the bucket.
   *
   * @default 'us-east-1', which storage other than Amazon's takes for granted
   */
  readonly region?: string;
}

/** Properties for defining an `Elasticsearch` cluster. */
export interface ElasticsearchProps {
  /** The pods; together they need a master role and a place for hot data and for content. */
  readonly nodeSets: readonly NodeSetProps[];

  /**
   * Name of the cluster, from which the names of all its objects derive.
   *
   * @default 'elasticsearch'
   */
  readonly name?: string;

  /**
   * Zones over which pods are spread, as in the node label `topology.kubernetes.io/zone`. Copies of a shard are kept in
   * different zones. Take three for a cluster that survives the loss of any one.
   *
   * @default - no zones; pods are only kept on different nodes
   */
  readonly zones?: readonly string[];

  /**
   * Version of Elasticsearch.
   *
   * @default '9.5.0'
   */
  readonly version?: StackVersion;

  /**
   * StorageClass of the volumes.
   *
   * @default - the default StorageClass of the Kubernetes cluster
   */
  readonly storageClass?: string;

  /**
   * Whether indices are mapped into memory (`node.store.allow_mmap`). It needs `vm.max_map_count` of at least 262144,
   * better 1048576, on every node; pods check it and fail with the command that sets it. Without, reads are slower.
   *
   * @default true
   */
  readonly allowMmap?: boolean;

  /**
   * When pods get a changed configuration or version. `RollingUpdate` restarts one pod of a StatefulSet after the other,
   * each after its predecessor has joined the cluster and the cluster is green, or nothing has been under way in it for
   * three minutes. `OnDelete` restarts nothing: delete pods by hand, in the order and at the pace you see fit.
   *
   * @default 'RollingUpdate'
   */
  readonly updateStrategy?: 'RollingUpdate' | 'OnDelete';

  /**
   * Users beyond the superuser `elastic` and the user `readiness` of the probe, kept in files and therefore declarative.
   *
   * @default - only these two
   */
  readonly users?: readonly FileRealmUser[];

  /**
   * Tokens of service accounts that the cluster accepts, e.g. Kibana's.
   *
   * @default - none
   */
  readonly serviceTokens?: readonly ServiceToken[];

  /**
   * Roles by name, beyond those built into Elasticsearch and `readiness_probe`.
   *
   * @default - none
   */
  readonly roles?: Readonly<Record<string, RoleDescriptor>>;

  /**
   * Logs that the cluster is to hold, and for how long. A cluster that cannot is refused, with the arithmetic.
   *
   * @default - none; nobody checks whether logs fit
   */
  readonly ingests?: readonly RouteIngest[];

  /**
   * Object storage for snapshots. Pods may then reach its port anywhere.
   *
   * @default - none; no pod leaves the cluster
   */
  readonly s3Storage?: S3StorageProps;

  /**
   * Namespaces whose pods may use the HTTP API, if they carry the labels in `endpoint.clientLabels`.
   *
   * @default - only the namespace of the cluster
   */
  readonly clientNamespaces?: readonly string[];

  /**
   * Ports on which the DNS of the Kubernetes cluster answers pods: also those of its pods, where a network policy is applied
   * after the address of the Service was translated (OpenShift: 5353).
   *
   * @default [53]
   */
  readonly dnsPorts?: readonly number[];
}
