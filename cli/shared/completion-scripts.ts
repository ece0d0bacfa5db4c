import type { Candidates, CommandWords } from './completion-words';

/** The names of environments, and of what git knows, as every one of the shells finds them. */
const COMMANDS = {
  environments: 'command ls manifests 2>/dev/null',
  revisions: "git for-each-ref --format='%(refname:short)' 2>/dev/null",
} as const;

/** A script that bash sources. It starts no program but `ls` and `git`, so that a key press costs nothing. */
export function bashScript(commands: readonly CommandWords[]): string {
  const afterOption = commands.flatMap(({ name, options }) =>
    options
      .filter(({ value }) => value !== undefined)
      .map(({ flags, value }) => `    ${flags.map((flag) => `'${name} ${flag}'`).join(' | ')}) ${bash(value)} ;;`),
  );
  const options = commands.map(
    ({ name, options: known }) => `    '${name} -'*) ${bash(known.flatMap(({ flags }) => flags))} ;;`,
  );
  const others = commands.map(({ name, argument }) => `    '${name} '*) ${bash(argument)} ;;`);
  return `# Completion of efk for bash: source <(efk completion bash)

# Offers the lines that begin like the current word. The word lists of compgen would be expanded: a branch may be called $(...).
_efk_offer() {
  local word
  while IFS= read -r word; do
    [[ $word == "$current"* ]] && COMPREPLY+=("$word")
  done
}

_efk() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  # An equals sign between an option and its value is a word of its own.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  COMPREPLY=()
  if [[ $COMP_CWORD == 1 ]]; then
    ${bash([...commands.map(({ name }) => name), '--help'])}
    return
  fi
  case "\${COMP_WORDS[1]} $previous" in
${afterOption.join('\n')}
    *) case "\${COMP_WORDS[1]} $current" in
${[...options, ...others].map((line) => `  ${line}`).join('\n')}
    esac ;;
  esac
}
complete -F _efk efk
`;
}

function bash(candidates: Candidates | undefined): string {
  switch (candidates) {
    case undefined:
    case 'anything':
      return ':';
    case 'files':
      // Folders get a slash; other shells that read this script do without.
      return 'compopt -o filenames 2>/dev/null; _efk_offer < <(compgen -f -- "$current")';
    case 'environments':
    case 'revisions':
      return `_efk_offer < <(${COMMANDS[candidates]})`;
    default:
      return `_efk_offer < <(printf '%s\\n' ${candidates.join(' ')})`;
  }
}

/** A script that zsh sources: it reads that of bash. */
export function zshScript(commands: readonly CommandWords[]): string {
  return `# Completion of efk for zsh: source <(efk completion zsh)
autoload -U +X compinit bashcompinit
whence compdef >/dev/null || compinit
bashcompinit
${bashScript(commands).split('\n').slice(1).join('\n')}`;
}

/** A script that fish sources. */
export function fishScript(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap(({ name, description, options, argument }) => {
    const here = `complete --command efk --condition '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete --command efk --condition __fish_use_subcommand --arguments ${name} --description ${quoted(description)}`,
      ...(argument === 'anything' ? [] : [here + fish(argument)]),
      ...options.map(({ flags, description: what, value }) => {
        const spellings = flags.map(
          (flag) => ` --${flag.startsWith('--') ? 'long' : 'short'}-option ${flag.replace(/^-+/, '')}`,
        );
        const follows =
          value === undefined ? '' : ` --require-parameter${value === 'files' ? '' : ' --no-files'}${fish(value)}`;
        return `${here}${spellings.join('')}${follows} --description ${quoted(what)}`;
      }),
    ];
  });
  return `# Completion of efk for fish: efk completion fish | source
complete --command efk --no-files
${lines.join('\n')}
`;
}

function fish(candidates: Candidates): string {
  switch (candidates) {
    case 'anything':
      return '';
    case 'files':
      return ' --force-files';
    case 'environments':
    case 'revisions':
      return ` --arguments ${quoted(`(${COMMANDS[candidates]})`)}`;
    default:
      return ` --arguments ${quoted(candidates.join(' '))}`;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
