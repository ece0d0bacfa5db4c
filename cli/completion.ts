import { Argument, type Command } from 'commander';

import { bashScript, fishScript, zshScript } from './shared/completion-scripts';
import { commandWords } from './shared/completion-words';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** `efk completion`. */
export function registerCompletion(program: Command): void {
  program
    .command('completion')
    .description('print a script by which a shell completes subcommands, options, environments and revisions')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SCRIPTS)))
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 2 a shell without a script.

Examples:
  source <(npx efk completion bash)        in ~/.bashrc
  source <(npx efk completion zsh)         in ~/.zshrc
  npx efk completion fish | source         in ~/.config/fish/config.fish`,
    )
    .action((shell: keyof typeof SCRIPTS) => {
      process.stdout.write(SCRIPTS[shell](commandWords(program)));
    });
}
