import { type ChildProcess, execFileSync, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createServer, type Server } from 'node:tls';

import { type DebianPrograms, debianPrograms, missingDebian } from '../../../local/debian';
import { newAuthority, newCertificate } from '../../../stacks/secrets/certificates';
import type { Certificate } from '../run/certificate';
import type { BrokerStart } from './broker-process';

/** A client of Kafka, with librdkafka: its mock cluster speaks the protocol of real brokers over sockets. */
const KCAT: DebianPrograms = { name: 'kcat', packages: ['kcat', 'librdkafka1', 'libyajl2'] };

/** A message as kcat shows it. */
export interface KafkaMessage {
  readonly partition: number;
  readonly offset: number;
  readonly ts: number;
  readonly key: string | null;
  readonly payload: string | null;
}

/** Why there is no Kafka on this machine; undefined if there is one. */
export async function missingKafka(): Promise<string | undefined> {
  const missing = await missingDebian(KCAT);
  if (missing !== undefined) return missing;
  const mayUnshare = spawnSync('unshare', ['--net', 'true']).status === 0;
  return mayUnshare ? undefined : 'the right to make a network (unshare --net)';
}

/**
 * Brokers with topics of four partitions, which are made when somebody asks for them. In front of each stands what takes TLS
 * off, so that it can be unplugged.
 */
export class KafkaCluster {
  private readonly servers: Server[] = [];
  private readonly open = new Set<Socket>();
  private readonly followers: ChildProcess[] = [];

  private constructor(
    private readonly root: string,
    private readonly folder: string,
    private readonly child: ChildProcess,
    private readonly ports: readonly number[],
    /** The certificate of the brokers. */
    readonly certificate: Certificate,
  ) {}

  /** Starts it. */
  static async start(brokers = 3): Promise<KafkaCluster> {
    const root = await debianPrograms(KCAT, { report: console.log });
    const authority = await newAuthority('kafka');
    const pair = await newCertificate(authority, ['localhost', '127.0.0.1']);
    for (let attempt = 0; ; attempt += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'efk-kafka-'));
      const child = fork(join(__dirname, 'broker-process.ts'), {
        execPath: 'unshare',
        execArgv: ['--net', process.execPath, '--require', 'tsx/cjs'],
      });
      child.send({ root, folder, brokers } satisfies BrokerStart);
      const [ports] = await once(child, 'message');
      const cluster = new KafkaCluster(root, folder, child, ports, { ...pair, authority: authority.certificate });
      try {
        await cluster.comeBack();
        return cluster;
      } catch (error) {
        // What is free in one network may be taken in another.
        await cluster.end();
        if (attempt > 5) throw error;
      }
    }
  }

  /** The brokers, as `host:port`. */
  get brokers(): string[] {
    return this.ports.map((port) => `127.0.0.1:${port}`);
  }

  /** Writes a message per line: `key<tab>value`, or the value alone without `keys`. An empty value is none. */
  produce(topic: string, lines: string | Buffer, keys = true): void {
    this.kcat(['-P', '-t', topic, '-Z', '-X', 'message.max.bytes=4000000', ...(keys ? ['-K', '\t'] : [])], lines);
  }

  /** All messages of a topic. */
  consume(topic: string): KafkaMessage[] {
    const lines = this.kcat(['-C', '-t', topic, '-o', 'beginning', '-e', '-q', '-J']).split('\n');
    return lines.filter(Boolean).map((line) => JSON.parse(line) as KafkaMessage);
  }

  /** All messages of a topic from the first on, as they come: a partition keeps 5 MB of them. */
  follow(topic: string): readonly KafkaMessage[] {
    const messages: KafkaMessage[] = [];
    const [program = '', ...args] = this.inNetwork(['-C', '-t', topic, '-o', 'beginning', '-q', '-u', '-J']);
    const child = spawn(program, args, { env: this.env, stdio: ['ignore', 'pipe', 'ignore'] });
    createInterface({ input: child.stdout }).on('line', (line) => messages.push(JSON.parse(line) as KafkaMessage));
    this.followers.push(child);
    return messages;
  }

  /** Nobody reaches a broker any more, or not the one at `index`. */
  leave(index?: number): void {
    const gone = index === undefined ? this.servers : this.servers.slice(index, index + 1);
    for (const server of gone) server.close();
    for (const socket of this.open) {
      if (index === undefined || socket.localPort === this.ports[index]) socket.destroy();
    }
  }

  /** All brokers are reached again. */
  async comeBack(): Promise<void> {
    for (const [index, port] of this.ports.entries()) {
      if (this.servers[index]?.listening) continue;
      const { certificate: cert, privateKey: key } = this.certificate;
      const server = createServer({ cert, key }, (client) =>
        this.join(client, connect(join(this.folder, String(port)))),
      );
      server.on('connection', (socket: Socket) => {
        this.open.add(socket);
        socket.on('close', () => this.open.delete(socket)).on('error', () => undefined);
      });
      server.on('tlsClientError', () => undefined);
      this.servers[index] = server;
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    }
  }

  /** Ends it. */
  async end(): Promise<void> {
    this.leave();
    for (const child of [...this.followers, this.child]) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private join(client: Socket, broker: Socket): void {
    client.pipe(broker).pipe(client);
    client.on('error', () => broker.destroy()).on('close', () => broker.destroy());
    broker.on('error', () => client.destroy()).on('close', () => client.destroy());
  }

  private kcat(args: readonly string[], input: string | Buffer = ''): string {
    const [program = '', ...all] = this.inNetwork(args);
    return execFileSync(program, all, { env: this.env, input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  }

  private get env(): NodeJS.ProcessEnv {
    return { ...process.env, LD_LIBRARY_PATH: join(this.root, 'usr/lib/x86_64-linux-gnu') };
  }

  /** kcat where the brokers are. */
  private inNetwork(args: readonly string[]): string[] {
    const network = `--net=/proc/${this.child.pid}/ns/net`;
    return ['nsenter', network, join(this.root, 'usr/bin/kcat'), '-b', this.brokers.join(','), ...args];
  }
}
