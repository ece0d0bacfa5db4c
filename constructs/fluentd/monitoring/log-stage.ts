import type { Stage } from '../pipeline/chain';
import { filter } from '../plugins';
import { rubyFiles } from '../ruby/required';
import { conditionParams } from '../treatments/conditions';
import { type AbnormalLogs, withDefaults } from './abnormal';
import { type LogLabel, type LogMetric, seriesOf } from './log-metric';

/** What is counted of what logs say. */
export interface CountedLogs {
  /**
   * When the logs of a workload are an incident; with it all are counted by their level as well.
   *
   * @default - neither
   */
  readonly abnormal?: AbnormalLogs;

  /**
   * Metrics of one's own.
   *
   * @default - none
   */
  readonly logMetrics?: readonly LogMetric[];
}

/** Counts what logs say. Where nothing is to be counted there is no stage, and no cost. */
export function logStages({ abnormal, logMetrics = [] }: CountedLogs): Stage[] {
  if (!abnormal && logMetrics.length === 0) return [];
  return [
    {
      directives: () => [
        filter.logMetrics('**', {
          comment: abnormal
            ? 'Counts logs by their level, and the abnormal ones of the last minutes'
            : 'Counts what logs say',
          ...(abnormal && abnormalParams(abnormal)),
          ...(logMetrics.length > 0 && { metric: logMetrics.map(metricParams) }),
        }),
      ],
      footprint: () => ({ rubyFiles: rubyFiles('filter_log_metrics') }),
    },
  ];
}

/** Whether the filter of treatments must leave the names of treatments in the records. */
export function asksForTreatments({ logMetrics = [] }: CountedLogs): boolean {
  return logMetrics.some(({ treatments }) => treatments);
}

function abnormalParams(abnormal: AbnormalLogs) {
  const { within, where } = withDefaults(abnormal);
  return {
    within,
    ...(abnormal.series !== undefined && { max_series: abnormal.series }),
    abnormal: where.map((conditions) => ({ where: conditionParams(conditions) })),
  };
}

function metricParams(metric: LogMetric) {
  const { name, routes, treatments, where, by = [], buckets, paths } = metric;
  const labels = by.flatMap((label) => (typeof label === 'string' ? [paramOf(label)] : []));
  const fields = by.flatMap((label) => (typeof label === 'string' ? [] : [label]));
  return {
    name,
    routes: routes && [...routes],
    treatments: treatments && [...treatments],
    where: where && conditionParams(where),
    ...(labels.length > 0 && { by: labels }),
    buckets: buckets && [...buckets],
    paths: paths && [...paths],
    max_series: seriesOf(metric),
    ...(fields.length > 0 && {
      field: fields.map(({ label, field, values }) => ({ label, name: field, values: [...values] })),
    }),
  };
}

function paramOf(label: Extract<LogLabel, string>): string {
  return label === 'statusClass' ? 'status_class' : label;
}
