import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { Cache } from '../cache';
import { ensureTools } from '../toolchain';
import { type Places, prepareHome, pulumiTools, readYaml, requireMatchingProvider } from './home';
import { Stack, type StackOptions } from './stack';

export type { OperationOptions, StackOptions } from './stack';
export { Stack } from './stack';

/** What of `Pulumi.yaml` matters here. */
interface ProjectFile {
  readonly name: string;
}

/**
 * Opens a stack of this machine, making it if it is not there.
 *
 * Its backend is a folder, its secrets are encrypted with a random passphrase kept beside it, and the committed
 * `Pulumi.<stack>.yaml` is read, never written.
 *
 * @throws OperatorError if a tool cannot be had, or the provider does not match the npm package `@pulumi/kubernetes`
 */
export async function openStack(options: StackOptions): Promise<Stack> {
  requireMatchingProvider();
  const project = resolve(options.project ?? join(__dirname, '..', '..'));
  const cache = options.cache ?? new Cache();
  const tools = await ensureTools(pulumiTools, { cache, report: options.report });
  const folder = join(options.cluster.folder, 'pulumi');
  const places: Places = {
    home: join(folder, 'home'),
    state: join(folder, 'state'),
    passphrase: join(folder, 'passphrase'),
    shadow: join(folder, 'project'),
    configuration: join(folder, `Pulumi.${options.stack}.yaml`),
  };
  await prepareHome(places, tools);
  const { name } = (await readYaml(join(project, 'Pulumi.yaml'))) as unknown as ProjectFile;
  await writeFile(join(places.shadow, 'Pulumi.yaml'), stringify({ name, runtime: 'nodejs' }));
  const stack = new Stack(options, { folder: project, name }, places);
  await stack.initialise();
  return stack;
}
