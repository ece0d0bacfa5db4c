import type { k8s } from 'cdk8s-plus-28';

import { DNS_SUBDOMAIN, followsRule, type Mistake, mistakeIn } from '../../core';
import { metadataMistakes } from './metadata';
import { schedulingMistakes } from './scheduling';
import { variableMistakes } from './variables';

/** What the pods of a Fluentd have besides the default, under the names and in the shapes of Kubernetes. */
export interface FluentdPodOptions {
  /**
   * Labels of the pods, besides those of the construct.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Annotations of the pods.
   *
   * @default - only the hash of the configuration
   */
  readonly annotations?: Readonly<Record<string, string>>;

  /**
   * Labels of the nodes whose logs are collected, besides `kubernetes.io/os: linux`.
   *
   * @default - all nodes with Linux
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;

  /**
   * Taints of nodes that do not keep Fluentd away.
   *
   * @default - all taints; logs are collected from every node, also those of the control plane
   */
  readonly tolerations?: readonly k8s.Toleration[];

  /**
   * PriorityClass of the pods. The default makes room on a full node, which would otherwise have no logs.
   *
   * @default 'system-node-critical'
   */
  readonly priorityClassName?: string;

  /**
   * Secrets of type `kubernetes.io/dockerconfigjson` with which the image is pulled, made by other hands.
   *
   * @default - none
   */
  readonly imagePullSecrets?: readonly k8s.LocalObjectReference[];

  /**
   * SELinux label of the processes. Where SELinux is enforced, that of a container may not read `/var/log/pods`; `spc_t`
   * may.
   *
   * @default - the runtime chooses
   */
  readonly seLinuxOptions?: k8s.SeLinuxOptions;

  /**
   * Further environment variables: literal ones, and those of Secrets and ConfigMaps, made by other hands. Pods read them
   * when they start.
   *
   * @default - none
   */
  readonly env?: readonly k8s.EnvVar[];
}

const SELINUX = /^[A-Za-z0-9_.:,-]+$/;

/**
 * What is wrong with the options of a pod, below the prop `pod`.
 *
 * @param clientLabels labels by which the cluster lets the pod in
 */
export function podMistakes(
  options: FluentdPodOptions = {},
  clientLabels: Readonly<Record<string, string>> = {},
): Mistake[] {
  const { imagePullSecrets = [], seLinuxOptions = {}, env = [] } = options;
  return [
    ...metadataMistakes(options, Object.keys(clientLabels)),
    ...schedulingMistakes(options),
    ...imagePullSecrets.flatMap(({ name }, index) =>
      mistakeIn(
        ['imagePullSecrets', index, 'name'],
        followsRule(name, DNS_SUBDOMAIN),
        `the name of a Secret, ${DNS_SUBDOMAIN.bound}`,
        name,
        'correct it',
      ),
    ),
    ...Object.entries(seLinuxOptions).flatMap(([key, value]) =>
      mistakeIn(
        ['seLinuxOptions', key],
        value === undefined || SELINUX.test(value),
        'part of an SELinux label (letters, digits, _, ., :, - and the comma)',
        value,
        'write for example spc_t as type',
      ),
    ),
    ...variableMistakes(env),
  ].map(({ path, message }) => ({ path: ['pod', ...path], message }));
}
