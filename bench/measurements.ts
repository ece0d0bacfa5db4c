import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiObjectProps, App } from 'cdk8s';

import { defineEnvironment, type Environment, environmentNamed, environmentNames } from '../environments';
import { dev } from '../environments/dev';
import { defineStacks, manifests } from '../stacks';
import { type ChartContents, floorManifests } from './floor';
import { median, medianDurations, runProcess } from './measure';

const ROOT = join(__dirname, '..');
const TSX = join(ROOT, 'node_modules', '.bin', 'tsx');

/** A synthesis next to the floor: the same bytes from plain objects. */
export interface Comparison {
  /** What was synthesised. */
  readonly name: string;

  /** Size of the YAML, which is that of the floor as well. */
  readonly bytes: number;

  /** Median duration of the synthesis. */
  readonly milliseconds: number;

  /** Median duration of the floor. */
  readonly floorMilliseconds: number;
}

/** Synthesis of every environment in this process: building the constructs, rendering them and writing YAML to memory. */
export function compareInProcess(): Comparison[] {
  return environmentNames.map((name) => {
    const environment = environmentNamed(name);
    const contents = chartContents(environment);
    const bytes = size(manifests(environment));
    if (size(floorManifests(contents)) !== bytes) throw new Error(`the floor of ${name} has another size`);
    const [milliseconds = 0, floorMilliseconds = 0] = medianDurations(
      [() => manifests(environment), () => floorManifests(contents)],
      40,
      20,
    );
    return { name, bytes, milliseconds, floorMilliseconds };
  });
}

/** `tsx stacks/synth.ts` from start to end, with all environments. */
export function compareProcesses(): Comparison {
  return inTemporaryFolder((folder) => {
    const environments = environmentNames.map(environmentNamed);
    const contents = join(folder, 'contents.json');
    writeFileSync(contents, JSON.stringify(Object.fromEntries(environments.map((e) => [e.name, chartContents(e)]))));
    const [milliseconds = 0, floorMilliseconds = 0] = medianDurations(
      [
        () => runProcess(TSX, [join(ROOT, 'stacks/synth.ts')], { CDK8S_OUTDIR: join(folder, 'synth') }),
        () => runProcess(TSX, [join(ROOT, 'bench/floor-process.ts'), contents, join(folder, 'floor')]),
      ],
      7,
      1,
    );
    const bytes = environments.reduce((sum, environment) => sum + size(manifests(environment)), 0);
    return { name: 'tsx stacks/synth.ts', bytes, milliseconds, floorMilliseconds };
  });
}

/** What a number of log routes costs. */
export interface Growth {
  /** Number of routes. */
  readonly routes: number;

  /** Size of the YAML. */
  readonly bytes: number;

  /** Median duration of the synthesis. */
  readonly milliseconds: number;
}

/** Synthesis of the development environment with ever more routes. */
export function growth(): Growth[] {
  return [1, 10, 100, 1_000].map((routes) => {
    const environment = withRoutes(routes);
    const rounds = routes < 1_000 ? 20 : 5;
    const [milliseconds = 0] = medianDurations([() => manifests(environment)], rounds, 5);
    return { routes, bytes: size(manifests(environment)), milliseconds };
  });
}

function withRoutes(count: number): Environment {
  const named = Array.from({ length: count - 1 }, (_, index) => ({
    name: `team_${index}`,
    namespaces: [`team-${index}`],
    retention: 'standard',
  }));
  return defineEnvironment({ ...dev, routes: [{ name: 'kubernetes', retention: 'standard' }, ...named] });
}

/** Most memory that a synthesis of all environments ever held, in MB; the median of three processes. */
export function peakMemory(): number {
  return inTemporaryFolder((folder) => {
    const args = ['--require', 'tsx/cjs', '--require', './bench/print-peak-memory.ts', 'stacks/synth.ts'];
    const peaks = [1, 2, 3].map(() => {
      const kibibytes = runProcess(process.execPath, args, { CDK8S_OUTDIR: folder }).trim().split('\n').at(-1);
      return (Number(kibibytes) * 1_024) / 1e6;
    });
    return median(peaks);
  });
}

function chartContents(environment: Environment): ChartContents {
  const { charts } = defineStacks(new App(), environment);
  return Object.fromEntries(charts.map((chart) => [chart.node.id, chart.toJson() as ApiObjectProps[]]));
}

function size(files: Readonly<Record<string, string>>): number {
  return Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-efk-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
