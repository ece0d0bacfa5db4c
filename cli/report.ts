import { existsSync, readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';

import { InputError } from '../review/errors';
import { environmentsOf, MANIFESTS_FOLDER, readEnvironment, readManifests } from '../review/manifests/folder';
import { objectsOf } from '../review/manifests/manifest-document';
import { environmentReport } from '../review/report/environment-report';
import { parsePrices } from '../review/report/prices';
import { reportMarkdown, reportText } from '../review/report/render';

interface ReportOptions {
  readonly format: 'text' | 'markdown' | 'json';
  readonly json?: boolean;
  readonly logRate: number;
  readonly nodes: number;
  readonly prices?: string;
}

/** `efk report`. */
export function registerReport(program: Command): void {
  program
    .command('report')
    .description('say what manifests/ ask for: sizing, retention, loss budget, certificates, images, cost')
    .argument('[environment]', 'one environment (default: all)')
    .addOption(new Option('-f, --format <format>', 'output').choices(['text', 'markdown', 'json']).default('text'))
    .option('--json', 'the same as --format json')
    .option('--log-rate <bytes>', 'logs that a node writes, in bytes per second', positive, 102_400)
    .option('--nodes <count>', 'nodes that collectors run on, for the cost', positive, 3)
    .option('--prices <file>', 'prices of a month: currency, core, memoryGiB, diskGiB by storage class and default')
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 2 input that can not be read.

Examples:
  efk report production
  efk report production --log-rate 1048576 --nodes 20 --prices prices.yaml
  efk report --format markdown`,
    )
    .action(report);
}

function report(environment: string | undefined, options: ReportOptions): void {
  const root = process.cwd();
  const known = environment === undefined ? environmentsOf(readManifests(root, MANIFESTS_FOLDER)) : [environment];
  // Without any environment the error says so.
  const names = known.length === 0 ? [''] : known;
  const prices = options.prices === undefined ? undefined : parsePrices(readPrices(options.prices), options.prices);
  const reports = names.map((name) =>
    environmentReport(name, objectsOf(readEnvironment(root, name)), {
      bytesPerSecond: options.logRate,
      nodes: options.nodes,
      prices,
    }),
  );
  if (options.json || options.format === 'json') console.log(JSON.stringify({ environments: reports }, null, 2));
  else console.log(reports.map(options.format === 'markdown' ? reportMarkdown : reportText).join('\n'));
}

function readPrices(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new InputError(`[--prices] must be a file, got '${file}'; correct the path`);
}

function positive(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a whole number of at least 1.');
}
