import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import {
  configHash,
  type MetricsEndpoint,
  type RuleGroup,
  refuse,
  refuseTwins,
  type SecretSpec,
  serviceHostNames,
  toBytes,
} from '../../core';
import { configurationMistakes } from '../checks';
import { render } from '../conf';
import { inputTreatments } from '../inputs/own-treatments';
import { aggregatorRules } from '../monitoring/rules/aggregator-rules';
import { collectorObjects, metadataOf, selectorOf } from '../objects';
import { PATHS } from '../paths';
import { pipeline } from '../pipeline/pipeline';
import { imageName, newestVersion } from '../pod/image';
import { fluentdPod } from '../pod/pod';
import { STATE } from '../pod/state-volume';
import { surroundings } from '../pod/surroundings';
import { rubyFiles } from '../ruby/required';
import { certificateSecret, secretNames, sharedKeySecret } from '../secrets';
import { type AggregatorEndpoint, FORWARD_PORT, senderLabels } from './endpoint';
import { fromAgents } from './from-agents';
import { aggregatorMistakes } from './mistakes';
import { DRAIN_COMMAND, spread } from './placement';
import type { FluentdAggregatorProps } from './props';
import { autoscalerSpec, DEFAULT_REPLICAS, fewest } from './scaling';
import { bufferOf, DEFAULT_STORAGE, stateClaim } from './storage';

/** What a pod requests and may use, where nobody says it. */
const DEFAULT_RESOURCES = { cpu: '1', memory: '1Gi' } as const;

/**
 * Fluentd that is not bound to a node: for inputs over the network, and for those that must run once. A StatefulSet whose
 * pods have a volume each, for what outlives them: buffer, positions and dead letters.
 *
 * The pods meet PodSecurity `restricted`. Volumes stay when pods or the StatefulSet are removed, so that what is buffered
 * is sent when they come back.
 *
 * @throws PropsError with all mistakes at once: routes that overlap or are misnamed, too little disk or memory, an
 * endpoint without TLS or of another major version, a name that is too long, Secrets that cannot be, options of the pod that
 * Kubernetes would refuse; then what Fluentd does not know in its configuration
 */
export class FluentdAggregator extends Construct {
  /** The pods. */
  readonly statefulSet: k8s.KubeStatefulSet;

  /** Where node agents send to. */
  readonly endpoint: AggregatorEndpoint;

  /** Gives every pod its own host name, and their addresses to those who send to them. */
  readonly service: k8s.KubeService;

  /** Holds `fluent.conf`. */
  readonly configMap: k8s.KubeConfigMap;

  /** Where every pod serves its metrics, for a monitoring. */
  readonly metrics: MetricsEndpoint;

  /** What can be wrong between nodes and it, besides what can be wrong with any Fluentd (`COLLECTOR_RULES`). */
  readonly rules: RuleGroup;

  /** The metrics of every pod, over TLS. */
  readonly metricsService: k8s.KubeService;

  /** Identity of the pods, with no rights in the Kubernetes API. */
  readonly serviceAccount: k8s.KubeServiceAccount;

  /** Who may talk to the pods and to whom they may talk. */
  readonly networkPolicy: k8s.KubeNetworkPolicy;

  /** Lets one pod be evicted at a time; only with several, since one pod alone would stop every drain. */
  readonly podDisruptionBudget?: k8s.KubePodDisruptionBudget;

  /** Adds and removes pods; only with `autoscaling`. */
  readonly autoscaler?: k8s.KubeHorizontalPodAutoscalerV2;

  /** The Secrets that the pods read and that must be made. */
  readonly secrets: readonly SecretSpec[];

