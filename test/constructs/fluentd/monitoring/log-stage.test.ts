import { expect, test } from 'vitest';

import { render } from '../../../../constructs/fluentd/conf';
import { asksForTreatments, type CountedLogs, logStages } from '../../../../constructs/fluentd/monitoring/log-stage';

const rendered = (counted: CountedLogs) =>
  render(logStages(counted).flatMap((stage) => stage.directives(() => '@LOGS')));

test('without a definition nothing is counted', () => {
  expect(logStages({})).toEqual([]);
});

test('what is abnormal by default', () => {
  const [stage] = logStages({ abnormal: {} });
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

test("metrics of one's own, with all that they may say", () => {
  const logMetrics = [
    {
      name: 'requests',
      routes: ['shop'],
      treatments: ['access'],
      where: { 'http.response.status_code': { atLeast: 100 } },
      by: ['statusClass', 'path', { label: 'region', field: 'json.region', values: ['eu', 'us'] }],
      paths: ['/orders/:id', '/static/*'],
      series: 50,
    },
    { name: 'took', buckets: [0.1, 1] },
  ] as const;
  expect(rendered({ logMetrics })).toMatchInlineSnapshot(`
    "# Counts what logs say
    <filter **>
      @type log_metrics
      <metric requests>
        routes '["shop"]'
        treatments '["access"]'
        where '{"http.response.status_code":{"at_least":100}}'
        by '["status_class","path"]'
        paths '["/orders/:id","/static/*"]'
        max_series 50
        <field region>
          name json.region
          values '["eu","us"]'
        </field>
      </metric>
      <metric took>
        buckets '["0.1","1"]'
        max_series 8
      </metric>
    </filter>
    "
  `);
  expect([asksForTreatments({ logMetrics }), asksForTreatments({ logMetrics: logMetrics.slice(1) })]).toEqual([
    true,
    false,
  ]);
});

test('the bound of the series is said if it is another one', () => {
  expect(rendered({ abnormal: { series: 100 } })).toContain('\n  max_series 100\n');
});
