import { type Command, Option } from 'commander';

import {
  environmentsOf,
  filesOf,
  MANIFESTS_FOLDER,
  readManifests,
  unknownEnvironment,
} from '../review/manifests/folder';
import { GitRepository } from '../review/manifests/git';
import { reviewJson } from '../review/summary/json';
import { reviewMarkdown } from '../review/summary/markdown';
import { dataChanges, type EnvironmentReview, reviewEnvironment } from '../review/summary/review';
import { type Emphasis, reviewText } from '../review/summary/text';
import { ACCEPTANCE } from '../review/summary/words';
import { type AssumptionOptions, assumptionsOf, withAssumptions } from './shared/assumptions';
import { inputFile } from './shared/input-file';
import { countingObjects } from './shared/progress-line';
import { styled } from './shared/terminal';

interface DiffOptions extends AssumptionOptions {
  readonly environment?: string;
  readonly format: 'text' | 'markdown' | 'json';
  readonly json?: boolean;
  readonly failOnDataLoss?: boolean;
  readonly acceptedIn?: string;
}

/** `efk diff`. */
export function registerDiff(program: Command): void {
  withAssumptions(
    program
      .command('diff')
      .description('say what a change of manifests/ deploys: what differs, what restarts, whether data is at risk')
      .argument('[base]', 'revision to compare the work tree with (default: the merge base with main)')
      .option('-e, --environment <name>', 'one environment (default: all)')
      .addOption(new Option('-f, --format <format>', 'output').choices(['text', 'markdown', 'json']).default('text'))
      .option('--json', 'the same as --format json')
      .option(
        '--fail-on-data-loss',
        `exit with 1 if data is lost or at risk, unless the text of --accepted-in says ${ACCEPTANCE}`,
      )
      .option('--accepted-in <file>', `file with the text of the pull request; "-" is standard input`),
  )
    .addHelpText(
      'after',
      `
Works from git alone: no cluster, no Pulumi, no network.

Exit codes: 0 done, 1 data is lost or at risk (with --fail-on-data-loss), 2 input that cannot be read.

Examples:
  efk diff                                      against where the branch left main
  efk diff v1.2.0 --environment production
  efk diff origin/main --format markdown        a comment for a pull request
  efk diff --prices prices.yaml --nodes 20      also what the change costs
  efk diff --json | jq '.environments[].changes[] | select(.data != "kept")'`,
    )
    .action(diff);
}

function diff(base: string | undefined, options: DiffOptions): void {
  const root = process.cwd();
  const repository = new GitRepository(root);
  const commit = base === undefined ? repository.mergeBase() : repository.commit(base);
  const before = repository.files(commit, MANIFESTS_FOLDER);
  const after = readManifests(root, MANIFESTS_FOLDER);

  const known = [...new Set([...environmentsOf(after), ...environmentsOf(before)])];
  const { environment } = options;
  if (known.length === 0 || (environment !== undefined && !known.includes(environment))) {
    throw unknownEnvironment(environment ?? '', known);
  }
  const assumptions = assumptionsOf(options);
  const reviews = countingObjects((counting) =>
    (environment === undefined ? known : [environment]).map((name) =>
      reviewEnvironment(name, filesOf(before, name), filesOf(after, name), assumptions, counting(name)),
    ),
  );
  const accepted = options.acceptedIn !== undefined && isAccepted(options.acceptedIn);
  process.stdout.write(output(reviews, base ?? commit.slice(0, 10), options));
  if (options.failOnDataLoss && reviews.flatMap(dataChanges).length > 0 && !accepted) {
    console.error(`data is lost or at risk; write ${ACCEPTANCE} into the text of the pull request to accept it`);
    process.exitCode = 1;
  }
}

function output(reviews: readonly EnvironmentReview[], base: string, { format, json }: DiffOptions): string {
  if (json || format === 'json') return reviewJson(reviews, base);
  if (format === 'markdown') return reviewMarkdown(reviews, base);
  return reviews.map((review) => reviewText(review, base, emphasis)).join('\n');
}

const STYLES = { title: ['bold'], added: ['green'], removed: ['red'], danger: ['bold', 'red'] } as const;

const emphasis: Emphasis = (style, text) => styled([...STYLES[style]], text);

/** On a line that is no quotation and has no code. */
const ACCEPTED = new RegExp(`^(?!\\s*>)(?!.*\`).*\\b${ACCEPTANCE}\\b`);

/** Whether a text has the marker; a quotation (`> ...`) or a code block is not consent. */
function isAccepted(file: string): boolean {
  return inputFile('--accepted-in', file)
    .split('\n')
    .some((line) => ACCEPTED.test(line));
}
