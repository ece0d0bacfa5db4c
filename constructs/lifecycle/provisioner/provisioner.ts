import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import {
  type ClientCredentials,
  clientEgress,
  credentialMistakes,
  dnsPortMistakes,
  type ElasticsearchEndpoint,
  endpointMistakes,
  labels,
  refuse,
  refuseTwins,
  type SecretSpec,
  selectorLabels,
} from '../../core';
import type { IProvisioned } from '../provisioned-object';
import { fileName, jobName, repeatedObjects, requestList } from './objects';
import { provisionerPod } from './pod';
import { PROGRAM } from './program.generated';
import { provisionerSecrets } from './secrets';

/** Properties for defining a `Provisioner`. */
export interface ProvisionerProps {
  /** The cluster that is provisioned. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** What is applied, in any order: an object is applied after those that it may refer to. */
  readonly objects: readonly IProvisioned[];

  /**
   * Name, from which the names of all its objects derive. Objects in Elasticsearch are marked with it, and the job
   * removes those with its mark that are no longer in `objects`: two provisioners of one cluster need different names,
   * and one that is renamed leaves its objects behind.
   *
   * @default 'provisioner'
   */
  readonly name?: string;

  /**
   * User of Elasticsearch with the role `provisionerRole`, where it is not one of `existingSecrets`.
   *
   * @default 'provisioner'
   */
  readonly username?: string;

  /**
   * How long the job waits for a cluster that does not answer, in seconds.
   *
   * @default 600
   */
  readonly deadlineSeconds?: number;

  /**
   * Ports on which the DNS of the Kubernetes cluster answers pods: also those of its pods, where a network policy is applied
   * after the address of the Service was translated (OpenShift: 5353).
   *
   * @default [53, 5353]
   */
  readonly dnsPorts?: readonly number[];

  /**
   * Secrets that exist already; `secrets` lists the others.
   *
   * @default - none; those who deploy make `<name>-credentials`, and `<name>-tls` unless the endpoint names its authority
   */
  readonly existingSecrets?: ClientCredentials;
}

/**
 * A job that applies policies and templates to Elasticsearch, over its HTTP API and inside the Kubernetes cluster. It runs
 * again when one of them changes, writes only what differs, applies it to data streams that exist as far as that is
 * possible, and removes what it once made and the code no longer has. Its log says what it did.
 *
 * @throws PropsError if there is nothing to apply, two objects have the same name, the endpoint has no TLS, or a Secret
 * cannot be
 */
export class Provisioner extends Construct {
  /** The Secrets that the job reads and that must be made. */
  readonly secrets: readonly SecretSpec[];

  /** The job; its name contains a hash of its pod and of what it applies, since a job cannot be changed. */
  readonly job: k8s.KubeJob;

  /** Holds the program and the list of objects. */
  readonly configMap: k8s.KubeConfigMap;

  /** Identity of the pod, with no rights in the Kubernetes API. */
  readonly serviceAccount: k8s.KubeServiceAccount;

  /** Lets the pod reach Elasticsearch and DNS only. */
  readonly networkPolicy: k8s.KubeNetworkPolicy;

  constructor(scope: Construct, id: string, props: ProvisionerProps) {
    super(scope, id);
    const { elasticsearch, name = 'provisioner', username = 'provisioner', deadlineSeconds = 600 } = props;
    const { existingSecrets } = props;
    const namespace = Chart.of(this).namespace ?? '';
    const objects = props.objects.map(({ request }) => request);
    refuse(this, [
      ...(namespace ? [] : ['the chart must have a namespace, where the Secrets are, got none; set it']),
      ...(objects.length > 0 ? [] : ['objects must not be empty, got none; add a policy or a template']),
      ...repeatedObjects(objects),
      ...endpointMistakes(elasticsearch, elasticsearch.majorVersion),
      ...credentialMistakes(existingSecrets ?? {}),
      ...dnsPortMistakes(props.dnsPorts),
    ]);
    refuseTwins(this);

    const metadata = { name, labels: labels({ name: 'provisioner', instance: name }) };
    const files = { ...PROGRAM, 'requests.json': requestList(objects) };
    const template = provisionerPod({ name, elasticsearch, deadlineSeconds, objects, existingSecrets });
    const bodies = Object.fromEntries(objects.map((object) => [fileName(object), object.body]));

    this.secrets = provisionerSecrets({ name, namespace, username, elasticsearch, existing: existingSecrets ?? {} });
    this.configMap = new k8s.KubeConfigMap(this, 'config', { metadata, data: files });
    this.serviceAccount = new k8s.KubeServiceAccount(this, 'service-account', {
      metadata,
      automountServiceAccountToken: false,
    });
    this.networkPolicy = new k8s.KubeNetworkPolicy(this, 'network-policy', {
      metadata,
      spec: {
        podSelector: { matchLabels: selectorLabels({ name: 'provisioner', instance: name }) },
        policyTypes: ['Ingress', 'Egress'],
        egress: clientEgress(elasticsearch, props.dnsPorts),
      },
    });
    this.job = new k8s.KubeJob(this, 'Resource', {
      metadata: { ...metadata, name: jobName(name, { ...files, ...bodies }, template) },
      spec: {
        backoffLimit: 3,
        // The program gives up first and says why; this bounds what comes before it, such as pulling the image.
        activeDeadlineSeconds: deadlineSeconds + 300,
        podFailurePolicy: {
          rules: [
            { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
            // What Elasticsearch has refused would be refused again.
            {
              action: 'FailJob',
              onExitCodes: { containerName: 'provision', operator: 'In', values: [1] },
              onPodConditions: [],
            },
          ],
        },
        template,
      },
    });
    this.job.addDependency(this.configMap, this.serviceAccount, this.networkPolicy, ...props.objects);
  }
}
