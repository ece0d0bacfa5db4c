import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { RuleGroup } from '../../constructs/core';
import { EXPORTER_METRICS, elasticsearchRules } from '../../constructs/elasticsearch';
import { abnormalRule, CANARY_RULES, COLLECTOR_RULES } from '../../constructs/fluentd';
import { aggregatorRules } from '../../constructs/fluentd/monitoring/rules/aggregator-rules';
import { certManagerRules, PLATFORM_METRICS, ruleFile, workloadRules } from '../../constructs/monitoring';
import { findPrometheus } from '../../local/prometheus';
import { run } from '../../local/run';
import type { FiringCase, RuleCase, RuleCases } from './cases/case';
import { COLLECTOR_CASES } from './cases/collector';
import { ELASTICSEARCH_CASES } from './cases/elasticsearch';
import { INPUT_CASES } from './cases/inputs';
import { PLATFORM_CASES } from './cases/platform';
import { SENDING_CASES } from './cases/sending';

const RUNBOOKS = 'https://example.com/runbooks';
const GROUPS: readonly RuleGroup[] = [
  ...COLLECTOR_RULES,
  aggregatorRules({ namespace: 'logging', name: 'fluentd-aggregator' }),
  { name: 'abnormal-logs', runbook: 'collector.md', rules: [abnormalRule({}, 'https://kibana.example.com')] },
  CANARY_RULES,
  ...elasticsearchRules({ nodes: 3, snapshotPolicies: ['logs-standard', 'logs-audit'] }),
  workloadRules({
    kibana: { namespace: 'logging', name: 'kibana' },
    provisioner: { namespace: 'logging', name: 'provisioner' },
    fluentd: { namespace: 'logging-agents', name: 'fluentd' },
    aggregators: { namespace: 'logging', name: 'fluentd-aggregator' },
  }),
  certManagerRules(['fluentd-tls', 'elasticsearch-http-tls']),
];
const RULE_CASES: RuleCases = {
  ...COLLECTOR_CASES,
  ...SENDING_CASES,
  ...INPUT_CASES,
  ...ELASTICSEARCH_CASES,
  ...PLATFORM_CASES,
};
const ALERTS = GROUPS.flatMap(({ rules, runbook }) =>
  rules.flatMap((rule) => ('alert' in rule ? [{ ...rule, runbook }] : [])),
);

const folder = mkdtempSync(join(tmpdir(), 'efk-rules-'));
let promtool = '';
let failures: ReadonlyMap<string, string>;

