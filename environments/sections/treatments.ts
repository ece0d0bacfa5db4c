import { labelGlobs, list, section, words } from '../values';
import { conditions } from './conditions';
import { level, multiline, parse, time } from './parsing';
import { redactions } from './redaction';
import { fields, maxMessage, rateLimit, sample } from './volume';

/** Globs of names in Kubernetes. */
const globs = list(words);

/** Containers, by where they run and by labels of their pods. */
const selection = section({
  /** Globs of namespaces, one of which must match; all when left out. */
  namespaces: globs.optional(),
  /** Globs of containers, one of which must match; all when left out. */
  containers: globs.optional(),
  /** Globs of values by labels of pods, of each label one must match; all pods when left out. It takes `podMetadata`. */
  labels: labelGlobs.optional(),
});

/** What is done to the logs of some containers. */
export const treatment = section({
  /** Name, for readers and as a label of the metrics. */
  name: words,
  /** The containers that have the treatment; all when left out. */
  select: selection.optional(),
  /** Containers that do not have it although `select` means them; none when left out. */
  except: selection.optional(),
  /** Which lines are one event; those of a trace when left out. */
  multiline: multiline.optional(),
  /** How many lines each container may write; any number when left out. */
  rateLimit: rateLimit.optional(),
  /** How lines are written; JSON is read, and other lines are text, when left out. */
  parse: parse.optional(),
  /** Where the level of a line comes from; where programs usually write it when left out. */
  level: level.optional(),
  /** Where a line says its time; that of the runtime when left out. */
  time: time.optional(),
  /** Lines that are not stored, by their fields. */
  drop: list(section({ reason: words, where: conditions })).optional(),
  /** The share of the lines that is stored; all when left out. */
  sample: sample.optional(),
  /** Fields that are renamed, kept, removed or added; all stay as they are when left out. */
  fields: fields.optional(),
  /** What must not be stored. */
  redact: redactions.optional(),
  /** How large messages may be; as large as events when left out. */
  maxMessage: maxMessage.optional(),
});
