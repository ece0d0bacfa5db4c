import { Agent, type RequestOptions, request } from 'node:https';
import type { StandIn } from './stand-in';

/** What came back. */
export interface Received {
  /** 0 where the connection is closed without a whole answer. */
  readonly status: number;
  readonly contentType?: string;
  /** What the text is as JSON; the text itself if it is none. */
  readonly body?: unknown;
}

/** Sends requests to a stand-in. */
export function clientOf(
  { url, authority }: StandIn<unknown>['endpoint'],
  agent: Agent | false = new Agent({ keepAlive: true }),
) {
  return (path: string, body?: string | Buffer, options: RequestOptions = {}) =>
    new Promise<Received>((resolve) => {
      const all = { method: body === undefined ? 'GET' : 'POST', ca: authority, agent, ...options };
      const outgoing = request(`${url}${path}`, all, async (response) => {
        const contentType = response.headers['content-type'];
        const parts = await response.toArray().catch(() => undefined);
        if (!parts) return resolve({ status: 0 });
        const status = response.statusCode ?? 0;
        resolve({ status, ...(contentType && { contentType }), body: parsed(Buffer.concat(parts).toString()) });
      });
      outgoing.on('error', () => resolve({ status: 0 }));
      if (body === undefined || !all.headers || !('expect' in all.headers)) outgoing.end(body);
      // Node sends the headers by themselves only if it is told to.
      else outgoing.flushHeaders();
      outgoing.on('continue', () => outgoing.end(body));
    });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
