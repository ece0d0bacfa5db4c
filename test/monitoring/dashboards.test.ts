import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { afterAll, expect, test } from 'vitest';

import { DASHBOARDS } from '../../codegen/dashboards/files';
import { findPrometheus } from '../../local/prometheus';
import { run } from '../../local/run';
import { expressions, type TestedDashboard } from '../codegen/dashboards/panels';

const EXPRESSIONS = Object.values(DASHBOARDS).flatMap((dashboard) =>
  expressions(dashboard as unknown as TestedDashboard),
);

const folder = mkdtempSync(join(tmpdir(), 'efk-dashboards-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('Prometheus reads every expression', async () => {
  const { promtool } = await findPrometheus();
  const file = join(folder, 'rules.yaml');
  const rules = EXPRESSIONS.map(({ expr }, index) => ({ record: `dashboards:expression:${index}`, expr }));
  writeFileSync(file, Yaml.stringify({ groups: [{ name: 'dashboards', rules }] }));
  const { code, stdout, stderr } = await run(promtool, ['check', 'rules', file]);
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
});
