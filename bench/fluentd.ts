import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

import { findFluentd } from '../local/fluentd';
import { growth, KINDS } from './fluentd/growth';
import type { Logs } from './fluentd/logs';
import { cpuSeconds, inTurn, type Measured, memory, ratios, speed } from './fluentd/rounds';
import { ours, STAGES, STOCK } from './fluentd/subjects';
import { median } from './measure';

/** What the collector must reach; `npm run bench:fluentd` fails when it does not. */
const TARGETS = {
  /** Times the speed of the official image, in events per second of processor time. */
  ratio: 2,

  /** Times what a line costs with one route or treatment, with a thousand of them. */
  growth: 1.05,
};

/** The mixed load: of 100 lines 70 are JSON, 25 plain text, and 5 stack traces. */
const MIXED: Logs = { files: 8, lines: 200_000 };

/** Nearly nothing, so that what is left is the start. */
const START: Logs = { files: 8, lines: 8 };

const {
  rounds: roundsText,
  json,
  only,
  growth: kinds,
} = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    growth: { type: 'string', default: KINDS.join() },
    only: { type: 'string', default: 'comparison,stages,growth' },
  },
}).values;
const rounds = Number(roundsText);
const report = (line: string) => console.error(line);

void main();

async function main(): Promise<void> {
  const runtime = await findFluentd({ report });
  const ruby = await runtime.run('ruby', [
    '-e',
    'print RUBY_VERSION, defined?(RubyVM::YJIT) ? " with YJIT" : " without YJIT"',
  ]);
  const machine = `${runtime.description.split(' in ')[0]}, Ruby ${ruby.stdout}, node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}`;
  const parts = new Set(only.split(','));
  const figures = {
    machine,
    ...(parts.has('comparison') && { comparison: await comparison() }),
    ...(parts.has('stages') && { stages: await stages() }),
    ...(parts.has('growth') && { growth: await growth(new Set(kinds.split(',')), rounds, report) }),
  };
  if (json) console.log(JSON.stringify(figures, null, 2));
  else print(figures);
  const missed = missedTargets(figures);
  if (!json) console.log(missed.length === 0 ? 'The targets are met.' : `MISSED: ${missed.join('; ')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

/** What was measured and is not as it must be. */
function missedTargets({ comparison: compared, growth: grown = [] }: Figures): string[] {
  const slow = compared && compared.ratio.median < TARGETS.ratio;
  const steep = grown.filter(({ times = 1 }) => times > TARGETS.growth);
  return [
    ...(slow ? [`at least ${TARGETS.ratio} times the speed of the official image`] : []),
    ...steep.map(({ by }) => `a line costs at most ${TARGETS.growth} times as much with 1,000 ${by} as with one`),
  ];
}

/** The mixed load with the official image and with the default pipeline, with the start of Fluentd and without. */
async function comparison() {
  const subjects = [STOCK, ours()];
  const [stock, mine] = (await inTurn(subjects, MIXED, rounds, report)) as [Measured, Measured];
  const starts = await inTurn(subjects, START, Math.min(rounds, 3), report);
  const rows = [stock, mine].map((measured, index) => {
    const start = starts[index];
    const startSeconds = start ? cpuSeconds(start) : Number.NaN;
    return {
      configuration: measured.subject.name,
      'CPU s': round(cpuSeconds(measured)),
      'of which start': round(startSeconds),
      'lines per CPU s': Math.round(speed(measured)),
      '... after the start': Math.round((measured.results[0]?.lines ?? 0) / (cpuSeconds(measured) - startSeconds)),
      'memory MiB': Math.round(memory(measured)),
    };
  });
  const each = ratios(mine, stock);
  return { rows, ratio: { min: Math.min(...each), median: median(each), max: Math.max(...each) } };
}

/** What each stage costs: the difference to the pipeline without it. */
async function stages() {
  const start = await inTurn([ours({}, 'start')], START, Math.min(rounds, 3), report);
  const measured = [...start, ...(await inTurn(STAGES, MIXED, rounds, report))];
  const whole = cpuSeconds(measured.at(-1) as Measured);
  return measured.map((now, index) => {
    const before = measured[index - 1];
    const seconds = cpuSeconds(now) - (before ? cpuSeconds(before) : 0);
    return { stage: now.subject.name, 'CPU s': round(seconds), '%': Math.round((100 * seconds) / whole) };
  });
}

interface Figures {
  readonly machine: string;
  readonly comparison?: Awaited<ReturnType<typeof comparison>>;
  readonly stages?: Awaited<ReturnType<typeof stages>>;
  readonly growth?: Awaited<ReturnType<typeof growth>>;
}

function print({ machine, comparison: compared, stages: costs, growth: grown }: Figures): void {
  console.log(machine);
  if (compared) {
    const { min, median: middle, max } = compared.ratio;
    console.log(`\nMixed load of ${MIXED.lines} lines in ${MIXED.files} files, medians of ${rounds} rounds`);
    console.table(compared.rows);
    console.log(
      `ratio ${middle.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)}); target: at least ${TARGETS.ratio}`,
    );
  }
  if (costs) {
    console.log('\nWhat each stage of the pipeline costs on the same load');
    console.table(costs);
  }
  for (const { by, rows } of grown ?? []) {
    console.log(`\nGrowth with ${by}, without the start; ${rounds} rounds`);
    console.table(rows);
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
