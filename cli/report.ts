import { join } from 'node:path';
import { type Command, Option } from 'commander';

import { sizingReportText } from '../constructs/elasticsearch';
import { type EnvironmentSizing, environmentNamed, environmentNames, environmentSizing } from '../environments';
import { environmentsOf, MANIFESTS_FOLDER, readEnvironment, readManifests } from '../review/manifests/folder';
import { objectsOf } from '../review/manifests/manifest-document';
import { type EnvironmentReport, environmentReport } from '../review/report/environment-report';
import { reportMarkdown, reportText } from '../review/report/render';
import { CERTIFICATE_YEARS } from '../stacks/secrets/expiry';
import { type AssumptionOptions, assumptionsOf, withAssumptions } from './shared/assumptions';
import { countingObjects } from './shared/progress-line';

const REPOSITORY = join(__dirname, '..');

interface ReportOptions extends AssumptionOptions {
  readonly format: 'text' | 'markdown' | 'json';
  readonly json?: boolean;
}

/** `efk report`. */
export function registerReport(program: Command): void {
  withAssumptions(
    program
      .command('report')
      .description('say what an environment asks for: sizing, retention, loss budget, certificates, images, cost')
      .argument('[environment]', 'one environment (default: all)')
      .addOption(new Option('-f, --format <format>', 'output').choices(['text', 'markdown', 'json']).default('text'))
      .option('--json', 'the same as --format json'),
  )
    .addHelpText(
      'after',
      `
Figures are those of manifests/. Whether the expected logs fit on the disks is counted from environments/ of this
repository, which say how many logs each route expects; manifests do not. When a certificate ends is in the annotations of its Secret.

Exit codes: 0 done, 2 input that cannot be read.

Examples:
  efk report production
  efk report production --log-rate 1048576 --nodes 20 --prices prices.yaml
  efk report --format markdown`,
    )
    .action(report);
}

function report(environment: string | undefined, options: ReportOptions): void {
  const root = process.cwd();
  const asked = environment === undefined ? environmentsOf(readManifests(root, MANIFESTS_FOLDER)) : [environment];
  // Without any environment the error says so.
  const names = asked.length === 0 ? [''] : asked;
  const assumptions = assumptionsOf(options);
  const objects = countingObjects((counting) =>
    names.map((name) => ({ name, objects: objectsOf(readEnvironment(root, name), counting(name)) })),
  );
  const reports = objects.map(({ name, objects: found }) => {
    const figures = environmentReport(name, found, assumptions);
    // The manifests of another repository may have environments of the same names.
    const known = root === REPOSITORY && environmentNames.includes(name) ? environmentNamed(name) : undefined;
    return {
      report: known?.certificates === 'generated' ? withLifetime(figures) : figures,
      capacity: known ? environmentSizing(known) : null,
    };
  });
  if (options.json || options.format === 'json') {
    const environments = reports.map(({ report: figures, capacity }) => ({ ...figures, capacity }));
    console.log(JSON.stringify({ environments }, null, 2));
    return;
  }
  const render = options.format === 'markdown' ? reportMarkdown : reportText;
  console.log(
    reports
      .map(({ report: figures, capacity }) => render(figures, capacity ? capacityText(capacity) : undefined))
      .join('\n'),
  );
}

/** The lifetime of certificates that are made at deployment, which no manifest says. */
function withLifetime(report: EnvironmentReport): EnvironmentReport {
  const duration = `${CERTIFICATE_YEARS * 365 * 24}h`;
  return {
    ...report,
    certificates: report.certificates.map((use) => ({ ...use, duration: use.duration ?? duration })),
  };
}

function capacityText(capacity: EnvironmentSizing): string {
  const { uncountedRoutes: uncounted } = capacity;
  return `${sizingReportText(capacity)}${uncounted.length > 0 ? `not counted, without dailyIngest: ${uncounted.join(', ')}\n` : ''}`;
}
