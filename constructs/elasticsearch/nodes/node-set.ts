import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { labels, type StackVersion, selectorLabels } from '../../core';
import { clusterNames, HTTP_PORT, TRANSPORT_PORT } from '../names';
import { isDedicatedMaster, isMasterEligible } from '../node-roles';
import type { StatefulSetPlan } from '../plan';
import type { S3StorageProps } from '../props';
import { podSpec } from './pod';

/** Properties for defining a `NodeSet`. */
export interface NodeSetConstructProps {
  /** Name of the cluster. */
  readonly cluster: string;

  /** The StatefulSet to make. */
  readonly plan: StatefulSetPlan;

  /** Version of Elasticsearch. */
  readonly version: StackVersion;

  /** Text of `elasticsearch.yml`. */
  readonly settings: string;

  /** Annotations of the pods; a change restarts them. */
  readonly podAnnotations: Readonly<Record<string, string>>;

  /** When pods get a change. */
  readonly updateStrategy: 'RollingUpdate' | 'OnDelete';

  /**
   * StorageClass of the volumes, if the node set names none.
   *
   * @default - the default StorageClass of the Kubernetes cluster
   */
  readonly storageClass?: string;

  /**
   * Object storage for snapshots.
   *
   * @default - none
   */
  readonly s3Storage?: S3StorageProps;
}

/** Pods of one node set, in one zone if the set holds data: a StatefulSet, its headless Service and its settings. */
export class NodeSet extends Construct {
  /** The pods. */
  readonly statefulSet: k8s.KubeStatefulSet;

  /** Gives every pod its own host name. */
  readonly service: k8s.KubeService;

  /** Holds `elasticsearch.yml`. */
  readonly configMap: k8s.KubeConfigMap;

  constructor(scope: Construct, id: string, props: NodeSetConstructProps) {
    super(scope, id);
    const { cluster, plan, settings } = props;
    const identity = { name: 'elasticsearch', instance: cluster, component: plan.component };
    const metadata = { name: plan.name, labels: labels(identity) };

    this.configMap = new k8s.KubeConfigMap(this, 'config', { metadata, data: { 'elasticsearch.yml': settings } });
    this.service = new k8s.KubeService(this, 'service', {
      metadata,
      spec: {
        clusterIp: 'None',
        // Nodes must find each other before any of them can become ready.
        publishNotReadyAddresses: true,
        selector: selectorLabels(identity),
        ports: [
          { name: 'https', port: HTTP_PORT },
          { name: 'transport', port: TRANSPORT_PORT },
        ],
      },
    });
    this.statefulSet = new k8s.KubeStatefulSet(this, 'Resource', {
      metadata,
      spec: {
        ...rollout(props),
        serviceName: plan.name,
        replicas: plan.replicas,
        selector: { matchLabels: selectorLabels(identity) },
        template: {
          metadata: { labels: podLabels(cluster, plan), annotations: { ...props.podAnnotations } },
          spec: podSpec(props),
        },
        volumeClaimTemplates: [dataVolume(props)],
      },
    });
    // The Service is headless: one with an address would wait for the pods that wait for it.
    this.statefulSet.addDependency(this.configMap, this.service);
  }
}

/** Label that selects the pods among which the first master is elected. */
export function masterLabel(cluster: string): Record<string, string> {
  return { [`${cluster}-master`]: 'true' };
}

function podLabels(cluster: string, { component, nodeSet: { roles } }: StatefulSetPlan): Record<string, string> {
  return {
    ...labels({ name: 'elasticsearch', instance: cluster, component }),
    ...(isMasterEligible(roles) && masterLabel(cluster)),
    // Masters that do nothing else are kept free of requests.
    ...(!isDedicatedMaster(roles) && { [clusterNames(cluster).httpLabel]: 'true' }),
  };
}

function rollout({ updateStrategy }: NodeSetConstructProps) {
  return {
    // The default waits for each pod before it starts the next, but a master is not ready before it has a majority.
    podManagementPolicy: 'Parallel',
    updateStrategy: { type: updateStrategy },
    // What the next pod waits for is the readiness probe; this only finds out a node that fails as soon as it has joined.
    ...(updateStrategy === 'RollingUpdate' && { minReadySeconds: 10 }),
    // Neither removing the cluster nor making it smaller removes data.
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
  };
}

function dataVolume({ plan: { nodeSet }, storageClass }: NodeSetConstructProps): k8s.KubePersistentVolumeClaimProps {
  return {
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: nodeSet.storageClass ?? storageClass,
      resources: { requests: { storage: k8s.Quantity.fromString(nodeSet.storage) } },
    },
  };
}
