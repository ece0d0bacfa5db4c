import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';

/** Artifact of Maven Central: the server with its security module, and without lifecycle management and ingest. */
const ARTIFACT = 'org.elasticsearch.distribution.integ-test-zip:elasticsearch:9.5.0:zip';

/** Elasticsearch refuses to run as root. */
const UNPRIVILEGED = 1000;

/** Directories of Java 25, which the distribution does not bring along. */
export function javaHome(): string | undefined {
  const installed = existsSync('/usr/lib/jvm')
    ? readdirSync('/usr/lib/jvm').filter((name) => name.includes('-25-'))
    : [];
  return process.env.ES_JAVA_HOME ?? installed.map((name) => join('/usr/lib/jvm', name))[0];
}

/** Downloads and unpacks the distribution below `directory`, or throws with what is missing. */
export function unpackDistribution(directory: string): string {
  execFileSync('mvn', ['-q', 'dependency:copy', `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${directory}`]);
  execFileSync('unzip', ['-q', '-o', join(directory, 'elasticsearch-9.5.0.zip'), '-d', directory]);
  return join(directory, 'elasticsearch-9.5.0');
}

/** Writes `files` as the kubelet mounts a Secret or ConfigMap: links to a directory that is replaced as a whole. */
export function mountVolume(directory: string, files: Readonly<Record<string, string>>): void {
  const version = `..version-${process.hrtime.bigint()}`;
  mkdirSync(join(directory, version), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(directory, version, name), content);
    if (!existsSync(join(directory, name))) symlinkSync(join('..data', name), join(directory, name));
  }
  symlinkSync(version, join(directory, '..data_tmp'));
  renameSync(join(directory, '..data_tmp'), join(directory, '..data'));
}

/** A real node, run from the files that a pod would have. */
export class ElasticsearchNode {
  private child?: ChildProcess;

  /**
   * @param home the unpacked distribution
   * @param root directory that stands for the pod's volumes: `mnt/config`, `data`, `logs`
   * @param variables environment of the container
   */
  constructor(
    private readonly home: string,
    private readonly root: string,
    private readonly variables: Readonly<Record<string, string>>,
  ) {}

  /** Runs the script of the init container, with the pod's paths below `root`. */
  prepare(script: string): string {
    const text = this.relocated(script);
    writeFileSync(join(this.root, 'prepare.sh'), text);
    return execFileSync('sh', [join(this.root, 'prepare.sh')], {
      env: { ...process.env, ...this.variables },
    }).toString();
  }

  /** Runs the command of the pre-stop hook. */
  preStop(script: string, readinessPort: number): void {
    const text = this.relocated(script)
      .replace('/8080', `/${readinessPort}`)
      .replace(/sleep \d+/, 'true');
    execFileSync('bash', ['-c', text]);
  }

  /** Starts the node; does not wait for it. */
  start(): void {
    const asRoot = process.getuid?.() === 0;
    if (asRoot) chownAll(this.root);
    const log = join(this.root, 'stdout.log');
    this.child = spawn('bash', ['-c', `exec "${this.home}/bin/elasticsearch" > "${log}" 2>&1`], {
      env: {
        ...process.env,
        ...this.variables,
        ES_JAVA_HOME: javaHome(),
        ES_PATH_CONF: join(this.root, 'mnt/config'),
        ES_JAVA_OPTS: '-Xms512m -Xmx512m',
        ES_TMPDIR: join(this.root, 'tmp'),
      },
      ...(asRoot && { uid: UNPRIVILEGED, gid: UNPRIVILEGED }),
    });
  }

  /** Stops the node and waits until it is gone. */
  async stop(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await exited;
  }

  /**
   * Waits until something listens on `port`, as a `tcpSocket` probe does.
   *
   * @throws Error with the end of the node's log, if the node stops or time runs out
   */
  async untilOpen(port: number, seconds: number): Promise<void> {
    for (let second = 0; second < seconds && this.child?.exitCode === null; second += 1) {
      if (await isOpen(port)) return;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    throw new Error(readFileSync(join(this.root, 'stdout.log'), 'utf8').slice(-8_000));
  }

  private relocated(script: string): string {
    return script
      .replaceAll('/usr/share/elasticsearch/config', join(this.home, 'config'))
      .replaceAll('/usr/share/elasticsearch', this.root)
      .replaceAll('/mnt/', `${this.root}/mnt/`);
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(() => resolve(true)));
    socket.on('error', () => resolve(false));
  });
}

function chownAll(path: string): void {
  execFileSync('chown', ['-R', `${UNPRIVILEGED}:${UNPRIVILEGED}`, path]);
}
