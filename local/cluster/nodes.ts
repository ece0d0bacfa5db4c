/** Where the nodes of a cluster stand and which storage classes it offers. */
export interface Topology {
  /** Values of the node label `topology.kubernetes.io/zone`. Without zones the nodes have no such label. @default - no zones */
  readonly zones?: readonly string[];
  /** Nodes in each zone; in all if there are no zones. @default 3 */
  readonly nodesPerZone?: number;
  /** Storage classes besides `standard`, which is the default one. @default - none */
  readonly storageClasses?: readonly string[];
}

/** What a simulated node offers: a common size of machine for data nodes, so that real requests fit or do not fit. */
const capacity = { cpu: '16', memory: '128Gi', 'ephemeral-storage': '500Gi', pods: '110' };

/** The provisioner that is part of the controller manager. It makes a folder; sizes are not enforced. */
const provisioner = 'kubernetes.io/host-path';

/** A Kubernetes object as plain data. */
export type Manifest = Readonly<Record<string, unknown>>;

/** The nodes and storage classes of a topology. */
export function clusterObjects(topology: Topology): Manifest[] {
  const zones: (string | undefined)[] = topology.zones?.length ? [...topology.zones] : [undefined];
  const perZone = Array.from({ length: topology.nodesPerZone ?? 3 }, (_, index) => index + 1);
  return [
    ...zones.flatMap((zone) => perZone.map((number) => node(zone, number))),
    storageClass('standard', true),
    ...[...new Set(topology.storageClasses)]
      .filter((name) => name !== 'standard')
      .map((name) => storageClass(name, false)),
  ];
}

function node(zone: string | undefined, number: number): Manifest {
  const name = `${zone ?? 'node'}-${number}`;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { 'kwok.x-k8s.io/node': 'fake' },
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': process.arch === 'arm64' ? 'arm64' : 'amd64',
        ...(zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone }),
      },
    },
    status: { capacity, allocatable: capacity },
  };
}

function storageClass(name: string, isDefault: boolean): Manifest {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name, annotations: { 'storageclass.kubernetes.io/is-default-class': String(isDefault) } },
    provisioner,
    // Bound when a pod needs it, as the storage of clouds does, so that the scheduler may choose the zone.
    volumeBindingMode: 'WaitForFirstConsumer',
  };
}
