import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = join(__dirname, '../../../cli/efk.js');

/** Root of this repository. */
export const REPOSITORY = join(__dirname, '../../..');

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `efk` in a folder. */
export function efk(args: readonly string[], cwd: string = REPOSITORY, input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd, input, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}