beforeAll(async () => {
  promtool = (await findPrometheus()).promtool;
  writeFileSync(join(folder, 'rules.yaml'), Yaml.stringify(ruleFile(GROUPS, RUNBOOKS)));
  failures = await failuresOf(tests());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('Prometheus reads the rules, and its linter has nothing to say', async () => {
  const { code, stdout, stderr } = await run(promtool, [
    'check',
    'rules',
    '--lint=all',
    '--lint-fatal',
    join(folder, 'rules.yaml'),
  ]);
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
});

test('every alert has both cases, and a runbook', () => {
  expect(Object.keys(RULE_CASES).sort()).toEqual(ALERTS.map(({ alert }) => alert).sort());
  for (const { alert, runbook = '' } of ALERTS) {
    expect(readFileSync(join(__dirname, '../../docs/runbooks', runbook), 'utf8')).toContain(`\n## ${alert}\n`);
  }
});

// The exporter and the others cannot be run here: what they serve is read from their sources and guides.
test.each([
  ['the exporter', EXPORTER_METRICS, 'exporter-metrics.txt'],
  ['Kubernetes and cert-manager', PLATFORM_METRICS, 'platform-metrics.txt'],
])('rules of %s ask for metrics that there are', (_, metrics, file) => {
  const served = readFileSync(join(__dirname, file), 'utf8').split('\n');
  expect(Object.values(metrics).filter((name) => !served.includes(name))).toEqual([]);
  const asked = JSON.stringify(GROUPS).match(/\b(elasticsearch|kube|certmanager)_\w+/g) ?? [];
  const known: string[] = [...Object.values(EXPORTER_METRICS), ...Object.values(PLATFORM_METRICS)];
  expect([...new Set(asked)].filter((name) => !known.includes(name))).toEqual([]);
});

describe.each(ALERTS.map(({ alert }) => alert))('%s', (alert) => {
  test('fires, and says what is wrong', () => expect(failures.get(`${alert} fires`)).toBeUndefined());

  test('does not when nothing is wrong yet, or any more', () =>
    expect(failures.get(`${alert} is quiet`)).toBeUndefined());

  test.each(Object.keys(RULE_CASES[alert]?.alsoFires ?? {}))('does so for %s', (what) =>
    expect(failures.get(`${alert} fires for ${what}`)).toBeUndefined(),
  );

  test.each(Object.keys(RULE_CASES[alert]?.alsoQuiet ?? {}))('does not for %s', (what) =>
    expect(failures.get(`${alert} is quiet for ${what}`)).toBeUndefined(),
  );
});

/** A test of promtool, with what it is evaluated at. */
interface Tested {
  readonly name: string;
  readonly case: RuleCase;
  readonly alertname: string;
  readonly exp_alerts: readonly object[];
}

function tests(): Tested[] {
  return ALERTS.flatMap(({ alert, severity, action, runbook }) => {
    const { fires, quiet, alsoFires = {}, alsoQuiet = {} } = RULE_CASES[alert] ?? {};
    if (!fires || !quiet) return [];
    const firing = (name: string, each: FiringCase) => {
      const { summary, labels = {} } = each;
      const exp_annotations = {
        summary,
        description: shown(action, labels),
        runbook_url: `${RUNBOOKS}/${runbook}#${alert.toLowerCase()}`,
      };
      const exp_alerts = [{ exp_labels: { severity, ...labels }, exp_annotations }];
      return { name, case: each, alertname: alert, exp_alerts };
    };
    return [
      firing(`${alert} fires`, fires),
      ...Object.entries(alsoFires).map(([what, also]) => firing(`${alert} fires for ${what}`, also)),
      { name: `${alert} is quiet`, case: quiet, alertname: alert, exp_alerts: [] },
      ...Object.entries(alsoQuiet).map(([what, also]) => ({
        name: `${alert} is quiet for ${what}`,
        case: also,
        alertname: alert,
        exp_alerts: [],
      })),
    ];
  });
}

/** What promtool has to say against tests, by their names; all in one go, since a start of it takes longer than a test. */
async function failuresOf(all: readonly Tested[]): Promise<Map<string, string>> {
  const failed = new Map<string, string>();
  for (const every of new Set(all.map((each) => each.case.every ?? '1m'))) {
    const file = join(folder, `tests-${every}.yaml`);
    const ours = all.filter((each) => (each.case.every ?? '1m') === every);
    const alerts = new Set(ours.map(({ alertname }) => alertname));
    const groups = GROUPS.filter(({ rules }) => rules.some((rule) => 'alert' in rule && alerts.has(rule.alert)));
    writeFileSync(join(folder, `rules-${every}.yaml`), Yaml.stringify(ruleFile(groups, RUNBOOKS)));
    writeFileSync(
      file,
      Yaml.stringify({
        rule_files: [`rules-${every}.yaml`],
        evaluation_interval: every === '1m' ? '30s' : every,
        tests: ours.map(({ name, case: { series, at }, alertname, exp_alerts }) => ({
          name,
          interval: every,
          input_series: Object.entries(series).map(([series, values]) => ({ series, values })),
          alert_rule_test: [{ eval_time: at, alertname, exp_alerts }],
        })),
      }),
    );
    const { code, stdout, stderr } = await run(promtool, ['test', 'rules', file]);
    const output = stdout + stderr;
    const blocks = [...output.matchAll(/name: (.+?),?\n(?:(?! +name: )[^\n]*\n)*/g)];
    for (const [block, name = ''] of blocks) failed.set(name, block);
    if (code !== 0 && blocks.length === 0) throw new Error(output);
  }
  return failed;
}

/** A text with labels in it, as an alert shows it. */
function shown(text: string, labels: Readonly<Record<string, string>>): string {
  return text
    .replace(/\{\{ if \$labels\.(\w+) \}\}(.*?)\{\{ else \}\}(.*?)\{\{ end \}\}/g, (_, name: string, there, not) =>
      labels[name] ? there : not,
    )
    .replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, name: string) => labels[name] ?? '');
}
