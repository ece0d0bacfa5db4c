import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Yaml } from 'cdk8s';
import { load } from 'js-yaml';
import { afterAll, expect, test } from 'vitest';

import { METRICS } from '../../constructs/fluentd/monitoring/metrics';
import { findPrometheus } from '../../local/prometheus';
import { run } from '../../local/run';
import { askedMetrics } from '../codegen/dashboards/promql';
import { fencesOf } from '../rules/markdown';
import { ROOT } from '../rules/source-tree';

const folder = mkdtempSync(join(tmpdir(), 'efk-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Folder of the guide's Prometheus with what it gets from us. */
const MOUNTED = '/etc/prometheus/logging';

test('Alertmanager takes the values of the guide', async () => {
  const { alertmanager } = await findPrometheus();
  const { alertmanager: values } = load(fence('values.yaml')) as { alertmanager: { config: object } };
  await checked(
    join(dirname(alertmanager), 'amtool'),
    'check-config',
    written('alertmanager.yml', Yaml.stringify(values.config)),
  );
});

test('Prometheus takes its configuration', async () => {
  const { promtool } = await findPrometheus();
  written('ca.crt', '');
  written('logging.rules.yaml', Yaml.stringify({ groups: [] }));
  // That of Debian is built without the discovery of Kubernetes.
  const text = fence('prometheus.yml')
    .replaceAll(MOUNTED, folder)
    .replace(/kubernetes_sd_configs:\n.*\n.*\n/, 'static_configs: []\n');
  await checked(promtool, 'check', 'config', written('prometheus.yml', text));
});

test('Prometheus takes the recorded series, and they are made of metrics that there are', async () => {
  const { promtool } = await findPrometheus();
  const text = fence('recording.rules.yaml');
  await checked(promtool, 'check', 'rules', written('recording.rules.yaml', text));
  const { groups } = load(text) as { groups: { rules: { expr: string }[] }[] };
  const asked = groups.flatMap(({ rules }) => rules.flatMap(({ expr }) => askedMetrics(expr)));
  const known: readonly string[] = Object.values(METRICS);
  expect(asked.filter(({ metric }) => !known.includes(metric))).toEqual([]);
});

/** The block of the guide with this title. */
function fence(title: string): string {
  const guide = readFileSync(join(ROOT, 'docs/monitoring.md'), 'utf8');
  const found = fencesOf('docs/monitoring.md', guide).find(({ attributes }) => attributes.title === title);
  expect(found, title).toBeDefined();
  return found?.text ?? '';
}

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function checked(program: string, ...args: string[]): Promise<void> {
  const { code, stdout, stderr } = await run(program, args);
  expect({ code }, stdout + stderr).toEqual({ code: 0 });
}
