import { parseArgs } from 'node:util';

import { findFluentd } from '../../local/fluentd';
import { median } from '../measure';
import { cpuSeconds, inTurn, type Measured, ratios } from './rounds';
import { ours } from './subjects';

/** What counting of what logs say may cost: times the processor time without it. */
const MOST = 1.03;

/** The mixed load, written now: abnormal logs of more than an hour ago do not count, and cost less. */
const MIXED = { files: 8, lines: 200_000, start: BigInt(Date.now()) * 1_000_000n + 1n };

const { rounds } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } }).values;

void main();

/** Compares both in the same rounds, so that a machine that slows down slows down both. */
async function main(): Promise<void> {
  const report = (line: string) => console.error(line);
  await findFluentd({ report });
  const subjects = [ours(), ours({ abnormal: { within: '1h' } }, 'ours, counted')];
  const [plain, counted] = (await inTurn(subjects, MIXED, Number(rounds), report)) as [Measured, Measured];
  const each = ratios(plain, counted);
  console.table(
    [plain, counted].map((measured) => ({
      configuration: measured.subject.name,
      'CPU s': Math.round(100 * cpuSeconds(measured)) / 100,
    })),
  );
  const ratio = median(each);
  console.log(`ratio ${ratio.toFixed(3)} (${Math.min(...each).toFixed(3)} to ${Math.max(...each).toFixed(3)})`);
  console.log(ratio <= MOST ? 'The target is met.' : `MISSED: at most ${MOST} times the time without`);
  process.exitCode = ratio <= MOST ? 0 : 1;
}
