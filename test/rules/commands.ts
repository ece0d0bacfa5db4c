import type { Command } from './markdown';

/** The commands that exist. */
export interface KnownCommands {
  /** Scripts of package.json by name. */
  readonly scripts: Readonly<Record<string, string>>;

  /** Programs that packages install. */
  readonly programs: ReadonlySet<string>;

  /** Help text of a subcommand of `efk`, of `efk` itself without a name; undefined if there is no such subcommand. */
  readonly efkHelp: (subcommand?: string) => string | undefined;

  /** Names of the environments, which are also those of the Pulumi stacks. */
  readonly environments: readonly string[];
}

/** Commands of npm that are no scripts of ours. */
const NPM = ['ci', 'dedupe', 'i', 'install', 'link', 'pack', 'exec'];

/** @see https://www.pulumi.com/docs/iac/cli/commands/ */
const PULUMI = 'about cancel config destroy import login logout preview refresh stack state up version whoami'.split(
  ' ',
);

/** One line per command that would not run: a script, subcommand, option or stack that does not exist. */
export function brokenCommands(commands: readonly Command[], known: KnownCommands): string[] {
  return commands.flatMap(({ where, text }) =>
    text
      .replace(/(^|\s)#.*$/, '')
      .split(/&&|\|\||[|;]/)
      .map((part) => mistakeIn(part.trim().split(/\s+/).filter(Boolean), known))
      .filter((mistake) => mistake !== undefined)
      .map((mistake) => `${where}: \`${text}\`: ${mistake}`),
  );
}

function mistakeIn(words: readonly string[], known: KnownCommands): string | undefined {
  const [program = '', ...rest] = words;
  if (/^[A-Z_]+=/.test(program)) return mistakeIn(rest, known);
  switch (program) {
    case 'npm':
      return npmMistake(rest, known);
    case 'npx':
      return npxMistake(rest, known);
    case 'efk':
      return efkMistake(rest, known);
    case 'pulumi':
      return pulumiMistake(rest, known);
  }
  return undefined;
}

function npmMistake([command = '', ...rest]: readonly string[], known: KnownCommands): string | undefined {
  if (NPM.includes(command) || command.startsWith('-')) return undefined;
  const [script = '', ...parameters] = command === 'run' ? rest : [command, ...rest];
  const text = known.scripts[script];
  if (text === undefined)
    return `package.json has no script ${script}; use one of ${Object.keys(known.scripts).join(', ')}`;
  return mistakeIn([...text.split(' '), ...parameters.filter((word) => word !== '--')], known);
}

function npxMistake([program = '', ...rest]: readonly string[], known: KnownCommands): string | undefined {
  if (program === 'efk') return efkMistake(rest, known);
  if (!known.programs.has(program)) return `no dependency installs ${program}; add it, or use another program`;
  return mistakeIn([program, ...rest], known);
}

function efkMistake(words: readonly string[], { efkHelp, environments }: KnownCommands): string | undefined {
  const subcommand = words.find((word) => !word.startsWith('-'));
  const help = efkHelp(subcommand);
  if (help === undefined) return `efk has no subcommand ${subcommand}; see efk --help`;
  const unknown = words
    .filter((word) => /^--?[a-z]/.test(word))
    .map((word) => word.replace(/=.*/, ''))
    .find((option) => !new RegExp(`(^|[\\s,])${option}(?![\\w-])`, 'm').test(help));
  if (unknown) return `efk ${subcommand ?? ''} has no option ${unknown}; see efk ${subcommand ?? ''} --help`;
  return stackMistake(words, environments);
}

function pulumiMistake(words: readonly string[], { environments }: KnownCommands): string | undefined {
  const [command] = words;
  if (command && !command.startsWith('-') && !PULUMI.includes(command)) {
    return `pulumi has no command ${command}; use one of ${PULUMI.join(', ')}`;
  }
  return stackMistake(words, environments);
}

/** A stack that is written out must be an environment; `<environment>` is for the reader to fill in. */
function stackMistake(words: readonly string[], environments: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--stack' || word === '-s');
  const stack = at >= 0 ? words[at + 1] : undefined;
  if (!stack || stack.startsWith('<') || environments.includes(stack)) return undefined;
  return `there is no environment ${stack}; use one of ${environments.join(', ')}`;
}
