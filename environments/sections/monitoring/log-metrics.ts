import { z } from 'zod';

import { type FieldLabel, LOG_LABELS } from '../../../constructs/fluentd';
import { list, section, shown, value, words } from '../../values';
import { conditions, number } from '../conditions';

/** A field that is a label, by the values that have series. */
const fieldLabel = section({
  /** Name of the label. */
  label: words,
  /** The field, e.g. `json.region`. */
  field: value<FieldLabel['field']>((input) => typeof input === 'string', 'the name of a field', 'write it in quotes'),
  /** Values that have series of their own; all others are `_other`. */
  values: list(words, 1),
});

/** What a metric differs by. */
const label = z.union([z.enum(LOG_LABELS), fieldLabel], {
  error: ({ input }) =>
    `must be one of ${LOG_LABELS.join(', ')}, or a field with its values, got ${shown(input)}; write it as { label: 'region', field: 'json.region', values: ['eu', 'us'] }`,
});

/** A metric of what logs say. */
export const logMetric = section({
  /** Name; `requests` is served as `logs_requests_total`, with buckets as the histogram `logs_requests_seconds`. */
  name: words,
  /** Routes whose logs count; all when left out. */
  routes: list(words).optional(),
  /** Treatments whose logs count; all logs when left out. */
  treatments: list(words).optional(),
  /** What a log must fulfil to count. */
  where: conditions.optional(),
  /** What its series differ by, beside the route. */
  by: list(label).optional(),
  /** Upper bounds of the buckets of a histogram of `event.duration`, rising. In seconds. */
  buckets: list(number).optional(),
  /** Templates of paths; ids in paths become `:id` when left out. */
  paths: list(words).optional(),
  /** How many values of its labels together have series of their own on a node; 32, and 8 with buckets, when left out. */
  series: number.optional(),
});
