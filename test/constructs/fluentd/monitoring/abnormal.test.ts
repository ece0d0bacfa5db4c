import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import { render } from '../../../../constructs/fluentd/conf';
import {
  type AbnormalLogs,
  abnormalMistakes,
  abnormalRule,
  logMetrics,
} from '../../../../constructs/fluentd/monitoring/abnormal';

const mistakes = (abnormal: AbnormalLogs) =>
  abnormalMistakes(abnormal)
    .map(({ path, message }) => `${placeOf(path)} ${message}`)
    .join('\n');

test('without a definition nothing is counted', () => {
  expect(logMetrics(undefined)).toEqual([]);
});

test('an error, an exception and a 5xx are abnormal by default', () => {
  expect(mistakes({})).toBe('');
  const [stage] = logMetrics({});
  expect(render(stage?.directives(() => '@LOGS') ?? [])).toMatchInlineSnapshot(`
    "# Counts logs by their level, and the abnormal ones of the last minutes
    <filter **>
      @type log_metrics
      within 3m
      <abnormal>
        where '{"log.level":["error","critical","alert","emergency","fatal"]}'
      </abnormal>
      <abnormal>
        where '{"http.response.status_code":{"at_least":500}}'
      </abnormal>
      <abnormal>
        where '{"error.type":{"matches":"[^\\\\\\\\t-\\\\\\\\r \\\\\\\\u{a0}\\\\\\\\u{1680}\\\\\\\\u{2000}-\\\\\\\\u{200a}\\\\\\\\u{2028}-\\\\\\\\u{2029}\\\\\\\\u{202f}\\\\\\\\u{205f}\\\\\\\\u{3000}\\\\\\\\u{feff}]"}}'
      </abnormal>
      <abnormal>
        where '{"error.stack_trace":{"matches":"[^\\\\\\\\t-\\\\\\\\r \\\\\\\\u{a0}\\\\\\\\u{1680}\\\\\\\\u{2000}-\\\\\\\\u{200a}\\\\\\\\u{2028}-\\\\\\\\u{2029}\\\\\\\\u{202f}\\\\\\\\u{205f}\\\\\\\\u{3000}\\\\\\\\u{feff}]"}}'
      </abnormal>
      <abnormal>
        where '{"message":{"matches":"\\\\\\\\n"}}'
      </abnormal>
    </filter>
    "
  `);
  expect(Object.keys(stage?.footprint?.().rubyFiles ?? {})).toContain('abnormal_logs.rb');
});

test('what cannot work is refused', () => {
  expect(mistakes({ count: 0, within: '59s', where: [] })).toMatchInlineSnapshot(`
    "count must be a whole number from 1 to 1000000, got 0; choose one in that range
    within must be from two scrapes (60s) to an hour (3600s), got 59s; change it
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
      "action": "See its logs: https://kibana.example.com/app/discover#/?_g=(time:(from:now-15m,to:now))&_a=(query:(language:kuery,query:'kubernetes.namespace_name:%22{{ $labels.namespace }}%22%20and%20kubernetes.container_name:%22{{ $labels.container }}%22'))",
      "alert": "AbnormalLogs",
      "expr": "sum by (route, namespace, container) (fluentd_log_metrics_abnormal_logs{job="fluentd"}) >= 3",
      "severity": "critical",
      "summary": "{{ $labels.namespace }}/{{ $labels.container }} has written {{ $value }} abnormal logs within 1m",
    }
  `);
  expect(abnormalRule({}).action).toBe('See its logs of the last minutes: errors, exceptions, responses of 5xx');
});
