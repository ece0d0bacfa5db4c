import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import { type AbnormalLogs, abnormalMistakes, abnormalRule } from '../../../../constructs/fluentd/monitoring/abnormal';

const mistakes = (abnormal: AbnormalLogs) =>
  abnormalMistakes(abnormal)
    .map(({ path, message }) => `${placeOf(path)} ${message}`)
    .join('\n');

test('an error, an exception and a 5xx are abnormal by default', () => {
  expect(mistakes({})).toBe('');
});

test('what cannot work is refused', () => {
  expect(mistakes({ count: 0, within: '59s', where: [], series: 0 })).toMatchInlineSnapshot(`
    "count must be a whole number from 1 to 1000000, got 0; choose one in that range
    within must be from two scrapes (60s) to an hour (3600s), got 59s; change it
    series must be a whole number from 1 to 500, got 0; choose one in that range
    where must not be empty, got [], which no log fulfils; write one, or leave it out"
  `);
  expect(mistakes({ count: 1.5, within: '2h', where: [{}] })).toMatchInlineSnapshot(`
    "count must be a whole number from 1 to 1000000, got 1.5; choose one in that range
    within must be from two scrapes (60s) to an hour (3600s), got 2h; change it
    where[0] must have a condition, got {}, which every line fulfils; write one for a field"
  `);
});

test('the alert names the workload, and leads to its logs', () => {
  expect(abnormalRule({ count: 3, within: '1m' }, 'https://kibana.example.com')).toMatchInlineSnapshot(`
    {
      "action": "See the logs: https://kibana.example.com/app/discover#/?_g=(time:(from:now-15m,to:now))&_a=(query:(language:kuery,query:'{{ if $labels.container }}kubernetes.namespace_name:%22{{ $labels.namespace }}%22%20and%20kubernetes.container_name:%22{{ $labels.container }}%22{{ else }}data_stream.dataset:%22{{ $labels.route }}%22{{ end }}'))",
      "alert": "AbnormalLogs",
      "expr": "sum by (route, namespace, container) (fluentd_log_metrics_abnormal_logs{job="fluentd"}) >= 3",
      "severity": "critical",
      "summary": "{{ if $labels.container }}{{ $labels.namespace }}/{{ $labels.container }} has written{{ else }}Inputs of the route {{ $labels.route }} have sent{{ end }} {{ $value }} abnormal logs within 1m",
    }
  `);
  expect(abnormalRule({}).action).toBe('See the logs of the last minutes: errors, exceptions, responses of 5xx');
});
