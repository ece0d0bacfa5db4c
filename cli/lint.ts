import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Command } from 'commander';

import { InputError } from '../review/errors';
import { environmentsOf, filesOf, MANIFESTS_FOLDER, readManifests } from '../review/manifests/folder';
import { type ManifestFiles, objectsOf } from '../review/manifests/manifest-document';
import { lint, PRODUCTION_RULES, parseWaivers } from '../review/policies/lint';
import { rulesFor } from '../review/policies/require-policies';
import { WAIVERS_FILE } from '../review/policies/waivers-file';
import { inputFile } from './shared/input-file';
import { countingObjects } from './shared/progress-line';

interface LintOptions {
  readonly waivers?: string;
  readonly production?: boolean;
  readonly json?: boolean;
  readonly rules?: boolean;
}

/** `efk lint`. */
export function registerLint(program: Command): void {
  program
    .command('lint')
    .description('check manifests against the policies; also those of other repositories')
    .argument('[path]', 'file or folder of manifests', MANIFESTS_FOLDER)
    .option('--waivers <file>', `exceptions with reason and day of expiry (default: ${WAIVERS_FILE}, if there is one)`)
    .option('--production', 'also the rules of production; they apply to the environment production anyway')
    .option('--rules', 'list the rules')
    .option('--json', 'output for programs')
    .addHelpText(
      'after',
      `
The folders right below manifests/ are environments, each checked on its own. Any other path is checked as one.

Exit codes: 0 no violation, 1 violations, 2 input that cannot be read. Warnings are told and do not fail.

Examples:
  efk lint
  efk lint manifests/production
  efk lint ../other/deploy --production --waivers ../other/waivers.yaml
  efk lint --rules`,
    )
    .action(lintCommand);
}

function lintCommand(path: string, options: LintOptions): void {
  if (options.rules) {
    listRules(options);
    return;
  }
  const root = isAbsolute(path) ? '/' : process.cwd();
  const files = readManifests(root, isAbsolute(path) ? path.slice(1) : path.replace(/\/+$/, ''));
  if (files.size === 0) throw new InputError(`[${path}] must hold YAML files, got none; name a file or folder`);
  const waivers = readWaivers(options.waivers);

  const rules = (name: string) => (options.production ? PRODUCTION_RULES : rulesFor(name));
  const results = countingObjects((counting) =>
    groups(files).map(([name, group]) => ({
      name,
      ...lint(objectsOf(group, counting(name)), rules(name), waivers),
    })),
  );
  // A waiver is for one environment; it is stale only if no environment needs it.
  const stale = results.reduce<readonly string[] | undefined>(
    (all, { staleWaivers }) => all?.filter((line) => staleWaivers.includes(line)) ?? staleWaivers,
    undefined,
  );
  if (options.json) console.log(JSON.stringify({ results, staleWaivers: stale ?? [] }, null, 2));
  else for (const line of text(results, stale ?? [])) console.log(line);
  if (results.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
}

function listRules({ json }: LintOptions): void {
  const rules = PRODUCTION_RULES.map(({ name, severity = 'error', reason }) => ({ name, severity, reason }));
  if (json) console.log(JSON.stringify({ rules }, null, 2));
  else for (const { name, reason } of rules) console.log(`${name.padEnd(26)} ${reason}`);
}

function text(
  results: readonly { name: string; violations: readonly string[]; warnings: readonly string[]; waived: number }[],
  stale: readonly string[],
): string[] {
  return [
    ...results.flatMap(({ name, violations, warnings, waived }) => [
      [
        `${name}: ${counted(violations.length, 'violation') || 'no violation'}`,
        ...(warnings.length > 0 ? [counted(warnings.length, 'warning')] : []),
        ...(waived > 0 ? [`${waived} waived`] : []),
      ].join(', '),
      ...violations.map((line) => `  ${line}`),
      ...warnings.map((line) => `  warning: ${line}`),
    ]),
    ...stale.map((line) => `waivers: ${line}`),
  ];
}

function counted(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** Environments, or everything as one. */
function groups(files: ManifestFiles): [string, ManifestFiles][] {
  const paths = [...files.keys()];
  if (!paths.every((path) => path.startsWith(`${MANIFESTS_FOLDER}/`))) return [['manifests', files]];
  const environments = environmentsOf(files);
  return environments.length === 0 ? [['manifests', files]] : environments.map((name) => [name, filesOf(files, name)]);
}

function readWaivers(file: string | undefined) {
  if (file !== undefined) return parseWaivers(inputFile('--waivers', file), file);
  return existsSync(WAIVERS_FILE) ? parseWaivers(inputFile('--waivers', WAIVERS_FILE), WAIVERS_FILE) : [];
}
