import { type Command, InvalidArgumentError } from 'commander';
import { type Environment, environmentNamed } from '../environments';
import { type Cluster, startCluster } from '../local/cluster';
import type { Topology } from '../local/cluster/nodes';
import { OperatorError } from '../local/errors';
import { openStack, type Stack } from '../local/pulumi';
import { ensureTools } from '../local/toolchain';
import { onPath } from '../local/toolchain/find';
import { clusterName } from './down';
import { interruptible } from './shared/interruption';
import { progressFilter } from './shared/progress';
import { bold, columns } from './shared/terminal';
import { workloadTable } from './shared/workloads';

/** Fewest simulated nodes of a cluster without zones and of each zone: enough to see pods spread. */
const fewestNodes = { withoutZones: 3, perZone: 2 };

interface UpOptions {
  readonly port?: number;
  readonly json?: boolean;
}

/** `efk up`. */
export function registerUp(program: Command): void {
  program
    .command('up')
    .description('deploy an environment to a cluster on this machine; needs no cluster, no container engine, no root')
    .argument('[environment]', 'a name of environments/', 'dev')
    .option('--port <port>', 'port of the API server (default: a free one)', parsePort)
    .option('--json', 'how to reach what was deployed, for programs')
    .addHelpText(
      'after',
      `
The cluster is a real API server, scheduler and controller manager with simulated nodes: admission, scheduling, volumes
and rollouts are real, but no container runs. To run Elasticsearch itself, use your own cluster, see below.

Examples:
  npm run up                    deploy dev
  npm run up -- production      deploy production: more nodes, three zones
  npm run up -- dev --port 6443

Exit codes: 0 deployed, 1 it failed, 2 an environment that is not valid.

On your own cluster (kind, k3d, a cloud's):
  KUBECONFIG=~/.kube/config pulumi up --stack dev`,
    )
    .action(up);
}

async function up(environmentName: string, { port, json }: UpOptions): Promise<void> {
  const environment = environmentNamed(environmentName);
  const again = upCommand(environmentName);
  const report = (line: string) => console.error(line);

  await interruptible(`\`${again}\` goes on from there, \`npm run down\` removes everything`, async (interruption) => {
    const cluster = await startCluster({ name: clusterName(environmentName), ...topology(environment), port, report });
    const stack = await openStack({ cluster, stack: environmentName, report });
    report(`stack ${environmentName}: ${cluster.reused ? 'updating' : 'deploying'} with Pulumi`);
    const show = progressFilter(report);
    const result = await interruption.during('Pulumi finishes what it has begun and saves the state', (signal) =>
      stack.up({ onLine: show, signal, args: ['--suppress-outputs'] }),
    );
    if (result.code !== 0) {
      throw new OperatorError(
        `[up] Pulumi could not deploy ${environmentName} (exit code ${result.code}), the reason stands above; what it made stays, so correct the cause and run \`${again}\``,
      );
    }
    console.log(json ? await summaryJson(cluster, stack) : await summary(environmentName, cluster, stack));
  });
}

/** Nodes for the widest node set and every storage class that is asked for. */
function topology({ elasticsearch }: Environment): Topology {
  const zones = elasticsearch.zones ?? [];
  const widest = Math.max(...elasticsearch.nodeSets.map(({ replicas }) => replicas));
  const classes = [elasticsearch.storageClass, ...elasticsearch.nodeSets.map(({ storageClass }) => storageClass)];
  return {
    zones,
    nodesPerZone:
      zones.length === 0
        ? Math.max(fewestNodes.withoutZones, widest)
        : Math.max(fewestNodes.perZone, Math.ceil(widest / zones.length)),
    storageClasses: classes.filter((name) => name !== undefined),
  };
}

async function summaryJson({ name, server, kubeconfig }: Cluster, stack: Stack): Promise<string> {
  return JSON.stringify({ cluster: name, server, kubeconfig, outputs: await stack.outputs() }, null, 2);
}

async function summary(environment: string, cluster: Cluster, stack: Stack): Promise<string> {
  const outputs = Object.entries(await stack.outputs()).map(([name, value]) => `  ${name}: ${plain(value)}`);
  const installed = onPath('kubectl', process.env);
  const kubectl = installed === undefined ? (await ensureTools(['kubectl'])).kubectl : 'kubectl';
  const next = [
    [`${kubectl} get pods --all-namespaces`, 'look around'],
    [upCommand(environment), 'deploy a change: only what differs is touched'],
    [`pulumi up --stack ${environment}`, 'deploy to your own cluster, with your own KUBECONFIG'],
    ['npm run down', 'remove the cluster and everything it made'],
  ];
  return `
${bold(`${environment} is deployed to the cluster ${cluster.name} (${cluster.server})`)}

${await workloadTable(cluster)}

${bold('Outputs')}
${outputs.join('\n')}

${bold('Next')}
  export KUBECONFIG=${cluster.kubeconfig}
${columns(next)}

No container runs: the nodes are simulated, their pods are ready because they are scheduled.`;
}

function upCommand(environment: string): string {
  return environment === 'dev' ? 'npm run up' : `npm run up -- ${environment}`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new InvalidArgumentError('It must be a whole number from 1 to 65535.');
}
