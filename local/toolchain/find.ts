import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { coerce, satisfies } from 'semver';
import { OperatorError } from '../errors';
import { run } from '../run';
import type { Tool, ToolName } from './tool';

/** What is known of an installed program. */
export type Found =
  | { readonly state: 'missing' }
  | { readonly state: 'unfit'; readonly path: string; readonly reason: string }
  | { readonly state: 'fit'; readonly path: string; readonly version: string };

/** Longest time a program may take to say its version. In seconds. */
const versionTimeout = 15;

/**
 * Looks for a tool installed on this machine.
 *
 * Programs are looked for on `PATH`. Pulumi's provider is no such program: it is looked for among the plugins of the user's
 * own Pulumi (`$PULUMI_HOME/plugins`). A language host is taken only from the folder of a fit `pulumi`, with which it was released.
 *
 * @param environment whose `PATH`, `PULUMI_HOME` count
 */
export async function findInstalled(name: ToolName, tool: Tool, environment: NodeJS.ProcessEnv): Promise<Found> {
  const path = programPath(name, tool, environment);
  if (path === undefined) return { state: 'missing' };
  if (tool.installed === undefined) return { state: 'missing' };
  return judge(path, tool.installed, environment);
}

/** Path of the first executable file of that name on `PATH`, or undefined. */
export function onPath(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function programPath(name: ToolName, tool: Tool, environment: NodeJS.ProcessEnv): string | undefined {
  if (name !== 'pulumi-resource-kubernetes') return onPath(name, environment);
  const home = environment.PULUMI_HOME ?? join(homedir(), '.pulumi');
  const path = join(home, 'plugins', `resource-kubernetes-v${tool.version}`, name);
  return isExecutable(path) ? path : undefined;
}

async function judge(
  path: string,
  installed: NonNullable<Tool['installed']>,
  environment: NodeJS.ProcessEnv,
): Promise<Found> {
  let output: string;
  try {
    const result = await run(path, installed.versionArguments, {
      env: environment,
      cwd: dirname(path),
      timeout: versionTimeout,
    });
    output = result.stdout + result.stderr;
  } catch (error) {
    if (error instanceof OperatorError) return { state: 'unfit', path, reason: 'it cannot be started' };
    throw error;
  }
  const version = coerce(/\d+\.\d+\.\d+/.exec(output)?.[0])?.version;
  if (version === undefined) return { state: 'unfit', path, reason: 'it does not say its version' };
  if (!satisfies(version, installed.range))
    return { state: 'unfit', path, reason: `it is ${version}, needed is ${installed.range}` };
  return { state: 'fit', path, version };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
