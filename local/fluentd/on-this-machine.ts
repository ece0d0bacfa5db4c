import { launchHere } from './launch';
import type { Command, Launched, Place, Program } from './place';

/** Settings of a user's own Ruby projects, which must not count for the Fluentd of a test. */
const FOREIGN = /^(RUBYOPT|RUBYLIB|BUNDLE_\w+|BUNDLER_\w+|FLUENT_\w+)$/;

/** Without the settings of a user's own Ruby projects. */
export function withoutForeign(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !FOREIGN.test(name)));
}

/** Programs of this machine, with its paths. */
export class OnThisMachine implements Place {
  private readonly environment: NodeJS.ProcessEnv;

  /** @param environment in which the programs find their gems */
  constructor(
    readonly description: string,
    environment: NodeJS.ProcessEnv,
  ) {
    this.environment = withoutForeign(environment);
  }

  command({ name, args, env }: Program): Command {
    return { program: name, args, env: { ...this.environment, ...env } };
  }

  launch(program: Program, log: string): Promise<Launched> {
    return launchHere(this.command(program), program.cwd, log);
  }
}
