import { z } from 'zod';

import { LOG_LEVELS } from '../../../constructs/fluentd';
import { choice, count, cpuQuantity, flag, list, memoryQuantity, named, section, timeValue, words } from '../../values';
import { bufferVolume, collectorImage, collectorPod, updateStrategy } from './pod';

/** The collector on a node. */
export const collector = section({
  /** Processor time that a collector requests. */
  cpu: cpuQuantity,
  /** Most processor time of a collector, where a policy asks for a limit; no limit when left out. */
  cpuLimit: cpuQuantity.optional(),
  /** Most memory of a collector. */
  memory: memoryQuantity,
  /** Memory that a collector requests; `memory` when left out. */
  memoryRequest: memoryQuantity.optional(),
  /** Disk of a node that may hold logs while Elasticsearch is away. */
  bufferSize: memoryQuantity,
  /** Where on the node this is; `/var/lib/efk` when left out. */
  bufferVolume: bufferVolume.optional(),
  /** Outages that must not lose a log; no bound when left out. */
  lossBudget: section({
    /** What all containers of a node write into their files, per second. */
    rate: memoryQuantity,
    /** How long Elasticsearch may be away; no bound when left out. */
    elasticsearchOutage: timeValue.optional(),
    /** How long outputs may be away, by name; no bound when left out. */
    outputOutages: named(z.string(), timeValue).optional(),
    /** How long the collector may be away; no bound when left out. */
    fluentdOutage: timeValue.optional(),
    /** `containerLogMaxSize` of the kubelet; `10Mi` when left out. */
    containerLogMaxSize: memoryQuantity.optional(),
    /** `containerLogMaxFiles` of the kubelet; 5 when left out. */
    containerLogMaxFiles: count(2, 1_000).optional(),
  }).optional(),
  /** What of pods becomes fields of their logs, with a right to read pods on every node; nothing when left out. */
  podMetadata: section({
    /** Keys of labels. */
    labels: list(words).optional(),
    /** Keys of annotations. */
    annotations: list(words).optional(),
  }).optional(),
  /** Logs that are not read at all, by globs with `*` and `?`. */
  exclude: section({
    /** Namespaces, e.g. `kube-*`. */
    namespaces: list(words).optional(),
    /** Pods, in all namespaces (`*-debug`) or in those before a slash (`shop/load-test-*`). */
    pods: list(words).optional(),
  }).optional(),
  /** What runs the containers of the nodes; `cri`, which is containerd or CRI-O, when left out. */
  containerRuntime: choice(['cri', 'docker']).optional(),
  /** Whether well-known fields of JSON get their places in the Elastic Common Schema; they do when left out. */
  promote: flag.optional(),
  /** Bounds of what it holds of logs; those of the construct (`EventLimits`) for what is left out. */
  limits: section({
    /** Text of an event; what is longer goes on in the next one. */
    eventSize: memoryQuantity.optional(),
    /** Lines of an event. */
    eventLines: count(1, 100_000).optional(),
    /** Age at which an event is stored although its lines keep coming. */
    eventAge: timeValue.optional(),
    /** Text of all events of a node that wait for further lines. */
    heldSize: memoryQuantity.optional(),
    /** A chunk of the buffer, and so a request. */
    chunkSize: memoryQuantity.optional(),
    /** Disk of a node that dead letters may take. */
    deadLetterSize: memoryQuantity.optional(),
  }).optional(),
  /** From which level on the collector says what it does, in its own log; `info` when left out. */
  logLevel: choice(LOG_LEVELS).optional(),
  /** Where its image comes from; Docker Hub when left out. */
  image: collectorImage.optional(),
  /** What its pods have besides: labels, tolerations, variables and so on, as Kubernetes names them. */
  pod: collectorPod.optional(),
  /** When its pods get a changed configuration; a tenth of the nodes at a time when left out. */
  updateStrategy: updateStrategy.optional(),
  /** Admits its pods to the namespace, which GKE asks for; no ResourceQuota when left out. */
  resourceQuota: section({
    /** Most pods; more than the cluster will have nodes. */
    pods: count(1, 1_000_000),
  }).optional(),
});
