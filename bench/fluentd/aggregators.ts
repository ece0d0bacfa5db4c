import { parseArgs } from 'node:util';

import { findFluentd } from '../../local/fluentd';
import { median } from '../measure';
import type { Logs } from './logs';
import { tierTrial, WAYS, type WayResult } from './tier-trial';

/** What a way over aggregators must reach: times the lines per second of processor time without them. */
const LEAST = 0.7;

const { rounds: roundsText, lines } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, lines: { type: 'string', default: '200000' } },
}).values;
const rounds = Number(roundsText);

/** The mixed load: of 100 lines 70 are JSON, 25 plain text, and 5 stack traces. */
const MIXED: Logs = { files: 8, lines: Number(lines) };

void main();

/** Compares both ways in the same rounds, so that a machine that slows down slows down both. */
async function main(): Promise<void> {
  const report = (line: string) => console.error(line);
  const runtime = await findFluentd({ report });
  const ruby = await runtime.run('ruby', [
    '-e',
    'print RUBY_VERSION, defined?(RubyVM::YJIT) ? " with YJIT" : " without YJIT"',
  ]);
  const results = WAYS.map((): WayResult[] => []);
  for (let round = 1; round <= rounds; round++) {
    for (const [index, way] of WAYS.entries()) {
      const result = await tierTrial(way, MIXED);
      results[index]?.push(result);
      report(`round ${round} of ${rounds}: ${way.name}, ${result.cpuSeconds.toFixed(2)} s`);
    }
  }
  console.log(`${runtime.description.split(' in ')[0]}, Ruby ${ruby.stdout}; medians of ${rounds} rounds`);
  console.table(WAYS.map(({ name }, index) => ({ way: name, ...row(results[index] ?? []) })));
  const [direct = [], over = []] = results;
  const ratios = direct.map(({ cpuSeconds }, round) => cpuSeconds / (over[round]?.cpuSeconds ?? Number.NaN));
  const ratio = median(ratios);
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)].map((value) => value.toFixed(2));
  console.log(`ratio ${ratio.toFixed(2)} (${low} to ${high}); target: at least ${LEAST}`);
  console.log(
    ratio >= LEAST ? 'The target is met.' : `MISSED: ${LEAST} times the lines per CPU second without aggregators`,
  );
  process.exitCode = ratio >= LEAST ? 0 : 1;
}

function row(results: readonly WayResult[]) {
  const of = (value: (result: WayResult) => number) => median(results.map(value));
  const perLine = (value: (result: WayResult) => number) =>
    Math.round(of((result) => (value(result) / result.lines) * 1e6) * 10) / 10;
  return {
    'CPU us per line': perLine(({ cpuSeconds }) => cpuSeconds),
    'of which on the node': perLine(({ agentSeconds }) => agentSeconds),
    'lines per CPU s': Math.round(of(({ lines: count, cpuSeconds }) => count / cpuSeconds)),
    'memory MiB': Math.round(of(({ memory }) => memory)),
    requests: of(({ requests }) => requests),
    'MB sent': Math.round(of(({ sentBytes }) => sentBytes) / 1e6),
  };
}
