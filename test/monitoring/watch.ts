import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';

import type { RuleFile } from '../../constructs/monitoring';
import { freePorts } from '../../local/cluster/ports';
import { findPrometheus } from '../../local/prometheus';

/** An alert as Alertmanager sends it. */
export interface ReceivedAlert {
  readonly status: 'firing' | 'resolved';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** What is scraped, and with what its certificate is checked. */
export interface Target {
  /** `host:port`. */
  readonly address: string;

  /** Authority of its certificate, PEM. */
  readonly authority: string;
}

/** As the operator gives them to every pod: the metrics of workloads have a namespace and a container of their own. */
export const TARGET_LABELS = {
  namespace: 'logging-agents',
  pod: 'fluentd-a',
  node: 'node-a',
  container: 'fluentd',
  endpoint: 'metrics',
  instance: 'fluentd-a',
};

/** A real Prometheus and a real Alertmanager, which sends what it has to say to this process. */
export class Watch {
  /** Every alert that was sent, in the order in which they came. */
  readonly received: ReceivedAlert[] = [];

  private readonly folder = mkdtempSync(join(tmpdir(), 'efk-watch-'));
  private readonly children: ChildProcess[] = [];
  private output = '';

  private constructor(
    private readonly receiver: Server,
    private readonly port: number,
  ) {}

  /** Starts both. `intervals` are those of scraping and of evaluating rules. */
  static async start(rules: RuleFile, target: Target, interval: string): Promise<Watch> {
    const { prometheus, alertmanager } = await findPrometheus();
    const receiver = createServer();
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const [port = 0, alertmanagerPort = 0] = await freePorts(2);
    const watch = new Watch(receiver, port);
    receiver.on('request', (request, response) => {
      let text = '';
      request.on('data', (part) => {
        text += part;
      });
      request.on('end', () => {
        watch.received.push(...(JSON.parse(text) as { alerts: ReceivedAlert[] }).alerts);
        response.end();
      });
    });
    const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    watch.write('alertmanager.yml', {
      route: { receiver: 'test', group_by: ['...'], group_wait: '1s', group_interval: '5s' },
      receivers: [{ name: 'test', webhook_configs: [{ url: hook }] }],
    });
    watch.write('rules.yml', rules);
    writeFileSync(join(watch.folder, 'ca.crt'), target.authority);
    watch.write('prometheus.yml', {
      global: { scrape_interval: interval, evaluation_interval: interval },
      rule_files: ['rules.yml'],
      alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${alertmanagerPort}`] }] }] },
      scrape_configs: [
        {
          job_name: 'fluentd',
          scheme: 'https',
          honor_labels: true,
          tls_config: { ca_file: 'ca.crt', server_name: 'localhost' },
          file_sd_configs: [{ files: ['targets.json'] }],
        },
      ],
    });
    watch.scrape(target.address);
    watch.run(alertmanager, [
      '--config.file=alertmanager.yml',
      `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
      '--cluster.listen-address=',
      '--storage.path=alertmanager',
    ]);
    watch.run(prometheus, [
      '--config.file=prometheus.yml',
      `--web.listen-address=127.0.0.1:${port}`,
      '--storage.tsdb.path=prometheus',
    ]);
    return watch;
  }

  /** From now on this is scraped. */
  scrape(address: string): void {
    writeFileSync(join(this.folder, 'targets.json'), JSON.stringify([{ targets: [address], labels: TARGET_LABELS }]));
  }

  /** What a query gives now: the values of its series by their labels. */
  async query(expression: string): Promise<{ metric: Readonly<Record<string, string>>; value: number }[]> {
    const url = `http://127.0.0.1:${this.port}/api/v1/query?query=${encodeURIComponent(expression)}`;
    const { data } = (await (await fetch(url)).json()) as {
      data: { result: { metric: Record<string, string>; value: [number, string] }[] };
    };
    return data.result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
  }

  /** What both have said. */
  get log(): string {
    return this.output;
  }

  /** Ends both, and removes what they have stored. */
  async end(): Promise<void> {
    for (const child of this.children) {
      if (child.exitCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    this.receiver.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(name: string, content: unknown): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, name), Yaml.stringify(content));
  }

  private run(program: string, args: readonly string[]): void {
    const child = spawn(program, args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (this.output += text));
    process.once('exit', () => child.kill('SIGKILL'));
    this.children.push(child);
  }
}
