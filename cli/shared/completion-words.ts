import type { Command, Option } from 'commander';

/** What stands at a place of a command line: words that are known, what the shell finds, or anything. */
export type Candidates = readonly string[] | 'environments' | 'revisions' | 'files' | 'anything';

/** What can be completed of a subcommand. */
export interface CommandWords {
  readonly name: string;

  /** What it does, on one line. */
  readonly description: string;

  readonly options: readonly OptionWords[];

  /** What its arguments are. */
  readonly argument: Candidates;
}

/** What can be completed of an option. */
export interface OptionWords {
  /** The spellings, e.g. `-e` and `--environment`. */
  readonly flags: readonly string[];

  /** What it does, on one line. */
  readonly description: string;

  /** What follows it; undefined if nothing does. */
  readonly value: Candidates | undefined;
}

/** What the name of an argument, or of the value of an option, says about it. */
const PLACES: Readonly<Record<string, Candidates>> = {
  environment: 'environments',
  first: 'environments',
  second: 'environments',
  name: 'environments',
  base: 'revisions',
  path: 'files',
  file: 'files',
};

/** The table of the subcommands of `program`, from which scripts for shells are made. */
export function commandWords(program: Command): CommandWords[] {
  const help = program.createHelp();
  return help.visibleCommands(program).map((command) => {
    const [argument] = command.registeredArguments;
    return {
      name: command.name(),
      description: command.description(),
      options: help.visibleOptions(command).map(optionWords),
      argument: command.name() === 'help' ? subcommands(program) : (argument?.argChoices ?? placeOf(argument?.name())),
    };
  });
}

function optionWords(option: Option): OptionWords {
  const place = /[<[](\w+)[>\]]/.exec(option.flags)?.[1];
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    value: place === undefined ? undefined : (option.argChoices ?? placeOf(place)),
  };
}

function placeOf(name: string | undefined): Candidates {
  return PLACES[name ?? ''] ?? 'anything';
}

function subcommands(program: Command): string[] {
  return program.commands.map((command) => command.name());
}
