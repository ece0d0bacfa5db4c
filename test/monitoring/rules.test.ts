import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { abnormalRule, COLLECTOR_RULES } from '../../constructs/fluentd';
import { ruleFile } from '../../constructs/monitoring';
import { findPrometheus } from '../../local/prometheus';
import { run } from '../../local/run';
import { RULE_CASES } from './rule-cases';

const RUNBOOKS = 'https://example.com/runbooks';
const GROUPS = [...COLLECTOR_RULES, { name: 'abnormal-logs', rules: [abnormalRule({}, 'https://kibana.example.com')] }];
const ALERTS = GROUPS.flatMap(({ rules }) => rules.flatMap((rule) => ('alert' in rule ? [rule] : [])));

const folder = mkdtempSync(join(tmpdir(), 'efk-rules-'));
let promtool = '';

beforeAll(async () => {
  promtool = (await findPrometheus()).promtool;
  writeFileSync(join(folder, 'rules.yaml'), Yaml.stringify(ruleFile(GROUPS, RUNBOOKS)));
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
  const runbooks = readFileSync(join(__dirname, '../../docs/runbooks.md'), 'utf8');
  expect(Object.keys(RULE_CASES).sort()).toEqual(ALERTS.map(({ alert }) => alert).sort());
  for (const { alert } of ALERTS) expect(runbooks).toContain(`\n## ${alert}\n`);
});

describe.each(ALERTS.map((rule) => [rule.alert, rule] as const))('%s', (alert, { severity, action }) => {
  const { fires, quiet } = RULE_CASES[alert] ?? {};

  test('fires, and says what is wrong', async () => {
    expect(fires).toBeDefined();
    if (!fires) return;
    const annotations = { summary: fires.summary, runbook_url: `${RUNBOOKS}#${alert.toLowerCase()}` };
    const description = shown(action, fires.labels ?? {});
    await holds(fires, alert, [
      { exp_labels: { severity, ...fires.labels }, exp_annotations: { ...annotations, description } },
    ]);
  });

  test('does not when nothing is wrong yet, or any more', async () => {
    expect(quiet).toBeDefined();
    if (quiet) await holds(quiet, alert, []);
  });
});

/** Whether promtool finds these alerts, and no other. */
async function holds(
  { series, at }: { series: Readonly<Record<string, string>>; at: string },
  alertname: string,
  exp_alerts: readonly object[],
): Promise<void> {
  const file = join(folder, `${alertname}-${exp_alerts.length}.yaml`);
  const input_series = Object.entries(series).map(([name, values]) => ({ series: name, values }));
  writeFileSync(
    file,
    Yaml.stringify({
      rule_files: ['rules.yaml'],
      evaluation_interval: '30s',
      tests: [{ interval: '1m', input_series, alert_rule_test: [{ eval_time: at, alertname, exp_alerts }] }],
    }),
  );
  const { code, stdout, stderr } = await run(promtool, ['test', 'rules', file]);
  expect({ code }, stdout + stderr).toEqual({ code: 0 });
}

/** A text with labels in it, as an alert shows it. */
function shown(text: string, labels: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, name: string) => labels[name] ?? '');
}
