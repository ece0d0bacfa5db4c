import type { IncomingMessage, ServerResponse } from 'node:http';

/** Labels of a pod. */
export type PodLabels = Readonly<Record<string, string>>;

const PATH = '/api/v1/pods';

/** Stands where the API server would be: tells the pods of a trial to the collector that watches those of its node. */
export class TrialPods {
  private readonly events: string[] = [];
  private readonly watches = new Set<ServerResponse>();

  /** Tells a pod, before there are logs of it. */
  add(uid: string, name: string, labels: PodLabels): void {
    const metadata = { uid, name, labels, resourceVersion: String(this.events.length + 1) };
    const event = `${JSON.stringify({ type: 'ADDED', object: { metadata } })}\n`;
    this.events.push(event);
    for (const watch of this.watches) watch.write(event);
  }

  /** Answers a request, if it is one for pods. */
  answers({ url = '' }: IncomingMessage, response: ServerResponse): boolean {
    const { pathname, searchParams } = new URL(url, 'https://localhost');
    if (pathname !== PATH) return false;
    response.writeHead(200, { 'content-type': 'application/json' });
    if (!searchParams.has('watch')) {
      response.end(JSON.stringify({ metadata: { resourceVersion: '0' }, items: [] }));
      return true;
    }
    response.flushHeaders();
    for (const event of this.events.slice(Number(searchParams.get('resourceVersion')))) response.write(event);
    this.watches.add(response);
    response.on('close', () => this.watches.delete(response));
    return true;
  }
}
