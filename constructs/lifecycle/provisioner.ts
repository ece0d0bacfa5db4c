import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import {
  configHash,
  DEFAULT_STACK_VERSION,
  type ElasticsearchEndpoint,
  labels,
  refuse,
  type SecretSpec,
  type StackVersion,
} from '../core';
import type { IlmPolicy } from './ilm-policy';
import type { IndexTemplate } from './index-template';
import { PROVISION_SCRIPT, requestList } from './provision-script';
import { mountedObjects, repeatedNames } from './provisioner-objects';
import { egressRules, provisionerPod, provisionerSecrets } from './provisioner-pod';

/** Properties for defining a `Provisioner`. */
export interface ProvisionerProps {
  /** The cluster that is provisioned. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** Lifecycle policies, applied first. */
  readonly policies: readonly IlmPolicy[];

  /** Index templates, applied after the policies that they name. */
  readonly templates: readonly IndexTemplate[];

  /**
   * Name, from which the names of all its objects derive.
   *
   * @default 'provisioner'
   */
  readonly name?: string;

  /**
   * User of Elasticsearch with the role `provisionerRole`.
   *
   * @default 'provisioner'
   */
  readonly username?: string;

  /**
   * Version of the Elasticsearch image, in which the job runs because the image has curl and is on the nodes anyway.
   *
   * @default '9.5.0'
   */
  readonly version?: StackVersion;

  /**
   * How long the job waits for a cluster that does not answer, in seconds.
   *
   * @default 600
   */
  readonly deadlineSeconds?: number;
}

/**
 * A job that applies policies and templates to Elasticsearch, over its HTTP API and inside the Kubernetes cluster.
 * It runs again when one of them changes, and leaves what is right as it is.
 *
 * @throws PropsError if there is nothing to apply, or two objects have the same name
 */
export class Provisioner extends Construct {
  /** The Secrets that the job reads. */
  readonly secrets: readonly SecretSpec[];

  /** The job; its name contains a hash of what it applies, since a job cannot be changed. */
  readonly job: k8s.KubeJob;

  /** Holds `provision.sh` and the list of requests. */
  readonly configMap: k8s.KubeConfigMap;

  /** Identity of the pod, with no rights in the Kubernetes API. */
  readonly serviceAccount: k8s.KubeServiceAccount;

  /** Lets the pod reach Elasticsearch and DNS only. */
  readonly networkPolicy: k8s.KubeNetworkPolicy;

  constructor(scope: Construct, id: string, props: ProvisionerProps) {
    super(scope, id);
    const { name = 'provisioner', username = 'provisioner', version = DEFAULT_STACK_VERSION } = props;
    const { elasticsearch, policies, templates, deadlineSeconds = 600 } = props;
    const namespace = Chart.of(this).namespace ?? '';
    const objects = mountedObjects(policies, templates);
    refuse(this, [
      ...(namespace ? [] : ['the chart must have a namespace, where the Secrets are, got none; set it']),
      ...(objects.length > 0 ? [] : ['policies and templates must not both be empty, got none; add one']),
      ...repeatedNames(objects),
    ]);

    const metadata = { name, labels: labels({ name: 'provisioner', instance: name }) };
    const files = { 'provision.sh': PROVISION_SCRIPT, 'requests.txt': requestList(objects) };
    const pod = { name, version, elasticsearch, deadlineSeconds, objects };
    const hash = Object.values(configHash({ ...files, pod: JSON.stringify(pod) })).join('');

    this.secrets = provisionerSecrets({ name, namespace, username });
    this.configMap = new k8s.KubeConfigMap(this, 'config', { metadata, data: files });
    this.serviceAccount = new k8s.KubeServiceAccount(this, 'service-account', {
      metadata,
      automountServiceAccountToken: false,
    });
    this.networkPolicy = new k8s.KubeNetworkPolicy(this, 'network-policy', {
      metadata,
      spec: egressRules(name, elasticsearch),
    });
    this.job = new k8s.KubeJob(this, 'Resource', {
      metadata: { ...metadata, name: `${name}-${hash.slice(0, 8)}` },
      spec: {
        backoffLimit: 3,
        // The script gives up first and says why; this bounds what comes before it, such as pulling the image.
        activeDeadlineSeconds: deadlineSeconds + 300,
        podFailurePolicy: {
          rules: [
            { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
            // What the script has refused would be refused again.
            {
              action: 'FailJob',
              onExitCodes: { containerName: 'provision', operator: 'In', values: [1] },
              onPodConditions: [],
            },
          ],
        },
        template: provisionerPod(pod),
      },
    });
    this.job.addDependency(this.configMap, this.serviceAccount, this.networkPolicy, ...policies, ...templates);
  }
}
