import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { codeOf, OperatorError } from '../errors';
import type { Toolchain } from '../toolchain';
import { pulumiKubernetesVersion } from '../toolchain/modules';

/** Tools of a deployment. */
export const pulumiTools = ['pulumi', 'pulumi-language-nodejs', 'pulumi-resource-kubernetes'] as const;

/** Where a stack's things lie in the folder of its cluster. */
export interface Places {
  readonly home: string;
  readonly state: string;
  readonly passphrase: string;
  /** An empty project of the same name: commands run here cannot write into the real one. */
  readonly shadow: string;
  /** The configuration that is used: the committed one and this stack's salt. */
  readonly configuration: string;
}

/** A home of its own for the command line: no login, no plugins, no selected stack of the user's. */
export async function prepareHome(
  { home, state, shadow, passphrase }: Places,
  tools: Toolchain<(typeof pulumiTools)[number]>,
): Promise<void> {
  const bin = join(home, 'bin');
  const plugin = join(home, 'plugins', `resource-kubernetes-v${pulumiKubernetesVersion}`);
  for (const folder of [bin, plugin, state, shadow]) await mkdir(folder, { recursive: true, mode: 0o700 });
  // The language host is looked for beside the real path of the program, hence no symbolic links.
  for (const name of ['pulumi', 'pulumi-language-nodejs'] as const) await place(tools[name], join(bin, name));
  const provider = join(plugin, 'pulumi-resource-kubernetes');
  await rm(provider, { force: true });
  await symlink(tools['pulumi-resource-kubernetes'], provider);
  if (!existsSync(passphrase)) await writeFile(passphrase, randomBytes(32).toString('base64url'), { mode: 0o600 });
}

async function place(program: string, at: string): Promise<void> {
  await rm(at, { force: true });
  try {
    await link(program, at);
  } catch (error) {
    if (!['EXDEV', 'EPERM'].includes(codeOf(error) ?? '')) throw error;
    await copyFile(program, at);
  }
}

/** @throws OperatorError if the provider is not of the version of the npm package, which asks for exactly its own */
export function requireMatchingProvider(): void {
  const { version } = require('@pulumi/kubernetes/package.json') as { version: string };
  if (version === pulumiKubernetesVersion) return;
  throw new OperatorError(
    `[provider] must be of the version of the npm package @pulumi/kubernetes (${version}), is pinned to ${pulumiKubernetesVersion}; change one of package.json and local/toolchain/modules.ts`,
  );
}

/** Content of a YAML file; empty if it is not there. */
export async function readYaml(file: string): Promise<Record<string, unknown>> {
  return existsSync(file) ? ((parse(await readFile(file, 'utf8')) as Record<string, unknown> | null) ?? {}) : {};
}
