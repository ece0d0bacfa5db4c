import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { labels, RESTRICTED_CONTAINER, refuseTwins, restrictedPod, selectorLabels } from '../../core';

/** Properties of a `LogCanary`. */
export interface LogCanaryProps {
  /** Image with a shell; that of Fluentd is on every node already. */
  readonly image: string;

  /**
   * Name of the DaemonSet.
   *
   * @default 'log-canary'
   */
  readonly name?: string;

  /**
   * Labels of the nodes on which it runs.
   *
   * @default - all nodes with Linux
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;

  /**
   * Taints of nodes on which it runs all the same.
   *
   * @default - all
   */
  readonly tolerations?: readonly k8s.Toleration[];

  /**
   * Secrets by which the image is pulled.
   *
   * @default - none
   */
  readonly imagePullSecrets?: readonly k8s.LocalObjectReference[];
}

/** Name of the container that writes. */
export const CANARY_CONTAINER = 'canary';

/** Seconds between two lines. */
const INTERVAL = 60;

/** Any user that is not root. */
const UID = 65534;

/** The shell waits for `sleep` in a way that lets it end at once. */
const PROGRAM = `trap 'exit 0' TERM; while true; do echo canary; sleep ${INTERVAL} & wait $!; done`;

/** Whether it waits for its next line: then it has written one. The image has no `pgrep`. */
const HAS_WRITTEN =
  'for comm in /proc/[0-9]*/comm; do read -r name < "$comm" && [ "$name" = sleep ] && exit 0; done 2> /dev/null; exit 1';

/**
 * Writes a line a minute on every node, as any application does, so that the collector can say when such a line is stored. Its
 * pods meet PodSecurity `restricted`, have no rights and reach nobody.
 */
export class LogCanary extends Construct {
  /** The pods. */
  readonly daemonSet: k8s.KubeDaemonSet;

  constructor(scope: Construct, id: string, props: LogCanaryProps) {
    super(scope, id);
    const { image, name = 'log-canary', tolerations = [{ operator: 'Exists' }], imagePullSecrets } = props;
    refuseTwins(this);
    const identity = { name: 'log-canary', instance: name };
    const quantities = (texts: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, k8s.Quantity.fromString(text)]));
    this.daemonSet = new k8s.KubeDaemonSet(this, 'Resource', {
      metadata: { name, labels: labels(identity) },
      spec: {
        selector: { matchLabels: selectorLabels(identity) },
        // Nothing is lost while some are away.
        updateStrategy: { rollingUpdate: { maxUnavailable: k8s.IntOrString.fromString('10%') } },
        template: {
          metadata: { labels: labels(identity) },
          spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 5,
            securityContext: restrictedPod(UID),
            nodeSelector: { 'kubernetes.io/os': 'linux', ...props.nodeSelector },
            tolerations: [...tolerations],
            ...(imagePullSecrets && { imagePullSecrets: [...imagePullSecrets] }),
            containers: [
              {
                name: CANARY_CONTAINER,
                image,
                command: ['sh', '-c', PROGRAM],
                readinessProbe: { exec: { command: ['sh', '-c', HAS_WRITTEN] }, periodSeconds: 30, timeoutSeconds: 5 },
                // The kubelet keeps five files of 10 MiB at most; a year of lines is 30 MB.
                resources: {
                  requests: quantities({ cpu: '1m', memory: '16Mi', 'ephemeral-storage': '64Mi' }),
                  limits: quantities({ memory: '16Mi', 'ephemeral-storage': '64Mi' }),
                },
                securityContext: RESTRICTED_CONTAINER,
              },
            ],
          },
        },
      },
    });
  }
}
