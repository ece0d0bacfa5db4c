import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';

import { type Distribution, UNPRIVILEGED } from './distribution';
import type { Rendered } from './rendered';

/** Where a node listens. */
export interface Ports {
  /** HTTP API. */
  readonly http: number;

  /** Traffic between nodes. */
  readonly transport: number;

  /** Opens when the node has joined a cluster. */
  readonly readiness: number;
}

/** What a readiness probe came to. */
export interface ProbeResult {
  /** Exit code: 0 if the pod is ready. */
  readonly code: number;

  /** What it printed. */
  readonly output: string;
}

/** A real node, run from the files that its pod would have. */
export class ElasticsearchNode {
  private child?: ChildProcess;

  /**
   * @param podName name of the pod and of the node
   * @param ports where it listens
   * @param distribution what runs
   * @param root directory that stands for the pod's volumes: `mnt/config`, `mnt/settings`, `data`, `logs`, `tmp`
   */
  constructor(
    readonly podName: string,
    readonly ports: Ports,
    private readonly distribution: Distribution,
    readonly root: string,
  ) {}

  /** Runs the script of the init container, with the pod's paths below `root`. */
  prepare(script: string): void {
    writeFileSync(join(this.root, 'prepare.sh'), this.relocated(script));
    execFileSync('sh', [join(this.root, 'prepare.sh')], { env: { ...process.env, ...this.variables() } });
  }

  /** Runs the command of the pre-stop hook; what it waits for is the business of Services, which there are none of here. */
  preStop(script: string): void {
    const text = this.relocated(script)
      .replace('/8080', `/${this.ports.readiness}`)
      .replace(/sleep \d+/, 'true');
    execFileSync('bash', ['-c', text]);
  }

  /** Starts the node; does not wait for it. */
  start(): void {
    if (!this.child) this.tie();
    if (this.user) execFileSync('chown', ['-R', `${UNPRIVILEGED}:${UNPRIVILEGED}`, this.root]);
    const log = join(this.root, 'stdout.log');
    this.child = spawn('bash', ['-c', `exec "${this.distribution.home}/bin/elasticsearch" >> "${log}" 2>&1`], {
      // A group of its own: the launcher starts the server as a child, and a killed pod loses both.
      detached: true,
      env: {
        ...process.env,
        ...this.variables(),
        ES_JAVA_HOME: this.distribution.javaHome,
        ES_PATH_CONF: join(this.root, 'mnt/config'),
        ES_JAVA_OPTS: '-Xms512m -Xmx512m',
        ES_TMPDIR: join(this.root, 'tmp'),
        // The program that starts Elasticsearch has a Java of its own, which does not know ES_TMPDIR.
        CLI_JAVA_OPTS: `-Djava.io.tmpdir=${join(this.root, 'tmp')}`,
      },
      ...this.user,
    });
  }

  /** Ends the node with the tests, however those end. */
  private tie(): void {
    process.once('exit', () => this.signalGroup('SIGKILL'));
    if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', () => process.exit(143));
  }

  private signalGroup(signal: NodeJS.Signals): void {
    if (this.child?.pid && this.running) process.kill(-this.child.pid, signal);
  }

  /** Whether the process is there. */
  get running(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Stops the node in order (SIGTERM) and waits until it is gone. */
  async stop(): Promise<void> {
    if (!this.child || !this.running) return;
    const exited = new Promise((resolve) => this.child?.once('exit', resolve));
    this.child.kill('SIGTERM');
    await exited;
  }

  /** Takes the node away without warning (SIGKILL), the launcher and the server, and waits until it is gone. */
  async kill(): Promise<void> {
    if (!this.child || !this.running) return;
    const exited = new Promise((resolve) => this.child?.once('exit', resolve));
    this.signalGroup('SIGKILL');
    await exited;
    // The launcher is gone; on a busy machine the server takes a moment longer to leave its ports.
    while (await isOpen(this.ports.transport)) await new Promise((resolve) => setTimeout(resolve, 100));
  }

  /** Runs the readiness probe in the pod, with its paths below `root`, its ports, and this process as the first one. */
  async probe({ command, timeoutSeconds }: Rendered['readiness']): Promise<ProbeResult> {
    const [shell = '', path = ''] = command;
    const script = readFileSync(path.replace('/mnt/', `${this.root}/mnt/`), 'utf8')
      .replaceAll('/tmp/', `${this.root}/tmp/`)
      .replaceAll('/usr/share/elasticsearch/config', join(this.root, 'mnt/config'))
      .replaceAll('"/mnt/', `"${this.root}/mnt/`)
      .replace('/127.0.0.1/8080', `/127.0.0.1/${this.ports.readiness}`)
      .replace(':9200/', `:${this.ports.http}/`)
      .replaceAll('/proc/1/', `/proc/${this.child?.pid}/`);
    const file = join(this.root, 'readiness.sh');
    // There are no Services here, so none that would be without pods.
    writeFileSync(file, `getent() { true; }\n${script}`);
    const options = { timeout: timeoutSeconds * 1_000, ...this.user };
    return new Promise((resolve) => {
      const child = execFile(shell, [file], options, (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
      );
    });
  }

  /** End of what the node has printed. */
  get log(): string {
    return readFileSync(join(this.root, 'stdout.log'), 'utf8').slice(-8_000);
  }

  /**
   * Waits until the readiness port is open: the node has joined a cluster, whatever the state of its shards.
   *
   * @throws Error with the end of the node's log, if the node stops or time runs out
   */
  async untilJoined(seconds: number): Promise<void> {
    for (let second = 0; second < seconds && this.running; second += 0.5) {
      if (await isOpen(this.ports.readiness)) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`${this.podName} has not joined:\n${this.log}`);
  }

  /** The user of the pod, if this process may choose. */
  private get user(): { uid: number; gid: number } | undefined {
    return process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : undefined;
  }

  private variables(): Record<string, string> {
    return { POD_NAME: this.podName, POD_IP: '127.0.0.1', NODE_NAME: `machine-of-${this.podName}` };
  }

  private relocated(script: string): string {
    return script
      .replaceAll('/usr/share/elasticsearch/config', join(this.distribution.home, 'config'))
      .replaceAll('/usr/share/elasticsearch', this.root)
      .replaceAll('/mnt/', `${this.root}/mnt/`);
  }
}

/** Ports that nothing listens on. */
export async function freePorts(): Promise<Ports> {
  const servers = [0, 0, 0].map(() => createServer().listen(0, '127.0.0.1'));
  const ports = await Promise.all(
    servers.map(async (server) => {
      if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
      return (server.address() as AddressInfo).port;
    }),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  const [http = 0, transport = 0, readiness = 0] = ports;
  return { http, transport, readiness };
}

async function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(() => resolve(true)));
    socket.on('error', () => resolve(false));
  });
}
