import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { runIn, succeeded } from './consumer';

const REPOSITORY = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'efk-api-'));

// Not committed: it would change with every comment. `npm run docs:api` writes it, and this says that it can.
beforeAll(async () => {
  succeeded(await runIn(REPOSITORY, join(REPOSITORY, 'node_modules/.bin/typedoc'), '--out', folder));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the reference has a page for every entry and every construct', () => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const entry of ['index', 'environments', 'stacks', 'secrets', 'policies', 'pulumi']) {
    expect(pages).toContain(join(entry, 'README.md'));
  }
  for (const construct of ['Elasticsearch', 'Fluentd', 'Kibana', 'Provisioner']) {
    expect(pages).toContain(join('index', 'classes', `${construct}.md`));
  }
});

test('a prop has its comment and its default', () => {
  const page = readFileSync(join(folder, 'index/interfaces/FluentdProps.md'), 'utf8');
  expect(page).toContain('Disk of each node that logs may take while Elasticsearch is away.');
  expect(page).toMatch(/Default[\s\S]+'2Gi'/);
});
