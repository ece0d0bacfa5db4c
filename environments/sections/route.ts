import { namespaceGlob, ownName } from '../names';
import { labelGlobs, list, memoryQuantity, routeName, section, words } from '../values';

/** Which logs go where, and how long they stay. */
export const route = section({
  /** Name of the route and of its data stream `logs-<name>-default`. */
  name: routeName,
  /** Kubernetes namespaces whose logs take this route, names or globs; without these, `labels` and `treatments` it takes all others. None, `[]`, for one that only inputs have. */
  namespaces: list(namespaceGlob).optional(),
  /** Globs of values by labels of the pods in its namespaces that it takes, of each label one must match; all pods when left out. It takes `podMetadata`. */
  labels: labelGlobs.optional(),
  /** Treatments whose containers' logs take this route, whatever their namespace. */
  treatments: list(words, 1).optional(),
  /** A part of the collector's buffer for its logs alone, which then hold up no others; shared when left out. */
  bufferSize: memoryQuantity.optional(),
  /** Outputs that get its logs, by name; `elasticsearch`, which is that of the stack, when left out. */
  to: list(words, 1).optional(),
  /** The retention class of its logs, a key of `retention`. */
  retention: ownName,
  /** Logs of a day that are expected, as applications write them; disks that they do not fit on are refused. Not counted when left out. */
  dailyIngest: memoryQuantity.optional(),
});
