import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { run } from '../../local/run';

const REPOSITORY = join(__dirname, '../..');

/** What a program printed, on both streams, and how it ended. */
export interface Result {
  readonly code: number | null;
  readonly output: string;
}

/** Builds and packs the package as it would be published, in a folder of its own, which `removePacked` removes. */
export async function packed(): Promise<string> {
  const folder = temporaryFolder('efk-packed-');
  succeeded(await runIn(REPOSITORY, 'npm', 'pack', '--silent', '--pack-destination', folder));
  const [tarball = ''] = readdirSync(folder);
  return join(folder, tarball);
}

/** Removes what `packed` made. */
export function removePacked(tarball: string): void {
  if (tarball) rmSync(dirname(tarball), { recursive: true, force: true });
}

/** A repository of somebody else, outside of ours, which has installed the packed package. */
export class Consumer {
  private constructor(readonly folder: string) {}

  /**
   * @param tarball what `packed` made
   * @param dependencies further packages, as arguments of `npm install`
   * @param from folder that is copied first, with a `package.json` of its own
   */
  static async install(tarball: string, dependencies: readonly string[], from?: string): Promise<Consumer> {
    const consumer = new Consumer(temporaryFolder('efk-consumer-'));
    if (from) cpSync(from, consumer.folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
    else consumer.write('package.json', '{ "name": "consumer", "private": true }');
    // Without scripts: that of @pulumi/kubernetes would download a provider.
    const npm = ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
    succeeded(await consumer.run('npm', ...npm, tarball, ...dependencies));
    return consumer;
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  /** Runs a program, or one that a package has installed. */
  run(program: string, ...args: string[]): Promise<Result> {
    const installed = program.startsWith('.') ? join(this.folder, 'node_modules', program) : program;
    return runIn(this.folder, installed, ...args);
  }

  /** Runs a file with Node. */
  node(file: string, ...args: string[]): Promise<Result> {
    return this.run(process.execPath, file, ...args);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a program printed. */
export function succeeded({ code, output }: Result): string {
  if (code !== 0) throw new Error(output);
  return output;
}

/** Runs a program in a folder. */
export async function runIn(cwd: string, program: string, ...args: string[]): Promise<Result> {
  // What npm tells the scripts that it runs is about this repository, not about the consumer; its own settings stay.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_(registry|cache)$)|VITEST|NODE_OPTIONS$|NODE_ENV$)/i.test(name),
  );
  const { code, stdout, stderr } = await run(program, args, { cwd, env: Object.fromEntries(inherited) });
  return { code, output: stdout + stderr };
}

function temporaryFolder(prefix: string): string {
  return realpathSync(mkdtempSync(join(tmpdir(), prefix)));
}
