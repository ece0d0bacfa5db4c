import { join } from 'node:path';
import type { Command } from 'commander';
import { Cache, removeFolder } from '../local/cache';
import { stopCluster } from '../local/cluster';

interface DownOptions {
  readonly tools?: boolean;
  readonly json?: boolean;
}

/** `efk down`. */
export function registerDown(program: Command): void {
  program
    .command('down')
    .description('remove the clusters of this machine and everything they made')
    .argument('[environment]', 'environment whose cluster to remove (default: all)')
    .option('--json', 'the folders that were removed, for programs')
    .option('--tools', 'remove the cached tools as well; the next `up` gets them again, which may take minutes')
    .addHelpText(
      'after',
      `
Only what \`efk up\` made on this machine is removed: processes, data, volumes, state. Your own clusters are not touched.

Exit codes: 0 done, 1 something cannot be removed.

Examples:
  npm run down                  remove all clusters
  npm run down -- production    remove one
  npm run down -- --tools       remove the tools as well`,
    )
    .action(down);
}

async function down(environment: string | undefined, { tools, json }: DownOptions): Promise<void> {
  const cache = new Cache();
  // Clusters of other names were not made by `efk up`: tests and programs that use local/ remove their own.
  const ours = (await cache.clusters()).filter((name) => name.startsWith(clusterName('')));
  const clusters = environment === undefined ? ours : [clusterName(environment)];
  const removed: string[] = [];
  for (const cluster of clusters) {
    if (process.stderr.isTTY) console.error(`cluster ${cluster}: stopping and removing`);
    removed.push(...(await stopCluster(cluster, cache)));
  }
  for (const folder of tools ? cache.folders(['tools', 'fluentd', 'tmp', 'locks']) : []) {
    await removeFolder(folder);
    removed.push(folder);
  }
  if (json) console.log(JSON.stringify({ removed }, null, 2));
  else if (removed.length === 0) console.log(`Nothing to remove in ${join(cache.root, 'clusters')}.`);
  else console.log(['Removed:', ...removed.map((path) => `  ${path}`)].join('\n'));
}

/** Name of the cluster of an environment. */
export function clusterName(environment: string): string {
  return `efk-${environment}`;
}
