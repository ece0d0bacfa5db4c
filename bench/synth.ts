import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

import { manyTeams } from './many-teams';
import { steepestSlope } from './measure';
import { type Comparison, compareInProcess, compareProcesses, growth, peakMemory } from './measurements';

/** What a synthesis may cost; `npm run bench` fails when one is missed. */
const TARGETS = {
  /** Times the floor, in this process, for every environment. */
  ratio: 2,
  /** Time and size by number of routes, on logarithmic scales: 1 is in proportion. */
  slope: 1.1,
  /** Checks and synthesis of a thousand routes and a thousand treatments, in milliseconds. */
  manyTeams: 1_000,
  /** Memory of a process that synthesises all environments, in MB. */
  peakMemory: 300,
};

const { json } = parseArgs({ options: { json: { type: 'boolean', default: false } } }).values;

const environments = compareInProcess();
const wholeProcess = compareProcesses();
const routes = growth();
const slopes = {
  milliseconds: steepestSlope(routes.map(({ routes: x, milliseconds: y }) => ({ x, y }))),
  bytes: steepestSlope(routes.map(({ routes: x, bytes: y }) => ({ x, y }))),
};
const teams = manyTeams();
const most = teams.at(-1)?.milliseconds ?? Number.NaN;
const slopeOfTeams = steepestSlope(teams.map(({ teams: x, milliseconds: y }) => ({ x, y })));
const peakMegabytes = peakMemory();

const missed = [
  ...environments
    .filter((comparison) => ratio(comparison) > TARGETS.ratio)
    .map(
      (comparison) =>
        `${comparison.name} takes ${ratio(comparison).toFixed(2)} times the floor (at most ${TARGETS.ratio})`,
    ),
  ...Object.entries(slopes)
    .filter(([, slope]) => slope > TARGETS.slope)
    .map(([what, slope]) => `${what} by routes have slope ${slope.toFixed(2)} (at most ${TARGETS.slope})`),
  ...(most <= TARGETS.manyTeams
    ? []
    : [`1,000 routes and treatments take ${most.toFixed(0)} ms (at most ${TARGETS.manyTeams})`]),
  ...(slopeOfTeams > TARGETS.slope
    ? [`milliseconds by routes and treatments have slope ${slopeOfTeams.toFixed(2)} (at most ${TARGETS.slope})`]
    : []),
  ...(peakMegabytes > TARGETS.peakMemory
    ? [`a synthesis takes ${peakMegabytes.toFixed(0)} MB (at most ${TARGETS.peakMemory})`]
    : []),
];

if (json) {
  console.log(
    JSON.stringify(
      { environments, wholeProcess, routes, slopes, teams, peakMegabytes, targets: TARGETS, missed },
      null,
      2,
    ),
  );
} else {
  console.log(`node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}\n`);
  console.log(`Synthesis in one process, medians; target: at most ${TARGETS.ratio} times the floor`);
  console.table(environments.map(row));
  console.log(
    'Whole process with all environments, medians; no target, because starting tsx and loading modules dominate',
  );
  console.table([row(wholeProcess)]);
  console.log(`Growth with log routes; target: slope at most ${TARGETS.slope}`);
  console.table(
    routes.map(({ routes: count, milliseconds, bytes }) => ({ routes: count, ms: round(milliseconds), bytes })),
  );
  console.log(`slope of time ${slopes.milliseconds.toFixed(2)}, of bytes ${slopes.bytes.toFixed(2)}\n`);
  console.log(`Growth with routes and treatments; target: at most ${TARGETS.manyTeams} ms for 1,000 of both`);
  console.table(
    teams.map(({ teams: count, checkMilliseconds, milliseconds }) => ({
      'routes and treatments': count,
      'ms to check': round(checkMilliseconds),
      'ms to check and synthesise': round(milliseconds),
    })),
  );
  console.log(`slope of time ${slopeOfTeams.toFixed(2)}\n`);
  console.log(`Peak memory ${peakMegabytes.toFixed(0)} MB; target: at most ${TARGETS.peakMemory} MB\n`);
  console.log(missed.length === 0 ? 'Every target is met.' : missed.map((target) => `MISSED: ${target}`).join('\n'));
}
process.exitCode = missed.length === 0 ? 0 : 1;

function row(comparison: Comparison) {
  const { name, bytes, milliseconds, floorMilliseconds } = comparison;
  return {
    name,
    bytes,
    ms: round(milliseconds),
    'floor ms': round(floorMilliseconds),
    ratio: round(ratio(comparison)),
  };
}

function ratio({ milliseconds, floorMilliseconds }: Comparison): number {
  return milliseconds / floorMilliseconds;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
