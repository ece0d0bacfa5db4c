import { constants } from 'node:os';
import { Command } from 'commander';

/** Exit code of a wrong command line or input, as of the shell's own commands; 1 means that the work failed. */
const usageError = 2;

/** Exit codes of an operator's mistakes, by the name of the error: the message says what to do, a stack trace would hide it. */
const operatorMistakes: Readonly<Record<string, number>> = {
  OperatorError: 1,
  EnvironmentError: usageError,
  PropsError: usageError,
  InputError: usageError,
};

/** The subcommands. Only the one that is asked for is loaded: loading all of them takes longer than most of them run. */
const commands: Readonly<Record<string, () => (program: Command) => void>> = {
  up: () => (require('./up') as typeof import('./up')).registerUp,
  down: () => (require('./down') as typeof import('./down')).registerDown,
  secrets: () => (require('./secrets') as typeof import('./secrets')).registerSecrets,
  diff: () => (require('./diff') as typeof import('./diff')).registerDiff,
  lint: () => (require('./lint') as typeof import('./lint')).registerLint,
  report: () => (require('./report') as typeof import('./report')).registerReport,
  parity: () => (require('./parity') as typeof import('./parity')).registerParity,
  try: () => (require('./trial/environment') as typeof import('./trial/environment')).registerTryOfEnvironments,
  completion: () => (require('./completion') as typeof import('./completion')).registerCompletion,
};

/** Those that say something about all others. */
const ABOUT_ALL = ['completion'];

const program = new Command('efk')
  .description('Elasticsearch, Fluentd and Kibana on Kubernetes: try out, check, deploy.')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : usageError))
  .showHelpAfterError('(--help says more)')
  .addHelpText(
    'after',
    `
Exit codes: 0 done; 1 the work failed, or what was looked for was found (see each command); 2 a command line or input that
is wrong; 128 and more, ended by a signal. Progress and mistakes are written to standard error.

Examples:
  efk up                              deploy dev to a cluster on this machine
  efk diff --environment production   what a change of the manifests does
  efk try production --namespace shop --container cart < app.log
                                      what the collector makes of lines
  efk help diff                       options, examples and exit codes of a command
  source <(efk completion bash)       complete words in this shell

Environment variables:
  EFK_CACHE             folder for tools and clusters (default: $XDG_CACHE_HOME/cdk8s-efk or ~/.cache/cdk8s-efk)
  EFK_DOWNLOAD_MIRROR   mirror to download tools from: <mirror>/<host>/<path> stands for https://<host>/<path>
  EFK_DEBUG=1           print stack traces
  NO_COLOR=1            no colour`,
  );

const name = process.argv[2] ?? '';
const asked = ABOUT_ALL.includes(name) || !Object.hasOwn(commands, name) ? undefined : commands[name];
for (const load of asked ? [asked] : Object.values(commands)) load()(program);

// Exiting, rather than being killed, ends the programs that were started as well. A command may handle signals better.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
  });
}

program.parseAsync().catch((error: unknown) => {
  const code = error instanceof Error ? operatorMistakes[error.name] : undefined;
  if (code === undefined || process.env.EFK_DEBUG === '1') console.error(error);
  else console.error(`error: ${(error as Error).message}`);
  process.exitCode = code ?? 1;
});
