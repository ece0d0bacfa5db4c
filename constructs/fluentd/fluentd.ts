import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import {
  certificateMistakes,
  configHash,
  type MetricsEndpoint,
  placeOf,
  referenceMistakes,
  refuse,
  refuseTwins,
  type SecretSpec,
} from '../core';
import { configurationMistakes } from './checks';
import { render } from './conf';
import { DEFAULT_BUFFER_SIZE, withDefaults } from './limits';
import { collectorObjects, metadataOf, selectorOf } from './objects';
import { optionMistakes } from './option-mistakes';
import { pipeline } from './pipeline/pipeline';
import { imageName, newestVersion } from './pod/image';
import { losingAnnotation, lossAnnotation } from './pod/loss-bound';
import { DEFAULT_PRIORITY, fluentdPod, onEveryNode } from './pod/pod';
import { DEFAULT_RESOURCES, quotaSpec } from './pod/resources';
import { updateStrategy } from './pod/rollout';
import { STATE, stateScratch, stateVolumes } from './pod/state-volume';
import { surroundings } from './pod/surroundings';
import type { FluentdProps } from './props';
import { certificateSecret, secretNames } from './secrets';

/** Longest name, so that `<name>-metrics` is still the name of a Service (63 characters). */
const NAME = /^[a-z]([-a-z0-9]{0,53}[a-z0-9])?$/;

/**
 * Fluentd on every node: reads the logs of containers and writes them into the data streams of their routes.
 *
 * Positions, buffers and dead letters are on the node in `/var/lib/efk/<namespace>/<name>`, or where `bufferVolume` says, so
 * that neither a restart nor an update loses a log; the directory stays when the installation is removed. The namespace
 * needs PodSecurity `privileged` because of it. There is no PodDisruptionBudget: draining a node leaves the pods of a DaemonSet alone.
 *
 * @throws PropsError with all mistakes at once: routes that overlap or are misnamed, too little disk or memory, an
 * endpoint without TLS or of another major version, a name that is too long, Secrets that cannot be, options of the pod that
 * Kubernetes would refuse; then what Fluentd does not know in its configuration
 */
export class Fluentd extends Construct {
  /** The pods. */
  readonly daemonSet: k8s.KubeDaemonSet;

  /** The image of their container. */
  readonly image: string;

  /** Holds `fluent.conf`. */
  readonly configMap: k8s.KubeConfigMap;

  /** Where every pod serves its metrics, for a monitoring. */
  readonly metrics: MetricsEndpoint;

  /** The metrics of every pod, over TLS. */
  readonly metricsService: k8s.KubeService;

  /** Identity of the pods, with no rights in the Kubernetes API but to read pods for `podMetadata`. */
  readonly serviceAccount: k8s.KubeServiceAccount;

  /** Who may talk to the pods and to whom they may talk. */
  readonly networkPolicy: k8s.KubeNetworkPolicy;

  /** Admits the pods to the namespace; only with `resourceQuota`. */
  readonly resourceQuota?: k8s.KubeResourceQuota;

  /** The Secrets that the pods read and that must be made. */
  readonly secrets: readonly SecretSpec[];

  constructor(scope: Construct, id: string, props: FluentdProps) {
    super(scope, id);
    const { elasticsearch, name = 'fluentd', bufferSize = DEFAULT_BUFFER_SIZE, bufferVolume = {}, pod = {} } = props;
    const { cpu = DEFAULT_RESOURCES.cpu, memory = DEFAULT_RESOURCES.memory } = props;
    const { version = newestVersion(elasticsearch.majorVersion) } = props;
    const { existingSecrets = {} } = props;
    // That of an aggregator has signed the agent's certificate as well.
    const authority = props.aggregator ? undefined : elasticsearch.authority;
    const namespace = Chart.of(this).namespace ?? '';
    const own = { namespace, name };
    const gems = props.image?.plugins;
    const otherInputs = props.aggregatorInputs;
    const way = pipeline({ ...props, otherInputs, gems, version, existingSecrets, bufferSize, memory, own });
    refuse(this, [
      ...(namespace
        ? []
        : ['the chart must have a namespace, since certificates and paths contain it, got none; set it']),
      ...(NAME.test(name)
        ? []
        : [`name must be a DNS label (a-z, 0-9 and -, at most 55 characters), got ${JSON.stringify(name)}; change it`]),
      ...way.mistakes(),
      ...optionMistakes(props).map(({ path, message }) => `${placeOf(path)} ${message}`),
      ...referenceMistakes('existingSecrets.redaction', existingSecrets.redaction, ['key']),
      ...certificateMistakes('existingSecrets.tls', existingSecrets.tls, authority),
    ]);
    refuseTwins(this);

    const footprint = way.footprint();
    const directives = way.directives();
    // Asked last: only of right props there is a configuration.
    const state = stateScratch(bufferVolume, { bufferSize, ...withDefaults(props.limits) });
    refuse(
      this,
      configurationMistakes(directives, surroundings({ ...props, version, memory, stateSize: state[STATE] })),
    );
    const files = { 'fluent.conf': render(directives) };

    const withAuthority = authority === undefined;
    this.secrets = [...footprint.secrets, ...(existingSecrets.tls ? [] : [certificateSecret(own, withAuthority)])];
    const tls = existingSecrets.tls ?? { secretName: secretNames(name).tls };
    const objects = collectorObjects(this, { own, files, footprint, tls, onEveryNode: true });
    this.configMap = objects.configMap;
    this.serviceAccount = objects.serviceAccount;
    this.networkPolicy = objects.networkPolicy;
    this.metricsService = objects.metricsService;
    this.metrics = objects.metrics;
    if (props.resourceQuota) {
      this.resourceQuota = new k8s.KubeResourceQuota(this, 'resource-quota', {
        metadata: metadataOf(own),
        spec: quotaSpec(props.resourceQuota.pods, pod.priorityClassName ?? DEFAULT_PRIORITY),
      });
    }
    const annotations = { ...lossAnnotation(props.lossBudget, bufferSize), ...losingAnnotation(props.outputs) };
    this.image = imageName(version, props.image);
    this.daemonSet = new k8s.KubeDaemonSet(this, 'Resource', {
      metadata: { ...metadataOf(own), ...(Object.keys(annotations).length > 0 && { annotations }) },
      spec: {
        selector: { matchLabels: selectorOf(own) },
        updateStrategy: updateStrategy(props.updateStrategy ?? {}),
        template: {
          metadata: {
            labels: { ...pod.labels, ...metadataOf(own).labels, ...footprint.podLabels },
            annotations: { ...pod.annotations, ...configHash({ ...files, ...footprint.rubyFiles }) },
          },
          spec: fluentdPod({
            own,
            placement: onEveryNode(pod),
            image: this.image,
            resources: { cpu, cpuLimit: props.cpuLimit, memory, memoryRequest: props.memoryRequest },
            stateVolumes: stateVolumes(bufferVolume, own),
            stateScratch: state,
            tls,
            authority,
            options: pod,
            footprint,
          }),
        },
      },
    });
    // Pods that start because of a change must find the changed configuration, and be let through the network.
    const quota = this.resourceQuota ? [this.resourceQuota] : [];
    this.daemonSet.addDependency(...objects.before, ...quota);
  }
}
