// Gets the components that suites of tests run for real. Writes which suites are not run on this machine, for the summary, and
// which could not be prepared although their component can be had.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notRunHere, type Suite, suites } from '../test/suites';

/** What became of a suite's component: it is there, it cannot be had on this machine, or getting it failed. */
type Outcome = { readonly folder: string; readonly notRun?: string; readonly failed?: string };

async function outcomeOf(suite: Suite): Promise<Outcome> {
  const { folder, prepare } = suite;
  const notRun = await notRunHere(suite);
  if (notRun !== undefined) return { folder, notRun };
  try {
    await prepare?.(console.log);
    return { folder };
  } catch (error) {
    return { folder, failed: error instanceof Error ? error.message : String(error) };
  }
}

async function main(results: string): Promise<void> {
  const outcomes: Record<string, Outcome> = {};
  for (const [name, suite] of Object.entries<Suite>(suites)) {
    const outcome = await outcomeOf(suite);
    outcomes[name] = outcome;
    if (outcome.notRun) console.log(outcome.notRun);
    if (outcome.failed) console.error(outcome.failed);
  }
  writeFileSync(join(results, 'components.json'), JSON.stringify(outcomes, null, 2));
  const failed = Object.keys(outcomes).filter((name) => outcomes[name]?.failed);
  writeFileSync(join(results, 'arguments'), failed.map((name) => `--project=!${name}\n`).join(''));
  if (failed.length > 0) process.exitCode = 1;
}

main(process.argv[2] ?? '.');
