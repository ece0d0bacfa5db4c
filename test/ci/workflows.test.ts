import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { engines } from '../../package.json';
import { ROOT } from '../rules/source-tree';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: unknown;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows';
const names = readdirSync(join(ROOT, FOLDER));
const workflow = (name: string): Workflow => parse(read(join(FOLDER, name)));
const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each(names)('%s', (name) => {
  const { jobs, permissions } = workflow(name);

  test('may read the repository and write no content', () => {
    expect(permissions?.contents).toBe('read');
    expect(Object.values(jobs).filter((job) => job.permissions !== undefined)).toEqual([]);
  });

  test('ends, even when a step hangs', () => {
    expect(Object.values(jobs).filter((job) => job['timeout-minutes'] === undefined)).toEqual([]);
  });

  test('names the version of every action', () => {
    const actions = stepsOf({ jobs }).flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@v\d+$/.test(action))).toEqual([]);
  });
});

describe('ci.yml', () => {
  const ci = workflow('ci.yml');

  test('runs what a contributor runs, and everything', () => {
    expect(stepsOf(ci).flatMap(({ run }) => run ?? [])).toEqual(['npm ci', 'npm run check', '.ci/run']);
  });

  test('starts with the oldest Node that the package supports, and has that of .nvmrc', () => {
    const versions = ci.jobs.check?.strategy?.matrix.node ?? [];
    expect(`>=${versions[0]}`).toBe(engines.node);
    expect(versions).toContain(Number(read('.nvmrc')));
  });

  test('has the history in which the last release is found', () => {
    const checkouts = stepsOf(ci).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.map((step) => step.with?.['fetch-depth'])).toEqual([0, 0]);
  });
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