  constructor(scope: Construct, id: string, props: FluentdAggregatorProps) {
    super(scope, id);
    const { elasticsearch, name = 'fluentd-aggregator', existingSecrets = {}, pod = {}, autoscaling } = props;
    const { storage = DEFAULT_STORAGE, replicas = DEFAULT_REPLICAS } = props;
    const { cpu = DEFAULT_RESOURCES.cpu, memory = DEFAULT_RESOURCES.memory } = props;
    const { version = newestVersion(elasticsearch.majorVersion) } = props;
    const own = { namespace: Chart.of(this).namespace ?? '', name };
    const bufferSize = bufferOf(storage, props.limits);
    const given = { ...props, gems: props.image?.plugins, version, existingSecrets, bufferSize, memory, own };
    const { agentNamespaces = [], agentInputs = [], inputs = [], treatments = [] } = props;
    const ofInputs = inputTreatments(treatments, [...agentInputs, ...inputs]);
    const ofContainers = treatments.filter(({ name }) => !ofInputs.has(name));
    const { sharedKey } = existingSecrets;
    const reads =
      agentNamespaces.length > 0
        ? [fromAgents({ own, namespaces: agentNamespaces, sharedKey, memory, treatments: ofContainers })]
        : [];
    const way = pipeline({ ...given, otherInputs: agentInputs, reads });
    refuse(this, aggregatorMistakes({ ...props, cpu, memory, storage, existingSecrets, own }, way.mistakes()));
    refuseTwins(this);

    const needed = way.footprint();
    const footprint = { ...needed, rubyFiles: { ...needed.rubyFiles, ...rubyFiles('drain_buffer') } };
    const directives = way.directives();
    const around = surroundings({ ...props, version, memory });
    const volumes = [{ name: STATE, mountPath: PATHS.state, size: toBytes(storage) }];
    refuse(this, configurationMistakes(directives, { ...around, volumes }));
    const files = { 'fluent.conf': render(directives) };

    const withAuthority = elasticsearch.authority === undefined;
    this.secrets = [
      ...footprint.secrets,
      ...(existingSecrets.tls ? [] : [certificateSecret(own, withAuthority, [name])]),
    ];
    const tls = existingSecrets.tls ?? { secretName: secretNames(name).tls };
    const objects = collectorObjects(this, { own, files, footprint, tls });
    this.configMap = objects.configMap;
    this.serviceAccount = objects.serviceAccount;
    this.networkPolicy = objects.networkPolicy;
    this.metricsService = objects.metricsService;
    this.metrics = objects.metrics;
    this.rules = aggregatorRules(own);
    this.endpoint = {
      name,
      host: serviceHostNames(name, own.namespace)[2] ?? name,
      port: FORWARD_PORT,
      namespace: own.namespace,
      podLabels: selectorOf(own),
      clientLabels: senderLabels(name),
      sharedKey: sharedKey ?? { secretName: sharedKeySecret(name, own).name },
      hasSharedKey: sharedKey !== undefined,
    };
    this.service = new k8s.KubeService(this, 'service', {
      metadata: metadataOf(own),
      spec: {
        clusterIp: 'None',
        selector: selectorOf(own),
        ports: footprint.ports.map(({ name, containerPort, protocol }) => ({ name, port: containerPort, protocol })),
      },
    });
    if (fewest(props) > 1) {
      this.podDisruptionBudget = new k8s.KubePodDisruptionBudget(this, 'disruption-budget', {
        metadata: metadataOf(own),
        spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: selectorOf(own) } },
      });
    }
    this.statefulSet = new k8s.KubeStatefulSet(this, 'Resource', {
      metadata: metadataOf(own),
      spec: {
        serviceName: name,
        // Not with an autoscaler, whose number would be undone by every deployment.
        ...(autoscaling ? {} : { replicas }),
        // The pods need nothing of each other.
        podManagementPolicy: 'Parallel',
        updateStrategy: { type: 'RollingUpdate' },
        minReadySeconds: 10,
        // What could not be sent before a pod was removed is sent when it comes back.
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        selector: { matchLabels: selectorOf(own) },
        template: {
          metadata: {
            labels: { ...pod.labels, ...metadataOf(own).labels, ...footprint.podLabels },
            annotations: { ...pod.annotations, ...configHash({ ...files, ...footprint.rubyFiles }) },
          },
          spec: fluentdPod({
            own,
            placement: spread(own, pod),
            image: imageName(version, props.image),
            resources: { cpu, cpuLimit: props.cpuLimit, memory, memoryRequest: props.memoryRequest },
            preStop: DRAIN_COMMAND,
            stateVolumes: [],
            stateScratch: {},
            tls,
            authority: elasticsearch.authority,
            options: pod,
            footprint,
          }),
        },
        volumeClaimTemplates: [stateClaim(storage, props.storageClass)],
      },
    });
    this.statefulSet.addDependency(...objects.before, this.service);
    if (autoscaling) {
      this.autoscaler = new k8s.KubeHorizontalPodAutoscalerV2(this, 'autoscaler', {
        metadata: metadataOf(own),
        spec: autoscalerSpec(name, autoscaling),
      });
    }
  }
}
