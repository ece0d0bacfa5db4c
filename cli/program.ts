import { constants } from 'node:os';
import { Command } from 'commander';

/** Adds a subcommand to the program. */
export type Register = (program: Command) => void;

/** What an `efk` has. */
export interface ProgramParts {
  /** What it is for. */
  readonly description: string;

  /** Loads a subcommand, by its name. Only the one that is asked for is loaded: all of them take longer than most run. */
  readonly commands: Readonly<Record<string, () => Register | Promise<Register>>>;

  /** Lines of command and what it does. */
  readonly examples: string;

  /** Lines of variable and what it is for, besides those that every `efk` reads. */
  readonly variables: string;
}

/** Exit code of a wrong command line or input, as of the shell's own commands; 1 means that the work failed. */
const usageError = 2;

/** Exit codes of an operator's mistakes, by the name of the error: the message says what to do, a stack trace would hide it. */
const operatorMistakes: Readonly<Record<string, number>> = {
  OperatorError: 1,
  EnvironmentError: usageError,
  PropsError: usageError,
  InputError: usageError,
};

/** Those that say something about all others. */
const ABOUT_ALL = ['completion'];

/** Runs the command line of this process. */
export function runProgram(parts: ProgramParts): void {
  // Exiting, rather than being killed, ends the programs that were started as well. A command may handle signals better.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
  }
  run(parts).catch((error: unknown) => {
    const code = error instanceof Error ? operatorMistakes[error.name] : undefined;
    if (code === undefined || process.env.EFK_DEBUG === '1') console.error(error);
    else console.error(`error: ${(error as Error).message}`);
    process.exitCode = code ?? 1;
  });
}

async function run({ description, commands, examples, variables }: ProgramParts): Promise<void> {
  const program = new Command('efk')
    .description(description)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : usageError))
    .showHelpAfterError('(--help says more)')
    .addHelpText(
      'after',
      `
Exit codes: 0 done; 1 the work failed, or what was looked for was found (see each command); 2 a command line or input that
is wrong; 128 and more, ended by a signal. Progress and mistakes are written to standard error.

Examples:
${examples}

Environment variables:
${variables}
  EFK_DEBUG=1           print stack traces
  NO_COLOR=1            no colour`,
    );
  const name = process.argv[2] ?? '';
  const asked = ABOUT_ALL.includes(name) || !Object.hasOwn(commands, name) ? undefined : commands[name];
  for (const load of asked ? [asked] : Object.values(commands)) (await load())(program);
  await program.parseAsync();
}
