import { countMistakes, type Mistake, mistakeIn } from '../../core';
import { conditionMistakes } from '../treatments/conditions';
import { type FieldLabel, LABEL_FIELDS, LOG_LABELS, type LogLabel, type LogMetric, seriesOf } from './log-metric';

/** Series of all metrics of logs that a node may have. */
const MOST_SERIES = 1_000;

const NAME = /^[a-z][a-z0-9_]{0,39}$/;
const NAME_BOUND = 'a name of a-z, 0-9 and _ that begins with a letter, at most 40 characters';

/** Labels that a metric has anyway, or that Prometheus and those who scrape give. */
const TAKEN = [
  'route',
  'le',
  'job',
  'instance',
  'pod',
  'node',
  'level',
  'status_class',
  'method',
  'path',
  'namespace',
  'container',
];

const PATH = /^(?:\/(?::[A-Za-z_]\w*|[\w.~+=@%-]+))*(?:\/|\/\*)?$/;

/** What there is for metrics to choose from. */
export interface Known {
  /** Names of the routes. */
  readonly routes: readonly string[];

  /** Names of the treatments. */
  readonly treatments: readonly string[];
}

/** What is wrong with metrics of logs; paths begin with the position of one. */
export function logMetricMistakes(metrics: readonly LogMetric[], known: Known): Mistake[] {
  const names = metrics.map(({ name }) => name);
  const series = metrics.reduce((sum, metric) => sum + (seriesOf(metric) + 1) * seriesEach(metric), 0);
  return [
    ...metrics.flatMap((metric, index) => [
      ...ownMistakes(metric).map(({ path, message }) => ({ path: [index, ...path], message })),
      ...unknown('routes', metric.routes, known.routes, index),
      ...unknown('treatments', metric.treatments, known.treatments, index),
      ...mistakeIn([index, 'name'], names.indexOf(metric.name) === index, 'there once', metric.name, 'rename one'),
    ]),
    ...mistakeIn(
      [],
      series <= MOST_SERIES,
      `of at most ${MOST_SERIES} series together`,
      series,
      'lower series, or take buckets away',
    ),
  ];
}

/** A histogram has a series for each bucket, for what is beyond, the sum and the number. */
function seriesEach({ buckets }: LogMetric): number {
  return buckets ? buckets.length + 3 : 1;
}

function ownMistakes(metric: LogMetric): Mistake[] {
  const { name, where, by = [], buckets, paths, series = 1 } = metric;
  return [
    ...mistakeIn(['name'], NAME.test(name), NAME_BOUND, name, 'rename it'),
    ...(where ? conditionMistakes(where, ['where']) : []),
    ...by.flatMap((label, index) => labelMistakes(label, ['by', index])),
    ...by.flatMap((label, index) =>
      mistakeIn(
        ['by', index],
        by.findIndex((other) => nameOf(other) === nameOf(label)) === index,
        'there once',
        nameOf(label),
        'remove one',
      ),
    ),
    ...(buckets ? bucketMistakes(buckets) : []),
    ...(paths ? pathMistakes(paths, by) : []),
    ...countMistakes(['series'], series, 500),
  ];
}

function labelMistakes(label: LogLabel, path: readonly PropertyKey[]): Mistake[] {
  if (typeof label === 'string') {
    return mistakeIn(
      path,
      LOG_LABELS.includes(label),
      `one of ${LOG_LABELS.join(', ')}, or a field with its values`,
      label,
      'choose one of them',
    );
  }
  const { field, values } = label;
  const isListed =
    Array.isArray(values) && values.length >= 1 && values.length <= 20 && new Set(values).size === values.length;
  return [
    ...mistakeIn([...path, 'label'], NAME.test(label.label), NAME_BOUND, label.label, 'rename it'),
    ...mistakeIn(
      [...path, 'label'],
      !TAKEN.includes(label.label),
      `none of ${TAKEN.join(', ')}`,
      label.label,
      'rename it',
    ),
    ...mistakeIn(
      [...path, 'field'],
      isField(field),
      `below json, or one of ${LABEL_FIELDS.join(', ')}`,
      field,
      'choose another field',
    ),
    ...mistakeIn(
      [...path, 'values'],
      isListed,
      'from 1 to 20 different values, since each is a series',
      values ?? 'none',
      'list those that matter',
    ),
  ];
}

function isField(field: FieldLabel['field']): boolean {
  return LABEL_FIELDS.some((known) => known === field) || /^json(\.[^.\p{Cc}]+)+$/u.test(field);
}

function nameOf(label: LogLabel): string {
  return typeof label === 'string' ? label : label.label;
}

function bucketMistakes(buckets: readonly number[]): Mistake[] {
  const isRising = buckets.every((bound, index) => Number.isFinite(bound) && bound > (buckets[index - 1] ?? 0));
  return [
    ...mistakeIn(
      ['buckets'],
      buckets.length >= 1 && buckets.length <= 20,
      'from 1 to 20 bounds',
      buckets,
      'write so many',
    ),
    ...mistakeIn(['buckets'], isRising, 'bounds above 0 that rise', buckets, 'sort them'),
  ];
}

function pathMistakes(paths: readonly string[], by: readonly LogLabel[]): Mistake[] {
  return [
    ...mistakeIn(['paths'], by.includes('path'), "left out without 'path' in by", paths, "add 'path' to by"),
    ...mistakeIn(
      ['paths'],
      paths.length >= 1 && paths.length <= 100,
      'from 1 to 100 templates',
      paths,
      'write so many',
    ),
    ...paths.flatMap((path, index) =>
      mistakeIn(
        ['paths', index],
        path !== '' && PATH.test(path),
        "a path such as '/orders/:id' or '/static/*'",
        path,
        'correct it',
      ),
    ),
  ];
}

function unknown(
  kind: keyof Known,
  names: readonly string[] | undefined,
  known: readonly string[],
  index: number,
): Mistake[] {
  if (names === undefined) return [];
  if (names.length === 0) {
    return [
      { path: [index, kind], message: 'must not be empty, got [], whose logs are none; name one, or leave it out' },
    ];
  }
  const bound =
    known.length > 0 ? `one of ${known.join(', ')}` : `the name of a ${kind.slice(0, -1)}, of which there are none`;
  return names.flatMap((name, at) =>
    mistakeIn([index, kind, at], known.includes(name), bound, name, 'correct the spelling'),
  );
}
