import { type Command, Option } from 'commander';

import { readEnvironment } from '../review/manifests/folder';
import { objectsOf } from '../review/manifests/manifest-document';
import { GROUPS, type Group, type ParityDifference, parity } from '../review/parity/parity';
import { valueInWords } from '../review/summary/words';
import { countingObjects } from './shared/progress-line';

interface ParityOptions {
  readonly format: 'text' | 'markdown' | 'json';
  readonly json?: boolean;
}

/** `efk parity`. */
export function registerParity(program: Command): void {
  program
    .command('parity')
    .description('say what differs between two environments: intended sizing, and behaviour')
    .argument('<first>', 'an environment of manifests/')
    .argument('<second>', 'another one')
    .addOption(new Option('-f, --format <format>', 'output').choices(['text', 'markdown', 'json']).default('text'))
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 2 input that cannot be read.

Examples:
  efk parity staging production
  efk parity staging production --format markdown`,
    )
    .action(parityCommand);
}

function parityCommand(first: string, second: string, { format, json }: ParityOptions): void {
  const [a = [], b = []] = countingObjects((counting) =>
    [first, second].map((name) => objectsOf(readEnvironment(process.cwd(), name), counting(name))),
  );
  const differences = parity(a, b);
  if (json || format === 'json') console.log(JSON.stringify({ first, second, differences }, null, 2));
  else if (differences.length === 0) console.log(`${first} and ${second} do not differ`);
  else console.log(GROUPS.flatMap((group) => groupLines(group, differences, format === 'markdown')).join('\n'));
}

function groupLines(group: Group, differences: readonly ParityDifference[], isMarkdown: boolean): string[] {
  const found = differences.filter((difference) => difference.group === group);
  if (found.length === 0) return [];
  const title = `${group} (${group === 'sizing' ? 'intended' : 'behaviour'}): ${found.length}`;
  return [
    ...(isMarkdown ? [`### ${title}`, ''] : [title]),
    ...found.map((difference) => `${isMarkdown ? '-' : ' '} ${line(difference)}`),
    '',
  ];
}

function line({ object, path, first, second, lines }: ParityDifference): string {
  if (lines.length > 0) return `${object} ${path}: ${lines.length} lines, e.g. ${lines[0]}`;
  return `${object}${path && ` ${path}`}: ${valueInWords(first)} → ${valueInWords(second)}`;
}
