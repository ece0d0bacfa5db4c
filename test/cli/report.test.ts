import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { sizingReportText } from '../../constructs/elasticsearch';
import { environmentNamed, environmentSizing } from '../../environments';
import { efk, REPOSITORY } from './shared/efk';

let folder: string;
let prices: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  prices = join(folder, 'prices.yaml');
  writeFileSync(prices, 'currency: EUR\ncore: 25\nmemoryGiB: 3.5\ndiskGiB: { default: 0.1 }\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a report of production', () => {
  const capacity = environmentSizing(environmentNamed('production'));

  test('in JSON has everything that is known', () => {
    const { code, stdout } = efk(['report', 'production', '--json', '--prices', prices]);
    const [report, ...others] = JSON.parse(stdout).environments;

    expect(code).toBe(0);
    expect(others).toEqual([]);
    expect(report.capacity).toEqual(capacity);
    expect(report.routes.map(({ pattern }: { pattern: string }) => pattern)).toContain('logs-payments-*');
    expect(report.lossBudget).toMatchObject({ bytesPerSecond: 102_400 });
    const { bufferBytes, seconds, fluentdSeconds } = report.lossBudget;
    expect(fluentdSeconds).toBe(Math.floor((40 * 2 ** 20) / 102_400));
    expect(seconds).toBe(Math.floor(bufferBytes / 102_400 / 3.5 + (40 * 2 ** 20) / 102_400));
    expect(report.certificates[0]).toMatchObject({ duration: '26280h' });
    expect(report.images.length).toBeGreaterThan(2);
    expect(report.cost.total).toBeCloseTo(report.cost.cpu + report.cost.memory + report.cost.disk);
  });

  test('in text and Markdown says whether the logs fit', () => {
    const text = sizingReportText(capacity).trimEnd();
    expect(efk(['report', 'production']).stdout).toContain(`Capacity\n${text.replaceAll(/^/gm, '  ')}\n`);
    expect(efk(['report', 'production', '--format', 'markdown']).stdout).toContain(
      `### Capacity\n\n\`\`\`text\n${text}\n\`\`\`\n`,
    );
  });
});

test('what only the environments of this repository say is not said of the manifests of another', () => {
  const other = mkdtempSync(join(tmpdir(), 'report-'));
  cpSync(join(REPOSITORY, 'manifests/dev'), join(other, 'manifests/dev'), { recursive: true });
  const { code, stdout } = efk(['report', 'dev', '--json'], other);
  rmSync(other, { recursive: true });
  const [report] = JSON.parse(stdout).environments;

  expect(code).toBe(0);
  expect(report).toMatchObject({ environment: 'dev', capacity: null });
});

test('what cannot be read is one sentence and exit code 2', () => {
  const error = (...args: string[]) => efk(['report', ...args]);
  expect(error('prod')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      "error: [environment] must be one of dev, production, staging, got 'prod'; choose one, or run `npm run synth` first\n",
  });
  expect(error('dev', '--prices', 'nowhere.yaml')).toEqual({
    code: 2,
    stdout: '',
    stderr: "error: [--prices] must be a file that can be read, got 'nowhere.yaml'; correct the path\n",
  });
  expect(error('dev', '--nodes', '0')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(
      /^error: option '--nodes <count>' argument '0' is invalid\. It must be a whole number/,
    ),
  });
  expect(efk(['report'], folder)).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'error: [manifests] must hold the manifests of an environment, got none; run `npm run synth` in the folder of the project\n',
  });
});
