import { z } from 'zod';

import { choice, list, section, shown, textMap, words } from '../../values';

/** A taint of nodes that does not keep the collector away. */
const toleration = section({
  /** Key of the taint; all taints when left out, with the operator `Exists`. */
  key: words.optional(),
  /** How the value is compared; `Equal` when left out. */
  operator: choice(['Equal', 'Exists']).optional(),
  /** Value of the taint, for `Equal`. */
  value: words.optional(),
  /** Effect of the taint; all effects when left out. */
  effect: choice(['NoSchedule', 'PreferNoSchedule', 'NoExecute']).optional(),
  /** How long a pod stays when the node gets the taint, for `NoExecute`; for ever when left out. In seconds. */
  tolerationSeconds: z
    .number({ error: ({ input }) => `must be a number of seconds, got ${shown(input)}; write for example 300` })
    .optional(),
});

/** An environment variable, with a value of its own or of a Secret. */
const variable = section({
  /** Name of the variable. */
  name: words,
  /** Its value, which everybody can read in the manifests. */
  value: words.optional(),
  /** Where its value is. */
  valueFrom: section({
    /** A key of a Secret in the namespace of the collector, made by other hands. */
    secretKeyRef: section({
      /** Name of the Secret. */
      name: words,
      /** The key. */
      key: words,
    }).optional(),
  }).optional(),
});

/** What the pods of the collector have besides the default, as Kubernetes names it. */
export const collectorPod = section({
  /** Further labels. */
  labels: textMap.optional(),
  /** Annotations. */
  annotations: textMap.optional(),
  /** Labels of the nodes whose logs are collected; all nodes with Linux when left out. */
  nodeSelector: textMap.optional(),
  /** Taints that do not keep it away; all taints when left out. */
  tolerations: list(toleration).optional(),
  /** PriorityClass; `system-node-critical` when left out. */
  priorityClassName: words.optional(),
  /** Secrets with which the image is pulled, made by other hands. */
  imagePullSecrets: list(section({ /** Name of the Secret. */ name: words })).optional(),
  /** SELinux label of the processes, e.g. `{ type: 'spc_t' }` where SELinux is enforced. */
  seLinuxOptions: section({
    /** Level. */
    level: words.optional(),
    /** Role. */
    role: words.optional(),
    /** Type. */
    type: words.optional(),
    /** User. */
    user: words.optional(),
  }).optional(),
  /** Further environment variables, for what is added to the configuration. */
  env: list(variable).optional(),
});

/** Where the image of the collector comes from, or an image of your own. */
export const collectorImage = section({
  /** Registry, with a path if there is one; Docker Hub when left out. */
  registry: words.optional(),
  /** Repository of an image of your own; the official image when left out. */
  repository: words.optional(),
  /** Its tag. */
  tag: words.optional(),
  /** Digest of the image. */
  digest: words.optional(),
  /** Gems with Fluentd plugins that an image of your own has. */
  plugins: list(words).optional(),
});

/** When pods get a changed configuration. */
export const updateStrategy = section({
  /** `RollingUpdate`, or `OnDelete` for pods that are deleted by hand. */
  type: choice(['RollingUpdate', 'OnDelete']).optional(),
  /** How fast, with `RollingUpdate`. */
  rollingUpdate: section({
    /** Most pods that are missing at a time, as a number or a share; `10%` when left out. */
    maxUnavailable: z
      .custom<number | `${number}%`>((input) => typeof input === 'number' || typeof input === 'string', {
        error: ({ input }) => `must be a number or a share, got ${shown(input)}; write for example 1 or '10%'`,
      })
      .optional(),
  }).optional(),
});

/** Where positions, the buffer and dead letters are. */
export const bufferVolume = section({
  /** A directory of each node. */
  hostPath: section({ /** Its path; `/var/lib/efk` without a volume. */ path: words }).optional(),
  /** A directory of the pod, which is gone with it; for platforms that let no pod write to its node. */
  emptyDir: section({}).optional(),
});
