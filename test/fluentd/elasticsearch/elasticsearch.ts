import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Faults } from './faults';
import type { Command, OwnProcessOptions, Report } from './own-process';

/** A stand-in in a process of its own, so that what a test does cannot slow down its answers. */
export class Elasticsearch {
  private readonly child = fork(join(__dirname, 'own-process.ts'), { execArgv: ['--require', 'tsx/cjs'] });
  private readonly ended = once(this.child, 'exit');
  private last: Promise<unknown> = Promise.resolve();
  private first: Report | undefined;

  private constructor() {}

  /** Starts one on a free port. */
  static async start(options: OwnProcessOptions = {}): Promise<Elasticsearch> {
    const elasticsearch = new Elasticsearch();
    elasticsearch.first = await elasticsearch.tell({ name: 'start', options });
    return elasticsearch;
  }

  /** Its address and the authority of its certificate, as PEM. */
  get endpoint(): Report['endpoint'] {
    if (!this.first) throw new Error('Elasticsearch was not started');
    return this.first.endpoint;
  }

  /** What goes wrong from now on. Documents whose message matches `refused` get status 400 in every form. */
  async fail(faults: Omit<Faults, 'refuse'>, refused?: RegExp): Promise<void> {
    await this.tell({ name: 'fail', faults, ...(refused && { refused: refused.source }) });
  }

  /** Refuses connections until `comeBack`. */
  async leave(): Promise<void> {
    await this.tell({ name: 'leave' });
  }

  /** Takes connections again, on the same port. */
  async comeBack(): Promise<void> {
    await this.tell({ name: 'comeBack' });
  }

  /** What came in until now. */
  async report(): Promise<Report> {
    return (await this.tell({ name: 'report' })) as Report;
  }

  /** Ends it. */
  async stop(): Promise<void> {
    if (this.child.connected) this.child.disconnect();
    await this.ended;
  }

  /** One after the other, so that an answer is that of its command. */
  private async tell(command: Command): Promise<Report | undefined> {
    const answer = this.last.then(async () => {
      this.child.send(command);
      const [{ report }] = (await Promise.race([once(this.child, 'message'), this.ended.then(gone)])) as [
        { report?: Report },
      ];
      return report;
    });
    this.last = answer.catch(() => undefined);
    return answer;
  }
}

function gone(): never {
  throw new Error('the process of the stand-in has ended');
}
