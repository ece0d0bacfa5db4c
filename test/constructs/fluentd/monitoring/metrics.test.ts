import { expect, test } from 'vitest';

import { METRIC_TABLE } from '../../../../constructs/fluentd/monitoring/metric-table';
import { METRICS, series } from '../../../../constructs/fluentd/monitoring/metrics';

test('a metric is asked for by its name, with the job and the labels that are given', () => {
  expect(series('lag')).toBe('fluentd_container_logs_lag_bytes{job="fluentd"}');
  expect(series('documents', { route: 'shop', result: 'stored' })).toBe(
    'fluentd_elasticsearch_bulk_documents_total{job="fluentd",route="shop",result="stored"}',
  );
});

test('every metric has a name of its own, with the ending of its kind', () => {
  expect(Object.keys(METRICS)).toEqual(Object.keys(METRIC_TABLE));
  expect(new Set(Object.values(METRICS)).size).toBe(Object.keys(METRICS).length);
  for (const { name, type } of Object.values(METRIC_TABLE)) {
    expect(name).toMatch(type === 'counter' ? /^fluentd_\w+_total$/ : /^fluentd_\w+(?<!_total)$/);
  }
});
