import { readFileSync } from 'node:fs';

import { type FluentdRuntime, inFolder, type RunningFluentd } from '../../../local/fluentd';
import { adapt } from '../../../local/fluentd/configuration';
import type { Certificate } from './certificate';
import type { Configuration } from './configuration';
import { get } from './metrics';

/** What a pod of Fluentd is given. */
export interface PodSpec {
  /** Everything that is on the node lies below it. */
  readonly folder: string;

  /** What is mounted at `/fluentd/etc` and `/fluentd/plugins`. */
  readonly configuration: Configuration;

  /** With what it serves its metrics. */
  readonly certificate: Certificate;

  /** The authority of the server that it sends to, as PEM. */
  readonly authority: string;

  /** Further files by their path in the container. @default - none */
  readonly files?: Readonly<Record<string, string>>;

  /** Further environment variables. @default - none */
  readonly environment?: Readonly<Record<string, string>>;

  /** As whom it signs in. @default - as one whom the stand-in knows */
  readonly user?: { readonly username: string; readonly password: string };
}

/** Time after SIGTERM in which Fluentd must have ended, as in the pod. In seconds. */
const GRACE = 60;

/** One Fluentd after the other on the same node, as the kubelet restarts the container of a pod. */
export class FluentdPod {
  private running: RunningFluentd | undefined;
  private readonly watch: NodeJS.Timeout;
  private ended = 0;
  private peak = 0;
  private lines: string[] = [];

  constructor(
    private readonly runtime: FluentdRuntime,
    private readonly spec: PodSpec,
  ) {
    this.watch = setInterval(async () => {
      const bytes = (await this.running?.residentMemory()) ?? 0;
      this.peak = Math.max(this.peak, bytes / 2 ** 20);
    }, 200);
  }

  /** The folder that is `/var/log/pods` to Fluentd. */
  get pods(): string {
    return inFolder(this.spec.folder, '/var/log/pods');
  }

  /** The folder of what outlives a container. */
  get state(): string {
    return inFolder(this.spec.folder, '/var/lib/fluentd');
  }

  /** Where the container serves its metrics, as `host:port`; another port for each container. */
  get metricsAddress(): string {
    return new URL(this.running?.metricsUrl ?? '').host;
  }

  /** The authority of the certificate of its metrics. */
  get authority(): string {
    return this.spec.certificate.authority;
  }

  /** Most resident memory of all processes together so far. In MiB. */
  get memory(): number {
    return this.peak;
  }

  /** Log of all containers. */
  get log(): readonly string[] {
    return [...this.lines, ...(this.running?.log.lines() ?? [])];
  }

  /** Starts a container; nobody waits until it is ready. */
  async start(): Promise<void> {
    const { folder, configuration, certificate, authority, files, environment, user } = this.spec;
    this.running = await this.runtime.launch({
      ...configuration,
      folder,
      files: {
        '/fluentd/tls/ca.crt': authority,
        '/fluentd/tls/tls.crt': certificate.certificate,
        '/fluentd/tls/tls.key': certificate.privateKey,
        ...files,
      },
      environment: {
        K8S_NODE_NAME: 'node-1',
        // Where its metrics are served.
        POD_NAME: 'localhost',
        FORWARD_SHARED_KEY: 'what agents and aggregators of tests know',
        REDACTION_KEY: 'a key of tests with more than thirty-two bytes',
        ELASTICSEARCH_USERNAME: user?.username ?? 'fluentd',
        ELASTICSEARCH_PASSWORD: user?.password ?? 'secret',
        ...environment,
      },
    });
  }

  /** Waits until it reads. */
  async ready(): Promise<void> {
    await this.running?.ready();
  }

  /** SIGTERM, and a new container. */
  async terminate(): Promise<void> {
    await this.running?.stop(GRACE);
    await this.account();
    await this.start();
  }

  /** SIGTERM, and no container follows until one is started. */
  async end(): Promise<void> {
    await this.running?.stop(GRACE);
    await this.account();
  }

  /** Runs one of its programs beside it, as a hook of the container; there process 1 is Fluentd. Returns what it says. */
  async runHook(file: string): Promise<string> {
    const { folder } = this.spec;
    const text = adapt(readFileSync(inFolder(folder, file), 'utf8'), folder, 0);
    const own = text.replace(/(Process\.kill\(:\w+, )1\)/, `$1${this.running?.supervisor})`);
    const { code, stdout, stderr } = await this.runtime.run('ruby', ['-e', own], { folders: [folder] });
    if (code !== 0) throw new Error(`the hook ended with exit code ${code}:\n${stderr}`);
    return stdout.trim();
  }

  /** SIGKILL to all processes, and a new container. */
  async kill(): Promise<void> {
    await this.running?.kill();
    await this.account();
    await this.start();
  }

  /** @throws Error with the end of the log, if Fluentd has ended on its own */
  check(): void {
    if (this.running && !this.running.isRunning) {
      throw new Error(`Fluentd has ended on its own; the end of its log:\n${this.running.log.tail()}`);
    }
  }

  /** Processor time of all containers so far. In seconds. */
  async cpuSeconds(): Promise<number> {
    return this.ended + ((await this.running?.cpuSeconds()) ?? 0);
  }

  /** The text of the metrics that the container serves now. */
  async metrics(): Promise<string> {
    return get(this.running?.metricsUrl ?? '', this.spec.certificate.authority);
  }

  /** The last container ends. */
  async remove(): Promise<void> {
    clearInterval(this.watch);
    await this.running?.kill();
  }

  private async account(): Promise<void> {
    this.ended += (await this.running?.cpuSeconds()) ?? 0;
    this.lines = [...this.log];
    this.running = undefined;
  }
}
