import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { newValues, secretData, type Values } from '../../stacks/secrets';
import { type Answer, type Call, eventually, send } from './client';
import type { Distribution } from './distribution';
import { ElasticsearchNode, freePorts, type ProbeResult } from './elasticsearch-node';
import { type Rendered, render } from './rendered';
import { mountVolume } from './volume';

const SUPERUSER = 'elasticsearch-superuser';

/** Settings of modules that the distribution lacks; it would refuse to start with them. */
const SETTINGS_OF_MISSING_MODULES = /^(ingest\.geoip|xpack\.(ml|watcher|profiling|monitoring))\..*\n/gm;

/** Three real nodes that run what an environment renders; ports, paths and addresses are this machine's, nothing else. */
export class LiveCluster {
  /** What the environment renders to. */
  readonly rendered: Rendered;

  /** The nodes, in the order of a rolling restart. */
  nodes: ElasticsearchNode[] = [];

  /** What the Secrets are made of; after a change, `mountSecrets` hands it to the nodes. */
  values: Values = {};

  constructor(private readonly distribution: Distribution) {
    this.rendered = render(distribution.version);
  }

  /** Makes the volumes of all pods, starts the nodes at once, as a parallel StatefulSet does, and waits until they are ready. */
  async start(): Promise<void> {
    this.values = await newValues(this.rendered.secrets);
    for (const podName of this.rendered.podNames) {
      const root = join(this.distribution.work, podName);
      this.nodes.push(new ElasticsearchNode(podName, await freePorts(), this.distribution, root));
    }
    for (const node of this.nodes) {
      for (const directory of ['data', 'logs', 'tmp', 'mnt/settings'])
        mkdirSync(join(node.root, directory), { recursive: true });
      writeFileSync(join(node.root, 'mnt/settings/elasticsearch.yml'), this.settings(node));
      mountVolume(join(node.root, 'mnt/config/roles'), this.rendered.configMap('elasticsearch-roles'));
      mountVolume(join(node.root, 'mnt/scripts'), this.rendered.configMap('elasticsearch-scripts'));
    }
    this.mountSecrets();
    for (const node of this.nodes) this.startNode(node);
    await Promise.all(this.nodes.map((node) => this.untilReady(node)));
  }

  /** Ends all nodes, for good. */
  async remove(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()));
    rmSync(this.distribution.work, { recursive: true, force: true });
  }

  /** Runs the init container of a pod and then the pod, on its old volumes if it had any. */
  startNode(node: ElasticsearchNode): void {
    node.prepare(this.rendered.configMap('elasticsearch-scripts')['prepare.sh'] ?? '');
    node.start();
  }

  /** Runs the readiness probe of a pod. */
  async probe(node: ElasticsearchNode): Promise<ProbeResult> {
    return node.probe(this.rendered.readiness);
  }

  /**
   * Waits until a pod is ready, as its StatefulSet does before it stops the next one.
   *
   * @throws Error with what the probe says last and the end of the node's log, if the node stops or time runs out
   */
  async untilReady(node: ElasticsearchNode, seconds = 600): Promise<void> {
    await node.untilJoined(seconds);
    const { code, output } = await eventually(
      seconds,
      () => this.probe(node),
      (result) => result.code === 0 || !node.running,
    );
    if (code !== 0) throw new Error(`${node.podName} is not ready: ${output}\n${node.log}`);
  }

  /** Updates the Secrets in all pods, as the kubelet does. */
  mountSecrets(nodes: readonly ElasticsearchNode[] = this.nodes): void {
    for (const { root } of nodes) {
      mountVolume(join(root, 'mnt/config/tls/http'), this.secret('elasticsearch-http-tls'));
      mountVolume(join(root, 'mnt/config/tls/transport'), this.secret('elasticsearch-transport-tls'));
      mountVolume(join(root, 'mnt/config/file-realm'), this.secret('elasticsearch-file-realm'));
      mountVolume(join(root, 'mnt/readiness'), this.secret('elasticsearch-readiness'));
    }
  }

  /** Content of a Secret of the environment. */
  secret(name: string): Record<string, string> {
    const spec = this.rendered.secrets.find((candidate) => candidate.name === name);
    if (!spec) throw new Error(`no secret ${name}`);
    return secretData(spec, this.values);
  }

  /** Header by which the user of a Secret authenticates. */
  basic(secret: string): string {
    const { username, password } = this.secret(secret);
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  /** The authorities that clients are told to trust. */
  get ca(): string {
    return this.secret('elasticsearch-http-tls')['ca.crt'] ?? '';
  }

  /** Calls the first node that runs, as the superuser unless said otherwise. */
  async call(method: string, path: string, { body, ...other }: Partial<Call> = {}): Promise<Answer> {
    const node = this.nodes.find(({ running }) => running) ?? this.nodes[0];
    const call = { port: node?.ports.http ?? 0, ca: this.ca, authorization: this.basic(SUPERUSER), ...other };
    return send({ ...call, method, path, ...(body !== undefined && { body }) });
  }

  /** Number of documents of a data stream that can be found. */
  async count(dataStream: string): Promise<number> {
    await this.call('POST', `/${dataStream}/_refresh`);
    return (await this.call('GET', `/${dataStream}/_count`)).body.count ?? 0;
  }

  /** Waits until the cluster has `nodes` nodes and every copy of every shard. */
  async untilGreen(nodes: number, seconds = 180): Promise<Answer['body']> {
    const healthy = ({ body }: Answer) => body.status === 'green' && body.number_of_nodes === nodes;
    const call = () =>
      this.call('GET', '/_cluster/health').catch((error) => ({ status: 0, body: { error }, certificate: '' }));
    const { body } = await eventually(seconds, call, healthy);
    return body;
  }

  /** The node that is master. */
  async master(): Promise<ElasticsearchNode> {
    const { body } = await this.call('GET', '/_cluster/state/master_node,nodes');
    const name = body.nodes[body.master_node].name;
    return this.nodes.find(({ podName }) => podName === name) as ElasticsearchNode;
  }

  private settings({ root, ports }: ElasticsearchNode): string {
    const seeds = this.nodes.map((node) => `127.0.0.1:${node.ports.transport}`).join(', ');
    const yaml = this.rendered.configMap('elasticsearch-node')['elasticsearch.yml'] ?? '';
    return `${yaml}http.port: ${ports.http}\ntransport.port: ${ports.transport}\n`
      .replaceAll('/usr/share/elasticsearch', root)
      .replace('network.host: 0.0.0.0', 'network.host: 127.0.0.1')
      .replace('- elasticsearch-discovery.logging.svc', `[${seeds}]`)
      .replace('readiness.port: 8080', `readiness.port: ${ports.readiness}`)
      .replace(SETTINGS_OF_MISSING_MODULES, '');
  }
}
