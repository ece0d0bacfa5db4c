import { onTestFinished } from 'vitest';

import type { LiveCluster } from './cluster';

/** Asks for the status of a cluster several times a second until it is told to stop, or the test ends in which it was made. */
export class StatusLog {
  private readonly counts: Record<string, number> = {};
  private stopping = false;

  constructor(private readonly cluster: LiveCluster) {
    void this.loop();
    onTestFinished(() => {
      this.stopping = true;
    });
  }

  /** How often the cluster was green, yellow and red, and how often nobody could say (`unknown`). */
  stop(): Readonly<Record<string, number>> {
    this.stopping = true;
    return this.counts;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const status = await this.status();
      this.counts[status] = (this.counts[status] ?? 0) + 1;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  /** What the first node says that knows it: one that starts answers before it has joined. */
  private async status(): Promise<string> {
    for (const { ports } of this.cluster.nodes) {
      const call = this.cluster.call('GET', '/_cluster/health?master_timeout=2s', { port: ports.http });
      const answer = await call.catch(() => undefined);
      if (answer?.status === 200) return answer.body.status;
    }
    return 'unknown';
  }
}
